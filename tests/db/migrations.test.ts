import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { asRefusal, MigrationRefused, migrateDatabase } from '#lib/db/migrate-database';
import { listMigrations } from '#lib/db/schema-engine';
import { diffMigrationsToSchema, makeTablesStrict } from '#lib/db/write-migration';
import { databaseFile } from './../setup/database';

const ROOT = process.cwd();

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stanceboard-migrate-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('schema and migrations', () => {
  test('schema.prisma and the migrations say the same', async () => {
    expect(await diffMigrationsToSchema(ROOT)).toBe('');
  });

  test('every table of ours is STRICT', async () => {
    const connection = new BetterSqlite3(await databaseFile({ seeded: false }), { readonly: true });
    const loose = connection
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
         AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'StatementFts%' AND name <> '_prisma_migrations'`,
      )
      .all();
    connection.close();
    expect(loose).toEqual([]);
  });

  test('STRICT is added to each table and to nothing else', () => {
    expect(makeTablesStrict('CREATE TABLE "A" (\n    "id" TEXT\n);\nCREATE INDEX "i" ON "A" ("id");')).toBe(
      'CREATE TABLE "A" (\n    "id" TEXT\n) STRICT;\nCREATE INDEX "i" ON "A" ("id");',
    );
  });
});

describe('the file itself refuses', () => {
  const cases: [string, string, RegExp][] = [
    [
      'a statement without an event',
      `INSERT INTO "Statement" ("id","eventId","attribution","originalText","language","contentHash","createdAt","updatedAt","createdSeq","changedSeq") VALUES ('x','nowhere','direct','text','en','${'0'.repeat(64)}','t','t',1,1)`,
      /FOREIGN KEY/,
    ],
    ['an unknown attribution', `UPDATE "Statement" SET "attribution" = 'rumour'`, /CHECK/],
    ['a date that is no date', `UPDATE "Statement" SET "saidOn" = '31/07/2025', "saidOnPrecision" = 'day'`, /CHECK/],
    ['a changed original text', `UPDATE "Statement" SET "originalText" = 'something else'`, /never changes/],
    ['a score beyond 1', `UPDATE "MachineScore" SET "score" = 1.5 WHERE "score" IS NOT NULL`, /CHECK/],
    ['a label without a score', `UPDATE "MachineScore" SET "score" = NULL`, /CHECK/],
    ['text in a number column', `UPDATE "MachineScore" SET "score" = 'high' WHERE "score" IS NOT NULL`, /cannot store TEXT/],
    ['an altered log row', `UPDATE "AuditEvent" SET "actor" = 'nobody'`, /append-only/],
    ['a removed log row', `DELETE FROM "AuditEvent"`, /append-only/],
    ['an altered published codebook', `UPDATE "Code" SET "definitionEn" = 'other'`, /never changes/],
    ['an altered coding', `UPDATE "Coding" SET "code" = 'favor'`, /testimony/],
    [
      'a source that runs script',
      `INSERT INTO "Source" ("id","url","createdAt") VALUES ('x','javascript:alert(1)','t')`,
      /CHECK/,
    ],
    [
      'a log row put in the place of another',
      `INSERT OR REPLACE INTO "AuditEvent" SELECT "seq", "at", 'nobody', "action", "entity", "entityId", "eventId", "reason", "detailHash", "prevHash", "hash" FROM "AuditEvent" WHERE "seq" = 1`,
      /append-only/,
    ],
    [
      'a statement put in the place of another',
      `INSERT OR REPLACE INTO "Statement" SELECT * FROM "Statement" LIMIT 1`,
      /never changes/,
    ],
    [
      'a code that the codebook does not have',
      `INSERT INTO "Coding" ("id","statementId","variableId","variableKey","codeId","code","coderId","round","createdAt","createdSeq") SELECT 'x',"statementId","variableId","variableKey","codeId",'hate',"coderId",7,'t',1 FROM "Coding" LIMIT 1`,
      /does not have this code/,
    ],
    [
      'the name of a protected speaker',
      `INSERT INTO "Speaker" ("id","displayName","kind","risk","createdAt") VALUES ('x','Zayd','person','protected','t')`,
      /not stored/,
    ],
    ['a name that stays when a speaker becomes protected', `UPDATE "Speaker" SET "risk" = 'protected'`, /not stored/],
    ['a camp taken from under its codings', `DELETE FROM "Camp"`, /retire it/],
    ['a camp called disputed', `UPDATE "Camp" SET "slug" = 'disputed'`, /CHECK/],
  ];
  test.each(cases)('%s', async (_, sql, message) => {
    const connection = new BetterSqlite3(await databaseFile({ seeded: true }));
    connection.pragma('foreign_keys = ON');
    try {
      expect(() => connection.exec(sql)).toThrow(message);
    } finally {
      connection.close();
    }
  });
});

describe('migrateDatabase', () => {
  test('does nothing to a file that is up to date', async () => {
    const file = await databaseFile({ seeded: true });
    expect(await migrateDatabase(ROOT, file)).toEqual({ applied: [], copy: null });
  });

  test('copies a database of the last migration aside before a new one touches it, each time anew and with what is not checkpointed', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'prisma'), { recursive: true });
    await cp(join(ROOT, 'prisma'), join(root, 'prisma'), { recursive: true });
    await copyFile(join(ROOT, 'package.json'), join(root, 'package.json'));
    await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    const next = join(root, 'prisma', 'migrations', '29990101000000_add_note');
    await mkdir(next);
    await writeFile(join(next, 'migration.sql'), 'ALTER TABLE "Event" ADD COLUMN "note" TEXT;\n');

    const open = new BetterSqlite3(await databaseFile({ seeded: true }));
    open.pragma('journal_mode = WAL');
    open.pragma('wal_autocheckpoint = 0');
    open.exec(`INSERT INTO "Coder" ("id","name","pseudonym","createdAt") VALUES ('late','late','late','t')`);
    // As a crash leaves it: the last save stands in the write-ahead log only.
    const file = join(root, 'board.db');
    await copyFile(open.name, file);
    await copyFile(`${open.name}-wal`, `${file}-wal`);
    open.close();
    // An earlier upgrade that somebody took back: its copy must neither be lost nor stand in for a new one.
    const earlier = join(root, 'board.before-29990101000000_add_note.db');
    await writeFile(earlier, 'an earlier copy');
    const { applied, copy } = await migrateDatabase(root, file);
    expect(copy).toBe(join(root, 'board.before-29990101000000_add_note-2.db'));
    expect(await readFile(earlier, 'utf8')).toBe('an earlier copy');
    expect(applied).toEqual(['29990101000000_add_note']);
    const count = (path: string, sql: string) => {
      const connection = new BetterSqlite3(path, { readonly: true });
      const value = connection.prepare(sql).pluck().get();
      connection.close();
      return value;
    };
    const columns = `SELECT count(*) FROM pragma_table_info('Event') WHERE name = 'note'`;
    expect(count(file, columns)).toBe(1);
    expect(count(copy ?? '', columns)).toBe(0);
    expect(count(copy ?? '', `SELECT count(*) FROM "Coder" WHERE "id" = 'late'`)).toBe(1);
    expect(count(copy ?? '', 'SELECT count(*) FROM "Statement"')).toBe(count(file, 'SELECT count(*) FROM "Statement"'));
  });

  test('refuses a database from a newer version, and says which migration it does not know', async () => {
    const file = await databaseFile({ seeded: false });
    const connection = new BetterSqlite3(file);
    connection.exec(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, started_at, applied_steps_count) VALUES ('x','x','29990101000000_future',1,1,1)`,
    );
    connection.close();
    await expect(migrateDatabase(ROOT, file)).rejects.toThrow(/newer version of Stanceboard.*29990101000000_future/);
  });

  test("refuses another program's database and leaves it as it was", async () => {
    const file = join(await temporaryFolder(), 'other.db');
    const connection = new BetterSqlite3(file);
    connection.exec('CREATE TABLE bookmarks (id INTEGER)');
    connection.close();
    await expect(migrateDatabase(ROOT, file)).rejects.toThrow(MigrationRefused);
    const after = new BetterSqlite3(file, { readonly: true });
    expect(after.prepare(`SELECT name FROM sqlite_master`).pluck().all()).toEqual(['bookmarks']);
    after.close();
  });

  test.each<[string, (path: string) => Promise<unknown>, string]>([
    ['a file that is no database', (path) => writeFile(path, 'Dear diary, today'), 'is not a SQLite database. Move it away'],
    ['a folder', (path) => mkdir(path), 'is a folder and not a file. Move it away'],
    ['a link that leads nowhere', (path) => symlink('/nowhere/board.db', path), 'is not a file. Move it away'],
    [
      'a database that was cut short',
      async (path) => {
        await copyFile(await databaseFile({ seeded: true }), path);
        await truncate(path, 30_000);
      },
      'is damaged. Put back your last good copy',
    ],
  ])('says in a sentence that it cannot use %s', async (_, make, sentence) => {
    const file = join(await temporaryFolder(), 'board.db');
    await make(file);
    const refusal = await migrateDatabase(ROOT, file).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(MigrationRefused);
    expect(String(refusal)).toContain(`The database ${file} ${sentence}, or name another place in DATABASE_URL`);
  });

  test('a folder that takes no new file, whatever its rights say, is refused in a sentence', async () => {
    await expect(migrateDatabase(ROOT, '/proc/board.db')).rejects.toThrow(/\/proc or the database in it cannot be written/);
  });

  test('a folder where none can be made is refused at once', async () => {
    const file = join(await temporaryFolder(), 'note.txt', 'deep', 'board.db');
    await writeFile(join(file, '..', '..'), 'a file where a folder should be');
    await expect(migrateDatabase(ROOT, file)).rejects.toThrow(/cannot be written/);
  });

  test.each([
    ['database or disk is full\n   0: sql_schema_connector', 'does not fit on its disk. Free some space'],
    ['(WASM_ERROR): Error: unknown variant `SocketTimeout`, expected one of', 'is held by another program. Close that program'],
  ])('says in a sentence what the engine of Prisma says in its own way: %j', (message, sentence) => {
    expect(String(asRefusal(new Error(message), '/srv/board.db'))).toContain(`The database /srv/board.db ${sentence}`);
  });

  test('a fault that nobody expected is left as it is', () => {
    const other = new Error('something else');
    expect(asRefusal(other, '/srv/board.db')).toBe(other);
  });

  test('creates the folder and the file of a new database, without a copy', async () => {
    const file = join(await temporaryFolder(), 'deep', 'down', 'new.db');
    expect(await migrateDatabase(ROOT, file)).toEqual({ applied: await listMigrations(ROOT), copy: null });
    expect(await readdir(join(file, '..'))).toContain('new.db');
  });
});
