import { z } from 'zod';
import type { Database } from '#lib/db/open-database';

const candidateRow = z.object({ id: z.string(), text: z.string(), language: z.string() });

/**
 * Published statements that share words with a text, the most alike by the index first: those that are worth comparing letter by letter.
 * Statements that are linked to the given one already, or were judged no duplicates of it, are left out.
 */
export function readCandidates(
  db: Database,
  query: {
    readonly eventId: string;
    readonly match: string;
    readonly exceptHash: string;
    readonly statementId?: string;
    readonly limit: number;
  },
): z.infer<typeof candidateRow>[] {
  return db.rows
    .all(
      `SELECT s."id", s."originalText" AS "text", s."language"
      FROM "StatementFts" f JOIN "StatementSearch" x ON x."rowid" = f."rowid" JOIN "Statement" s ON s."id" = x."statementId"
      WHERE "StatementFts" MATCH @match AND s."eventId" = @eventId AND s."status" = 'published' AND s."contentHash" <> @exceptHash
        AND s."id" <> @statementId
        AND NOT EXISTS (SELECT 1 FROM "DuplicatePair" d
          WHERE (d."firstId" = s."id" AND d."secondId" = @statementId) OR (d."secondId" = s."id" AND d."firstId" = @statementId))
      ORDER BY f."rank" LIMIT @limit`,
      {
        match: query.match,
        eventId: query.eventId,
        exceptHash: query.exceptHash,
        statementId: query.statementId ?? '',
        limit: query.limit,
      },
    )
    .map((row) => candidateRow.parse(row));
}
