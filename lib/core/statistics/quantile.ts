/**
 * Sample quantile, linear between order statistics: type 7 of Hyndman and Fan, as R and NumPy do by default.
 *
 * @param values finite numbers in any order; left as they are
 * @param probability in [0, 1]
 * @returns null for no values
 * @throws RangeError for a probability outside [0, 1]
 * @see Hyndman and Fan (1996), The American Statistician 50, 361-365
 */
export function quantile(values: ArrayLike<number>, probability: number): number | null {
  return quantileOfSorted(Float64Array.from(values).sort(), probability);
}

/** {@link quantile} of values that already ascend. */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number | null {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability must lie in [0, 1], got ${probability}`);
  const position = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}

/** The middle value, or the mean of the two middle ones; null for no values. */
export function median(values: ArrayLike<number>): number | null {
  return quantile(values, 0.5);
}
