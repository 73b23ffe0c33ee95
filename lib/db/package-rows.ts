import { z } from 'zod';
import { SCORED_TEXTS } from '#lib/core/csv/statement-columns';
import type { PackagedAdjudication, PackagedScore, PackagedTranslation } from '#lib/core/data-package/package-tables';
import { NO_SCORE_REASONS, SENTIMENT_LABELS } from '#lib/core/score';
import { TRANSLATORS } from '#lib/core/stance';
import { bindInto } from '#lib/db/bind-values';
import { type BlindCoder, isHidden, isScoreHidden } from '#lib/db/blind-coding';
import type { Database, SqlValue } from '#lib/db/open-database';

const translationRow = z.object({
  statement: z.string(),
  language: z.string(),
  text: z.string(),
  translatedBy: z.enum(TRANSLATORS),
});

/** Every translation of the published statements of an event. */
export function* iterateTranslations(db: Database, eventId: string): Generator<PackagedTranslation> {
  const rows = db.rows.iterate(
    `SELECT t."statementId" AS "statement", t."language", t."text", t."madeBy" AS "translatedBy"
    FROM "Translation" t JOIN "Statement" s ON s."id" = t."statementId"
    WHERE s."eventId" = @event AND s."status" = 'published' ORDER BY s."createdSeq", s."id", t."language"`,
    { event: eventId },
  );
  for (const row of rows) yield translationRow.parse(row);
}

const adjudicationRow = z.object({
  id: z.string(),
  statement: z.string(),
  codebookVersion: z.number(),
  variable: z.string(),
  code: z.string(),
  basis: z.string(),
  cause: z.string().nullable(),
  note: z.string().nullable(),
  coder: z.string(),
  createdAt: z.string(),
});

/** The adjudications of the published statements of an event that stand; who decided is told by pseudonym. */
export function* iterateAdjudications(db: Database, eventId: string, blind: BlindCoder | null): Generator<PackagedAdjudication> {
  const parameters: Record<string, SqlValue> = { event: eventId };
  const bind = bindInto(parameters);
  const hidden = isHidden(blind, 's."id"', 'a."variableKey"', bind);
  const rows = db.rows.iterate(
    `SELECT a."id", a."statementId" AS "statement", v."number" AS "codebookVersion", a."variableKey" AS "variable", a."code", a."basis",
      a."cause", a."note", k."pseudonym" AS "coder", a."createdAt"
    FROM "Adjudication" a JOIN "Statement" s ON s."id" = a."statementId" JOIN "Variable" x ON x."id" = a."variableId"
      JOIN "CodebookVersion" v ON v."id" = x."versionId" JOIN "Coder" k ON k."id" = a."coderId"
    WHERE s."eventId" = @event AND s."status" = 'published' AND a."reopenedSeq" IS NULL AND NOT ${hidden}
    ORDER BY a."createdSeq", a."id"`,
    parameters,
  );
  for (const row of rows) yield adjudicationRow.parse(row);
}

const scoreRow = z.object({
  statement: z.string(),
  scoredText: z.enum(SCORED_TEXTS),
  language: z.string(),
  scorer: z.string(),
  scorerVersion: z.string(),
  score: z.number().nullable(),
  label: z.enum(SENTIMENT_LABELS).nullable(),
  unsure: z.number(),
  noScoreReason: z.enum(NO_SCORE_REASONS).nullable(),
  isRead: z.number(),
});

/** Every score of every text of the published statements of an event. */
export function* iterateScores(db: Database, eventId: string, blind: BlindCoder | null): Generator<PackagedScore> {
  const parameters: Record<string, SqlValue> = { event: eventId };
  const bind = bindInto(parameters);
  const hidden = isScoreHidden(blind, 's."id"', bind);
  const rows = db.rows.iterate(
    `SELECT m."statementId" AS "statement", m."reads" AS "scoredText", m."language", m."scorer", m."version" AS "scorerVersion", m."score",
      m."label", m."unsure", m."reason" AS "noScoreReason", m."id" = c."scoreId" AS "isRead"
    FROM "MachineScore" m JOIN "Statement" s ON s."id" = m."statementId" JOIN "CurrentScore" c ON c."statementId" = s."id"
    WHERE s."eventId" = @event AND s."status" = 'published' AND NOT ${hidden}
    ORDER BY s."createdSeq", s."id", m."reads", m."createdSeq", m."id"`,
    parameters,
  );
  for (const row of rows) {
    const { unsure, isRead, ...rest } = scoreRow.parse(row);
    yield { ...rest, isUnsure: unsure === 1, isCurrent: isRead === 1 };
  }
}

const countRow = z.object({ n: z.number() });

/** How many statements of an event are withheld: a package says that they are missing, and nothing of them. */
export function countWithheld(db: Database, eventId: string): number {
  const row = db.rows.get(`SELECT count(*) AS "n" FROM "Statement" WHERE "eventId" = @event AND "status" = 'withheld'`, {
    event: eventId,
  });
  return countRow.parse(row).n;
}
