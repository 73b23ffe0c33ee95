import { type CompareCampsInput, compareCamps } from '#lib/core/comparison/compare-camps';
import { countStance, summarisedCamps, tooFewCamps, unsettledCamps } from '#lib/core/findings/find-stance-shares';
import type { CampCount, Finding } from '#lib/core/findings/finding';
import type { ResolvedStance } from '#lib/core/stance';
import { wilsonInterval } from '#lib/core/statistics/wilson-interval';

/** What the interval plot of one stance shows, in one finding. */
export function findShareRange(input: CompareCampsInput, stance: ResolvedStance): Finding {
  const { camps, totals } = compareCamps(input);
  if (totals.compared === 0) return { kind: 'no_statements' };
  const tooFew = tooFewCamps(camps);
  const told = summarisedCamps(camps);
  const unsettled = unsettledCamps(told);
  const counts = told.map((camp) => countStance(camp, stance));
  if (counts.length === 0) return { kind: 'all_too_few', tooFew };
  // Shares are compared crosswise as whole numbers, so that equal ones are equal.
  const byShare = [...counts].sort((a, b) => a.count * b.n - b.count * a.n);
  const lowest = byShare[0];
  const highest = byShare.at(-1);
  if (lowest === undefined || highest === undefined || lowest.count * highest.n === highest.count * lowest.n) {
    return { kind: 'share_alike', stance, camps: counts, unsettled, tooFew };
  }
  return { kind: 'share_range', stance, lowest, highest, overlap: intervalsOverlap(lowest, highest), unsettled, tooFew };
}

function intervalsOverlap(lowest: CampCount, highest: CampCount): boolean {
  const low = wilsonInterval(lowest.count, lowest.n);
  const high = wilsonInterval(highest.count, highest.n);
  return low !== null && high !== null && low.high >= high.low;
}
