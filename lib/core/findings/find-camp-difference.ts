import { type CompareCampsInput, compareCamps } from '#lib/core/comparison/compare-camps';
import { countStance, nameCamp, summarisedCamps } from '#lib/core/findings/find-stance-shares';
import type { Finding } from '#lib/core/findings/finding';
import type { ResolvedStance } from '#lib/core/stance';
import { newcombeDifference } from '#lib/core/statistics/newcombe-difference';

/** The largest difference between two camps in the share of a stance; the first pair wins a tie. */
export function findCampDifference(input: CompareCampsInput, stance: ResolvedStance): Finding {
  const { camps, totals } = compareCamps(input);
  if (totals.compared === 0) return { kind: 'no_statements' };
  const told = summarisedCamps(camps);
  const counts = told.map((camp) => countStance(camp, stance));
  const pairs = counts.flatMap((first, index) => counts.slice(index + 1).map((second) => ({ first, second })));
  const differences = pairs.flatMap(({ first, second }) => {
    const firstIsMore = first.count * second.n >= second.count * first.n;
    const [more, fewer] = firstIsMore ? [first, second] : [second, first];
    const interval = newcombeDifference({ successes: more.count, n: more.n }, { successes: fewer.count, n: fewer.n });
    return interval === null ? [] : [{ more, fewer, ...interval }];
  });
  const [largest] = differences.sort((a, b) => (Math.abs(b.difference - a.difference) > 1e-9 ? b.difference - a.difference : 0));
  if (largest === undefined) {
    const [only] = told;
    return { kind: 'one_camp_only', camp: only === undefined ? null : nameCamp(only) };
  }
  return { kind: 'camp_difference', stance, ...largest, holdsZero: largest.low <= 0 && largest.high >= 0 };
}
