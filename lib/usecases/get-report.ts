import type { ChartCamp, ChartStatement } from '#lib/core/chart-statement';
import type { ChartModel } from '#lib/core/charts/chart';
import { CHART_NAMES } from '#lib/core/charts/chart-model';
import { type ChartView, readChartView } from '#lib/core/charts/chart-view';
import type { MethodsFacts } from '#lib/core/codebook/methods-paragraph';
import { groupByCamp } from '#lib/core/comparison/compare-camps';
import type { Problem } from '#lib/core/problem';
import { chooseQuotes, type QuoteRule } from '#lib/core/report/choose-quotes';
import { ok, type Result } from '#lib/core/result';
import { readScopeOrigins, type ScopeOrigins } from '#lib/db/scope-origins';
import { readStatementDetail, type StatementDetail } from '#lib/db/statement-detail';
import type { CodingSession } from '#lib/usecases/find-blindness';
import { chartOf } from '#lib/usecases/get-chart';
import { comparedInput, type FoundComparison, getComparison } from '#lib/usecases/get-comparison';
import { getReliability } from '#lib/usecases/get-reliability';
import type { Workspace } from '#lib/usecases/workspace';

/** A quote of a report: its text and source, and its stance and score as the charts read them. */
export interface ReportQuote {
  readonly rules: readonly QuoteRule[];
  readonly statement: ChartStatement;
  readonly detail: Pick<
    StatementDetail,
    'text' | 'language' | 'translation' | 'attribution' | 'speaker' | 'source' | 'locator' | 'saidOn'
  >;
}

/** Everything that a report is written from. */
export interface Report {
  readonly found: FoundComparison;
  readonly view: ChartView;
  /** Charts that have something to show. */
  readonly charts: readonly ChartModel[];
  readonly camps: readonly { readonly camp: ChartCamp; readonly n: number; readonly quotes: readonly ReportQuote[] }[];
  readonly origins: ScopeOrigins;
  /** Coders, units and coefficients, for the methods. */
  readonly methods: MethodsFacts;
}

async function readQuotes(workspace: Workspace, statements: readonly ChartStatement[]): Promise<readonly ReportQuote[]> {
  const quotes: ReportQuote[] = [];
  for (const { statement, rules } of chooseQuotes(statements)) {
    const detail = await readStatementDetail(workspace.db, statement.id);
    // Between choosing and reading somebody may have withheld it.
    if (detail?.status === 'published') quotes.push({ rules, statement, detail });
  }
  return quotes;
}

/** The report of an event under a filter: charts, quotes chosen by rule, and what its methods section says. */
export async function getReport(
  workspace: Workspace,
  request: {
    readonly eventSlug: string;
    readonly query: URLSearchParams;
    readonly language: 'en' | 'ar';
    readonly coding?: CodingSession | null;
  },
): Promise<Result<Report, Problem>> {
  const coding = request.coding ?? null;
  const comparison = await getComparison(workspace, { ...request, coding });
  if (!comparison.ok) return comparison;
  const reliability = await getReliability(workspace, { eventSlug: request.eventSlug, coding });
  if (!reliability.ok) return reliability;
  const found = comparison.value;
  const { view } = readChartView(request.query);
  const charts: ChartModel[] = [];
  for (const name of CHART_NAMES) {
    const model = await chartOf(workspace, found, name, view);
    if (model.empty === null) charts.push(model);
  }
  const camps = [];
  for (const { camp, statements } of groupByCamp(comparedInput(found)).camps) {
    camps.push({ camp, n: statements.length, quotes: await readQuotes(workspace, statements) });
  }
  return ok({
    found,
    view,
    charts,
    camps: camps.filter(({ n }) => n > 0),
    origins: readScopeOrigins(workspace.db, found.scope),
    methods: reliability.value.methods,
  });
}
