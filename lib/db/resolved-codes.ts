import { z } from 'zod';
import { type ResolvableAdjudication, type ResolvableCoding, resolveCode } from '#lib/core/resolve-code';
import { UNCODED } from '#lib/core/stance';
import { insertRows } from '#lib/db/insert-rows';
import type { Transaction } from '#lib/db/open-database';

const codingRow = z.object({
  statementId: z.string(),
  variableKey: z.string(),
  coderId: z.string(),
  code: z.string(),
  codebookVersion: z.coerce.number(),
  round: z.coerce.number(),
  confidence: z.preprocess(
    (value) => (value === null ? null : Number(value)),
    z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  ),
  createdSeq: z.coerce.number(),
  withdrawn: z.coerce.number().transform((withdrawn) => withdrawn === 1),
});

const adjudicationRow = z.object({
  statementId: z.string(),
  variableKey: z.string(),
  code: z.string(),
  createdSeq: z.coerce.number(),
  reopened: z.coerce.number().transform((reopened) => reopened === 1),
});

/**
 * Works out the resolved codes of statements again from their codings and adjudications, and keeps them as rows that charts read
 * fast. Called in the transaction that changes a coding or an adjudication.
 *
 * @param statementIds ids of the statements whose rows changed; all their variables are resolved again.
 */
export async function refreshResolvedCodes(tx: Transaction, statementIds: readonly string[]): Promise<void> {
  const ids = JSON.stringify([...new Set(statementIds)]);
  // Prisma's findMany takes five times as long for the rows of an import: it asks for the versions apart and puts them together.
  const codings = await tx.$queryRaw<unknown[]>`
    SELECT k."statementId", k."variableKey", k."coderId", k."code", v."number" AS "codebookVersion", k."round", k."confidence",
      k."createdSeq", k."withdrawnSeq" IS NOT NULL AS "withdrawn"
    FROM "Coding" k JOIN "Variable" x ON x."id" = k."variableId" JOIN "CodebookVersion" v ON v."id" = x."versionId"
    WHERE k."statementId" IN (SELECT value FROM json_each(${ids}))`;
  const adjudications = await tx.$queryRaw<unknown[]>`
    SELECT "statementId", "variableKey", "code", "createdSeq", "reopenedSeq" IS NOT NULL AS "reopened"
    FROM "Adjudication" WHERE "statementId" IN (SELECT value FROM json_each(${ids}))`;

  interface Rows {
    readonly statementId: string;
    readonly variableKey: string;
    readonly codings: ResolvableCoding[];
    readonly adjudications: ResolvableAdjudication[];
  }
  const groups = new Map<string, Rows>();
  const groupOf = ({ statementId, variableKey }: { statementId: string; variableKey: string }): Rows => {
    const key = `${statementId} ${variableKey}`;
    const known = groups.get(key);
    if (known) return known;
    const made: Rows = { statementId, variableKey, codings: [], adjudications: [] };
    groups.set(key, made);
    return made;
  };
  for (const row of codings) {
    const coding = codingRow.parse(row);
    groupOf(coding).codings.push(coding);
  }
  for (const row of adjudications) {
    const adjudication = adjudicationRow.parse(row);
    groupOf(adjudication).adjudications.push(adjudication);
  }

  const rows = [];
  for (const group of groups.values()) {
    const { code, basis, coders, minConfidence } = resolveCode(group);
    if (code === UNCODED) continue;
    rows.push({ statementId: group.statementId, variableKey: group.variableKey, code, basis, coders, minConfidence });
  }
  await tx.$executeRaw`DELETE FROM "ResolvedCode" WHERE "statementId" IN (SELECT value FROM json_each(${ids}))`;
  await insertRows(tx, 'ResolvedCode', rows);
}
