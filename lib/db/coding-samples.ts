import { z } from 'zod';
import { appendLog } from '#lib/db/audit-log';
import { appliesTo } from '#lib/db/blind-coding';
import { insertRows } from '#lib/db/insert-rows';
import type { Database, Transaction } from '#lib/db/open-database';

/** How the statements to code were chosen. */
export const SAMPLE_RULES = ['all', 'random', 'double', 'stale'] as const;
export type SampleRule = (typeof SAMPLE_RULES)[number];

/** A drawn set of statements to code on some variables. */
export interface CodingSample {
  readonly id: string;
  readonly variableKeys: readonly string[];
  readonly rule: SampleRule;
  /** In (0, 1], for a random share. */
  readonly share: number | null;
  /** With it and the share the same statements are drawn again. */
  readonly seed: number | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly statements: number;
}

const sampleRow = z.object({
  id: z.string(),
  variableKeys: z.string(),
  rule: z.enum(SAMPLE_RULES),
  share: z.number().nullable(),
  seed: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  statements: z.number(),
});

const keyList = z.array(z.string());

function sampleOf(row: unknown): CodingSample {
  const { variableKeys, seed, ...rest } = sampleRow.parse(row);
  return { ...rest, variableKeys: keyList.parse(JSON.parse(variableKeys)), seed: seed === null ? null : Number(seed) };
}

const COLUMNS = `p."id", p."variableKeys", p."rule", p."share", p."seed", p."createdBy", p."createdAt",
  (SELECT count(*) FROM "CodingSampleItem" i JOIN "Statement" s ON s."id" = i."statementId"
    WHERE i."sampleId" = p."id" AND s."status" = 'published') AS "statements"`;

/** Every sample of an event, newest first. */
export function readCodingSamples(db: Database, eventId: string): CodingSample[] {
  return db.rows
    .all(`SELECT ${COLUMNS} FROM "CodingSample" p WHERE p."eventId" = @event ORDER BY p."createdAt" DESC, p."id" DESC`, {
      event: eventId,
    })
    .map(sampleOf);
}

/** The event's sample with that id; null when there is none. */
export async function readCodingSample(db: Database, eventId: string, id: string): Promise<CodingSample | null> {
  const row = db.rows.get(`SELECT ${COLUMNS} FROM "CodingSample" p WHERE p."eventId" = @event AND p."id" = @id`, {
    event: eventId,
    id,
  });
  return row === undefined ? null : sampleOf(row);
}

/** A sample about to be stored, with its statements in the order in which they are to be coded. */
export interface NewCodingSample {
  readonly id: string;
  readonly eventId: string;
  readonly variableKeys: readonly string[];
  readonly rule: SampleRule;
  readonly share: number | null;
  readonly seed: number | null;
  readonly statementIds: readonly string[];
}

/** Stores a sample with its log row, so that how it was drawn can be told for ever. */
export async function storeCodingSample(
  tx: Transaction,
  sample: NewCodingSample,
  writing: { readonly actor: string; readonly at: string },
): Promise<void> {
  const { statementIds, variableKeys, seed, ...row } = sample;
  await appendLog(tx, [
    {
      at: writing.at,
      actor: writing.actor,
      action: 'sample.drawn',
      entity: 'sample',
      entityId: sample.id,
      eventId: sample.eventId,
      after: { rule: sample.rule, variables: variableKeys, share: sample.share, seed, statements: statementIds.length },
    },
  ]);
  await tx.codingSample.create({
    data: {
      ...row,
      variableKeys: JSON.stringify(variableKeys),
      seed: seed === null ? null : String(seed),
      createdBy: writing.actor,
      createdAt: writing.at,
    },
  });
  await insertRows(
    tx,
    'CodingSampleItem',
    statementIds.map((statementId, position) => ({ sampleId: sample.id, statementId, position })),
  );
}

const idRow = z.object({ id: z.string() });

/** SQL of the coding's staleness: its variable or code means something else by now, or its code was superseded. */
const IS_STALE = `(o1."id" IS NULL OR o1."supersededBy" IS NOT NULL OR v0."number" < x1."meaningSince" OR v0."number" < o1."meaningSince")`;

/**
 * The published statements that a sample can be drawn from, in the order in which they came: those of which one of the variables is
 * asked, as nobody could code the others.
 *
 * `random` and `all` draw from every statement, but random leaves duplicates out: a text that is coded twice over counts twice in
 * agreement. `double` draws from what somebody has coded already, `stale` from what holds a coding whose meaning has changed.
 */
export function readSampleFrame(
  db: Database,
  frame: {
    readonly eventId: string;
    readonly versionId: string;
    readonly variableKeys: readonly string[];
    readonly rule: SampleRule;
  },
): string[] {
  const coded = `EXISTS (SELECT 1 FROM "Coding" c0
      JOIN "Variable" x0 ON x0."id" = c0."variableId" JOIN "CodebookVersion" v0 ON v0."id" = x0."versionId"
      LEFT JOIN "Variable" x1 ON x1."versionId" = @version AND x1."key" = c0."variableKey"
      LEFT JOIN "Code" o1 ON o1."variableId" = x1."id" AND o1."key" = c0."code"
    WHERE c0."statementId" = s."id" AND c0."withdrawnSeq" IS NULL AND c0."variableKey" IN (SELECT value FROM json_each(@keys))`;
  const only = {
    all: '1',
    random: `s."duplicateOfId" IS NULL`,
    double: `${coded} AND NOT ${IS_STALE})`,
    // A stale coding that its own coder has made good by a later one is settled.
    stale: `${coded} AND ${IS_STALE} AND NOT EXISTS (SELECT 1 FROM "Coding" d0 JOIN "Variable" dx ON dx."id" = d0."variableId"
        JOIN "CodebookVersion" dv ON dv."id" = dx."versionId"
      WHERE d0."statementId" = c0."statementId" AND d0."variableKey" = c0."variableKey" AND d0."coderId" = c0."coderId"
        AND d0."withdrawnSeq" IS NULL AND dv."number" > v0."number"))`,
  }[frame.rule];
  return db.rows
    .all(
      `SELECT s."id" FROM "Statement" s WHERE s."eventId" = @event AND s."status" = 'published' AND ${only}
        AND EXISTS (SELECT 1 FROM json_each(@keys) q WHERE ${appliesTo('s."id"', 'q."value"')})
      ORDER BY s."createdSeq", s."id"`,
      { event: frame.eventId, version: frame.versionId, keys: JSON.stringify(frame.variableKeys) },
    )
    .map((row) => idRow.parse(row).id);
}
