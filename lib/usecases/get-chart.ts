import type { ChartModel } from '#lib/core/charts/chart';
import { CHART_NAMES, type ChartName } from '#lib/core/charts/chart-model';
import { type ChartView, type PictureView, readChartView, VIEW_PARAMETERS } from '#lib/core/charts/chart-view';
import { type ChartSources, makeChart } from '#lib/core/charts/make-chart';
import { type FilterSource, readStatementFilter, type StatementFilter } from '#lib/core/filter/statement-filter';
import type { FieldProblem, Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { readScopeOrigins, type ScopeOrigins } from '#lib/db/scope-origins';
import { readSloganUses } from '#lib/db/slogan-uses';
import { readFacets } from '#lib/db/statement-facets';
import { contrastTerms } from '#lib/usecases/contrast-terms';
import type { CodingSession } from '#lib/usecases/find-blindness';
import { comparedInput, type FoundComparison, getComparison } from '#lib/usecases/get-comparison';
import type { Workspace } from '#lib/usecases/workspace';

/** The model of one chart of a comparison that was already read. */
export function chartOf(workspace: Workspace, found: FoundComparison, name: ChartName, view: ChartView): Promise<ChartModel> {
  const { event } = found.scope;
  const sources: ChartSources = {
    ...comparedInput(found),
    events: [{ id: event.slug, label: event.title[found.language], labelLanguage: found.language, date: event.heldOn }],
    terms: () => contrastTerms(workspace, found, view.pair),
    slogans: () => readSloganUses(workspace.db, found.scope),
  };
  return makeChart(name, sources, view);
}

export interface ChartRequest {
  readonly eventSlug: string;
  readonly name: string;
  /** Filter, target and {@link ChartView}; anything wrong or unknown in it is refused. */
  readonly query: URLSearchParams;
  readonly language: 'en' | 'ar';
  readonly coding?: CodingSession | null;
}

export interface FoundChart {
  readonly found: FoundComparison;
  readonly model: ChartModel;
  readonly view: ChartView;
  readonly picture: PictureView;
  readonly origins: ScopeOrigins;
  /** Names of the ids that the filter chooses; null where it chooses none. */
  readonly facets: ReturnType<typeof readFacets> | null;
}

/** Names that the doors of charts read beside filter and view. */
const OTHER_PARAMETERS = ['target', 'lang'] as const;

function unknownNames(query: URLSearchParams): readonly FieldProblem[] {
  const rest = new URLSearchParams(query);
  for (const name of [...VIEW_PARAMETERS, ...OTHER_PARAMETERS]) rest.delete(name);
  return readStatementFilter(rest, { isStrict: true })
    .problems.filter(({ code }) => code === 'unknown_field')
    .map((problem) => ({ ...problem, seen: problem.field }));
}

function filterPart(query: URLSearchParams): FilterSource {
  const rest = new URLSearchParams(query);
  for (const name of VIEW_PARAMETERS) rest.delete(name);
  return rest;
}

/** Whether a filter chooses by ids, whose names have to be looked up before it can be said in words. */
function filtersById({ source, speaker, coder, batch }: StatementFilter): boolean {
  return [source, speaker, coder, batch].some((ids) => ids.length > 0);
}

/** One chart by its name, with all that a picture of it must say. A picture of the wrong thing is worse than none: nothing is guessed. */
export async function getChart(workspace: Workspace, request: ChartRequest): Promise<Result<FoundChart, Problem>> {
  const name = CHART_NAMES.find((known) => known === request.name);
  if (name === undefined) return failed({ kind: 'not_found', what: 'chart', id: request.name });
  const { view, picture, problems } = readChartView(request.query);
  const found = await getComparison(workspace, {
    eventSlug: request.eventSlug,
    query: filterPart(request.query),
    language: request.language,
    isStrict: false,
    coding: request.coding ?? null,
  });
  if (!found.ok) return found;
  const { scope } = found.value;
  const strangers = (view.pair ?? []).filter((slug) => !found.value.camps.some((camp) => camp.slug === slug));
  const target = request.query.get('target');
  const all: readonly FieldProblem[] = [
    ...scope.problems,
    ...problems,
    ...strangers.map((slug): FieldProblem => ({ field: 'pair', code: 'unknown_camp', seen: slug.slice(0, 80) })),
    ...(target !== null && target !== scope.target
      ? [{ field: 'target', code: 'unknown_target', seen: target.slice(0, 80) } as const]
      : []),
    ...unknownNames(request.query),
  ];
  if (all.length > 0) return failed({ kind: 'invalid', fields: all });
  return ok({
    found: found.value,
    model: await chartOf(workspace, found.value, name, view),
    view,
    picture,
    origins: readScopeOrigins(workspace.db, scope),
    facets: filtersById(scope.filter) ? readFacets(workspace.db, scope) : null,
  });
}
