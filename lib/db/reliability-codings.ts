import { z } from 'zod';
import { ADJUDICATION_BASES, type AdjudicationBasis } from '#lib/core/codebook/methods-paragraph';
import { UNCODED } from '#lib/core/stance';
import { type Bind, bindInto } from '#lib/db/bind-values';
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

/** Whether a coding means something else by now than what its coder read: SQL over its version and the variable and code of today. */
const isStale = (version: string) =>
  `(n."id" IS NULL OR n."supersededBy" IS NOT NULL OR ${version} < y."meaningSince" OR ${version} < n."meaningSince")`;

/** Which statements' codings are meant: `shared` are those that two or more people coded, and an event has few of them. */
type Units = 'all' | 'shared';

/** SQL: every coder's latest coding `l` of a variable, with its statement, coder, and the variable and code of today. */
function latestCodings(scope: ReliabilityScope, units: Units, bind: Bind) {
  const shared = `AND s."id" IN (SELECT r."statementId" FROM "ResolvedCode" r WHERE r."variableKey" = @variable AND r."coders" > 1)`;
  // The few shared statements are looked up by their ids: the plus keeps the index of the whole event out of the plan.
  const plus = units === 'shared' ? '+' : '';
  return {
    with: `WITH "latest" AS (
        SELECT c.*, v."number" AS "codebookVersion",
          row_number() OVER (PARTITION BY c."statementId", c."coderId" ORDER BY v."number" DESC, c."round" DESC, c."createdSeq" DESC) AS "place"
        FROM "Coding" c JOIN "Variable" x ON x."id" = c."variableId" JOIN "CodebookVersion" v ON v."id" = x."versionId"
          JOIN "Statement" s ON s."id" = c."statementId"
        WHERE ${plus}s."eventId" = @event AND ${plus}s."status" = 'published' AND c."variableKey" = @variable AND c."withdrawnSeq" IS NULL
          AND NOT ${isHidden(scope.blind, 's."id"', '@variable', bind)} ${units === 'all' ? '' : shared}
      )`,
    from: `"latest" l JOIN "Statement" s ON s."id" = l."statementId" JOIN "Coder" k ON k."id" = l."coderId"
        LEFT JOIN "Variable" y ON y."versionId" = @version AND y."key" = l."variableKey"
        LEFT JOIN "Code" n ON n."variableId" = y."id" AND n."key" = l."code"`,
    where: 'l."place" = 1',
    isStale: isStale('l."codebookVersion"'),
  };
}

function parametersOf({ eventId, versionId, variableKey }: ReliabilityScope): Record<string, SqlValue> {
  return { event: eventId, version: versionId, variable: variableKey };
}

/** Every coder's latest coding of a variable; what the reader has to be blind for is not read. */
export function readComparableCodings(db: Database, scope: ReliabilityScope, units: Units = 'all'): ComparableCoding[] {
  const parameters = parametersOf(scope);
  const bind = bindInto(parameters);
  const latest = latestCodings(scope, units, bind);
  return db.rows
    .all(
      `${latest.with}
      SELECT l."statementId", l."variableKey", k."name" AS "coder", k."pseudonym", l."code", l."codebookVersion", l."confidence",
        ifnull(camp."code", '${UNCODED}') AS "camp",
        CASE WHEN instr(s."language", '-') > 0 THEN substr(s."language", 1, instr(s."language", '-') - 1) ELSE s."language" END AS "language",
        ${latest.isStale} AS "stale"
      FROM ${latest.from}
        LEFT JOIN "ResolvedCode" camp ON camp."statementId" = s."id" AND camp."variableKey" = 'camp'
          AND NOT ${isHidden(scope.blind, 's."id"', "'camp'", bind)}
      WHERE ${latest.where} ORDER BY s."createdSeq", s."id", k."name"`,
      parameters,
    )
    .map((row) => {
      const { stale, ...rest } = codingRow.parse(row);
      return { ...rest, stale: stale === 1 };
    });
}

const countRow = z.object({ n: z.number() });

/** How many of the coders' latest codings of a variable mean something else by now. */
export function countStaleCodings(db: Database, scope: ReliabilityScope): number {
  const parameters = parametersOf(scope);
  const latest = latestCodings(scope, 'all', bindInto(parameters));
  const sql = `${latest.with} SELECT count(*) AS "n" FROM ${latest.from} WHERE ${latest.where} AND ${latest.isStale}`;
  return countRow.parse(db.rows.get(sql, parameters)).n;
}

/**
 * How many people have coded a variable in its meaning of today, on statements that the reader may know of. Asks for one coding of
 * each, so that it costs the same in an event of any size.
 */
export function countCoders(db: Database, scope: ReliabilityScope): number {
  const parameters = parametersOf(scope);
  const hidden = isHidden(scope.blind, 's."id"', '@variable', bindInto(parameters));
  const row = db.rows.get(
    `SELECT count(*) AS "n" FROM "Coder" k WHERE EXISTS (
      SELECT 1 FROM "Coding" c JOIN "Variable" x ON x."id" = c."variableId" JOIN "CodebookVersion" v ON v."id" = x."versionId"
        JOIN "Statement" s ON s."id" = c."statementId"
        JOIN "Variable" y ON y."versionId" = @version AND y."key" = c."variableKey"
        LEFT JOIN "Code" n ON n."variableId" = y."id" AND n."key" = c."code"
      WHERE c."coderId" = k."id" AND c."variableKey" = @variable AND c."withdrawnSeq" IS NULL
        AND s."eventId" = @event AND s."status" = 'published' AND NOT ${isStale('v."number"')} AND NOT ${hidden})`,
    parameters,
  );
  return countRow.parse(row).n;
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
  const hidden = isHidden(scope.blind, 's."id"', '@variable', bindInto(parameters));
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
