import { z } from 'zod';
import { type ResolvableAdjudication, type ResolvableCoding, resolveCode } from '#lib/core/resolve-code';
import { UNCODED } from '#lib/core/stance';
import { insertRows } from '#lib/db/insert-rows';
import type { Transaction } from '#lib/db/open-database';

const confidence = z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable();

/**
 * Works out the resolved codes of statements again from their codings and adjudications, and keeps them as rows that charts read
 * fast. Called in the transaction that changes a coding or an adjudication.
 *
 * @param statementIds ids of the statements whose rows changed; all their variables are resolved again.
 */
export async function refreshResolvedCodes(tx: Transaction, statementIds: readonly string[]): Promise<void> {
  const ids = [...new Set(statementIds)];
  const codings = await tx.coding.findMany({
    where: { statementId: { in: ids } },
    select: {
      statementId: true,
      variableKey: true,
      coderId: true,
      code: true,
      round: true,
      confidence: true,
      createdSeq: true,
      withdrawnSeq: true,
      variable: { select: { version: { select: { number: true } } } },
    },
  });
  const adjudications = await tx.adjudication.findMany({
    where: { statementId: { in: ids } },
    select: { statementId: true, variableKey: true, code: true, createdSeq: true, reopenedSeq: true },
  });

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
  for (const coding of codings) {
    groupOf(coding).codings.push({
      coderId: coding.coderId,
      code: coding.code,
      codebookVersion: coding.variable.version.number,
      round: coding.round,
      confidence: confidence.parse(coding.confidence),
      createdSeq: coding.createdSeq,
      withdrawn: coding.withdrawnSeq !== null,
    });
  }
  for (const adjudication of adjudications) {
    groupOf(adjudication).adjudications.push({
      code: adjudication.code,
      createdSeq: adjudication.createdSeq,
      reopened: adjudication.reopenedSeq !== null,
    });
  }

  const rows = [];
  for (const group of groups.values()) {
    const { code, basis, coders, minConfidence } = resolveCode(group);
    if (code === UNCODED) continue;
    rows.push({ statementId: group.statementId, variableKey: group.variableKey, code, basis, coders, minConfidence });
  }
  await tx.resolvedCode.deleteMany({ where: { statementId: { in: ids } } });
  await insertRows(tx, 'ResolvedCode', rows);
}
