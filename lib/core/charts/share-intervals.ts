import { type CampRow, campRow, type EmptyReason } from '#lib/core/charts/chart-model';
import type { ChartTarget } from '#lib/core/charts/chart-target';
import { type CompareCampsInput, compareCamps, groupByCamp } from '#lib/core/comparison/compare-camps';
import { findShareRange } from '#lib/core/findings/find-share-range';
import { summarisedCamps, tellingStance } from '#lib/core/findings/find-stance-shares';
import type { Finding } from '#lib/core/findings/finding';
import type { ResolvedStance } from '#lib/core/stance';
import { type SmallSampleRule, smallSampleRule } from '#lib/core/statistics/small-sample';
import { wilsonInterval } from '#lib/core/statistics/wilson-interval';

/** One statement of a camp that is too small for a share. */
interface ShareDot {
  readonly id: string;
  /** Whether it takes the stance that the chart is about. */
  readonly takes: boolean;
  readonly stance: ResolvedStance;
  readonly excerpt: string;
  readonly excerptLanguage: string;
  readonly target: ChartTarget;
}

export interface ShareRow {
  readonly id: string;
  readonly camp: CampRow;
  readonly count: number;
  readonly shareAs: SmallSampleRule['shareAs'];
  /** Wilson 95 % interval; null under 5 statements. */
  readonly interval: { readonly share: number; readonly low: number; readonly high: number } | null;
  readonly dots: readonly ShareDot[];
  readonly target: ChartTarget;
}

/** Share of one stance in each camp, with its interval, on one axis. */
export interface ShareIntervalsModel {
  readonly name: 'share-intervals';
  readonly stance: ResolvedStance;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly rows: readonly ShareRow[];
  readonly n: number;
  readonly empty: EmptyReason | null;
  readonly finding: Finding;
}

export interface ShareIntervalsOptions extends CompareCampsInput {
  /** By default the stance on which the camps are furthest apart. */
  readonly stance?: ResolvedStance;
}

/** The stance that a chart about one stance shows when none is asked for. */
export function defaultStance(input: CompareCampsInput): ResolvedStance {
  const camps = summarisedCamps(compareCamps(input).camps);
  return camps.length === 0 ? 'against' : tellingStance(camps);
}

/** Model of the interval plot: no share and no interval under 5 statements, only their dots. */
export function shareIntervals(options: ShareIntervalsOptions): ShareIntervalsModel {
  const stance = options.stance ?? defaultStance(options);
  const rows = groupByCamp(options).camps.map(({ camp, statements }): ShareRow => {
    const rule = smallSampleRule(statements.length);
    const count = statements.filter((statement) => statement.stance === stance).length;
    return {
      id: `${camp.slug}:${stance}`,
      camp: campRow(camp, rule.n, rule.size),
      count,
      shareAs: rule.shareAs,
      interval: rule.drawInterval ? wilsonInterval(count, rule.n) : null,
      dots: rule.drawInterval
        ? []
        : [...statements]
            .sort((a, b) => Number(b.stance === stance) - Number(a.stance === stance))
            .map((statement) => ({
              id: `${camp.slug}:${statement.id}`,
              takes: statement.stance === stance,
              stance: statement.stance,
              excerpt: statement.excerpt,
              excerptLanguage: statement.excerptLanguage,
              target: { kind: 'statement', id: statement.id },
            })),
      target: {
        kind: 'statements',
        camp: camp.slug,
        stance,
      },
    };
  });
  const n = rows.reduce((sum, row) => sum + row.camp.n, 0);
  return {
    name: 'share-intervals',
    stance,
    domain: [0, 1],
    ticks: [0, 0.25, 0.5, 0.75, 1],
    rows,
    n,
    empty: rows.length === 0 ? 'no_camps' : n === 0 ? 'no_statements' : null,
    finding: findShareRange(options, stance),
  };
}
