import type { SharedUnitsRule } from '#lib/core/codebook/methods-paragraph';
import type { ReliabilityInput } from '#lib/core/reliability/reliability-coding';
import type { BlindCoder } from '#lib/db/blind-coding';
import { readCodingSamples } from '#lib/db/coding-samples';
import type { EventRecord, VariableRecord } from '#lib/db/events';
import { type ComparableCoding, readComparableCodings, readSampleStatements } from '#lib/db/reliability-codings';
import type { Workspace } from '#lib/usecases/workspace';

/** The codings of a variable as the coefficients take them. */
export interface VariableCodings {
  readonly variable: VariableRecord;
  /** Codings that still mean what they said. */
  readonly input: ReliabilityInput;
  readonly codings: readonly ComparableCoding[];
  /** Codings that are left out because the meaning of their variable or code has changed since. */
  readonly stale: number;
}

/** A code as a coefficient takes it: the number that it stands for where the distances of numbers count. */
function comparableCode(variable: VariableRecord, code: string): string {
  if (variable.level !== 'interval') return code;
  const value = variable.codes.find((candidate) => candidate.key === code)?.value ?? null;
  return value === null ? code : String(value);
}

/**
 * Reads the latest coding of every coder. Codings made under another meaning are left out: two people who read different definitions
 * cannot be compared.
 *
 * @param nameOf under which name a coder is told apart.
 * @param units `shared` reads only statements that two or more people coded.
 */
export function readVariableCodings(
  workspace: Workspace,
  event: EventRecord,
  variable: VariableRecord,
  blind: BlindCoder | null,
  nameOf: (coding: ComparableCoding) => string = (coding) => coding.coder,
  units: 'all' | 'shared' = 'all',
): VariableCodings {
  const scope = { eventId: event.id, versionId: event.codebook.id, variableKey: variable.key, blind };
  const all = readComparableCodings(workspace.db, scope, units);
  const codings = all.filter((coding) => !coding.stale);
  const order = variable.codes.filter((code) => code.supersededBy === null).map((code) => comparableCode(variable, code.key));
  return {
    variable,
    input: {
      level: variable.level,
      order,
      codings: codings.map((coding) => ({
        unit: coding.statementId,
        coder: nameOf(coding),
        code: comparableCode(variable, coding.code),
        groups: { camp: coding.camp, language: coding.language },
      })),
    },
    codings,
    stale: all.length - codings.length,
  };
}

/** How the units that several people coded came to be chosen, as far as the recorded samples tell. */
export function sharedUnitsRule(
  workspace: Workspace,
  event: EventRecord,
  variableKey: string,
  unitIds: readonly string[],
  statements: number,
): SharedUnitsRule {
  if (unitIds.length > 0 && unitIds.length === statements) return { kind: 'all' };
  for (const sample of readCodingSamples(workspace.db, event.id)) {
    if (sample.rule !== 'random' || sample.share === null || sample.seed === null) continue;
    if (unitIds.length === 0 || !sample.variableKeys.includes(variableKey)) continue;
    const drawn = readSampleStatements(workspace.db, sample.id);
    if (unitIds.every((id) => drawn.has(id))) return { kind: 'random', share: sample.share, seed: sample.seed };
  }
  return { kind: 'as_they_came' };
}
