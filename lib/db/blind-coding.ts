import type { Bind } from '#lib/db/bind-values';
import type { EventRecord } from '#lib/db/events';

/** Somebody who codes: whatever they have not coded yet is kept from them. */
export interface BlindCoder {
  /** Empty for a name that has no coder yet: nothing is coded by them. */
  readonly coderId: string;
  /** The sample that they work through; null is every statement of the event. */
  readonly sampleId: string | null;
  readonly variableKeys: readonly string[];
  /** Id of the codebook version that tells which of their codings still hold. */
  readonly versionId: string;
}

/** Slogans are only asked about where there is one. */
export const SLOGAN_VARIABLE = 'use';

/** SQL: whether the variable is asked of the statement at all. */
export function appliesTo(statement: string, variable: string): string {
  return `(${variable} <> '${SLOGAN_VARIABLE}' OR EXISTS (SELECT 1 FROM "SloganUse" u0 WHERE u0."statementId" = ${statement}))`;
}

/**
 * SQL: whether the coder has a coding of the statement on the variable that stands and still means what it said: not withdrawn, and
 * neither its variable nor its code has changed meaning since.
 */
export function hasStandingCoding(statement: string, variable: string, coder: string, version: string): string {
  return `EXISTS (
    SELECT 1 FROM "Coding" c0
      JOIN "Variable" x0 ON x0."id" = c0."variableId" JOIN "CodebookVersion" v0 ON v0."id" = x0."versionId"
      JOIN "Variable" x1 ON x1."versionId" = ${version} AND x1."key" = c0."variableKey"
      JOIN "Code" o1 ON o1."variableId" = x1."id" AND o1."key" = c0."code"
    WHERE c0."statementId" = ${statement} AND c0."variableKey" = ${variable} AND c0."coderId" = ${coder} AND c0."withdrawnSeq" IS NULL
      AND o1."supersededBy" IS NULL AND v0."number" >= x1."meaningSince" AND v0."number" >= o1."meaningSince")`;
}

function isInQueue(blind: BlindCoder, statement: string, bind: Bind): string {
  if (blind.sampleId === null) return '1';
  return `EXISTS (SELECT 1 FROM "CodingSampleItem" i0 WHERE i0."sampleId" = ${bind(blind.sampleId)} AND i0."statementId" = ${statement})`;
}

/**
 * SQL: whether everything that others said of a statement on a variable has to be kept from the coder.
 *
 * @param statement SQL of the statement's id.
 * @param variable SQL of the variable's key.
 */
export function isHidden(blind: BlindCoder | null, statement: string, variable: string, bind: Bind): string {
  if (blind === null) return '0';
  const keys = `(SELECT value FROM json_each(${bind(JSON.stringify(blind.variableKeys))}))`;
  return `(${variable} IN ${keys} AND ${isInQueue(blind, statement, bind)}
    AND NOT ${hasStandingCoding(statement, variable, bind(blind.coderId), bind(blind.versionId))})`;
}

/** SQL: whether the machine's score has to be kept from the coder: while any variable of the statement is open for them. */
export function isScoreHidden(blind: BlindCoder | null, statement: string, bind: Bind): string {
  if (blind === null) return '0';
  return `(${isInQueue(blind, statement, bind)} AND EXISTS (
    SELECT 1 FROM json_each(${bind(JSON.stringify(blind.variableKeys))}) q0
    WHERE ${appliesTo(statement, 'q0."value"')}
      AND NOT ${hasStandingCoding(statement, 'q0."value"', bind(blind.coderId), bind(blind.versionId))}))`;
}

/** The variables that the codebook of an event asks for. */
export function variableKeysOf(event: EventRecord): string[] {
  return event.codebook.variables.map((variable) => variable.key);
}
