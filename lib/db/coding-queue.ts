import { z } from 'zod';
import { ATTRIBUTIONS, SPEAKER_RISKS, TRANSLATORS } from '#lib/core/stance';
import { shownSpeakerName } from '#lib/core/statement/speaker-name';
import { appliesTo, hasStandingCoding } from '#lib/db/blind-coding';
import type { Database, SqlValue } from '#lib/db/open-database';

/** The queue of one coder: which statements and variables, and by which codebook. */
export interface QueueScope {
  readonly eventId: string;
  /** Empty where the coder has no row yet. */
  readonly coderId: string;
  /** Null is every statement of the event. */
  readonly sampleId: string | null;
  /** In the order in which they are asked. */
  readonly variableKeys: readonly string[];
  readonly versionId: string;
}

/** SQL of every unit of a queue with whether its coder has coded it; nothing of other coders is read. */
function unitsOf(scope: QueueScope): { readonly sql: string; readonly parameters: Record<string, SqlValue> } {
  const isDrawn = scope.sampleId !== null;
  return {
    sql: `"unit" AS (
      SELECT s."id" AS "statementId", q."value" AS "variableKey", ${isDrawn ? 'i."position"' : 's."createdSeq"'} AS "position", q."key" AS "place",
        ${hasStandingCoding('s."id"', 'q."value"', '@coder', '@version')} AS "done"
      FROM "Statement" s ${isDrawn ? 'JOIN "CodingSampleItem" i ON i."statementId" = s."id" AND i."sampleId" = @sample' : ''}
        CROSS JOIN json_each(@keys) q
      WHERE s."eventId" = @event AND s."status" = 'published' AND ${appliesTo('s."id"', 'q."value"')}
    )`,
    parameters: {
      event: scope.eventId,
      coder: scope.coderId,
      version: scope.versionId,
      keys: JSON.stringify(scope.variableKeys),
      ...(scope.sampleId === null ? {} : { sample: scope.sampleId }),
    },
  };
}

const progressRow = z.object({ total: z.number(), done: z.number().nullable(), statements: z.number() });

export interface QueueProgress {
  /** Units (a statement and a variable) in the queue. */
  readonly total: number;
  readonly done: number;
  readonly statements: number;
}

/** How far a coder has come. */
export function readQueueProgress(db: Database, scope: QueueScope): QueueProgress {
  const { sql, parameters } = unitsOf(scope);
  const row = progressRow.parse(
    db.rows.get(
      `WITH ${sql} SELECT count(*) AS "total", sum("done") AS "done", count(DISTINCT "statementId") AS "statements" FROM "unit"`,
      parameters,
    ),
  );
  return { total: row.total, done: row.done ?? 0, statements: row.statements };
}

const unitRow = z.object({ statementId: z.string(), variableKey: z.string() });

/** A statement and the variable that is asked of it. */
export type QueueUnit = z.infer<typeof unitRow>;

/**
 * The next unit that the coder has not coded.
 *
 * @param after a statement that was put off: what follows it comes first, it and what is before it last.
 */
export function readNextUnit(db: Database, scope: QueueScope, after: string | null): QueueUnit | null {
  const { sql, parameters } = unitsOf(scope);
  const row = db.rows.get(
    `WITH ${sql} SELECT "statementId", "variableKey" FROM "unit" WHERE NOT "done"
    ORDER BY ${after === null ? '' : `ifnull(("position", "statementId") <= (SELECT p."position", p."statementId" FROM "unit" p WHERE p."statementId" = @after LIMIT 1), 0),`}
      "position", "statementId", "place" LIMIT 1`,
    after === null ? parameters : { ...parameters, after },
  );
  return row === undefined ? null : unitRow.parse(row);
}

/** Whether a unit is in the queue, coded or not. */
export function isInQueue(db: Database, scope: QueueScope, unit: QueueUnit): boolean {
  const { sql, parameters } = unitsOf(scope);
  const row = db.rows.get(
    `WITH ${sql} SELECT 1 AS "there" FROM "unit" WHERE "statementId" = @statement AND "variableKey" = @variable`,
    { ...parameters, statement: unit.statementId, variable: unit.variableKey },
  );
  return row !== undefined;
}

const text = z.string().nullable();
const statementRow = z.object({
  id: z.string(),
  text: z.string(),
  language: z.string(),
  attribution: z.enum(ATTRIBUTIONS),
  saidOn: text,
  locator: text,
  translation: text,
  translationLanguage: text,
  translatedBy: z.enum(TRANSLATORS).nullable(),
  outlet: text,
  title: text,
  url: text,
  publishedOn: text,
  sourceId: text,
  createdSeq: z.number(),
  speakerName: text,
  speakerPseudonym: text,
  speakerRisk: z.enum(SPEAKER_RISKS).nullable(),
  slogan: text,
  sloganCanonical: text,
});
const neighbourRow = z.object({ text: z.string(), language: z.string(), locator: text });

/** A text that stands beside the statement in its source. */
export type Neighbour = z.infer<typeof neighbourRow>;

/** What a coder may know before judging: the text and where it comes from; no code of anybody, no score. */
export interface BlindStatement {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly translation: { readonly text: string; readonly language: string; readonly by: 'human' | 'machine' | 'unknown' } | null;
  readonly attribution: (typeof ATTRIBUTIONS)[number];
  readonly speaker: string | null;
  readonly source: {
    readonly outlet: string | null;
    readonly title: string | null;
    readonly url: string | null;
    readonly publishedOn: string | null;
  } | null;
  readonly locator: string | null;
  readonly saidOn: string | null;
  readonly slogan: { readonly name: string; readonly canonical: string } | null;
  /** What was collected from the same source just before and after it. */
  readonly before: readonly Neighbour[];
  readonly after: readonly Neighbour[];
}

/** How many texts of the same source stand before and after the statement. */
const NEIGHBOURS = 2;

/** Reads a statement for somebody who is to judge it. Codings, adjudications and scores are not among the tables of this query. */
export function readBlindStatement(db: Database, eventId: string, id: string): BlindStatement | null {
  const found = db.rows.get(
    `SELECT s."id", s."originalText" AS "text", s."language", s."attribution", s."saidOn", s."locator", t."text" AS "translation",
      t."language" AS "translationLanguage", t."madeBy" AS "translatedBy", o."outlet", o."title", o."url", o."publishedOn", s."sourceId",
      s."createdSeq", p."displayName" AS "speakerName", p."pseudonym" AS "speakerPseudonym", p."risk" AS "speakerRisk",
      u."variant" AS "slogan", g."canonical" AS "sloganCanonical"
    FROM "Statement" s
      LEFT JOIN "Translation" t ON t."id" = (SELECT l."id" FROM "Translation" l WHERE l."statementId" = s."id" ORDER BY l."createdSeq" DESC, l."id" LIMIT 1)
      LEFT JOIN "Source" o ON o."id" = s."sourceId"
      LEFT JOIN "Speaker" p ON p."id" = s."speakerId"
      LEFT JOIN "SloganUse" u ON u."statementId" = s."id"
      LEFT JOIN "Slogan" g ON g."id" = u."sloganId"
    WHERE s."id" = @id AND s."eventId" = @event AND s."status" = 'published' LIMIT 1`,
    { id, event: eventId },
  );
  if (found === undefined) return null;
  const row = statementRow.parse(found);
  const neighbours = (side: 'before' | 'after') =>
    row.sourceId === null
      ? []
      : db.rows
          .all(
            `SELECT "originalText" AS "text", "language", "locator" FROM "Statement"
            WHERE "sourceId" = @source AND "eventId" = @event AND "status" = 'published'
              AND ("createdSeq", "id") ${side === 'before' ? '<' : '>'} (@seq, @id)
            ORDER BY "createdSeq" ${side === 'before' ? 'DESC' : 'ASC'}, "id" ${side === 'before' ? 'DESC' : 'ASC'} LIMIT ${NEIGHBOURS}`,
            { source: row.sourceId, event: eventId, seq: row.createdSeq, id },
          )
          .map((neighbour) => neighbourRow.parse(neighbour));
  return {
    id: row.id,
    text: row.text,
    language: row.language,
    translation:
      row.translation === null || row.translationLanguage === null || row.translatedBy === null
        ? null
        : { text: row.translation, language: row.translationLanguage, by: row.translatedBy },
    attribution: row.attribution,
    speaker:
      row.speakerRisk === null
        ? null
        : shownSpeakerName({ name: row.speakerName, pseudonym: row.speakerPseudonym, risk: row.speakerRisk }),
    source: row.sourceId === null ? null : { outlet: row.outlet, title: row.title, url: row.url, publishedOn: row.publishedOn },
    locator: row.locator,
    saidOn: row.saidOn,
    slogan: row.slogan === null || row.sloganCanonical === null ? null : { name: row.slogan, canonical: row.sloganCanonical },
    before: neighbours('before').toReversed(),
    after: neighbours('after'),
  };
}
