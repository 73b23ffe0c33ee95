import type { ChartCamp, ChartStatement } from '#lib/core/chart-statement';
import { type CompareCampsInput, compareCamps } from '#lib/core/comparison/compare-camps';
import type { Comparison } from '#lib/core/comparison/comparison-schema';
import type { Problem } from '#lib/core/problem';
import { ok, type Result } from '#lib/core/result';
import { readChartStatements } from '#lib/db/chart-statements';
import { type EventCounters, readEventCounters } from '#lib/db/event-counters';
import type { EventRecord } from '#lib/db/events';
import { stanceVariable } from '#lib/db/statement-query';
import { type FoundScope, findScope, type ScopeRequest } from '#lib/usecases/find-scope';
import { type AgreementMarks, marksOf, type VariableMark } from '#lib/usecases/get-agreement-marks';
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
  });
}

/** How far the stance that a comparison shows may be leaned on. */
export function stanceMark({ scope, marks }: Pick<FoundComparison, 'scope' | 'marks'>): VariableMark | null {
  return marks[stanceVariable(scope.target)] ?? null;
}
