import { z } from 'zod';
import type { ChartStatement } from '#lib/core/chart-statement';
import { SENTIMENT_LABELS } from '#lib/core/score';
import { ATTRIBUTIONS, RESOLVED_STANCES, UNCODED } from '#lib/core/stance';
import { cutAtWord } from '#lib/core/text/cut-at-word';
import type { Database } from '#lib/db/open-database';
import { type StatementScope, statementQuery } from '#lib/db/statement-query';

/** An excerpt at a mark is at most this long, in characters. */
const EXCERPT_LENGTH = 200;

const chartRow = z.object({
  id: z.string(),
  camp: z.string(),
  stance: z.enum(RESOLVED_STANCES),
  score: z.number().nullable(),
  label: z.enum(SENTIMENT_LABELS).nullable(),
  unsure: z.number(),
  attribution: z.enum(ATTRIBUTIONS),
  language: z.string(),
  saidOn: z.string().nullable(),
  sourceId: z.string().nullable(),
  speakerId: z.string().nullable(),
  excerpt: z.string(),
  excerptLanguage: z.string(),
  isDuplicate: z.number(),
  lowConfidence: z.number(),
});

/**
 * The statements of a scope as charts read them. Context camps and duplicates are among them unless the filter names camps: the charts
 * count out what they leave out.
 *
 * @param readerLanguage `en` or `ar`: excerpts are in it where the original or a translation is.
 */
export function readChartStatements(db: Database, scope: StatementScope, readerLanguage: string): ChartStatement[] {
  const { filter } = scope;
  const query = statementQuery({
    ...scope,
    filter: { ...filter, context: 'in', duplicates: filter.duplicates === 'only' ? 'only' : 'in' },
  });
  const isDuplicate =
    filter.asof === null ? 's."duplicateOfId" IS NOT NULL' : `ifnull(s."duplicateSeq" <= ${Number(filter.asof)}, 0)`;
  const rows = db.rows.all(
    `${query.with}
    SELECT s."id", ifnull(camp."code", '${UNCODED}') AS "camp", ifnull(stance."code", '${UNCODED}') AS "stance",
      score."score", score."label", ifnull(score."unsure", 0) AS "unsure", s."attribution", s."language", s."saidOn", s."sourceId", s."speakerId",
      substr(ifnull(t."text", s."originalText"), 1, ${EXCERPT_LENGTH + 1}) AS "excerpt", ifnull(t."language", s."language") AS "excerptLanguage",
      ${filter.duplicates === 'out' ? isDuplicate : '0'} AS "isDuplicate", ifnull(stance."minConfidence", 3) = 1 AS "lowConfidence"
    FROM ${query.from}
      LEFT JOIN "Translation" t ON t."statementId" = s."id" AND t."language" = @reader AND s."language" <> @reader AND s."language" NOT LIKE @readerRegion
    WHERE ${query.where}
    ORDER BY s."createdSeq", s."id"`,
    { ...query.parameters, reader: readerLanguage, readerRegion: `${readerLanguage}-%` },
  );
  return rows.map((row) => {
    const { excerpt, unsure, isDuplicate: duplicate, lowConfidence, ...rest } = chartRow.parse(row);
    return {
      ...rest,
      excerpt: cutAtWord(excerpt, EXCERPT_LENGTH),
      unsure: unsure === 1,
      isDuplicate: duplicate === 1,
      lowConfidence: lowConfidence === 1,
    };
  });
}
