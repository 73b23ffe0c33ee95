import { z } from 'zod';
import { formatCursor } from '#lib/core/filter/statement-filter';
import type { ScorerReading } from '#lib/core/reliability/machine-agreement';
import { NO_SCORE_REASONS, SENTIMENT_LABELS } from '#lib/core/score';
import { ATTRIBUTIONS, RESOLVED_STANCES, SPEAKER_RISKS, TRANSLATORS, UNCODED } from '#lib/core/stance';
import { shownSpeakerName } from '#lib/core/statement/speaker-name';
import { SPEAKER_KINDS } from '#lib/core/statement/statement-input';
import type { Database } from '#lib/db/open-database';
import { pageOrder, type StatementQuery, type StatementScope, statementQuery } from '#lib/db/statement-query';

const listRow = z.object({
  id: z.string(),
  text: z.string(),
  language: z.string(),
  translation: z.string().nullable(),
  translationLanguage: z.string().nullable(),
  translatedBy: z.enum(TRANSLATORS).nullable(),
  camp: z.string(),
  stance: z.enum(RESOLVED_STANCES),
  stanceBasis: z.string().nullable(),
  lowConfidence: z.number(),
  score: z.number().nullable(),
  label: z.enum(SENTIMENT_LABELS).nullable(),
  unsure: z.number(),
  reason: z.enum(NO_SCORE_REASONS).nullable(),
  readingsDiffer: z.number(),
  scorer: z.string().nullable(),
  scorerVersion: z.string().nullable(),
  scoredLanguage: z.string().nullable(),
  attribution: z.enum(ATTRIBUTIONS),
  saidOn: z.string().nullable(),
  locator: z.string().nullable(),
  sourceId: z.string().nullable(),
  sourceOutlet: z.string().nullable(),
  sourceTitle: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  speakerName: z.string().nullable(),
  speakerPseudonym: z.string().nullable(),
  speakerKind: z.enum(SPEAKER_KINDS).nullable(),
  speakerRisk: z.enum(SPEAKER_RISKS).nullable(),
  duplicateOfId: z.string().nullable(),
  sortValue: z.union([z.string(), z.number()]).nullable(),
});

/** A statement as a list shows it. The name of a speaker at risk is already left out. */
export interface ListedStatement {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly translation: { readonly text: string; readonly language: string; readonly by: 'human' | 'machine' | 'unknown' } | null;
  readonly camp: string;
  readonly stance: (typeof RESOLVED_STANCES)[number];
  readonly stanceBasis: string | null;
  readonly lowConfidence: boolean;
  readonly score: number | null;
  readonly label: (typeof SENTIMENT_LABELS)[number] | null;
  readonly unsure: boolean;
  readonly reason: (typeof NO_SCORE_REASONS)[number] | null;
  readonly readingsDiffer: boolean;
  /** Who scored it, and in which language the text was that it read; null where nobody has. */
  readonly scoredBy: ScorerReading | null;
  readonly attribution: (typeof ATTRIBUTIONS)[number];
  readonly saidOn: string | null;
  readonly locator: string | null;
  readonly source: {
    readonly id: string;
    readonly outlet: string | null;
    readonly title: string | null;
    readonly url: string | null;
  } | null;
  readonly speaker: { readonly name: string | null; readonly kind: (typeof SPEAKER_KINDS)[number] } | null;
  readonly duplicateOfId: string | null;
}

export interface StatementPage {
  /** All statements of the filter, not only those of the page. */
  readonly total: number;
  readonly items: readonly ListedStatement[];
  /** Cursor of the next page; null on the last one. */
  readonly next: string | null;
}

function listed(row: z.infer<typeof listRow>): ListedStatement {
  return {
    id: row.id,
    text: row.text,
    language: row.language,
    translation:
      row.translation === null || row.translationLanguage === null || row.translatedBy === null
        ? null
        : { text: row.translation, language: row.translationLanguage, by: row.translatedBy },
    camp: row.camp,
    stance: row.stance,
    stanceBasis: row.stanceBasis,
    lowConfidence: row.lowConfidence === 1,
    score: row.score,
    label: row.label,
    unsure: row.unsure === 1,
    reason: row.reason,
    readingsDiffer: row.readingsDiffer === 1,
    scoredBy:
      row.scorer === null || row.scorerVersion === null || row.scoredLanguage === null
        ? null
        : { scorer: row.scorer, version: row.scorerVersion, language: row.scoredLanguage },
    attribution: row.attribution,
    saidOn: row.saidOn,
    locator: row.locator,
    source:
      row.sourceId === null ? null : { id: row.sourceId, outlet: row.sourceOutlet, title: row.sourceTitle, url: row.sourceUrl },
    speaker:
      row.speakerKind === null || row.speakerRisk === null
        ? null
        : {
            name: shownSpeakerName({ name: row.speakerName, pseudonym: row.speakerPseudonym, risk: row.speakerRisk }),
            kind: row.speakerKind,
          },
    duplicateOfId: row.duplicateOfId,
  };
}

/** How many statements a scope has. */
export function countStatements(db: Database, scope: StatementScope): number {
  const query = statementQuery(scope);
  // Counting ids lets SQLite leave out the joins that no condition asks for; count(*) would make them all.
  const row = db.rows.get(
    `${query.with} SELECT count(*) AS "n" FROM (SELECT s."id" FROM ${query.from} WHERE ${query.where})`,
    query.parameters,
  );
  return z.object({ n: z.number() }).parse(row).n;
}

const chosenRow = z.object({ id: z.string(), total: z.number() });

/**
 * The ids of a page, one more than it holds, and the total. The page is chosen first and read then: a sort would carry every column of
 * every match. The first page is counted in the same go: what matches is found once, and only the best of it is sorted.
 */
function choosePage(
  db: Database,
  scope: StatementScope,
  query: StatementQuery,
  order: ReturnType<typeof pageOrder>,
): { readonly ids: readonly string[]; readonly total: number } {
  const isFirst = scope.filter.after === null;
  const rows = db.rows
    .all(
      `${query.with === '' ? 'WITH' : `${query.with},`} "hits" AS ${isFirst ? 'MATERIALIZED' : ''} (
        SELECT s."id", ${order.value} AS "value" FROM ${query.from} WHERE ${query.where} AND ${order.after})
      SELECT h."id", ${isFirst ? '(SELECT count(*) FROM "hits")' : '0'} AS "total" FROM "hits" h
      ORDER BY ${order.orderOf('h."value"', 'h."id"')} LIMIT @limit`,
      { ...query.parameters, ...order.parameters, limit: scope.filter.limit + 1 },
    )
    .map((row) => chosenRow.parse(row));
  return { ids: rows.map(({ id }) => id), total: isFirst ? (rows[0]?.total ?? 0) : countStatements(db, scope) };
}

/** One page of a scope, in the filter's order, starting behind its cursor. */
export function readStatementPage(db: Database, scope: StatementScope): StatementPage {
  const { filter } = scope;
  const query = statementQuery(scope);
  const order = pageOrder(filter);
  const chosen = choosePage(db, scope, query, order);
  const rows = db.rows
    .all(
      `${query.with}
      SELECT s."id", s."originalText" AS "text", s."language", t."text" AS "translation", t."language" AS "translationLanguage",
        t."madeBy" AS "translatedBy", ifnull(camp."code", '${UNCODED}') AS "camp", ifnull(stance."code", '${UNCODED}') AS "stance",
        stance."basis" AS "stanceBasis", ifnull(stance."minConfidence", 3) = 1 AS "lowConfidence", score."score", score."label",
        ifnull(score."unsure", 0) AS "unsure", score."reason", ifnull(score."readingsDiffer", 0) AS "readingsDiffer",
        m."scorer", m."version" AS "scorerVersion", m."language" AS "scoredLanguage", s."attribution", s."saidOn", s."locator",
        s."sourceId", o."outlet" AS "sourceOutlet", o."title" AS "sourceTitle", o."url" AS "sourceUrl",
        p."displayName" AS "speakerName", p."pseudonym" AS "speakerPseudonym", p."kind" AS "speakerKind", p."risk" AS "speakerRisk",
        s."duplicateOfId", ${order.value} AS "sortValue"
      FROM ${query.from}
        LEFT JOIN "Translation" t ON t."statementId" = s."id"
          AND t."id" = (SELECT l."id" FROM "Translation" l WHERE l."statementId" = s."id" ORDER BY l."createdSeq" DESC, l."id" LIMIT 1)
        LEFT JOIN "MachineScore" m ON m."id" = score."scoreId"
        LEFT JOIN "Source" o ON o."id" = s."sourceId"
        LEFT JOIN "Speaker" p ON p."id" = s."speakerId"
      WHERE s."id" IN (SELECT value FROM json_each(@ids))
      ORDER BY ${order.orderBy}`,
      { ...query.parameters, ids: JSON.stringify(chosen.ids) },
    )
    .map((row) => listRow.parse(row));
  const page = rows.slice(0, filter.limit);
  const last = rows.length > filter.limit ? page.at(-1) : undefined;
  return {
    total: chosen.total,
    items: page.map(listed),
    next: last === undefined ? null : formatCursor({ value: last.sortValue, id: last.id }),
  };
}
