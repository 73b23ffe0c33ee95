import { join } from 'node:path';
import { writeMigration } from '#lib/db/write-migration';

// `npm run db:migration -- add-something`: writes the migration from what the migrations say to what schema.prisma says.
const name = process.argv[2];
if (name === undefined || !/^[a-z0-9-]+$/.test(name)) {
  process.stderr.write(
    'Say what the migration does in words with hyphens, for example: npm run db:migration -- add-saved-views\n',
  );
  process.exit(2);
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const file = await writeMigration(join(import.meta.dirname, '..', '..'), name.replaceAll('-', '_'), stamp);
process.stdout.write(
  file === null ? 'schema.prisma and the migrations say the same already.\n' : `${file}\nAdd CHECK constraints by hand.\n`,
);
