import { type CampRow, campRow, type EmptyReason } from '#lib/core/charts/chart-model';
import type { ChartTarget } from '#lib/core/charts/chart-target';
import { defaultStance, type ShareIntervalsOptions } from '#lib/core/charts/share-intervals';
import { groupByCamp } from '#lib/core/comparison/compare-camps';
import { findCampDifference } from '#lib/core/findings/find-camp-difference';
import type { Finding } from '#lib/core/findings/finding';
import type { ResolvedStance } from '#lib/core/stance';
import { newcombeDifference } from '#lib/core/statistics/newcombe-difference';
import { smallSampleRule } from '#lib/core/statistics/small-sample';

export interface DifferenceRow {
  readonly id: string;
  readonly first: CampRow;
  readonly second: CampRow;
  readonly firstCount: number;
  readonly secondCount: number;
  /** First share minus second, in [-1, 1], with Newcombe's 95 % interval. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly target: ChartTarget;
}

/** Difference of each two camps in the share of one stance. */
export interface CampDifferencesModel {
  readonly name: 'camp-differences';
  readonly stance: ResolvedStance;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly rows: readonly DifferenceRow[];
  /** Camps that are too small to take part. */
  readonly tooFew: readonly CampRow[];
  readonly n: number;
  readonly empty: EmptyReason | null;
  readonly finding: Finding;
}

/** Model of the differences: every pair of camps with at least 5 statements each, in the order of the camps. */
export function campDifferences(options: ShareIntervalsOptions): CampDifferencesModel {
  const stance = options.stance ?? defaultStance(options);
  const camps = groupByCamp(options).camps.map(({ camp, statements }) => {
    const rule = smallSampleRule(statements.length);
    return {
      row: campRow(camp, rule.n, rule.size),
      rule,
      count: statements.filter((statement) => statement.stance === stance).length,
    };
  });
  const told = camps.filter(({ rule }) => rule.drawInterval);
  const rows = told.flatMap((first, index) =>
    told.slice(index + 1).flatMap((second): DifferenceRow[] => {
      const interval = newcombeDifference(
        { successes: first.count, n: first.row.n },
        { successes: second.count, n: second.row.n },
      );
      if (interval === null) return [];
      return [
        {
          id: `${first.row.slug}:${second.row.slug}`,
          first: first.row,
          second: second.row,
          firstCount: first.count,
          secondCount: second.count,
          ...interval,
          target: {
            kind: 'statements',
            camps: [first.row.slug, second.row.slug],
            stance,
          },
        },
      ];
    }),
  );
  return {
    name: 'camp-differences',
    stance,
    domain: [-1, 1],
    ticks: [-1, -0.5, 0, 0.5, 1],
    rows,
    tooFew: camps.filter(({ rule }) => rule.size === 'too_few').map(({ row }) => row),
    n: camps.reduce((sum, { row }) => sum + row.n, 0),
    empty: camps.length === 0 ? 'no_camps' : rows.length === 0 ? 'one_camp' : null,
    finding: findCampDifference(options, stance),
  };
}
