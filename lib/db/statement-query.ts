import { dateBounds, type Facet, parseCursor, type StatementFilter } from '#lib/core/filter/statement-filter';
import { toMatch } from '#lib/core/search/to-match';
import { DISPUTED, SLOGAN_USES, UNCODED } from '#lib/core/stance';
import { bindInto } from '#lib/db/bind-values';
import { type BlindCoder, isHidden, isScoreHidden, SLOGAN_VARIABLE } from '#lib/db/blind-coding';
import type { EventRecord } from '#lib/db/events';
import type { SqlParameters, SqlValue } from '#lib/db/open-database';

/** What a query of statements starts from. */
export interface StatementScope {
  readonly event: EventRecord;
  /** Slug of the target whose stance is meant. */
  readonly target: string;
  readonly filter: StatementFilter;
  /** A reader who codes: what they have not coded yet looks as if nobody had, and has no score. */
  readonly blind?: BlindCoder | null;
}

/** Parts of a SELECT over the statements of a scope: `s`, `camp`, `stance` and `score` are the names of its tables. */
export interface StatementQuery {
  readonly with: string;
  readonly from: string;
  readonly where: string;
  readonly parameters: SqlParameters;
  /** SQL: whether codings of `s` on a variable (SQL of its key) are kept from the reader. */
  readonly isHidden: (variable: string) => string;
}

/** Anything else, a dispute included, leaves open how a slogan is meant. */
const SETTLED_USES = SLOGAN_USES.filter((use) => use !== 'unclear');

/** Collects the values of a statement, lists of them too. */
function createBinder() {
  const parameters: Record<string, SqlValue> = {};
  const bind = bindInto(parameters);
  return {
    parameters,
    bind,
    list: (values: readonly SqlValue[]): string => `(${values.map(bind).join(', ')})`,
  };
}

type Binder = ReturnType<typeof createBinder>;

/** The variable that holds the stance towards a target. */
export function stanceVariable(target: string): string {
  return `stance.${target}`;
}

/**
 * Resolved codes and current scores as they stood at a log row, worked out from the rows by the same rules as the caches: the latest
 * adjudication, else what all latest codings agree on, else disputed.
 */
function tablesAsOf(asof: string): string {
  return `WITH
  "latest" AS (
    SELECT c."statementId", c."variableKey", c."code", c."confidence",
      row_number() OVER (PARTITION BY c."statementId", c."variableKey", c."coderId" ORDER BY v."number" DESC, c."round" DESC, c."createdSeq" DESC) AS "place"
    FROM "Coding" c JOIN "Variable" x ON x."id" = c."variableId" JOIN "CodebookVersion" v ON v."id" = x."versionId"
    WHERE c."createdSeq" <= ${asof} AND (c."withdrawnSeq" IS NULL OR c."withdrawnSeq" > ${asof})
  ),
  "coded" AS (
    SELECT "statementId", "variableKey", count(*) AS "coders", min("confidence") AS "minConfidence",
      CASE WHEN count(DISTINCT "code") > 1 THEN '${DISPUTED}' ELSE min("code") END AS "code",
      CASE WHEN count(DISTINCT "code") > 1 THEN 'disputed' WHEN count(*) = 1 THEN 'single' ELSE 'agreed' END AS "basis"
    FROM "latest" WHERE "place" = 1 GROUP BY "statementId", "variableKey"
  ),
  "ruled" AS (
    SELECT a."statementId", a."variableKey", a."code",
      row_number() OVER (PARTITION BY a."statementId", a."variableKey" ORDER BY a."createdSeq" DESC) AS "place"
    FROM "Adjudication" a
    WHERE a."createdSeq" <= ${asof} AND (a."reopenedSeq" IS NULL OR a."reopenedSeq" > ${asof})
  ),
  "ResolvedThen" AS (
    SELECT "statementId", "variableKey", "code", 'adjudicated' AS "basis", 0 AS "coders", NULL AS "minConfidence" FROM "ruled" WHERE "place" = 1
    UNION ALL
    SELECT c."statementId", c."variableKey", c."code", c."basis", c."coders", c."minConfidence" FROM "coded" c
    WHERE NOT EXISTS (SELECT 1 FROM "ruled" r WHERE r."place" = 1 AND r."statementId" = c."statementId" AND r."variableKey" = c."variableKey")
  ),
  "texts" AS (
    SELECT m.*, row_number() OVER (PARTITION BY m."statementId", m."translationId" ORDER BY m."createdSeq" DESC, m."id" DESC) AS "place"
    FROM "MachineScore" m WHERE m."createdSeq" <= ${asof}
  ),
  "ScoreThen" AS (
    SELECT "statementId", "id" AS "scoreId", "score", "label", "unsure", "reason", 0 AS "readingsDiffer" FROM (
      SELECT t.*, row_number() OVER (PARTITION BY t."statementId" ORDER BY t."score" IS NULL, t."reads" = 'translation', t."id") AS "first"
      FROM "texts" t WHERE t."place" = 1
    ) WHERE "first" = 1
  )`;
}

function codeCondition(column: string, values: readonly string[], binder: Binder): string {
  const codes = values.filter((value) => value !== UNCODED);
  const parts = [];
  if (codes.length > 0) parts.push(`${column} IN ${binder.list(codes)}`);
  if (values.includes(UNCODED)) parts.push(`${column} IS NULL`);
  return `(${parts.join(' OR ')})`;
}

/** The condition that a statement is found by a search, whatever was typed. */
function searchCondition(query: string, binder: Binder): string {
  const search = toMatch(query);
  if (search.kind === 'all') return '1';
  if (search.kind === 'nothing') return '0';
  const found = `SELECT x."statementId" FROM "StatementFts" f JOIN "StatementSearch" x ON x."rowid" = f."rowid"
      WHERE "StatementFts" MATCH ${binder.bind(search.match)}`;
  return `s."id" ${search.kind === 'except' ? 'NOT IN' : 'IN'} (${found})`;
}

const YES = { yes: '', no: 'NOT ' } as const;

/**
 * A date that is known to the year or the month only is in a range when every day it can mean is: its first and last day as text.
 */
const FIRST_DAY = `(s."saidOn" || substr('-01-01', length(s."saidOn") - 3))`;
const LAST_DAY = `CASE length(s."saidOn") WHEN 4 THEN s."saidOn" || '-12-31' WHEN 7 THEN date(s."saidOn" || '-01', '+1 month', '-1 day') ELSE s."saidOn" END`;

/**
 * Turns a filter into SQL. Only published statements are ever in a query: what is withheld or deleted is left out here, once, for all
 * pages, charts, files and doors.
 *
 * @param without a facet to leave out, for counting its values under the other filters.
 */
export function statementQuery(
  { event, target, filter, blind = null }: StatementScope,
  without: Facet | null = null,
): StatementQuery {
  const binder = createBinder();
  const hidden = (variable: string) => isHidden(blind, 's."id"', variable, (value) => binder.bind(value));
  const on = <F extends Facet>(facet: F): StatementFilter[F] | null => (facet === without ? null : filter[facet]);
  const asof = filter.asof === null ? null : binder.bind(filter.asof);
  const resolved = asof === null ? '"ResolvedCode"' : '"ResolvedThen"';
  const scores = asof === null ? '"CurrentScore"' : '"ScoreThen"';
  const stanceKey = binder.bind(stanceVariable(target));
  const from = `"Statement" s
    LEFT JOIN ${resolved} camp ON camp."statementId" = s."id" AND camp."variableKey" = 'camp' AND NOT ${hidden("'camp'")}
    LEFT JOIN ${resolved} stance ON stance."statementId" = s."id" AND stance."variableKey" = ${stanceKey} AND NOT ${hidden(stanceKey)}
    LEFT JOIN ${scores} score ON score."statementId" = s."id" AND NOT ${isScoreHidden(blind, 's."id"', (value) => binder.bind(value))}`;

  const q = on('q');
  // A search knows better than the event's index which rows to look at: the plus keeps that index out of the plan.
  const plus = q !== null && toMatch(q).kind === 'matching' ? '+' : '';
  const where = [`${plus}s."eventId" = ${binder.bind(event.id)}`, `${plus}s."status" = 'published'`];
  if (asof !== null) where.push(`s."createdSeq" <= ${asof}`);
  if (q !== null) where.push(searchCondition(q, binder));
  const camps = on('camp') ?? [];
  if (camps.length > 0) where.push(codeCondition('camp."code"', camps, binder));
  else if (filter.context === 'out' && without !== 'context') {
    const context = event.camps.filter((camp) => camp.role === 'context').map((camp) => camp.slug);
    if (context.length > 0) where.push(`(camp."code" IS NULL OR camp."code" NOT IN ${binder.list(context)})`);
  }
  const stances = on('stance') ?? [];
  if (stances.length > 0) where.push(codeCondition('stance."code"', stances, binder));
  const attributions = on('attribution') ?? [];
  if (attributions.length > 0) where.push(`s."attribution" IN ${binder.list(attributions)}`);
  const languages = on('language') ?? [];
  if (languages.length > 0) {
    const each = languages.map((tag) => `s."language" = ${binder.bind(tag)} OR s."language" LIKE ${binder.bind(`${tag}-%`)}`);
    where.push(`(${each.join(' OR ')})`);
  }
  const sources = on('source') ?? [];
  if (sources.length > 0) where.push(`s."sourceId" IN ${binder.list(sources)}`);
  const speakers = on('speaker') ?? [];
  if (speakers.length > 0) where.push(`s."speakerId" IN ${binder.list(speakers)}`);
  const coders = on('coder') ?? [];
  if (coders.length > 0) {
    where.push(
      `EXISTS (SELECT 1 FROM "Coding" k WHERE k."statementId" = s."id" AND k."withdrawnSeq" IS NULL AND k."coderId" IN ${binder.list(coders)}
        AND NOT ${hidden('k."variableKey"')})`,
    );
  }
  const bounds = dateBounds(filter);
  if (without !== 'from' && without !== 'to') {
    if (bounds.from !== null) where.push(`${FIRST_DAY} >= ${binder.bind(bounds.from)}`);
    if (bounds.to !== null) where.push(`${LAST_DAY} <= ${binder.bind(bounds.to)}`);
  }
  const scoreMin = on('scoreMin');
  if (scoreMin !== null) where.push(`score."score" >= ${binder.bind(scoreMin)}`);
  const scoreMax = on('scoreMax');
  if (scoreMax !== null) where.push(`score."score" <= ${binder.bind(scoreMax)}`);
  const scored = on('scored');
  if (scored !== null) where.push(`score."score" IS ${scored === 'yes' ? 'NOT NULL' : 'NULL'}`);
  const sentiments = on('sentiment') ?? [];
  if (sentiments.length > 0) where.push(`ifnull(score."label", 'not_scored') IN ${binder.list(sentiments)}`);
  const disputed = on('disputed');
  if (disputed !== null)
    where.push(`${YES[disputed]}(ifnull(stance."code", '') = '${DISPUTED}' OR ifnull(camp."code", '') = '${DISPUTED}')`);
  const lowConfidence = on('lowConfidence');
  if (lowConfidence !== null) where.push(`${YES[lowConfidence]}(ifnull(stance."minConfidence", 3) = 1)`);
  const duplicate = asof === null ? 's."duplicateOfId" IS NOT NULL' : `ifnull(s."duplicateSeq" <= ${asof}, 0)`;
  if (without !== 'duplicates') {
    if (filter.duplicates === 'out') where.push(`NOT (${duplicate})`);
    if (filter.duplicates === 'only') where.push(duplicate);
  }
  const batches = on('batch') ?? [];
  if (batches.length > 0) where.push(`s."importBatchId" IN ${binder.list(batches)}`);

  const slogans = on('slogan') ?? [];
  if (slogans.length > 0) {
    where.push(
      `EXISTS (SELECT 1 FROM "SloganUse" u JOIN "Slogan" g ON g."id" = u."sloganId" WHERE u."statementId" = s."id" AND g."slug" IN ${binder.list(slogans)})`,
    );
  }
  const uses = on('use') ?? [];
  if (uses.length > 0) {
    const code = `(SELECT c."code" FROM ${resolved} c WHERE c."statementId" = s."id" AND c."variableKey" = '${SLOGAN_VARIABLE}'
        AND NOT ${hidden(`'${SLOGAN_VARIABLE}'`)})`;
    where.push(
      `EXISTS (SELECT 1 FROM "SloganUse" u WHERE u."statementId" = s."id")
        AND CASE WHEN ${code} IN ${binder.list(SETTLED_USES)} THEN ${code} ELSE 'unclear' END IN ${binder.list(uses)}`,
    );
  }

  return {
    with: asof === null ? '' : tablesAsOf(asof),
    from,
    where: where.join('\n    AND '),
    parameters: binder.parameters,
    isHidden: hidden,
  };
}

const SORT_VALUE = {
  added: 's."createdSeq"',
  said: 's."saidOn"',
  score: 'score."score"',
  camp: 'camp."code"',
} as const;

type SortName = keyof typeof SORT_VALUE;

function isSortName(name: string): name is SortName {
  return Object.hasOwn(SORT_VALUE, name);
}

/** The order of a list, what its cursor holds, and the condition that starts a page behind a cursor. */
export function pageOrder(filter: StatementFilter): {
  readonly value: string;
  readonly orderBy: string;
  /** The same order where value and id have other names. */
  readonly orderOf: (value: string, id: string) => string;
  readonly after: string;
  readonly parameters: SqlParameters;
} {
  const isDownwards = filter.sort.startsWith('-');
  const name = filter.sort.replace(/^-/, '');
  const value = SORT_VALUE[isSortName(name) ? name : 'added'];
  const direction = isDownwards ? 'DESC' : 'ASC';
  const beyond = isDownwards ? '<' : '>';
  // Every statement has its place in the log: without the question an index has this order, and nothing is sorted.
  const isNeverNull = name === 'added';
  const orderOf = (by: string, id: string) => `${isNeverNull ? '' : `${by} IS NULL, `}${by} ${direction}, ${id} ${direction}`;
  const orderBy = orderOf(value, 's."id"');
  const cursor = filter.after === null ? null : parseCursor(filter.after);
  if (cursor === null) return { value, orderBy, orderOf, after: '1', parameters: {} };
  if (cursor.value === null)
    return {
      value,
      orderBy,
      orderOf,
      after: `(${value} IS NULL AND s."id" ${beyond} @afterId)`,
      parameters: { afterId: cursor.id },
    };
  const behind = `(${value}, s."id") ${beyond} (@afterValue, @afterId)`;
  return {
    value,
    orderBy,
    orderOf,
    after: isNeverNull ? behind : `(${value} IS NULL OR ${behind})`,
    parameters: { afterId: cursor.id, afterValue: cursor.value },
  };
}
