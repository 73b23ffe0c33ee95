import { CODE_BASES, type ExportedStatement, SCORED_TEXTS } from '#lib/core/csv/statement-columns';
import { NO_SCORE_REASONS, SENTIMENT_LABELS } from '#lib/core/score';
import {
  ATTRIBUTIONS,
  RESOLVED_STANCES,
  SLOGAN_USES,
  SPEAKER_RISKS,
  STATEMENT_STATUSES,
  TRANSLATORS,
  UNCODED,
} from '#lib/core/stance';
import { SPEAKER_KINDS } from '#lib/core/statement/statement-input';
import type { Database } from '#lib/db/open-database';
import { numberOrNull, textCell, textOrNull, UnexpectedCell, wordCell, wordOrNull } from '#lib/db/row-cells';
import { pageOrder, type StatementScope, stanceVariable, statementQuery } from '#lib/db/statement-query';

/** Separates names inside SQL; it cannot stand in a name. */
const UNIT_SEPARATOR = '\u001f';

/** What a file adds to the columns of a statement's row. */
interface Surroundings {
  readonly event: string;
  readonly target: string;
  /** Labels of camps by slug. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Different names of a list in order: one coder can have coded in several rounds. */
function namesIn(list: string): readonly string[] {
  return list.includes(UNIT_SEPARATOR) ? [...new Set(list.split(UNIT_SEPARATOR))].sort() : [list];
}

/** Reads the columns of `exportQuery`, in their order. */
function readExportRow(row: unknown, { event, target, labels }: Surroundings): ExportedStatement {
  if (!Array.isArray(row) || row.length !== COLUMN_COUNT) throw new UnexpectedCell(`a row of ${COLUMN_COUNT} columns`, row);
  const cells: readonly unknown[] = row;
  const camp = textCell(cells[2]);
  const coders = textOrNull(cells[5]);
  const unsure = numberOrNull(cells[28]);
  const use = wordOrNull(USES, cells[34]);
  return {
    event,
    target,
    campLabel: labels.get(camp) ?? null,
    id: textCell(cells[0]),
    externalId: textOrNull(cells[1]),
    camp,
    stance: wordCell(RESOLVED_STANCES, cells[3]),
    stanceBasis: wordCell(CODE_BASES, cells[4]),
    coders: coders === null ? [] : namesIn(coders),
    confidence: numberOrNull(cells[6]),
    rationale: textOrNull(cells[7]),
    attribution: wordCell(ATTRIBUTIONS, cells[8]),
    text: textCell(cells[9]),
    language: textCell(cells[10]),
    translation: textOrNull(cells[11]),
    translationLanguage: textOrNull(cells[12]),
    translatedBy: wordOrNull(TRANSLATORS, cells[13]),
    speakerName: textOrNull(cells[14]),
    speakerPseudonym: textOrNull(cells[15]),
    speakerKind: wordOrNull(SPEAKER_KINDS, cells[16]),
    speakerRisk: wordOrNull(SPEAKER_RISKS, cells[17]),
    sourceOutlet: textOrNull(cells[18]),
    sourceTitle: textOrNull(cells[19]),
    sourceUrl: textOrNull(cells[20]),
    sourceLanguage: textOrNull(cells[21]),
    sourcePublished: textOrNull(cells[22]),
    sourceArchiveUrl: textOrNull(cells[23]),
    locator: textOrNull(cells[24]),
    saidOn: textOrNull(cells[25]),
    score: numberOrNull(cells[26]),
    scoreLabel: wordOrNull(SENTIMENT_LABELS, cells[27]),
    scoreUnsure: unsure === null ? null : unsure === 1,
    noScoreReason: wordOrNull(NO_SCORE_REASONS, cells[29]),
    scoredText: wordOrNull(SCORED_TEXTS, cells[30]),
    scorer: textOrNull(cells[31]),
    scorerVersion: textOrNull(cells[32]),
    slogan: textOrNull(cells[33]),
    // A disputed use has no column value of its own: the codings file tells who said what.
    sloganUse: use === 'disputed' ? null : use,
    status: wordCell(STATEMENT_STATUSES, cells[35]),
    duplicateOf: textOrNull(cells[36]),
    importBatch: textOrNull(cells[37]),
    createdAt: textCell(cells[38]),
    scoredLanguage: textOrNull(cells[39]),
  };
}

const COLUMN_COUNT = 40;
const USES = [...SLOGAN_USES, 'disputed'] as const;

/** The query of a scope's statements as files hold them, and how its rows are read. */
function exportQuery(scope: StatementScope, language: 'en' | 'ar') {
  const { event } = scope;
  const query = statementQuery(scope);
  const labels = new Map(event.camps.map((camp) => [camp.slug, camp.label[language]]));
  const hidden = query.isHidden;
  return {
    sql: `${query.with}
    SELECT s."id", s."externalId", ifnull(camp."code", '${UNCODED}') AS "camp", ifnull(stance."code", '${UNCODED}') AS "stance",
      ifnull(stance."basis", '${UNCODED}') AS "stanceBasis",
      (SELECT group_concat(r."name", char(31)) FROM "Coding" k JOIN "Coder" r ON r."id" = k."coderId"
        WHERE k."statementId" = s."id" AND k."variableKey" = @stanceKey AND k."withdrawnSeq" IS NULL AND NOT ${hidden('@stanceKey')}) AS "coders",
      stance."minConfidence" AS "confidence",
      (SELECT k."rationale" FROM "Coding" k WHERE k."statementId" = s."id" AND k."variableKey" = @stanceKey AND k."withdrawnSeq" IS NULL
        AND k."rationale" IS NOT NULL AND NOT ${hidden('@stanceKey')} ORDER BY k."createdSeq" DESC, k."id" LIMIT 1) AS "rationale",
      s."attribution", s."originalText" AS "text", s."language", t."text" AS "translation", t."language" AS "translationLanguage",
      t."madeBy" AS "translatedBy", p."displayName" AS "speakerName", p."pseudonym" AS "speakerPseudonym", p."kind" AS "speakerKind",
      p."risk" AS "speakerRisk", o."outlet" AS "sourceOutlet", o."title" AS "sourceTitle", o."url" AS "sourceUrl",
      o."language" AS "sourceLanguage", o."publishedOn" AS "sourcePublished", o."archiveUrl" AS "sourceArchiveUrl", s."locator", s."saidOn",
      score."score", score."label" AS "scoreLabel", CASE WHEN score."score" IS NULL THEN NULL ELSE score."unsure" END AS "scoreUnsure",
      score."reason" AS "noScoreReason", m."reads" AS "scoredText", m."scorer", m."version" AS "scorerVersion",
      u."variant" AS "slogan", use."code" AS "sloganUse", s."status", s."duplicateOfId" AS "duplicateOf", s."importBatchId" AS "importBatch",
      s."createdAt", m."language" AS "scoredLanguage"
    FROM ${query.from}
      LEFT JOIN "Translation" t ON t."statementId" = s."id" AND NOT EXISTS (
        SELECT 1 FROM "Translation" l WHERE l."statementId" = s."id"
          AND (l."createdSeq" > t."createdSeq" OR (l."createdSeq" = t."createdSeq" AND l."id" < t."id")))
      LEFT JOIN "Source" o ON o."id" = s."sourceId"
      LEFT JOIN "Speaker" p ON p."id" = s."speakerId"
      LEFT JOIN "MachineScore" m ON m."id" = score."scoreId"
      LEFT JOIN "SloganUse" u ON u."statementId" = s."id"
      LEFT JOIN "ResolvedCode" use ON use."statementId" = s."id" AND use."variableKey" = 'use' AND NOT ${hidden("'use'")}
    WHERE ${query.where}`,
    parameters: { ...query.parameters, stanceKey: stanceVariable(scope.target) },
    surroundings: { event: event.slug, target: scope.target, labels },
  };
}

/**
 * The statements of a scope as files hold them, one by one.
 *
 * @param language `en` or `ar`, for the labels of camps.
 */
export function* iterateExportRows(db: Database, scope: StatementScope, language: 'en' | 'ar'): Generator<ExportedStatement> {
  const { sql, parameters, surroundings } = exportQuery(scope, language);
  const order = pageOrder({ ...scope.filter, after: null });
  for (const row of db.rows.iterateCells(`${sql} ORDER BY ${order.orderBy}`, parameters)) yield readExportRow(row, surroundings);
}

/** Looks single statements of a scope up, as files hold them: what an import compares its rows with. */
export function exportRowReader(
  db: Database,
  scope: StatementScope,
): { readonly byId: (id: string) => ExportedStatement | null; readonly byExternalId: (id: string) => ExportedStatement | null } {
  const { sql, parameters, surroundings } = exportQuery(scope, 'en');
  const by = (column: 'id' | 'externalId') => {
    // Most rows of a file are new: whether there is anything to compare with is asked of an index alone.
    const isHere = `SELECT 1 FROM "Statement" WHERE "eventId" = @event AND "${column}" = @wanted`;
    const whole = `${sql} AND s."${column}" = @wanted`;
    return (wanted: string) => {
      if (db.rows.lookUp(isHere, { event: scope.event.id, wanted }) === undefined) return null;
      for (const row of db.rows.all(whole, { ...parameters, wanted }))
        return readExportRow(Object.values(row ?? {}), surroundings);
      return null;
    };
  };
  return { byId: by('id'), byExternalId: by('externalId') };
}
