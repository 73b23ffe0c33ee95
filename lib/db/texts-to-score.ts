import { z } from 'zod';
import type { Database } from '#lib/db/open-database';

const row = z.object({
  key: z.string(),
  statementId: z.string(),
  translationId: z.string().nullable(),
  text: z.string(),
  language: z.string(),
  scorer: z.string().nullable(),
  version: z.string().nullable(),
  score: z.number().nullable(),
});

/** A text of a statement with its current score. */
export interface TextToScore {
  readonly key: string;
  readonly statementId: string;
  /** Null for the original. */
  readonly translationId: string | null;
  readonly text: string;
  readonly language: string;
  readonly current: { readonly scorer: string; readonly version: string; readonly score: number | null } | null;
}

/** The next texts of an event in the order of their keys, originals and translations, deleted statements apart. */
export function readTextsToScore(db: Database, eventId: string, after: string, limit: number): TextToScore[] {
  return db.rows
    .all(
      `SELECT x."key", x."statementId", x."translationId", x."text", x."language", m."scorer", m."version", m."score" FROM (
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
      const { scorer, version, score, ...text } = row.parse(each);
      return { ...text, current: scorer === null || version === null ? null : { scorer, version, score } };
    });
}
