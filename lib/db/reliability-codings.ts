import { z } from 'zod';
import { ADJUDICATION_BASES, type AdjudicationBasis } from '#lib/core/codebook/methods-paragraph';
import { UNCODED } from '#lib/core/stance';
import { type BlindCoder, isHidden } from '#lib/db/blind-coding';
import type { Database, SqlValue } from '#lib/db/open-database';

const codingRow = z.object({
  statementId: z.string(),
  variableKey: z.string(),
  coder: z.string(),
  pseudonym: z.string(),
  code: z.string(),
  codebookVersion: z.number(),
  confidence: z.number().nullable(),
  camp: z.string(),
  language: z.string(),
  stale: z.number(),
});

/** A coder's latest coding of a published statement on a variable. */
export interface ComparableCoding {
  readonly statementId: string;
  readonly variableKey: string;
  /** Name of the coder. */
  readonly coder: string;
  readonly pseudonym: string;
  readonly code: string;
  readonly codebookVersion: number;
  readonly confidence: number | null;
  /** Resolved camp of the statement. */
  readonly camp: string;
  /** Primary subtag of the statement's language. */
  readonly language: string;
  /** Whether its variable or code means something else by now. */
  readonly stale: boolean;
}

export interface ReliabilityScope {
  readonly eventId: string;
  readonly versionId: string;
  readonly variableKey: string;
  readonly blind: BlindCoder | null;
}

function binderOf(parameters: Record<string, SqlValue>) {
  return (value: SqlValue) => {
    const name = `p${Object.keys(parameters).length}`;
    parameters[name] = value;
    return `@${name}`;
  };
}

/** Every coder's latest coding of a variable; what the reader has to be blind for is not read. */
export function readComparableCodings(db: Database, scope: ReliabilityScope): ComparableCoding[] {
  const parameters: Record<string, SqlValue> = {
    event: scope.eventId,
    version: scope.versionId,
    variable: scope.variableKey,
  };
  const bind = binderOf(parameters);
  return db.rows
    .all(
      `WITH "latest" AS (
        SELECT c.*, v."number" AS "codebookVersion",
          row_number() OVER (PARTITION BY c."statementId", c."coderId" ORDER BY v."number" DESC, c."round" DESC, c."createdSeq" DESC) AS "place"
        FROM "Coding" c JOIN "Variable" x ON x."id" = c."variableId" JOIN "CodebookVersion" v ON v."id" = x."versionId"
          JOIN "Statement" s ON s."id" = c."statementId"
        WHERE s."eventId" = @event AND s."status" = 'published' AND c."variableKey" = @variable AND c."withdrawnSeq" IS NULL
          AND NOT ${isHidden(scope.blind, 's."id"', '@variable', bind)}
      )
      SELECT l."statementId", l."variableKey", k."name" AS "coder", k."pseudonym", l."code", l."codebookVersion", l."confidence",
        ifnull(camp."code", '${UNCODED}') AS "camp",
        CASE WHEN instr(s."language", '-') > 0 THEN substr(s."language", 1, instr(s."language", '-') - 1) ELSE s."language" END AS "language",
        (n."id" IS NULL OR n."supersededBy" IS NOT NULL OR l."codebookVersion" < y."meaningSince" OR l."codebookVersion" < n."meaningSince") AS "stale"
      FROM "latest" l JOIN "Statement" s ON s."id" = l."statementId" JOIN "Coder" k ON k."id" = l."coderId"
        LEFT JOIN "Variable" y ON y."versionId" = @version AND y."key" = l."variableKey"
        LEFT JOIN "Code" n ON n."variableId" = y."id" AND n."key" = l."code"
        LEFT JOIN "ResolvedCode" camp ON camp."statementId" = s."id" AND camp."variableKey" = 'camp'
          AND NOT ${isHidden(scope.blind, 's."id"', "'camp'", bind)}
      WHERE l."place" = 1 ORDER BY s."createdSeq", s."id", k."name"`,
      parameters,
    )
    .map((row) => {
      const { stale, ...rest } = codingRow.parse(row);
      return { ...rest, stale: stale === 1 };
    });
}

const resolutionRow = z.object({
  statementId: z.string(),
  basis: z.enum(['adjudicated', 'agreed', 'single', 'disputed']).nullable(),
  adjudication: z.enum(ADJUDICATION_BASES).nullable(),
});

/** How the code of one statement on a variable was found; null where there is none. */
export interface UnitResolution {
  readonly statementId: string;
  readonly basis: 'adjudicated' | 'agreed' | 'single' | 'disputed' | null;
  readonly adjudication: AdjudicationBasis | null;
}

/** How each published statement's code on a variable was found. */
export function readResolutions(db: Database, scope: ReliabilityScope): UnitResolution[] {
  const parameters: Record<string, SqlValue> = { event: scope.eventId, variable: scope.variableKey };
  const hidden = isHidden(scope.blind, 's."id"', '@variable', binderOf(parameters));
  return db.rows
    .all(
      `SELECT s."id" AS "statementId", r."basis",
        CASE WHEN r."basis" = 'adjudicated' THEN (SELECT a."basis" FROM "Adjudication" a WHERE a."statementId" = s."id"
          AND a."variableKey" = @variable AND a."reopenedSeq" IS NULL ORDER BY a."createdSeq" DESC LIMIT 1) END AS "adjudication"
      FROM "Statement" s LEFT JOIN "ResolvedCode" r ON r."statementId" = s."id" AND r."variableKey" = @variable AND NOT ${hidden}
      WHERE s."eventId" = @event AND s."status" = 'published' ORDER BY s."createdSeq", s."id"`,
      parameters,
    )
    .map((row) => resolutionRow.parse(row));
}

const seqRow = z.object({ seq: z.number().nullable() });

/** The number of the last row of the log about an event: as long as it stays, nothing of the event has changed. */
export function readLastSeq(db: Database, eventId: string): number {
  return (
    seqRow.parse(db.rows.get('SELECT max("seq") AS "seq" FROM "AuditEvent" WHERE "eventId" = @event', { event: eventId })).seq ??
    0
  );
}

const itemRow = z.object({ statementId: z.string() });

/** The statements of a sample. */
export function readSampleStatements(db: Database, sampleId: string): ReadonlySet<string> {
  const rows = db.rows.all('SELECT "statementId" FROM "CodingSampleItem" WHERE "sampleId" = @sample', { sample: sampleId });
  return new Set(rows.map((row) => itemRow.parse(row).statementId));
}
