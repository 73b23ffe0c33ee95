import { twoSidedZ } from '#lib/core/statistics/normal-quantile';

/** A share in [0, 1] and its interval. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A share with Wilson's score interval, without continuity correction.
 *
 * @param successes whole number from 0 to `n`
 * @param n whole number of statements
 * @param confidence in (0, 1)
 * @returns null for n = 0: of nothing there is no share
 * @throws RangeError when the counts are not counts
 * @see Wilson (1927), Journal of the American Statistical Association 22, 209-212
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): ShareInterval | null {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`n must be a count, got ${n}`);
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > n) {
    throw new RangeError(`successes must be a count from 0 to ${n}, got ${successes}`);
  }
  const z = twoSidedZ(confidence);
  if (n === 0) return null;
  const share = successes / n;
  const z2 = z * z;
  const centre = (successes + z2 / 2) / (n + z2);
  const reach = (z / (n + z2)) * Math.sqrt((successes * (n - successes)) / n + z2 / 4);
  // At both ends the bound is exact; rounding must not push it a hair beyond.
  return {
    share,
    low: successes === 0 ? 0 : Math.max(0, centre - reach),
    high: successes === n ? 1 : Math.min(1, centre + reach),
  };
}
