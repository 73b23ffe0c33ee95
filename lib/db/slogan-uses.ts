import { z } from 'zod';
import type { SloganCount } from '#lib/core/charts/slogans-by-use';
import { SLOGAN_USES, type SloganUse } from '#lib/core/stance';
import { SLOGAN_VARIABLE } from '#lib/db/blind-coding';
import type { Database } from '#lib/db/open-database';
import { type StatementScope, statementQuery } from '#lib/db/statement-query';

const useRow = z.object({
  slug: z.string(),
  label: z.string(),
  language: z.string(),
  use: z.string(),
  count: z.number(),
});

function knownUse(code: string): SloganUse {
  return SLOGAN_USES.find((use) => use === code) ?? 'unclear';
}

/**
 * The slogans of a scope and how its statements use them. A use that coders dispute, or that nobody has coded, counts as unclear: it
 * is not settled how the slogan is meant.
 */
export function readSloganUses(db: Database, scope: StatementScope): SloganCount[] {
  const query = statementQuery(scope);
  const resolved = scope.filter.asof === null ? '"ResolvedCode"' : '"ResolvedThen"';
  const rows = db.rows
    .all(
      `${query.with}
      SELECT g."slug", g."canonical" AS "label", g."language", ifnull(coded."code", '') AS "use", count(*) AS "count"
      FROM ${query.from}
        JOIN "SloganUse" u ON u."statementId" = s."id"
        JOIN "Slogan" g ON g."id" = u."sloganId"
        LEFT JOIN ${resolved} coded ON coded."statementId" = s."id" AND coded."variableKey" = '${SLOGAN_VARIABLE}'
          AND NOT ${query.isHidden(`'${SLOGAN_VARIABLE}'`)}
      WHERE ${query.where}
      GROUP BY g."id", 4 ORDER BY g."slug"`,
      query.parameters,
    )
    .map((row) => useRow.parse(row));
  const slogans = new Map<string, { label: string; labelLanguage: string; uses: Record<SloganUse, number> }>();
  for (const { slug, label, language, use, count } of rows) {
    const slogan = slogans.get(slug) ?? { label, labelLanguage: language, uses: { endorse: 0, mock: 0, report: 0, unclear: 0 } };
    slogan.uses[knownUse(use)] += count;
    slogans.set(slug, slogan);
  }
  return [...slogans].map(([id, slogan]) => ({ id, ...slogan }));
}
