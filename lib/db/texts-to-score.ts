import { z } from 'zod';
import type { VersionedScore } from '#lib/core/rescoring/explain-score-change';
import { NO_SCORE_REASONS, SENTIMENT_LABELS } from '#lib/core/score';
import type { Database } from '#lib/db/open-database';
import { parseStoredEvidence } from '#lib/db/stored-evidence';

const row = z.object({
  key: z.string(),
  statementId: z.string(),
  translationId: z.string().nullable(),
  text: z.string(),
  language: z.string(),
  scorer: z.string().nullable(),
  version: z.string().nullable(),
  score: z.number().nullable(),
  label: z.enum(SENTIMENT_LABELS).nullable(),
  unsure: z.int().nullable(),
  reason: z.enum(NO_SCORE_REASONS).nullable(),
  evidence: z.string().nullable(),
});

/** A text of a statement with its current score. */
export interface TextToScore {
  readonly key: string;
  readonly statementId: string;
  /** Null for the original. */
  readonly translationId: string | null;
  readonly text: string;
  readonly language: string;
  readonly current: VersionedScore | null;
}

/** The next texts of an event in the order of their keys, originals and translations, deleted statements apart. */
export function readTextsToScore(db: Database, eventId: string, after: string, limit: number): TextToScore[] {
  return db.rows
    .all(
      `SELECT x."key", x."statementId", x."translationId", x."text", x."language", m."scorer", m."version", m."score", m."label", m."unsure", m."reason", m."evidence" FROM (
        SELECT s."id" || ' ' AS "key", s."id" AS "statementId", NULL AS "translationId", s."originalText" AS "text", s."language"
        FROM "Statement" s WHERE s."eventId" = @event AND s."status" <> 'deleted'
        UNION ALL
        SELECT s."id" || ' ' || t."id", s."id", t."id", t."text", t."language"
        FROM "Translation" t JOIN "Statement" s ON s."id" = t."statementId" WHERE s."eventId" = @event AND s."status" <> 'deleted'
      ) x
      LEFT JOIN "MachineScore" m ON m."statementId" = x."statementId" AND m."translationId" IS x."translationId" AND m."current" = 1
      WHERE x."key" > @after ORDER BY x."key" LIMIT @limit`,
      { event: eventId, after, limit },
    )
    .map((each) => {
      const { scorer, version, score, label, unsure, reason, evidence: stored, ...text } = row.parse(each);
      if (scorer === null || version === null || stored === null) return { ...text, current: null };
      const { probabilities, ...evidence } = parseStoredEvidence(stored);
      return { ...text, current: { scorer, version, score, label, unsure: unsure === 1, reason, probabilities, evidence } };
    });
}
