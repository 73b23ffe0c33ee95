import { type MethodsFacts, methodsFacts, type SharedUnitsRule } from '#lib/core/codebook/methods-paragraph';
import type { Problem } from '#lib/core/problem';
import type { BootstrapOptions } from '#lib/core/reliability/alpha-bootstrap';
import { type ReliabilityReport, reliabilityReport } from '#lib/core/reliability/reliability-report';
import { failed, ok, type Result } from '#lib/core/result';
import { seenValue } from '#lib/core/statement/seen-value';
import type { BlindCoder } from '#lib/db/blind-coding';
import { type EventRecord, readEvent, type VariableRecord } from '#lib/db/events';
import { readResolutions, type UnitResolution } from '#lib/db/reliability-codings';
import { type CodingSession, findBlindness } from '#lib/usecases/find-blindness';
import { type AgreementMarks, marksOf } from '#lib/usecases/get-agreement-marks';
import { readVariableCodings, sharedUnitsRule } from '#lib/usecases/reliability-input';
import { today, type Workspace } from '#lib/usecases/workspace';

/** Everything that is said of one variable's reliability in an event. */
export interface VariableReliability {
  readonly variable: VariableRecord;
  readonly report: ReliabilityReport;
  readonly stale: number;
  readonly sharedUnits: SharedUnitsRule;
  /** How many statements have a code, and how it was found. */
  readonly resolved: Readonly<Record<'adjudicated' | 'agreed' | 'single' | 'disputed', number>>;
}

export interface FoundReliability {
  readonly event: EventRecord;
  /** For every variable. */
  readonly marks: AgreementMarks;
  /** For the variable that was asked for, else the first. */
  readonly detail: VariableReliability;
  /** The numbers of a methods paragraph about all variables that anybody coded. */
  readonly methods: MethodsFacts;
  /** Whether units are left out because the reader codes and has not coded them. */
  readonly isBlind: boolean;
}

export interface ReliabilityRequest {
  readonly eventSlug: string;
  /** Key of the variable to tell all about; the first stance when it is left out. */
  readonly variable?: string | null;
  readonly bootstrap?: BootstrapOptions;
  readonly coding?: CodingSession | null;
}

function countBases(resolutions: readonly UnitResolution[]) {
  const counts = { adjudicated: 0, agreed: 0, single: 0, disputed: 0 };
  for (const { basis } of resolutions) if (basis !== null) counts[basis] += 1;
  return counts;
}

/** The reliability of one variable of an event that was already read. */
function variableReliability(
  workspace: Workspace,
  event: EventRecord,
  variable: VariableRecord,
  options: { readonly blind: BlindCoder | null; readonly bootstrap?: BootstrapOptions },
): VariableReliability {
  const { input, stale } = readVariableCodings(workspace, event, variable, options.blind);
  const report = reliabilityReport(input, options.bootstrap);
  const resolutions = resolutionsOf(workspace, event, variable, options.blind);
  return {
    variable,
    report,
    stale,
    sharedUnits: sharedUnitsRule(workspace, event, variable.key, report.alpha.unitIds, resolutions.length),
    resolved: countBases(resolutions),
  };
}

function resolutionsOf(workspace: Workspace, event: EventRecord, variable: VariableRecord, blind: BlindCoder | null) {
  return readResolutions(workspace.db, {
    eventId: event.id,
    versionId: event.codebook.id,
    variableKey: variable.key,
    blind,
  });
}

/** Units with codings of two or more people. */
function sharedUnitIds(codings: readonly { readonly unit: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { unit } of codings) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([unit]) => unit);
}

function methodsOf(
  workspace: Workspace,
  event: EventRecord,
  marks: AgreementMarks,
  detail: VariableReliability,
  blind: BlindCoder | null,
): MethodsFacts {
  let statements = 0;
  const variables = event.codebook.variables.flatMap((variable) => {
    const mark = marks[variable.key];
    const { codings, input } = readVariableCodings(workspace, event, variable, blind);
    const resolutions = resolutionsOf(workspace, event, variable, blind);
    statements = resolutions.length;
    if (mark === undefined || codings.length === 0) return [];
    const coders = new Map<string, string[]>();
    for (const { statementId, coder } of codings) coders.set(statementId, [...(coders.get(statementId) ?? []), coder]);
    return [
      {
        key: variable.key,
        level: variable.level,
        mark,
        sharedUnits: sharedUnitsRule(workspace, event, variable.key, sharedUnitIds(input.codings), resolutions.length),
        codersByStatement: resolutions.map(({ statementId }) => coders.get(statementId) ?? []),
        bases: resolutions.map(({ basis }) => basis ?? ('uncoded' as const)),
        adjudications: resolutions.flatMap(({ adjudication }) => (adjudication === null ? [] : [adjudication])),
      },
    ];
  });
  return methodsFacts({
    codebookVersion: event.codebook.number,
    asOf: today(workspace),
    statements,
    bootstrap: {
      draws: detail.report.alpha.draws,
      seed: detail.report.alpha.seed,
      confidence: detail.report.alpha.confidence,
    },
    variables,
  });
}

/** The variable that is told about when none is named: where the codebook has a stance, the first of it. */
function defaultVariable(event: EventRecord): VariableRecord | undefined {
  return event.codebook.variables.find(({ key }) => key.startsWith('stance.')) ?? event.codebook.variables[0];
}

/** How far coders agree: a mark for every variable, and all tables for one of them. */
export async function getReliability(
  workspace: Workspace,
  request: ReliabilityRequest,
): Promise<Result<FoundReliability, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const asked = request.variable ?? null;
  const variable = asked === null ? defaultVariable(event) : event.codebook.variables.find(({ key }) => key === asked);
  if (variable === undefined) {
    const seen = seenValue(asked);
    return failed({
      kind: 'invalid',
      fields: [{ field: 'variable', code: 'unknown_variable', ...(seen === undefined ? {} : { seen }) }],
    });
  }
  const blind = await findBlindness(workspace, event, request.coding);
  const marks = marksOf(workspace, event, blind);
  const detail = variableReliability(workspace, event, variable, {
    blind,
    ...(request.bootstrap === undefined ? {} : { bootstrap: request.bootstrap }),
  });
  return ok({ event, marks, detail, methods: methodsOf(workspace, event, marks, detail, blind), isBlind: blind !== null });
}
