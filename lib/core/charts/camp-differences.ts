import { type CampRow, campRow, type EmptyReason } from '#lib/core/charts/chart-model';
import type { ChartTarget } from '#lib/core/charts/chart-target';
import { defaultStance, type ShareIntervalsOptions } from '#lib/core/charts/share-intervals';
import { groupByCamp } from '#lib/core/comparison/compare-camps';
import { pairDifferences } from '#lib/core/comparison/pair-differences';
import { findCampDifference } from '#lib/core/findings/find-camp-difference';
import type { Finding } from '#lib/core/findings/finding';
import type { ResolvedStance } from '#lib/core/stance';
import { smallSampleRule } from '#lib/core/statistics/small-sample';

export interface DifferenceRow {
  readonly id: string;
  /** The camp with the larger share; of two equal ones the first in the order of camps. */
  readonly first: CampRow;
  readonly second: CampRow;
  readonly firstCount: number;
  readonly secondCount: number;
  /** How the difference is written: in points only where both camps bear a percentage. */
  readonly shareAs: 'counts' | 'per_cent';
  /** First share minus second, in [0, 1], with Newcombe's 95 % interval in [-1, 1]. */
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

/** Model of the differences: every pair of camps with at least 5 statements each, the larger share first. */
export function campDifferences(options: ShareIntervalsOptions): CampDifferencesModel {
  const stance = options.stance ?? defaultStance(options);
  const camps = groupByCamp(options).camps.map(({ camp, statements }) => {
    const rule = smallSampleRule(statements.length);
    const count = statements.filter((statement) => statement.stance === stance).length;
    return { row: campRow(camp, rule.n, rule.size), rule, count, n: rule.n };
  });
  const rows = pairDifferences(camps.filter(({ rule }) => rule.drawInterval)).map(
    ({ more, fewer, ...difference }): DifferenceRow => ({
      id: `${more.row.slug}:${fewer.row.slug}`,
      first: more.row,
      second: fewer.row,
      firstCount: more.count,
      secondCount: fewer.count,
      ...difference,
      target: { kind: 'statements', camps: [more.row.slug, fewer.row.slug], stance },
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
