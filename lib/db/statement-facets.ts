import { z } from 'zod';
import type { Facet } from '#lib/core/filter/statement-filter';
import { DISPUTED, SPEAKER_RISKS, UNCODED } from '#lib/core/stance';
import { shownSpeakerName } from '#lib/core/statement/speaker-name';
import type { Database } from '#lib/db/open-database';
import { type StatementQuery, type StatementScope, statementQuery } from '#lib/db/statement-query';

/** A value of a facet and how many statements it would leave, under all other parts of the filter. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
  /** Words for a value that is an id: a source's or coder's name; null where the dictionaries have the words. */
  readonly label: string | null;
}

/** The facets whose values are counted. */
export const COUNTED_FACETS = [
  'camp',
  'stance',
  'attribution',
  'language',
  'source',
  'speaker',
  'coder',
  'scored',
  'disputed',
  'lowConfidence',
  'duplicates',
  'batch',
] as const satisfies readonly Facet[];
export type CountedFacet = (typeof COUNTED_FACETS)[number];

const countRow = z.object({ value: z.string(), count: z.number(), label: z.string().nullable() });
const speakerRow = z.object({
  value: z.string(),
  count: z.number(),
  name: z.string().nullable(),
  pseudonym: z.string().nullable(),
  risk: z.enum(SPEAKER_RISKS),
});

/** What is grouped by: the value, its words, and joins beyond those of every query. */
const GROUPS: Readonly<
  Record<Exclude<CountedFacet, 'speaker' | 'coder'>, { readonly value: string; readonly label?: string; readonly join?: string }>
> = {
  camp: { value: `ifnull(camp."code", '${UNCODED}')` },
  stance: { value: `ifnull(stance."code", '${UNCODED}')` },
  attribution: { value: 's."attribution"' },
  language: { value: 's."language"' },
  source: {
    value: 's."sourceId"',
    label: `max(coalesce(o."outlet" || ': ' || o."title", o."outlet", o."title", o."url", ''))`,
    join: 'JOIN "Source" o ON o."id" = s."sourceId"',
  },
  scored: { value: `CASE WHEN score."score" IS NULL THEN 'no' ELSE 'yes' END` },
  disputed: {
    value: `CASE WHEN ifnull(stance."code", '') = '${DISPUTED}' OR ifnull(camp."code", '') = '${DISPUTED}' THEN 'yes' ELSE 'no' END`,
  },
  lowConfidence: { value: `CASE WHEN ifnull(stance."minConfidence", 3) = 1 THEN 'yes' ELSE 'no' END` },
  duplicates: { value: `CASE WHEN s."duplicateOfId" IS NULL THEN 'out' ELSE 'only' END` },
  batch: { value: 's."importBatchId"', label: 'max(b."fileName")', join: 'JOIN "ImportBatch" b ON b."id" = s."importBatchId"' },
};

/** Each coder once a statement; who coded what somebody has to be blind for is not counted for them. */
function coderGroup(query: StatementQuery) {
  return {
    value: 'r."id"',
    label: 'max(r."name")',
    join: `JOIN "Coder" r ON EXISTS (SELECT 1 FROM "Coding" k WHERE k."statementId" = s."id" AND k."coderId" = r."id"
      AND k."withdrawnSeq" IS NULL AND NOT ${query.isHidden('k."variableKey"')})`,
  };
}

/** Most values of one facet that are listed; a search narrows the rest. */
const VALUES_LISTED = 100;

function countFacet(db: Database, scope: StatementScope, facet: CountedFacet): FacetCount[] {
  const query = statementQuery(scope, facet);
  if (facet === 'speaker') {
    return db.rows
      .all(
        `${query.with} SELECT p."id" AS "value", count(*) AS "count", p."displayName" AS "name", p."pseudonym", p."risk"
        FROM ${query.from} JOIN "Speaker" p ON p."id" = s."speakerId"
        WHERE ${query.where} GROUP BY p."id" ORDER BY 2 DESC, 1 LIMIT ${VALUES_LISTED}`,
        query.parameters,
      )
      .map((row) => speakerRow.parse(row))
      .flatMap(({ value, count, ...speaker }) => {
        const label = shownSpeakerName(speaker);
        return label === null ? [] : [{ value, count, label }];
      });
  }
  const { value, label = 'NULL', join = '' } = facet === 'coder' ? coderGroup(query) : GROUPS[facet];
  return db.rows
    .all(
      `${query.with} SELECT ${value} AS "value", count(*) AS "count", ${label} AS "label"
      FROM ${query.from} ${join}
      WHERE ${query.where} GROUP BY 1 HAVING "value" IS NOT NULL ORDER BY 2 DESC, 1 LIMIT ${VALUES_LISTED}`,
      query.parameters,
    )
    .map((row) => countRow.parse(row));
}

/** Counts beside the values of every facet; each respects all other parts of the filter but its own. */
export function readFacets(db: Database, scope: StatementScope): Readonly<Record<CountedFacet, readonly FacetCount[]>> {
  return {
    camp: countFacet(db, scope, 'camp'),
    stance: countFacet(db, scope, 'stance'),
    attribution: countFacet(db, scope, 'attribution'),
    language: countFacet(db, scope, 'language'),
    source: countFacet(db, scope, 'source'),
    speaker: countFacet(db, scope, 'speaker'),
    coder: countFacet(db, scope, 'coder'),
    scored: countFacet(db, scope, 'scored'),
    disputed: countFacet(db, scope, 'disputed'),
    lowConfidence: countFacet(db, scope, 'lowConfidence'),
    duplicates: countFacet(db, scope, 'duplicates'),
    batch: countFacet(db, scope, 'batch'),
  };
}
