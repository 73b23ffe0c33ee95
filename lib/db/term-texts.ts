import { z } from 'zod';
import type { Database } from '#lib/db/open-database';
import { type StatementScope, statementQuery } from '#lib/db/statement-query';

const textRow = z.object({ id: z.string(), text: z.string() });

/**
 * The text of each statement of a scope in one language: the original where it is in it, else its latest translation into it.
 * Statements that have none are left out.
 */
export function readTermTexts(db: Database, scope: StatementScope, language: 'en' | 'ar'): ReadonlyMap<string, string> {
  const query = statementQuery(scope);
  const rows = db.rows
    .all(
      `${query.with}
      SELECT "id", "text" FROM (
        SELECT s."id", CASE WHEN s."language" = @read OR s."language" LIKE @readRegion THEN s."originalText"
          ELSE (SELECT t."text" FROM "Translation" t WHERE t."statementId" = s."id" AND (t."language" = @read OR t."language" LIKE @readRegion)
            ORDER BY t."createdSeq" DESC, t."id" LIMIT 1) END AS "text"
        FROM ${query.from}
        WHERE ${query.where}
      ) WHERE "text" IS NOT NULL`,
      { ...query.parameters, read: language, readRegion: `${language}-%` },
    )
    .map((row) => textRow.parse(row));
  return new Map(rows.map(({ id, text }) => [id, text]));
}
