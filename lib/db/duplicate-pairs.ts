import { z } from 'zod';
import { DUPLICATE_DECISIONS, type DuplicateDecision, isCountedOut, pairKey } from '#lib/core/duplicates/duplicate-decision';
import type { Database, Transaction } from '#lib/db/open-database';

const textRow = z.object({ id: z.string(), text: z.string(), createdSeq: z.number() });

/** A statement as it is compared with all others of its event. */
export type ComparedText = z.infer<typeof textRow>;

/** The published statements of an event with their texts, in the order in which they came: the next after one, or the first. */
export function readTexts(db: Database, eventId: string, after: ComparedText | null, limit: number): ComparedText[] {
  return db.rows
    .all(
      `SELECT "id", "originalText" AS "text", "createdSeq" FROM "Statement"
      WHERE "eventId" = @event AND "status" = 'published' AND ("createdSeq", "id") > (@seq, @id) ORDER BY "createdSeq", "id" LIMIT @limit`,
      { event: eventId, seq: after?.createdSeq ?? -1, id: after?.id ?? '', limit },
    )
    .map((row) => textRow.parse(row));
}

/** How many published statements an event has. */
export function countTexts(db: Database, eventId: string): number {
  return z.object({ n: z.number() }).parse(
    db.rows.get(`SELECT count(*) AS "n" FROM "Statement" WHERE "eventId" = @event AND "status" = 'published'`, {
      event: eventId,
    }),
  ).n;
}

/** What is written to the log when neither a text comes or goes, nor one is published or hidden. */
const LEAVES_TEXTS = [
  'duplicate.decided',
  'duplicate.undone',
  'coding.submitted',
  'coding.withdrawn',
  'coding.adjudicated',
  'coding.reopened',
  'statement.edited',
  'view.saved',
  'view.deleted',
  'sample.drawn',
  'codebook.published',
  'event.rescored',
];

/** Whether texts of an event may have come, gone or been hidden after a row of the log. */
export function haveTextsChanged(db: Database, eventId: string, since: number): boolean {
  const row = db.rows.get(
    `SELECT 1 FROM "AuditEvent" WHERE "eventId" = @event AND "seq" > @since AND "action" NOT IN (SELECT value FROM json_each(@kept)) LIMIT 1`,
    { event: eventId, since, kept: JSON.stringify(LEAVES_TEXTS) },
  );
  return row !== undefined;
}

const copyRow = z.object({ id: z.string(), duplicateOfId: z.string() });

/** The published statements of an event that are linked to another, with what they are a copy of. */
export function readCopies(db: Database, eventId: string): ReadonlyMap<string, string> {
  const rows = db.rows.all(
    `SELECT "id", "duplicateOfId" FROM "Statement" WHERE "eventId" = @event AND "status" = 'published' AND "duplicateOfId" IS NOT NULL`,
    { event: eventId },
  );
  return new Map(rows.map((row) => copyRow.parse(row)).map(({ id, duplicateOfId }) => [id, duplicateOfId]));
}

const pairRow = z.object({ firstId: z.string(), secondId: z.string() });

/** Pairs of an event that somebody decided. */
export function readSettledPairs(db: Database, eventId: string): { readonly firstId: string; readonly secondId: string }[] {
  return db.rows
    .all(`SELECT "firstId", "secondId" FROM "DuplicatePair" WHERE "eventId" = @event`, { event: eventId })
    .map((row) => pairRow.parse(row));
}

const memberRow = z.object({
  id: z.string(),
  text: z.string(),
  language: z.string(),
  attribution: z.enum(['direct', 'reported', 'paraphrase', 'slogan']),
  saidOn: z.string().nullable(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  createdSeq: z.number(),
  duplicateOfId: z.string().nullable(),
});

/** A statement as the page of duplicates shows it, side by side with another. */
export type PairMember = z.infer<typeof memberRow>;

/** Reads published statements for showing them side by side. */
export function readPairMembers(db: Database, ids: readonly string[]): PairMember[] {
  return db.rows
    .all(
      `SELECT s."id", s."originalText" AS "text", s."language", s."attribution", s."saidOn", o."outlet", o."title", o."url", s."createdSeq", s."duplicateOfId"
      FROM "Statement" s LEFT JOIN "Source" o ON o."id" = s."sourceId"
      WHERE s."status" = 'published' AND s."id" IN (SELECT value FROM json_each(@ids))`,
      { ids: JSON.stringify(ids) },
    )
    .map((row) => memberRow.parse(row));
}

const decidedRow = z.object({
  firstId: z.string(),
  secondId: z.string(),
  similarity: z.number(),
  decision: z.enum(DUPLICATE_DECISIONS),
  decidedBy: z.string(),
  decidedAt: z.string(),
});

/** A decision about two statements that are both published. */
export type DecidedPair = z.infer<typeof decidedRow>;

/** The decisions of an event, newest first. */
export function readDecidedPairs(db: Database, eventId: string, limit: number): DecidedPair[] {
  return db.rows
    .all(
      `SELECT d."firstId", d."secondId", d."similarity", d."decision", d."decidedBy", d."decidedAt" FROM "DuplicatePair" d
        JOIN "Statement" a ON a."id" = d."firstId" AND a."status" = 'published'
        JOIN "Statement" b ON b."id" = d."secondId" AND b."status" = 'published'
      WHERE d."eventId" = @event ORDER BY d."decidedSeq" DESC LIMIT @limit`,
      { event: eventId, limit },
    )
    .map((row) => decidedRow.parse(row));
}

/** One of two statements that are compared, as a decision needs it. */
export interface PairSide {
  readonly id: string;
  readonly text: string;
  readonly createdSeq: number;
  readonly duplicateOfId: string | null;
}

/** A published statement of an event; null when there is none. */
export async function findPairSide(tx: Transaction, eventId: string, id: string): Promise<PairSide | null> {
  const row = await tx.statement.findFirst({
    where: { id, eventId, status: 'published' },
    select: { id: true, originalText: true, createdSeq: true, duplicateOfId: true },
  });
  return row === null
    ? null
    : { id: row.id, text: row.originalText, createdSeq: row.createdSeq, duplicateOfId: row.duplicateOfId };
}

/**
 * The statement at the end of a chain of "is a copy of": what stands for all of them on a chart.
 *
 * @param exceptSeq links that were made by this log row are about to be taken back and do not count.
 */
export async function findOriginal(tx: Transaction, id: string, exceptSeq: number | null): Promise<string> {
  let at = id;
  for (const seen = new Set<string>(); !seen.has(at); ) {
    seen.add(at);
    const row = await tx.statement.findUnique({ where: { id: at }, select: { duplicateOfId: true, duplicateSeq: true } });
    if (row === null || row.duplicateOfId === null || row.duplicateSeq === exceptSeq) return at;
    at = row.duplicateOfId;
  }
  return at;
}

/** A decision as it stands; null when nobody decided of the pair. */
export async function findDecision(
  tx: Transaction,
  one: string,
  other: string,
): Promise<{ readonly decision: DuplicateDecision; readonly decidedSeq: number } | null> {
  const [firstId, secondId] = pairKey(one, other);
  const row = await tx.duplicatePair.findUnique({
    where: { firstId_secondId: { firstId, secondId } },
    select: { decision: true, decidedSeq: true },
  });
  return row === null ? null : { decision: z.enum(DUPLICATE_DECISIONS).parse(row.decision), decidedSeq: row.decidedSeq };
}

/** Takes a decision back: forgets it and unlinks the statement that was linked by it. */
export async function removeDecision(
  tx: Transaction,
  pair: { readonly one: string; readonly other: string; readonly decidedSeq: number; readonly seq: number; readonly at: string },
): Promise<void> {
  const [firstId, secondId] = pairKey(pair.one, pair.other);
  await tx.statement.updateMany({
    where: { id: { in: [firstId, secondId] }, duplicateSeq: pair.decidedSeq },
    data: { duplicateOfId: null, duplicateKind: null, duplicateSeq: null, updatedAt: pair.at, changedSeq: pair.seq },
  });
  await tx.duplicatePair.delete({ where: { firstId_secondId: { firstId, secondId } } });
}

/** Remembers a decision, and links the copy to its original unless they are not duplicates. */
export async function storeDecision(
  tx: Transaction,
  pair: {
    readonly id: string;
    readonly eventId: string;
    readonly original: string;
    readonly copy: string;
    /** What the copy is linked to: the original, or what that is itself a copy of. */
    readonly linkTo: string;
    readonly similarity: number;
    readonly decision: DuplicateDecision;
    readonly by: string;
    readonly at: string;
    readonly seq: number;
  },
): Promise<void> {
  const [firstId, secondId] = pairKey(pair.original, pair.copy);
  await tx.duplicatePair.create({
    data: {
      id: pair.id,
      eventId: pair.eventId,
      firstId,
      secondId,
      similarity: pair.similarity,
      decision: pair.decision,
      decidedBy: pair.by,
      decidedAt: pair.at,
      decidedSeq: pair.seq,
    },
  });
  if (!isCountedOut(pair.decision)) return;
  await tx.statement.update({
    where: { id: pair.copy },
    data: {
      duplicateOfId: pair.linkTo,
      duplicateKind: pair.decision,
      duplicateSeq: pair.seq,
      updatedAt: pair.at,
      changedSeq: pair.seq,
    },
  });
}
