import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { ENGINE_FILTERS, listMigrations, readMigrationList, withSchemaEngine } from '#lib/db/schema-engine';

/** Why the file cannot be brought up to date, in a sentence with what to do. */
export class MigrationRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MigrationRefused';
  }
}

export interface MigrationOutcome {
  readonly applied: readonly string[];
  /** Where the database was copied to before it was touched; null for a new file or when nothing was to be done. */
  readonly copy: string | null;
}

/** Migrations that the file says it has; null when there is no file yet, empty when it holds no tables of ours. */
export function appliedMigrations(file: string): { readonly finished: string[]; readonly unfinished: string[] } {
  const connection = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    const table = connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get();
    if (table === undefined) {
      const other = connection.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' LIMIT 1`).pluck().get();
      if (other !== undefined) {
        throw new MigrationRefused(
          `${file} is a SQLite database of another program (it has a table "${String(other)}"). Name another file in DATABASE_URL, for example DATABASE_URL=file:./data/stanceboard.db.`,
        );
      }
      return { finished: [], unfinished: [] };
    }
    const rows = connection
      .prepare(
        `SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
      )
      .all();
    const finished: string[] = [];
    const unfinished: string[] = [];
    for (const row of rows) {
      if (typeof row !== 'object' || row === null || !('name' in row) || !('finished' in row)) continue;
      (row.finished === 1 ? finished : unfinished).push(String(row.name));
    }
    return { finished, unfinished };
  } finally {
    connection.close();
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile() && entry.size > 0,
    () => false,
  );
}

async function requireWritable(file: string): Promise<void> {
  const folder = dirname(file);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    if (await isFile(file)) await access(file, constants.W_OK);
  } catch {
    throw new MigrationRefused(
      `The folder ${folder} or the database in it cannot be written. Make it writable, or name another place in DATABASE_URL, for example DATABASE_URL=file:./data/stanceboard.db.`,
    );
  }
}

/**
 * Brings the database file to the newest migration, creating it when it is missing. A file that already holds data is copied aside
 * first, next to itself, so that an upgrade can always be taken back.
 *
 * @throws MigrationRefused when the file is from a newer version, another program's, half-migrated or not writable.
 */
export async function migrateDatabase(root: string, file: string): Promise<MigrationOutcome> {
  await requireWritable(file);
  const known = await listMigrations(root);
  const exists = await isFile(file);
  const { finished, unfinished } = exists ? appliedMigrations(file) : { finished: [], unfinished: [] };
  const newer = finished.filter((name) => !known.includes(name));
  if (newer.length > 0) {
    throw new MigrationRefused(
      `The database ${file} was made by a newer version of Stanceboard (it has the migration ${newer.at(-1)}). Update this copy of Stanceboard, or name another file in DATABASE_URL.`,
    );
  }
  if (unfinished.length > 0) {
    throw new MigrationRefused(
      `A migration of ${file} did not finish (${unfinished.join(', ')}). Put back the copy beside it whose name ends in .before-${unfinished[0]}.db and start again.`,
    );
  }
  const pending = known.filter((name) => !finished.includes(name));
  if (pending.length === 0) return { applied: [], copy: null };

  let copy: string | null = null;
  if (finished.length > 0) {
    copy = `${file.replace(/\.db$/, '')}.before-${pending[0]}.db`;
    if (!(await isFile(copy))) {
      const connection = new BetterSqlite3(file, { readonly: true });
      try {
        await connection.backup(copy);
      } finally {
        connection.close();
      }
    }
  }
  const migrationsList = await readMigrationList(root);
  const { appliedMigrationNames } = await withSchemaEngine(root, file, (engine) =>
    engine.applyMigrations({ migrationsList, filters: ENGINE_FILTERS }),
  );
  return { applied: appliedMigrationNames, copy };
}
