import { createHash, randomBytes } from 'node:crypto';
import { insertRows } from '#lib/db/insert-rows';
import type { Database, Transaction } from '#lib/db/open-database';

/** The hash that the first row of the log stands on. */
export const LOG_START = '0'.repeat(64);

const SALT_BYTES = 16;

/** What one row of the log says. Texts and names go into `before` and `after` only. */
export interface LogEntry {
  readonly at: string;
  readonly actor: string;
  /** Such as `statement.added`. */
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly eventId: string | null;
  readonly reason?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hashOfDetail(salt: string, before: string | null, after: string | null): string {
  return sha256(JSON.stringify([salt, before, after]));
}

interface ChainedRow {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly eventId: string | null;
  readonly reason: string | null;
  readonly detailHash: string;
}

function hashOfRow(prevHash: string, row: ChainedRow): string {
  return sha256(
    JSON.stringify([
      prevHash,
      row.seq,
      row.at,
      row.actor,
      row.action,
      row.entity,
      row.entityId,
      row.eventId,
      row.reason,
      row.detailHash,
    ]),
  );
}

/**
 * Appends rows to the log inside the transaction of what they tell of. Each row holds the hash of the one before, and the salted hash
 * of its detail: the detail can be purged, the chain still proves the rest.
 *
 * @returns the sequence numbers of the rows, in order.
 */
export async function appendLog(tx: Transaction, entries: readonly LogEntry[]): Promise<number[]> {
  const last = await tx.auditEvent.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } });
  let seq = last?.seq ?? 0;
  let prevHash = last?.hash ?? LOG_START;
  const events = [];
  const details = [];
  const salts = randomBytes(SALT_BYTES * entries.length);
  for (const [index, entry] of entries.entries()) {
    seq += 1;
    const salt = salts.toString('hex', index * SALT_BYTES, (index + 1) * SALT_BYTES);
    const before = entry.before === undefined ? null : JSON.stringify(entry.before);
    const after = entry.after === undefined ? null : JSON.stringify(entry.after);
    const row = {
      seq,
      at: entry.at,
      actor: entry.actor,
      action: entry.action,
      entity: entry.entity,
      entityId: entry.entityId,
      eventId: entry.eventId,
      reason: entry.reason ?? null,
      detailHash: hashOfDetail(salt, before, after),
    };
    const hash = hashOfRow(prevHash, row);
    events.push({ ...row, prevHash, hash });
    details.push({ seq, salt, before, after });
    prevHash = hash;
  }
  await insertRows(tx, 'AuditEvent', events);
  await insertRows(tx, 'AuditDetail', details);
  return events.map((event) => event.seq);
}

/** What a walk along the whole log found. */
export type LogVerdict =
  | { readonly intact: true; readonly rows: number; readonly purgedDetails: number }
  | { readonly intact: false; readonly seq: number; readonly what: 'row' | 'order' | 'detail' };

/** Walks the log from its start and recomputes every hash. */
export async function verifyLog(db: Database): Promise<LogVerdict> {
  let prevHash = LOG_START;
  let seq = 0;
  let rows = 0;
  let purgedDetails = 0;
  for (;;) {
    const page = await db.read.auditEvent.findMany({
      where: { seq: { gt: seq } },
      orderBy: { seq: 'asc' },
      take: 1000,
      include: { detail: true },
    });
    if (page.length === 0) return { intact: true, rows, purgedDetails };
    for (const row of page) {
      if (row.prevHash !== prevHash || row.seq !== seq + 1) return { intact: false, seq: row.seq, what: 'order' };
      if (hashOfRow(prevHash, row) !== row.hash) return { intact: false, seq: row.seq, what: 'row' };
      if (row.detail === null) purgedDetails += 1;
      else if (hashOfDetail(row.detail.salt, row.detail.before, row.detail.after) !== row.detailHash) {
        return { intact: false, seq: row.seq, what: 'detail' };
      }
      prevHash = row.hash;
      seq = row.seq;
      rows += 1;
    }
  }
}
