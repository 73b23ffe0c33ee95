import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { appendLog, verifyLog } from '#lib/db/audit-log';
import { openDatabase } from '#lib/db/open-database';
import { databaseFile } from '../setup/database';

const entry = (entityId: string) => ({
  at: '2026-01-01T00:00:00.000Z',
  actor: 'tester',
  action: 'statement.edited',
  entity: 'statement',
  entityId,
  eventId: null,
  before: { saidOn: null },
  after: { saidOn: '2025-08-01' },
});

/** Runs SQL that the triggers would refuse, as somebody with the file in their hands could. */
async function tamper(sql: string): Promise<Awaited<ReturnType<typeof verifyLog>>> {
  const file = await databaseFile({ seeded: true });
  const db = openDatabase(file);
  await db.write((tx) => appendLog(tx, [entry('a'), entry('b'), entry('c')]));
  const raw = new BetterSqlite3(file);
  for (const trigger of ['AuditEvent_append_only_update', 'AuditEvent_append_only_delete', 'AuditDetail_append_only'])
    raw.exec(`DROP TRIGGER "${trigger}"`);
  raw.exec(sql);
  raw.close();
  const verdict = await verifyLog(db);
  await db.close();
  return verdict;
}

test('an untouched log is intact', async () => {
  expect(await tamper('SELECT 1')).toEqual({ intact: true, rows: 23, purgedDetails: 0 });
});

test('one altered byte of a row is found', async () => {
  expect(await tamper(`UPDATE "AuditEvent" SET "actor" = 'testes' WHERE "seq" = 22`)).toEqual({
    intact: false,
    seq: 22,
    what: 'row',
  });
});

test('an altered detail is found', async () => {
  expect(await tamper(`UPDATE "AuditDetail" SET "after" = '{"saidOn":"2025-08-02"}' WHERE "seq" = 23`)).toEqual({
    intact: false,
    seq: 23,
    what: 'detail',
  });
});

test('a missing row is found', async () => {
  expect(await tamper(`PRAGMA foreign_keys = OFF; DELETE FROM "AuditEvent" WHERE "seq" = 21`)).toEqual({
    intact: false,
    seq: 22,
    what: 'order',
  });
});

test('a purged detail leaves the chain whole and is counted', async () => {
  expect(await tamper(`DELETE FROM "AuditDetail" WHERE "seq" = 22`)).toEqual({ intact: true, rows: 23, purgedDetails: 1 });
});
