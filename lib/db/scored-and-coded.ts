import { z } from 'zod';
import type { ScoredAndCoded, ScorerReading } from '#lib/core/reliability/machine-agreement';
import { SENTIMENT_LABELS } from '#lib/core/score';
import { cutAtWord } from '#lib/core/text/cut-at-word';
import { type Bind, bindInto } from '#lib/db/bind-values';
import { type BlindCoder, isHidden, isScoreHidden } from '#lib/db/blind-coding';
import type { Database, SqlValue } from '#lib/db/open-database';

/** The variable in which people say how negative or positive a wording is. */
export const SENTIMENT_VARIABLE = 'sentiment';

const scoredRow = z.object({
  statementId: z.string(),
  scorer: z.string(),
  version: z.string(),
  language: z.string(),
  score: z.number().nullable(),
  label: z.enum(SENTIMENT_LABELS).nullable(),
  code: z.string(),
});

interface ScoredScope {
  readonly eventId: string;
  readonly blind: BlindCoder | null;
}

/** SQL: a score of an original text of the event that the reader may know. */
function isKnownScore({ blind }: ScoredScope, bind: Bind): string {
  return `s."eventId" = @event AND s."status" = 'published' AND m."reads" = 'original'
    AND NOT ${isScoreHidden(blind, 's."id"', bind)}`;
}

const readerRow = z.object({ scorer: z.string(), version: z.string(), language: z.string() });

/** Which scorers, in which version, give the current scores of an event's originals, and in which languages. */
export function readCurrentScorers(db: Database, scope: ScoredScope): ScorerReading[] {
  const parameters: Record<string, SqlValue> = { event: scope.eventId };
  const bind = bindInto(parameters);
  return db.rows
    .all(
      `SELECT g.* FROM (SELECT DISTINCT "scorer", "version", "language" FROM "MachineScore" WHERE "current" = 1 AND "reads" = 'original') g
      WHERE EXISTS (
        SELECT 1 FROM "MachineScore" m JOIN "Statement" s ON s."id" = m."statementId"
        WHERE m."scorer" = g."scorer" AND m."version" = g."version" AND m."language" = g."language" AND m."current" = 1 AND ${isKnownScore(scope, bind)})`,
      parameters,
    )
    .map((row) => readerRow.parse(row));
}

/** SQL: the score is the last that its version gave the text as one of that language. */
const IS_LAST_OF_VERSION = `NOT EXISTS (SELECT 1 FROM "MachineScore" l WHERE l."statementId" = m."statementId" AND l."reads" = m."reads"
  AND l."scorer" = m."scorer" AND l."version" = m."version" AND l."language" = m."language" AND l."createdSeq" > m."createdSeq")`;

/**
 * Scores of published texts beside the sentiment that people resolved for their statements, where they did.
 *
 * @param scores the current ones, or those of every version that ever scored the text
 * @param scale numbers of the codes of people's sentiment; codes without one count as uncoded.
 */
export function readScoredAndCoded(
  db: Database,
  scope: ScoredScope & { readonly scores: 'current' | 'every version'; readonly scale: ReadonlyMap<string, number> },
): ScoredAndCoded[] {
  const parameters: Record<string, SqlValue> = { event: scope.eventId, variable: SENTIMENT_VARIABLE };
  const bind = bindInto(parameters);
  const isMeant = scope.scores === 'current' ? 'm."current" = 1' : IS_LAST_OF_VERSION;
  // CROSS keeps SQLite from walking through all statements of the event: people code the tone of a few.
  const humanMax = Math.max(1, ...[...scope.scale.values()].map((value) => Math.abs(value)));
  return db.rows
    .all(
      `SELECT m."statementId", m."scorer", m."version", m."language", m."score", m."label", r."code"
      FROM "ResolvedCode" r CROSS JOIN "Statement" s ON s."id" = r."statementId" JOIN "MachineScore" m ON m."statementId" = s."id"
      WHERE r."variableKey" = @variable AND NOT ${isHidden(scope.blind, 's."id"', '@variable', bind)} AND ${isMeant} AND ${isKnownScore(scope, bind)}
      ORDER BY s."createdSeq", s."id"`,
      parameters,
    )
    .map((row) => {
      const { code, ...rest } = scoredRow.parse(row);
      return { ...rest, human: scope.scale.get(code) ?? null, humanMax };
    });
}

const excerptRow = z.object({ id: z.string(), text: z.string(), language: z.string() });

/** The start of a text, in its language. */
export type Excerpt = z.infer<typeof excerptRow>;

/** How much of a text an excerpt shows, in characters. */
const EXCERPT_LENGTH = 160;

/** Excerpts of published statements by their ids. */
export function readExcerpts(db: Database, ids: readonly string[]): ReadonlyMap<string, Excerpt> {
  const rows = db.rows.all(
    `SELECT "id", "language", substr("originalText", 1, ${EXCERPT_LENGTH + 1}) AS "text"
    FROM "Statement" WHERE "status" = 'published' AND "id" IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(ids) },
  );
  return new Map(
    rows
      .map((row) => excerptRow.parse(row))
      .map((excerpt) => [excerpt.id, { ...excerpt, text: cutAtWord(excerpt.text, EXCERPT_LENGTH) }]),
  );
}
