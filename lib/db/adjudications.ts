import { z } from 'zod';
import { ADJUDICATION_BASES, type AdjudicationBasis } from '#lib/core/codebook/methods-paragraph';
import { DISAGREEMENT_CAUSES, type DisagreementCause } from '#lib/core/codings/coding-input';
import { appendLog } from '#lib/db/audit-log';
import { bindInto } from '#lib/db/bind-values';
import { type BlindCoder, isHidden } from '#lib/db/blind-coding';
import type { Database, SqlValue, Transaction } from '#lib/db/open-database';
import { refreshResolvedCodes } from '#lib/db/resolved-codes';

/** A final code about to be stored. */
export interface NewAdjudication {
  readonly id: string;
  readonly eventId: string;
  readonly statementId: string;
  readonly variableId: string;
  readonly variableKey: string;
  readonly codeId: string;
  readonly code: string;
  readonly codebookVersion: number;
  readonly basis: AdjudicationBasis;
  readonly cause: DisagreementCause | null;
  readonly note: string | null;
  readonly coderId: string;
}

/** An adjudication that is there. */
export interface StoredAdjudication {
  readonly id: string;
  readonly statementId: string;
  readonly variableKey: string;
  readonly code: string;
  readonly basis: string;
  readonly coderId: string;
  readonly reopened: boolean;
}

interface Writing {
  readonly eventId: string;
  readonly actor: string;
  readonly at: string;
}

const found = {
  id: true,
  statementId: true,
  variableKey: true,
  code: true,
  basis: true,
  coderId: true,
  reopenedSeq: true,
} as const;

/** The adjudication in force for a statement and variable; null when there is none or it was reopened. */
export async function findAdjudication(
  tx: Transaction,
  unit: { readonly statementId: string; readonly variableKey: string },
): Promise<StoredAdjudication | null> {
  const row = await tx.adjudication.findFirst({
    where: { statementId: unit.statementId, variableKey: unit.variableKey, reopenedSeq: null },
    orderBy: { createdSeq: 'desc' },
    select: found,
  });
  return row === null ? null : { ...row, reopened: false };
}

/** The adjudication with that id, if it is of a published statement of the event. */
export async function findAdjudicationById(tx: Transaction, eventId: string, id: string): Promise<StoredAdjudication | null> {
  const row = await tx.adjudication.findFirst({ where: { id, eventId, statement: { status: 'published' } }, select: found });
  return row === null ? null : { ...row, reopened: row.reopenedSeq !== null };
}

/** The latest standing code of each coder of a unit, whoever they are, in the transaction that decides between them. */
export async function readUnitCodings(tx: Transaction, unit: { readonly statementId: string; readonly variableKey: string }) {
  const rows = await tx.coding.findMany({
    where: { statementId: unit.statementId, variableKey: unit.variableKey },
    select: {
      coderId: true,
      code: true,
      round: true,
      createdSeq: true,
      withdrawnSeq: true,
      variable: { select: { version: { select: { number: true } } } },
    },
  });
  return rows.map(({ variable, withdrawnSeq, ...row }) => ({
    ...row,
    codebookVersion: variable.version.number,
    confidence: null,
    withdrawn: withdrawnSeq !== null,
  }));
}

/** Stores a final code beside the codings, with its log row, and resolves the statement's codes again. */
export async function storeAdjudication(tx: Transaction, adjudication: NewAdjudication, writing: Writing): Promise<number> {
  const { codebookVersion, ...row } = adjudication;
  const [seq = 0] = await appendLog(tx, [
    {
      at: writing.at,
      actor: writing.actor,
      action: 'coding.adjudicated',
      entity: 'statement',
      entityId: row.statementId,
      eventId: writing.eventId,
      after: {
        variable: row.variableKey,
        code: row.code,
        codebookVersion,
        basis: row.basis,
        cause: row.cause,
        note: row.note,
      },
    },
  ]);
  await tx.adjudication.create({ data: { ...row, createdAt: writing.at, createdSeq: seq } });
  await refreshResolvedCodes(tx, [row.statementId]);
  return seq;
}

/** Takes the effect of an adjudication away; its row stays. */
export async function markReopened(
  tx: Transaction,
  adjudication: StoredAdjudication,
  writing: Writing & { readonly reason: string | null },
): Promise<number> {
  const [seq = 0] = await appendLog(tx, [
    {
      at: writing.at,
      actor: writing.actor,
      action: 'coding.reopened',
      entity: 'statement',
      entityId: adjudication.statementId,
      eventId: writing.eventId,
      reason: writing.reason,
      before: { variable: adjudication.variableKey, code: adjudication.code, basis: adjudication.basis },
    },
  ]);
  await tx.adjudication.update({ where: { id: adjudication.id }, data: { reopenedAt: writing.at, reopenedSeq: seq } });
  await refreshResolvedCodes(tx, [adjudication.statementId]);
  return seq;
}

const disputeRow = z.object({
  statementId: z.string(),
  variableKey: z.string(),
  text: z.string(),
  language: z.string(),
  attribution: z.enum(['direct', 'reported', 'paraphrase', 'slogan']),
  translation: z.string().nullable(),
  translationLanguage: z.string().nullable(),
  basis: z.enum(['disputed', 'adjudicated', 'agreed', 'single']),
  code: z.string(),
});

/** A unit on which coders differ, or on which somebody has decided. */
export type Dispute = z.infer<typeof disputeRow>;

const codingRow = z.object({
  id: z.string(),
  statementId: z.string(),
  variableKey: z.string(),
  coder: z.string(),
  coderId: z.string(),
  code: z.string(),
  codebookVersion: z.number(),
  round: z.number(),
  confidence: z.number().nullable(),
  rationale: z.string().nullable(),
  createdAt: z.string(),
});

/** A coder's latest coding of a unit, as it stands beside the others'. */
export type SideBySideCoding = z.infer<typeof codingRow>;

const rulingRow = z.object({
  id: z.string(),
  statementId: z.string(),
  variableKey: z.string(),
  code: z.string(),
  basis: z.enum(ADJUDICATION_BASES),
  cause: z.enum(DISAGREEMENT_CAUSES).nullable(),
  note: z.string().nullable(),
  by: z.string(),
  createdAt: z.string(),
  reopenedAt: z.string().nullable(),
});

/** An adjudication as its page shows it. */
export type Ruling = z.infer<typeof rulingRow>;

export interface DisputeQuery {
  readonly eventId: string;
  readonly variableKeys: readonly string[];
  /** `any`: every unit that two people coded. */
  readonly show: 'disputed' | 'adjudicated' | 'any';
  /** Only units where one coder's last word is the first code and another's the second: what a cell of the confusion table opens. */
  readonly between: readonly [first: string, second: string] | null;
  /** Only this unit. */
  readonly unit: { readonly statementId: string; readonly variableKey: string } | null;
  readonly blind: BlindCoder | null;
  readonly limit: number;
}

/** SQL: whether somebody's last standing coding of the unit is that code. */
function lastWordIs(code: string): string {
  return `EXISTS (SELECT 1 FROM "Coding" c2 JOIN "Variable" x2 ON x2."id" = c2."variableId" JOIN "CodebookVersion" v2 ON v2."id" = x2."versionId"
      WHERE c2."statementId" = s."id" AND c2."variableKey" = r."variableKey" AND c2."withdrawnSeq" IS NULL AND c2."code" = ${code}
        AND NOT EXISTS (SELECT 1 FROM "Coding" c3 JOIN "Variable" x3 ON x3."id" = c3."variableId"
            JOIN "CodebookVersion" v3 ON v3."id" = x3."versionId"
          WHERE c3."statementId" = c2."statementId" AND c3."variableKey" = c2."variableKey" AND c3."coderId" = c2."coderId"
            AND c3."withdrawnSeq" IS NULL AND (v3."number", c3."round", c3."createdSeq") > (v2."number", c2."round", c2."createdSeq")))`;
}

/** Units to decide on, or decided, with the codings of all coders side by side. What the reader has to be blind for is not read at all. */
export function readDisputes(db: Database, query: DisputeQuery) {
  const parameters: Record<string, SqlValue> = {};
  const bind = bindInto(parameters);
  const hidden = isHidden(query.blind, 's."id"', 'r."variableKey"', bind);
  const shown = query.show === 'any' ? 'r."coders" > 1' : `r."basis" = ${bind(query.show)}`;
  const [first, second] = query.between ?? [null, null];
  const where = `s."eventId" = ${bind(query.eventId)} AND s."status" = 'published' AND ${shown}
    AND r."variableKey" IN (SELECT value FROM json_each(${bind(JSON.stringify(query.variableKeys))}))
    ${query.unit === null ? '' : `AND s."id" = ${bind(query.unit.statementId)} AND r."variableKey" = ${bind(query.unit.variableKey)}`}
    ${first === null || second === null ? '' : `AND ${lastWordIs(bind(first))} AND ${lastWordIs(bind(second))}`}`;
  const from = `"ResolvedCode" r JOIN "Statement" s ON s."id" = r."statementId"`;
  const count = z
    .object({ shown: z.number().nullable(), hidden: z.number().nullable() })
    .parse(
      db.rows.get(`SELECT sum(NOT ${hidden}) AS "shown", sum(${hidden}) AS "hidden" FROM ${from} WHERE ${where}`, parameters),
    );
  const disputes = db.rows
    .all(
      `SELECT r."statementId", r."variableKey", s."originalText" AS "text", s."language", s."attribution", t."text" AS "translation",
        t."language" AS "translationLanguage", r."basis", r."code"
      FROM ${from}
        LEFT JOIN "Translation" t ON t."id" = (SELECT l."id" FROM "Translation" l WHERE l."statementId" = s."id" ORDER BY l."createdSeq" DESC, l."id" LIMIT 1)
      WHERE ${where} AND NOT ${hidden}
      ORDER BY s."createdSeq", s."id", r."variableKey" LIMIT ${bind(query.limit)}`,
      parameters,
    )
    .map((row) => disputeRow.parse(row));
  const units = JSON.stringify(disputes.map(({ statementId, variableKey }) => [statementId, variableKey]));
  const codings = db.rows
    .all(
      `SELECT "id", "statementId", "variableKey", "coder", "coderId", "code", "codebookVersion", "round", "confidence", "rationale", "createdAt"
      FROM (
        SELECT c.*, k."name" AS "coder", v."number" AS "codebookVersion",
          row_number() OVER (PARTITION BY c."statementId", c."variableKey", c."coderId"
            ORDER BY v."number" DESC, c."round" DESC, c."createdSeq" DESC) AS "place"
        FROM "Coding" c JOIN "Coder" k ON k."id" = c."coderId" JOIN "Variable" x ON x."id" = c."variableId"
          JOIN "CodebookVersion" v ON v."id" = x."versionId"
        WHERE c."withdrawnSeq" IS NULL AND (c."statementId", c."variableKey") IN (SELECT value ->> 0, value ->> 1 FROM json_each(@units))
      ) WHERE "place" = 1 ORDER BY "createdAt", "id"`,
      { units },
    )
    .map((row) => codingRow.parse(row));
  const rulings = db.rows
    .all(
      `SELECT a."id", a."statementId", a."variableKey", a."code", a."basis", a."cause", a."note", k."name" AS "by", a."createdAt", a."reopenedAt"
      FROM "Adjudication" a JOIN "Coder" k ON k."id" = a."coderId"
      WHERE (a."statementId", a."variableKey") IN (SELECT value ->> 0, value ->> 1 FROM json_each(@units))
      ORDER BY a."createdSeq" DESC`,
      { units },
    )
    .map((row) => rulingRow.parse(row));
  return { disputes, codings, rulings, total: count.shown ?? 0, hidden: count.hidden ?? 0 };
}
