import { z } from 'zod';
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
import { pageOrder, type StatementScope, stanceVariable, statementQuery } from '#lib/db/statement-query';

const text = z.string().nullable();

/** Separates names inside SQL; it cannot stand in a name. */
const UNIT_SEPARATOR = '\u001f';

const exportRow = z.object({
  id: z.string(),
  externalId: text,
  camp: z.string(),
  stance: z.enum(RESOLVED_STANCES),
  stanceBasis: z.enum(CODE_BASES),
  coders: text.transform((names) => (names === null ? [] : names.split(UNIT_SEPARATOR))),
  confidence: z.number().nullable(),
  rationale: text,
  attribution: z.enum(ATTRIBUTIONS),
  text: z.string(),
  language: z.string(),
  translation: text,
  translationLanguage: text,
  translatedBy: z.enum(TRANSLATORS).nullable(),
  speakerName: text,
  speakerPseudonym: text,
  speakerKind: z.enum(SPEAKER_KINDS).nullable(),
  speakerRisk: z.enum(SPEAKER_RISKS).nullable(),
  sourceOutlet: text,
  sourceTitle: text,
  sourceUrl: text,
  sourceLanguage: text,
  sourcePublished: text,
  sourceArchiveUrl: text,
  locator: text,
  saidOn: text,
  score: z.number().nullable(),
  scoreLabel: z.enum(SENTIMENT_LABELS).nullable(),
  scoreUnsure: z
    .number()
    .nullable()
    .transform((unsure) => (unsure === null ? null : unsure === 1)),
  noScoreReason: z.enum(NO_SCORE_REASONS).nullable(),
  scoredText: z.enum(SCORED_TEXTS).nullable(),
  scorer: text,
  scorerVersion: text,
  slogan: text,
  // A disputed use has no column value of its own: the codings file tells who said what.
  sloganUse: z
    .enum([...SLOGAN_USES, 'disputed'])
    .nullable()
    .transform((use) => (use === 'disputed' ? null : use)),
  status: z.enum(STATEMENT_STATUSES),
  duplicateOf: text,
  importBatch: text,
  createdAt: z.string(),
});

/** The query of a scope's statements as files hold them, and how its rows are read. */
function exportQuery(scope: StatementScope, language: 'en' | 'ar') {
  const { event } = scope;
  const query = statementQuery(scope);
  const labels = new Map(event.camps.map((camp) => [camp.slug, camp.label[language]]));
  const hidden = query.isHidden;
  return {
    sql: `${query.with}
    SELECT s."id", s."externalId", ifnull(camp."code", '${UNCODED}') AS "camp", ifnull(stance."code", '${UNCODED}') AS "stance",
      CASE stance."basis" WHEN 'single' THEN 'agreed' ELSE ifnull(stance."basis", '${UNCODED}') END AS "stanceBasis",
      (SELECT group_concat("name", char(31)) FROM (
        SELECT DISTINCT r."name" AS "name" FROM "Coding" k JOIN "Coder" r ON r."id" = k."coderId"
        WHERE k."statementId" = s."id" AND k."variableKey" = @stanceKey AND k."withdrawnSeq" IS NULL AND NOT ${hidden('@stanceKey')} ORDER BY 1)) AS "coders",
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
      s."createdAt"
    FROM ${query.from}
      LEFT JOIN "Translation" t ON t."statementId" = s."id"
        AND t."id" = (SELECT l."id" FROM "Translation" l WHERE l."statementId" = s."id" ORDER BY l."createdSeq" DESC, l."id" LIMIT 1)
      LEFT JOIN "Source" o ON o."id" = s."sourceId"
      LEFT JOIN "Speaker" p ON p."id" = s."speakerId"
      LEFT JOIN "MachineScore" m ON m."id" = score."scoreId"
      LEFT JOIN "SloganUse" u ON u."statementId" = s."id"
      LEFT JOIN "ResolvedCode" use ON use."statementId" = s."id" AND use."variableKey" = 'use' AND NOT ${hidden("'use'")}
    WHERE ${query.where}`,
    parameters: { ...query.parameters, stanceKey: stanceVariable(scope.target) },
    read: (row: unknown): ExportedStatement => {
      const statement = exportRow.parse(row);
      // Copying forty fields into another object costs more than reading them.
      return Object.assign(statement, {
        event: event.slug,
        target: scope.target,
        campLabel: labels.get(statement.camp) ?? null,
      });
    },
  };
}

/**
 * The statements of a scope as files hold them, one by one.
 *
 * @param language `en` or `ar`, for the labels of camps.
 */
export function* iterateExportRows(db: Database, scope: StatementScope, language: 'en' | 'ar'): Generator<ExportedStatement> {
  const { sql, parameters, read } = exportQuery(scope, language);
  const order = pageOrder({ ...scope.filter, after: null });
  for (const row of db.rows.iterate(`${sql} ORDER BY ${order.orderBy}`, parameters)) yield read(row);
}

/** Looks single statements of a scope up, as files hold them: what an import compares its rows with. */
export function exportRowReader(
  db: Database,
  scope: StatementScope,
): { readonly byId: (id: string) => ExportedStatement | null; readonly byExternalId: (id: string) => ExportedStatement | null } {
  const { sql, parameters, read } = exportQuery(scope, 'en');
  const by = (column: 'id' | 'externalId') => {
    // Most rows of a file are new: whether there is anything to compare with is asked of an index alone.
    const isHere = `SELECT 1 FROM "Statement" WHERE "eventId" = @event AND "${column}" = @wanted`;
    const whole = `${sql} AND s."${column}" = @wanted`;
    return (wanted: string) => {
      if (db.rows.get(isHere, { event: scope.event.id, wanted }) === undefined) return null;
      const row = db.rows.get(whole, { ...parameters, wanted });
      return row === undefined ? null : read(row);
    };
  };
  return { byId: by('id'), byExternalId: by('externalId') };
}
