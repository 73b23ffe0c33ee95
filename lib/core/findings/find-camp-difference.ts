import { type CompareCampsInput, compareCamps } from '#lib/core/comparison/compare-camps';
import { pairDifferences } from '#lib/core/comparison/pair-differences';
import { countStance, nameCamp, summarisedCamps, unsettledCamps } from '#lib/core/findings/find-stance-shares';
import type { Finding } from '#lib/core/findings/finding';
import type { ResolvedStance } from '#lib/core/stance';

/** The largest difference between two camps in the share of a stance; the first pair wins a tie. */
export function findCampDifference(input: CompareCampsInput, stance: ResolvedStance): Finding {
  const { camps, totals } = compareCamps(input);
  if (totals.compared === 0) return { kind: 'no_statements' };
  const told = summarisedCamps(camps);
  const differences = pairDifferences(told.map((camp) => countStance(camp, stance)));
  const [largest] = differences.toSorted((a, b) =>
    Math.abs(b.difference - a.difference) > 1e-9 ? b.difference - a.difference : 0,
  );
  if (largest === undefined) {
    const [only] = told;
    return { kind: 'one_camp_only', camp: only === undefined ? null : nameCamp(only) };
  }
  const pair = told.filter(({ camp }) => camp === largest.more.slug || camp === largest.fewer.slug);
  return {
    kind: 'camp_difference',
    stance,
    ...largest,
    holdsZero: largest.low <= 0 && largest.high >= 0,
    unsettled: unsettledCamps(pair),
  };
}
