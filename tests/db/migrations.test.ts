import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MigrationRefused, migrateDatabase } from '#lib/db/migrate-database';
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

  test('copies a database of the last migration aside before a new one touches it', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'prisma'), { recursive: true });
    const { cp } = await import('node:fs/promises');
    await cp(join(ROOT, 'prisma'), join(root, 'prisma'), { recursive: true });
    await copyFile(join(ROOT, 'package.json'), join(root, 'package.json'));
    const { symlink } = await import('node:fs/promises');
    await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    const next = join(root, 'prisma', 'migrations', '29990101000000_add_note');
    await mkdir(next);
    await writeFile(join(next, 'migration.sql'), 'ALTER TABLE "Event" ADD COLUMN "note" TEXT;\n');

    const file = await databaseFile({ seeded: true });
    const { applied, copy } = await migrateDatabase(root, file);
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

  test('creates the folder and the file of a new database, without a copy', async () => {
    const file = join(await temporaryFolder(), 'deep', 'down', 'new.db');
    expect(await migrateDatabase(ROOT, file)).toEqual({ applied: await listMigrations(ROOT), copy: null });
    expect(await readdir(join(file, '..'))).toContain('new.db');
  });
});
