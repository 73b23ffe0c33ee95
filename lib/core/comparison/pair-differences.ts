import { newcombeDifference } from '#lib/core/statistics/newcombe-difference';
import { smallSampleRule } from '#lib/core/statistics/small-sample';

/** A camp's count of one stance. */
interface CountedCamp {
  readonly count: number;
  readonly n: number;
}

/** Two camps and the difference of their shares, in shares of 1, with Newcombe's 95 % interval. */
export interface PairDifference<Camp extends CountedCamp> {
  /** The camp with the larger share; of two equal ones the first in the order of camps. */
  readonly more: Camp;
  readonly fewer: Camp;
  /** Share of `more` less that of `fewer`, in [0, 1]. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** How the difference is written: in points only where both camps bear a percentage. */
  readonly shareAs: 'counts' | 'per_cent';
}

/**
 * The difference of each two camps. Chart and sentence take theirs from here, so that both subtract the same way round.
 * @param camps in their order, each with n of 1 or more.
 * @returns a pair for each two camps, in the order of the camps.
 */
export function pairDifferences<Camp extends CountedCamp>(camps: readonly Camp[]): readonly PairDifference<Camp>[] {
  return camps.flatMap((first, index) =>
    camps.slice(index + 1).flatMap((second) => {
      // Compared as whole numbers: equal shares of different n may differ in the last bit.
      const [more, fewer] = first.count * second.n >= second.count * first.n ? [first, second] : [second, first];
      const interval = newcombeDifference({ successes: more.count, n: more.n }, { successes: fewer.count, n: fewer.n });
      if (interval === null) return [];
      const bearsPerCent = [more, fewer].every(({ n }) => smallSampleRule(n).shareAs === 'per_cent');
      return [{ more, fewer, ...interval, shareAs: bearsPerCent ? 'per_cent' : 'counts' }];
    }),
  );
}
