import type { TextScore } from '#lib/core/score';
import { insertRows } from '#lib/db/insert-rows';
import type { Transaction } from '#lib/db/open-database';

/** A score of one text of a statement, about to be stored. */
export interface NewScore {
  readonly id: string;
  readonly statementId: string;
  /** Null when the original was read. */
  readonly translationId: string | null;
  readonly score: TextScore;
}

/**
 * Stores scores beside those of earlier scorers and makes them the current ones of their texts, then works out which score charts
 * read for each statement: the original's, else the translation's.
 */
export async function storeScores(tx: Transaction, scores: readonly NewScore[], at: string, seq: number): Promise<void> {
  if (scores.length === 0) return;
  const statementIds = [...new Set(scores.map((entry) => entry.statementId))];
  const texts = JSON.stringify(scores.map((entry) => [entry.statementId, entry.translationId]));
  await tx.$executeRaw`
    UPDATE "MachineScore" SET "current" = 0
    WHERE "current" = 1 AND ("statementId", ifnull("translationId", '')) IN (SELECT value ->> 0, ifnull(value ->> 1, '') FROM json_each(${texts}))`;
  // Scoring the same text again with the same version is the same row. The pluses keep the index of versions out of the plan: it
  // would walk through every score of the version, for each few hundred rows of an import.
  const versions = JSON.stringify(
    scores.map((entry) => [entry.statementId, entry.translationId, entry.score.scorer, entry.score.version]),
  );
  await tx.$executeRaw`
    DELETE FROM "MachineScore"
    WHERE "statementId" IN (SELECT value ->> 0 FROM json_each(${versions}))
      AND ("statementId", ifnull("translationId", ''), +"scorer", +"version") IN (
        SELECT value ->> 0, ifnull(value ->> 1, ''), value ->> 2, value ->> 3 FROM json_each(${versions}))`;
  await insertRows(
    tx,
    'MachineScore',
    scores.map(({ id, statementId, translationId, score }) => ({
      id,
      statementId,
      reads: translationId === null ? 'original' : 'translation',
      translationId,
      language: score.language,
      scorer: score.scorer,
      version: score.version,
      score: score.score,
      label: score.label,
      unsure: score.unsure ? 1 : 0,
      reason: score.reason,
      evidence: JSON.stringify({ ...score.evidence, probabilities: score.probabilities }),
      current: 1,
      createdAt: at,
      createdSeq: seq,
    })),
  );
  await refreshCurrentScores(tx, statementIds);
}

/** Rebuilds the cache of current scores for statements, from the current rows of their texts. */
export async function refreshCurrentScores(tx: Transaction, statementIds: readonly string[]): Promise<void> {
  const ids = JSON.stringify([...new Set(statementIds)]);
  await tx.$executeRaw`DELETE FROM "CurrentScore" WHERE "statementId" IN (SELECT value FROM json_each(${ids}))`;
  await tx.$executeRaw`
    INSERT INTO "CurrentScore" ("statementId", "scoreId", "score", "label", "unsure", "reason", "readingsDiffer")
    SELECT "statementId", "id", "score", "label", "unsure", "reason", "labels" > 1
    FROM (
      SELECT m.*,
        row_number() OVER (PARTITION BY m."statementId" ORDER BY m."score" IS NULL, m."reads" = 'translation', m."id") AS "place",
        (SELECT count(DISTINCT o."label") FROM "MachineScore" o WHERE o."statementId" = m."statementId" AND o."current" = 1) AS "labels"
      FROM "MachineScore" m
      WHERE m."current" = 1 AND m."statementId" IN (SELECT value FROM json_each(${ids}))
    )
    WHERE "place" = 1`;
}
