import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openRowConnection } from '#lib/db/connection';
import { DatabaseBusy, DatabaseFailure } from '#lib/db/database-failure';
import { openDatabase } from '#lib/db/open-database';
import { databaseFile } from '../setup/database';

async function openTest(seeded = true) {
  const db = openDatabase(await databaseFile({ seeded }));
  onTestFinished(() => db.close());
  return db;
}

describe('openDatabase', () => {
  test('sets its pragmas on the writing connection', async () => {
    const db = await openTest();
    const seen = await db.write(async (tx) => {
      const [row] = await tx.$queryRaw<Record<string, unknown>[]>`
        SELECT (SELECT * FROM pragma_journal_mode) AS journal, (SELECT * FROM pragma_synchronous) AS sync,
          (SELECT * FROM pragma_foreign_keys) AS keys, (SELECT * FROM pragma_trusted_schema) AS trusted, (SELECT * FROM pragma_secure_delete) AS erase`;
      return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, String(value)]));
    });
    expect(seen).toEqual({ journal: 'wal', sync: '2', keys: '1', trusted: '0', erase: '1' });
  });

  test('the read client cannot write', async () => {
    const db = await openTest();
    await expect(db.read.coder.deleteMany()).rejects.toThrow();
    expect(() => db.rows.get(`DELETE FROM "Coder" RETURNING 1`)).toThrow(/readonly/);
    expect(await db.read.coder.count()).toBe(1);
  });

  test('a save that was asked for while another fails is kept', async () => {
    const db = await openTest(false);
    const coder = (name: string) => ({ id: name, name, pseudonym: name, createdAt: 't' });
    const failing = db.write(async (tx) => {
      await tx.coder.create({ data: coder('lost') });
      throw new Error('changed my mind');
    });
    const saved = db.write((tx) => tx.coder.create({ data: coder('kept') }));
    await expect(failing).rejects.toThrow('changed my mind');
    await saved;
    expect((await db.read.coder.findMany()).map(({ name }) => name)).toEqual(['kept']);
  });

  test('a fault of the database carries the constraint and none of the values', async () => {
    const db = await openTest(false);
    const secret = 'Zayd of Daraa';
    const coder = { name: secret, pseudonym: 'p', createdAt: 't' };
    await db.write((tx) => tx.coder.create({ data: { id: 'a', ...coder } }));
    const failure = await db.write((tx) => tx.coder.create({ data: { id: 'b', ...coder } })).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DatabaseFailure);
    expect(String(failure)).not.toContain(secret);
    expect(JSON.stringify(failure)).not.toContain(secret);
  });

  test('rows looked up one after the other are of one view, which ends with the turn and with every write of this handle', async () => {
    const db = await openTest(false);
    const coder = (name: string) => ({ id: name, name, pseudonym: name, createdAt: 't' });
    const count = () => db.rows.lookUp('SELECT count(*) AS "n" FROM "Coder"');
    expect(count()).toEqual({ n: 0 });
    await db.write((tx) => tx.coder.create({ data: coder('ours') }));
    expect(count()).toEqual({ n: 1 });
    const other = new BetterSqlite3(db.file);
    other
      .prepare(`INSERT INTO "Coder" ("id", "name", "pseudonym", "createdAt") VALUES ('theirs', 'theirs', 'theirs', 't')`)
      .run();
    other.close();
    expect(count()).toEqual({ n: 1 });
    await new Promise((resolve) => setImmediate(resolve));
    expect(count()).toEqual({ n: 2 });
    await db.compact();
    expect(() => db.rows.lookUp(`DELETE FROM "Coder" RETURNING 1`)).toThrow(/readonly/);
  });

  test('iterating leaves the connection free for other reads', async () => {
    const db = await openTest();
    let seen = 0;
    for (const _ of db.rows.iterate('SELECT "id" FROM "Statement"')) {
      seen += 1;
      expect(db.rows.all('SELECT 1')).toHaveLength(1);
    }
    expect(seen).toBe(19);
  });

  test('a file that another process holds makes the write wait, then say busy', { timeout: 120_000 }, async () => {
    const db = await openTest(false);
    const other = new BetterSqlite3(db.file);
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE');
    const waiting = db.write((tx) => tx.coder.create({ data: { id: 'w', name: 'w', pseudonym: 'w', createdAt: 't' } }));
    await expect(waiting).rejects.toThrow(DatabaseBusy);
    other.exec('ROLLBACK');
    expect(await db.read.coder.count()).toBe(0);
  });

  test('there must be a file', () => {
    expect(() => openDatabase('/nowhere/at/all.db')).toThrow('There is no database at /nowhere/at/all.db.');
    expect(() => openRowConnection('/nowhere/at/all.db')).toThrow();
  });
});
