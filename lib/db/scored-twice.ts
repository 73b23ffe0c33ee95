import { z } from 'zod';
import type { VersionedScore } from '#lib/core/rescoring/explain-score-change';
import type { ScoredTwice } from '#lib/core/rescoring/summarise-moves';
import { NO_SCORE_REASONS, SENTIMENT_LABELS } from '#lib/core/score';
import { bindInto } from '#lib/db/bind-values';
import { type BlindCoder, isHidden, isScoreHidden } from '#lib/db/blind-coding';
import type { Database, SqlValue } from '#lib/db/open-database';
import { parseStoredEvidence } from '#lib/db/stored-evidence';

/** A scorer in one of its versions. */
export interface ScorerVersion {
  readonly scorer: string;
  readonly version: string;
}

const versionRow = z.object({ scorer: z.string(), version: z.string(), texts: z.int(), current: z.int(), since: z.string() });

/** A version that has scored an event: how many of its texts, and for how many it is the one that charts read. */
export type UsedVersion = z.infer<typeof versionRow>;

/**
 * Every version of every scorer whose rows an event holds, by name and then the order in which they came. Texts of published statements
 * only, and of those whose score the reader may know.
 */
export function readUsedVersions(db: Database, eventId: string, blind: BlindCoder | null): UsedVersion[] {
  const parameters: Record<string, SqlValue> = { event: eventId };
  const hidden = isScoreHidden(blind, 's."id"', bindInto(parameters));
  return db.rows
    .all(
      `SELECT m."scorer", m."version", count(*) AS "texts", sum(m."current") AS "current", min(m."createdAt") AS "since"
      FROM "MachineScore" m JOIN "Statement" s ON s."id" = m."statementId"
      WHERE s."eventId" = @event AND s."status" = 'published' AND NOT ${hidden}
      GROUP BY m."scorer", m."version" ORDER BY m."scorer", min(m."createdSeq"), m."version"`,
      parameters,
    )
    .map((row) => versionRow.parse(row));
}

const label = z.enum(SENTIMENT_LABELS).nullable();
const pairRow = z.object({
  statementId: z.string(),
  reads: z.enum(['original', 'translation']),
  camp: z.string().nullable(),
  beforeId: z.string(),
  beforeScore: z.number().nullable(),
  beforeLabel: label,
  beforeScorer: z.string(),
  beforeVersion: z.string(),
  afterId: z.string(),
  afterScore: z.number().nullable(),
  afterLabel: label,
  afterScorer: z.string(),
  afterVersion: z.string(),
});

/** Two scores of one text of a published statement, with the rows that hold their evidence. */
export interface ScorePair extends ScoredTwice {
  readonly reads: 'original' | 'translation';
  readonly before: ScoredTwice['before'] & ScorerVersion & { readonly id: string };
  readonly after: ScoredTwice['after'] & ScorerVersion & { readonly id: string };
}

/**
 * Every text of an event that has both scores.
 *
 * @param scope.before which version came first; null for the score that stood before the later one
 * @param scope.after which version came later; null for the current score
 */
export function readScorePairs(
  db: Database,
  scope: {
    readonly eventId: string;
    readonly blind: BlindCoder | null;
    readonly before: ScorerVersion | null;
    readonly after: ScorerVersion | null;
  },
): ScorePair[] {
  const parameters: Record<string, SqlValue> = { event: scope.eventId };
  const bind = bindInto(parameters);
  const isBy = (row: string, { scorer, version }: ScorerVersion) =>
    `${row}."scorer" = ${bind(scorer)} AND ${row}."version" = ${bind(version)}`;
  const isSameText = (row: string) => `${row}."statementId" = n."statementId" AND ${row}."translationId" IS n."translationId"`;
  const before =
    scope.before === null
      ? `o."id" = (SELECT e."id" FROM "MachineScore" e WHERE ${isSameText('e')} AND e."createdSeq" < n."createdSeq" ORDER BY e."createdSeq" DESC LIMIT 1)`
      : isBy('o', scope.before);
  return db.rows
    .all(
      `SELECT n."statementId", n."reads", r."code" AS "camp",
        o."id" AS "beforeId", o."score" AS "beforeScore", o."label" AS "beforeLabel", o."scorer" AS "beforeScorer", o."version" AS "beforeVersion",
        n."id" AS "afterId", n."score" AS "afterScore", n."label" AS "afterLabel", n."scorer" AS "afterScorer", n."version" AS "afterVersion"
      FROM "MachineScore" n
        JOIN "Statement" s ON s."id" = n."statementId"
        JOIN "MachineScore" o ON ${isSameText('o')} AND ${before}
        LEFT JOIN "ResolvedCode" r ON r."statementId" = s."id" AND r."variableKey" = 'camp'
          AND NOT ${isHidden(scope.blind, 's."id"', "'camp'", bind)}
      WHERE s."eventId" = @event AND s."status" = 'published'
        AND ${scope.after === null ? 'n."current" = 1' : isBy('n', scope.after)}
        AND NOT ${isScoreHidden(scope.blind, 's."id"', bind)}
      ORDER BY s."createdSeq", s."id", n."reads"`,
      parameters,
    )
    .map((each) => {
      const row = pairRow.parse(each);
      return {
        statementId: row.statementId,
        reads: row.reads,
        camp: row.camp,
        before: {
          id: row.beforeId,
          score: row.beforeScore,
          label: row.beforeLabel,
          scorer: row.beforeScorer,
          version: row.beforeVersion,
        },
        after: {
          id: row.afterId,
          score: row.afterScore,
          label: row.afterLabel,
          scorer: row.afterScorer,
          version: row.afterVersion,
        },
      };
    });
}

const scoreRow = z.object({
  id: z.string(),
  scorer: z.string(),
  version: z.string(),
  score: z.number().nullable(),
  label,
  unsure: z.int(),
  reason: z.enum(NO_SCORE_REASONS).nullable(),
  language: z.string(),
  evidence: z.string(),
});

/** A stored score with what it rests on and the language that it was read in. */
export interface StoredScore extends VersionedScore {
  readonly language: string;
}

/** Stored scores by the ids of their rows. */
export function readScoresWithEvidence(db: Database, ids: readonly string[]): ReadonlyMap<string, StoredScore> {
  const rows = db.rows.all(
    `SELECT "id", "scorer", "version", "score", "label", "unsure", "reason", "language", "evidence" FROM "MachineScore"
    WHERE "id" IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(ids) },
  );
  return new Map(
    rows.map((each) => {
      const { id, unsure, evidence: stored, ...row } = scoreRow.parse(each);
      const { probabilities, ...evidence } = parseStoredEvidence(stored);
      return [id, { ...row, unsure: unsure === 1, probabilities, evidence }];
    }),
  );
}
