import type { ChartCamp, ChartStatement } from '#lib/core/chart-statement';
import type { ChartedCode } from '#lib/core/charts/chart';
import { type CompareCampsInput, compareCamps } from '#lib/core/comparison/compare-camps';
import { type Comparison, comparisonAnswerSchema } from '#lib/core/comparison/comparison-schema';
import { formatFilter } from '#lib/core/filter/statement-filter';
import type { Problem } from '#lib/core/problem';
import type { MachineAgreement } from '#lib/core/reliability/machine-agreement';
import { ok, type Result } from '#lib/core/result';
import { readChartStatements } from '#lib/db/chart-statements';
import { type EventCounters, readEventCounters } from '#lib/db/event-counters';
import type { EventRecord } from '#lib/db/events';
import { stanceVariable } from '#lib/db/statement-query';
import { type FoundScope, findScope, type ScopeRequest } from '#lib/usecases/find-scope';
import { type AgreementMarks, marksOf, type VariableMark } from '#lib/usecases/get-agreement-marks';
import { scorerAgreementOf, scorerAnswers } from '#lib/usecases/get-scorer-agreement';
import type { Workspace } from '#lib/usecases/workspace';

export interface ComparisonRequest extends ScopeRequest {
  /** `en` or `ar`: labels and excerpts are in it where they exist. */
  readonly language: 'en' | 'ar';
}

export interface FoundComparison {
  readonly scope: FoundScope;
  /** In which labels and excerpts are. */
  readonly language: 'en' | 'ar';
  readonly camps: readonly ChartCamp[];
  readonly statements: readonly ChartStatement[];
  readonly comparison: Comparison;
  readonly counters: EventCounters;
  /** How far the codes of each variable may be leaned on; it travels with whatever shows them. */
  readonly marks: AgreementMarks;
  /** How far each scorer of the event agrees with its coders; it travels with whatever shows scores. */
  readonly scorers: readonly MachineAgreement[];
}

/** The camps of an event as charts need them: retired ones are left out. */
export function chartCamps(event: EventRecord, language: 'en' | 'ar'): ChartCamp[] {
  return event.camps
    .filter((camp) => !camp.retired)
    .map(({ slug, label, order, role }) => ({ slug, label: label[language], labelLanguage: language, order, role }));
}

/**
 * What charts and numbers are made of. Where the filter names camps it is these, context or not, and no empty rows of others; else
 * context camps are in where the filter asks for them.
 */
export function comparedInput({
  scope,
  camps,
  statements,
}: Pick<FoundComparison, 'scope' | 'camps' | 'statements'>): CompareCampsInput {
  const { context, camp: named } = scope.filter;
  if (named.length === 0) return { statements, camps, includeContext: context === 'in' };
  return { statements, camps: camps.filter(({ slug }) => named.includes(slug)), includeContext: true };
}

/** How the camps of an event stand and speak, under a filter: the rows that charts draw and the numbers behind them. */
export async function getComparison(workspace: Workspace, request: ComparisonRequest): Promise<Result<FoundComparison, Problem>> {
  const found = await findScope(workspace, request);
  if (!found.ok) return found;
  const scope = found.value;
  const camps = chartCamps(scope.event, request.language);
  const statements = readChartStatements(workspace.db, scope, request.language);
  return ok({
    scope,
    language: request.language,
    camps,
    statements,
    comparison: compareCamps(comparedInput({ scope, camps, statements })),
    counters: readEventCounters(workspace.db, scope.event.id),
    marks: marksOf(workspace, scope.event, scope.blind ?? null),
    scorers: scorerAgreementOf(workspace, scope.event, scope.blind ?? null),
  });
}

/** How far the stance that a comparison shows may be leaned on. */
export function stanceMark({ scope, marks }: Pick<FoundComparison, 'scope' | 'marks'>): VariableMark | null {
  return marks[stanceVariable(scope.target)] ?? null;
}

/** The marks of the coded variables that a chart of a comparison rests on. */
export function chartMarks(
  found: Pick<FoundComparison, 'scope' | 'marks'>,
  codes: readonly ChartedCode[],
): readonly (readonly [ChartedCode, VariableMark])[] {
  return codes.flatMap((code) => {
    const mark = code === 'stance' ? stanceMark(found) : (found.marks[code] ?? null);
    return mark === null ? [] : [[code, mark] as const];
  });
}

/** What programs are told of a comparison, by whatever door they come: the numbers with how far codes and scores may be leaned on. */
export function comparisonAnswer(found: FoundComparison) {
  const { scope, comparison, counters, marks, scorers } = found;
  return comparisonAnswerSchema.parse({
    event: scope.event.slug,
    target: scope.target,
    filter: formatFilter(scope.filter),
    asof: scope.filter.asof ?? counters.lastSeq,
    // Band, alpha with interval, n of doubly coded units.
    agreement: { camp: marks['camp'] ?? null, stance: stanceMark(found) },
    scorers: scorerAnswers(scorers),
    ...comparison,
  });
}
