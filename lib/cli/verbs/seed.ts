import type { RegisterVerb } from '#lib/cli/door';
import { migrateDatabase } from '#lib/db/migrate-database';
import { seedFirstEvent } from '#seed/seed';

export const registerSeed: RegisterVerb = (program, door) => {
  program
    .command('seed')
    .description('Put the first event into the database; what is there already stays as it is.')
    .option('--json', 'answer as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s cli -- seed')
    .action(async (options: { json?: boolean }) => {
      await migrateDatabase(door.root, await door.databaseFile());
      const outcome = await door.withWorkspace((workspace) => seedFirstEvent(workspace, door.root));
      if (options.json === true) await door.writeJson(outcome);
      else await door.write(`${outcome.event}: ${outcome.added} added, ${outcome.unchanged} already here\n`);
    });
};
