import { z } from 'zod';
import { openWriteConnection } from '#lib/db/connection';

const checkpoint = z.array(z.object({ busy: z.number() })).length(1);

/**
 * Writes the whole file anew and empties its write-ahead log, so that nothing of what was deleted is left in either. The full-text
 * index is built again from the rows that are there.
 *
 * @returns whether the write-ahead log could be emptied; not while another process reads.
 */
export function compactDatabase(file: string): { readonly logEmptied: boolean } {
  const connection = openWriteConnection(file);
  try {
    connection.exec(`INSERT INTO "StatementFts" ("StatementFts") VALUES ('rebuild')`);
    connection.exec('VACUUM');
    const [outcome] = checkpoint.parse(connection.pragma('wal_checkpoint(TRUNCATE)'));
    return { logEmptied: outcome?.busy === 0 };
  } finally {
    connection.close();
  }
}
