import { wilsonInterval } from '#lib/core/statistics/wilson-interval';

export interface ShareCount {
  readonly successes: number;
  readonly n: number;
}

/** A difference of two shares in [-1, 1] and its interval. */
export interface DifferenceInterval {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Difference of two independent shares (first minus second) with Newcombe's hybrid score interval, without
 * continuity correction.
 *
 * @returns null when one of the two has n = 0
 * @throws RangeError when the counts are not counts
 * @see Newcombe (1998), Statistics in Medicine 17, 873-890, method 10
 */
export function newcombeDifference(first: ShareCount, second: ShareCount, confidence = 0.95): DifferenceInterval | null {
  const a = wilsonInterval(first.successes, first.n, confidence);
  const b = wilsonInterval(second.successes, second.n, confidence);
  if (a === null || b === null) return null;
  const difference = a.share - b.share;
  return {
    difference,
    low: Math.max(-1, difference - Math.hypot(a.share - a.low, b.high - b.share)),
    high: Math.min(1, difference + Math.hypot(a.high - a.share, b.share - b.low)),
  };
}
