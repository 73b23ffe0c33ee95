import { access, constants, lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises';
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
          `${file} is a SQLite database of another program (it has a table "${String(other)}"). To leave it alone, ${ANOTHER_PLACE}.`,
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

const ANOTHER_PLACE = 'name another place in DATABASE_URL, for example DATABASE_URL=file:./data/stanceboard.db';

/** What each trouble of SQLite means for the person who starts, by the start of its code; the rest of its sentence says what to do. */
const TROUBLES: readonly (readonly [code: string, means: string, remedy: string])[] = [
  ['SQLITE_NOTADB', 'is not a SQLite database', `Move it away, or ${ANOTHER_PLACE}.`],
  ['SQLITE_CORRUPT', 'is damaged', `Put back your last good copy, or ${ANOTHER_PLACE}.`],
  ['SQLITE_FULL', 'does not fit on its disk', `Free some space and start again, or ${ANOTHER_PLACE}.`],
  ['SQLITE_READONLY', 'cannot be written', `Make the file and its folder writable, or ${ANOTHER_PLACE}.`],
  ['SQLITE_CANTOPEN', 'cannot be opened', `Check that it is a file and that this user may read it, or ${ANOTHER_PLACE}.`],
  ['SQLITE_IOERR', 'cannot be read and written whole', `Check its disk, or ${ANOTHER_PLACE}.`],
  ['SQLITE_BUSY', 'is held by another program', 'Close that program and start again.'],
  ['SQLITE_LOCKED', 'is held by another program', 'Close that program and start again.'],
];

/** Prisma's engine passes on SQLite's sentence without its code. */
const SENTENCES: readonly (readonly [sentence: string, code: string])[] = [
  ['database or disk is full', 'SQLITE_FULL'],
  ['disk I/O error', 'SQLITE_IOERR'],
  ['disk image is malformed', 'SQLITE_CORRUPT'],
  ['database is locked', 'SQLITE_BUSY'],
  ['SocketTimeout', 'SQLITE_BUSY'],
  ['readonly database', 'SQLITE_READONLY'],
  ['file is not a database', 'SQLITE_NOTADB'],
];

/** The refusal that a trouble of SQLite amounts to; any other error as it was. */
export function asRefusal(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof MigrationRefused) return error;
  const code =
    'code' in error && typeof error.code === 'string'
      ? error.code
      : (SENTENCES.find(([sentence]) => error.message.includes(sentence))?.[1] ?? '');
  const trouble = TROUBLES.find(([start]) => code.startsWith(start));
  return trouble === undefined ? error : new MigrationRefused(`The database ${file} ${trouble[1]}. ${trouble[2]}`);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile() && entry.size > 0,
    () => false,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

/** Makes a folder and those above it, from the top: `mkdir`'s own `recursive` never returns where a folder above takes no new one. */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder).catch(async (error: unknown) => {
    // Another start may have made it in between.
    if (!(await isFolder(folder))) throw error;
  });
}

async function requireWritable(file: string): Promise<void> {
  const folder = dirname(file);
  const entry = await lstat(file).catch(() => null);
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
    // Rights alone do not tell whether a place takes a new file.
    if (entry === null) await (await open(file, 'a')).close();
    else if (await isFile(file)) await access(file, constants.W_OK);
  } catch {
    throw new MigrationRefused(
      `The folder ${folder} or the database in it cannot be written. Make it writable, or ${ANOTHER_PLACE}.`,
    );
  }
  if (entry === null) return;
  const target = await stat(file).catch(() => null);
  if (target?.isFile() !== true) {
    const what = target?.isDirectory() === true ? 'is a folder and not a file' : 'is not a file';
    throw new MigrationRefused(`The database ${file} ${what}. Move it away, or ${ANOTHER_PLACE}.`);
  }
}

/**
 * Brings the database file to the newest migration, creating it when it is missing. A file that already holds data is copied aside
 * first, next to itself, so that an upgrade can always be taken back.
 *
 * @throws MigrationRefused when the file is from a newer version, another program's, half-migrated, damaged or not writable.
 */
export async function migrateDatabase(root: string, file: string): Promise<MigrationOutcome> {
  await requireWritable(file);
  try {
    return await bringUpToDate(root, file);
  } catch (error) {
    throw asRefusal(error, file);
  }
}

async function bringUpToDate(root: string, file: string): Promise<MigrationOutcome> {
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
      `A migration of ${file} did not finish (${unfinished.join(', ')}). Put back the newest copy beside it whose name has .before-${unfinished[0]} in it, and start again.`,
    );
  }
  const pending = known.filter((name) => !finished.includes(name));
  if (pending.length === 0) return { applied: [], copy: null };

  const copy = finished.length === 0 ? null : await copyAside(file, pending[0] ?? '');
  const migrationsList = await readMigrationList(root);
  const { appliedMigrationNames } = await withSchemaEngine(root, file, (engine) =>
    engine.applyMigrations({ migrationsList, filters: ENGINE_FILTERS }),
  );
  return { applied: appliedMigrationNames, copy };
}

/** Copies the database next to itself, what still stands in its write-ahead log included. An earlier copy stays what it is. */
async function copyAside(file: string, migration: string): Promise<string> {
  const stem = `${file.replace(/\.db$/, '')}.before-${migration}`;
  let copy = `${stem}.db`;
  for (let count = 2; (await lstat(copy).catch(() => null)) !== null; count += 1) copy = `${stem}-${count}.db`;
  const partial = `${copy}.partial`;
  await rm(partial, { force: true });
  const connection = new BetterSqlite3(file, { readonly: true });
  try {
    await connection.backup(partial);
  } finally {
    connection.close();
  }
  // Under its name only once it is whole: a copy cut short must not pass for one.
  await rename(partial, copy);
  return copy;
}
