import { z } from 'zod';
import { type ImportMapping, importMappingSchema } from '#lib/core/import/import-mapping';
import { isSilent } from '#lib/core/import/sign-of-life';
import { appendLog } from '#lib/db/audit-log';
import type { Database, Transaction } from '#lib/db/open-database';

const STORED_STATUSES = ['running', 'finished', 'cancelled', 'undone'] as const;
type StoredStatus = (typeof STORED_STATUSES)[number];

/** Where an import stands; `interrupted` is one whose process is gone: killed, or the machine was switched off. */
export const BATCH_STATUSES = [...STORED_STATUSES, 'interrupted'] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

const batchRow = z.object({
  id: z.string(),
  event: z.string(),
  fileName: z.string(),
  fileHash: z.string(),
  format: z.string(),
  total: z.number(),
  added: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  status: z.enum(STORED_STATUSES),
  createdBy: z.string(),
  createdAt: z.string(),
  undoneAt: z.string().nullable(),
  aliveAt: z.string().nullable(),
});

/** An import as it was or is carried out. `unchanged` are rows that were here already. */
export interface BatchRecord extends Omit<z.infer<typeof batchRow>, 'status' | 'aliveAt'> {
  readonly status: BatchStatus;
}

function batchOf(row: unknown, now: Date): BatchRecord {
  const { aliveAt, status, ...rest } = batchRow.parse(row);
  const isGone = status === 'running' && isSilent(aliveAt === null ? null : new Date(aliveAt), now);
  return { ...rest, status: isGone ? 'interrupted' : status };
}

const BATCH = `SELECT b."id", e."slug" AS "event", b."fileName", b."fileHash", b."format", b."total", b."added", b."unchanged", b."rejected",
  b."status", b."createdBy", b."createdAt", b."undoneAt", b."aliveAt" FROM "ImportBatch" b JOIN "Event" e ON e."id" = b."eventId"`;

/** The imports into an event, newest first. */
export function readBatches(db: Database, eventId: string, limit: number, now: Date): BatchRecord[] {
  return db.rows
    .all(`${BATCH} WHERE b."eventId" = @event ORDER BY b."createdAt" DESC, b."id" DESC LIMIT @limit`, { event: eventId, limit })
    .map((row) => batchOf(row, now));
}

/** The import with that id; null when there is none. */
export function readBatch(db: Database, id: string, now: Date): BatchRecord | null {
  const row = db.rows.get(`${BATCH} WHERE b."id" = @id`, { id });
  return row === undefined ? null : batchOf(row, now);
}

const storedMapping = z.object({ eventId: z.string(), mapping: z.string() });

/**
 * How the last file with the same header row was mapped, in the same event if there was one, else in any: there the values, which are
 * the event's own, are left out. Null when no such file was imported.
 */
export function rememberedMapping(db: Database, eventId: string, headerSignature: string): ImportMapping | null {
  const row = db.rows.get(
    `SELECT "eventId", "mapping" FROM "ImportBatch" WHERE "headerSignature" = @signature
    ORDER BY "eventId" = @event DESC, "createdAt" DESC, "id" DESC LIMIT 1`,
    { signature: headerSignature, event: eventId },
  );
  if (row === undefined) return null;
  const stored = storedMapping.parse(row);
  const mapping = importMappingSchema.safeParse(JSON.parse(stored.mapping));
  if (!mapping.success) return null;
  return stored.eventId === eventId ? mapping.data : { ...mapping.data, values: [], constants: [] };
}

const idRow = z.object({ id: z.string() });

/** Finds the event's statement, in whatever status but deleted, by the hash of its text. */
export function contentHashReader(db: Database, eventId: string): (hash: string) => string | null {
  return (hash) => {
    const row = db.rows.lookUp(
      `SELECT "id" FROM "Statement" WHERE "eventId" = @event AND "contentHash" = @hash AND "status" <> 'deleted' ORDER BY "createdSeq" LIMIT 1`,
      { event: eventId, hash },
    );
    return row === undefined ? null : idRow.parse(row).id;
  };
}

export interface NewBatch {
  readonly id: string;
  readonly eventId: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly format: string;
  readonly mapping: ImportMapping;
  readonly headerSignature: string;
  readonly total: number;
  readonly by: string;
  readonly at: string;
}

/** Begins an import. */
export async function insertBatch(tx: Transaction, batch: NewBatch): Promise<void> {
  const { by, at, mapping, ...rest } = batch;
  await tx.importBatch.create({
    data: { ...rest, mapping: JSON.stringify(mapping), status: 'running', createdBy: by, createdAt: at, aliveAt: at },
  });
}

/** Notes that the process which carries the import out is still there. */
export async function noteAlive(tx: Transaction, id: string, at: string): Promise<void> {
  await tx.$executeRaw`UPDATE "ImportBatch" SET "aliveAt" = ${at} WHERE "id" = ${id}`;
}

/** Counts what a chunk did; the batch may have been cancelled meanwhile. */
export async function countInBatch(
  tx: Transaction,
  id: string,
  counts: { readonly added: number; readonly unchanged: number; readonly rejected: number },
): Promise<void> {
  await tx.importBatch.update({
    where: { id },
    data: {
      added: { increment: counts.added },
      unchanged: { increment: counts.unchanged },
      rejected: { increment: counts.rejected },
    },
  });
}

/** The status of a batch inside a transaction; null when there is no such batch. */
export async function batchStatus(tx: Transaction, id: string): Promise<StoredStatus | null> {
  const row = await tx.importBatch.findUnique({ where: { id }, select: { status: true } });
  return row === null ? null : z.enum(STORED_STATUSES).parse(row.status);
}

/** Sets the status of a batch. */
export async function setBatchStatus(tx: Transaction, id: string, status: StoredStatus, at: string): Promise<void> {
  await tx.importBatch.update({ where: { id }, data: { status, ...(status === 'undone' ? { undoneAt: at } : {}) } });
}

const hashRow = z.object({ contentHash: z.string() });

/** Which of these hashes a statement of the event has by now; asked in the transaction that would add them. */
export async function takenHashes(tx: Transaction, eventId: string, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT DISTINCT "contentHash" FROM "Statement"
    WHERE "eventId" = ${eventId} AND "status" <> 'deleted' AND "contentHash" IN (SELECT value FROM json_each(${JSON.stringify(hashes)}))`;
  return new Set(rows.map((row) => hashRow.parse(row).contentHash));
}

const externalRow = z.object({ externalId: z.string(), status: z.string() });

/**
 * Which of the callers' ids are taken by statements that stand. Deleted statements give theirs up, so that a file whose import was
 * undone can be imported again.
 */
export async function takenExternalIds(
  tx: Transaction,
  eventId: string,
  externalIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const wanted = JSON.stringify(externalIds);
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT "externalId", "status" FROM "Statement"
    WHERE "eventId" = ${eventId} AND "externalId" IN (SELECT value FROM json_each(${wanted}))`;
  const found = rows.map((row) => externalRow.parse(row));
  if (found.some(({ status }) => status === 'deleted')) {
    await tx.$executeRaw`
      UPDATE "Statement" SET "externalId" = NULL
      WHERE "eventId" = ${eventId} AND "status" = 'deleted' AND "externalId" IN (SELECT value FROM json_each(${wanted}))`;
  }
  return new Set(found.filter(({ status }) => status !== 'deleted').map(({ externalId }) => externalId));
}

const undoRow = z.object({ id: z.string(), touched: z.coerce.number() });

/**
 * Takes back what an import added: its statements are deleted (and can be restored one by one), but for those that somebody has worked
 * on since.
 *
 * @returns ids of the deleted ones, and of those that were kept because they were edited, coded, adjudicated or linked since.
 */
export async function undoBatch(
  tx: Transaction,
  batch: { readonly id: string; readonly eventId: string; readonly by: string; readonly at: string; readonly reason: string },
): Promise<{ readonly deleted: readonly string[]; readonly kept: readonly string[] }> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT s."id", s."changedSeq" <> s."createdSeq"
      OR EXISTS (SELECT 1 FROM "Coding" c WHERE c."statementId" = s."id" AND (c."createdSeq" > s."createdSeq" OR c."withdrawnSeq" IS NOT NULL))
      OR EXISTS (SELECT 1 FROM "Adjudication" a WHERE a."statementId" = s."id")
      OR EXISTS (SELECT 1 FROM "Statement" d WHERE d."duplicateOfId" = s."id" AND d."importBatchId" IS NOT s."importBatchId") AS "touched"
    FROM "Statement" s WHERE s."importBatchId" = ${batch.id} AND s."status" <> 'deleted' ORDER BY s."createdSeq", s."id"`;
  const found = rows.map((row) => undoRow.parse(row));
  const deleted = found.filter(({ touched }) => touched === 0).map(({ id }) => id);
  const kept = found.filter(({ touched }) => touched !== 0).map(({ id }) => id);
  const seqs = await appendLog(tx, [
    ...deleted.map((id) => ({
      at: batch.at,
      actor: batch.by,
      action: 'statement.deleted',
      entity: 'statement',
      entityId: id,
      eventId: batch.eventId,
      reason: batch.reason,
      before: { status: 'published' },
      after: { status: 'deleted' },
    })),
    {
      at: batch.at,
      actor: batch.by,
      action: 'import.undone',
      entity: 'import',
      entityId: batch.id,
      eventId: batch.eventId,
      reason: batch.reason,
      after: { deleted: deleted.length, kept },
    },
  ]);
  const changes = JSON.stringify(deleted.map((id, place) => [id, seqs[place] ?? 0]));
  await tx.$executeRaw`
    UPDATE "Statement" SET "status" = 'deleted', "updatedAt" = ${batch.at}, "changedSeq" = j."seq"
    FROM (SELECT value ->> 0 AS "id", value ->> 1 AS "seq" FROM json_each(${changes})) j WHERE "Statement"."id" = j."id"`;
  await tx.$executeRaw`
    DELETE FROM "StatementSearch" WHERE "statementId" IN (SELECT value FROM json_each(${JSON.stringify(deleted)}))`;
  await setBatchStatus(tx, batch.id, 'undone', batch.at);
  return { deleted, kept };
}

/** The event that a batch belongs to; null when there is no such batch. */
export async function batchEventId(tx: Transaction, id: string): Promise<string | null> {
  const row = await tx.importBatch.findUnique({ where: { id }, select: { eventId: true } });
  return row?.eventId ?? null;
}
