import { studentTQuantile } from '#lib/core/statistics/student-t-quantile';

/** Why a mean has no interval. */
export const NO_MEAN_INTERVAL_REASONS = ['no_values', 'one_value', 'no_spread'] as const;
export type NoMeanIntervalReason = (typeof NO_MEAN_INTERVAL_REASONS)[number];

export interface MeanInterval {
  readonly n: number;
  /** Null for no values. */
  readonly mean: number | null;
  /** Sample standard deviation (n - 1); null under two values. */
  readonly standardDeviation: number | null;
  /** Null exactly when `reason` is not. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly reason: NoMeanIntervalReason | null;
}

/**
 * Mean of scores in [-1, 1] with Student's t interval, cut to [-1, 1].
 *
 * Why t and not a bootstrap: camps have 5 to 20 statements, and there t holds the true mean at least as often
 * (tests/bench/mean-interval-coverage.ts, 4,000 samples each; scores spread evenly, n = 5: t .93, percentile
 * bootstrap .85, BCa .86; n = 12: .95, .92, .93). Where four in five scores sit close together and the rest far
 * off, all three fail alike at n = 5 (.66, .65, .66), and from n = 20 on BCa does better (.96 against t's .92).
 *
 * Values that are all alike have a sample spread of 0, which would give an interval of no width; that says
 * nothing of how much the mean could vary, so there is none.
 *
 * @param values scores in [-1, 1]
 * @param confidence in (0, 1)
 * @throws RangeError for a value outside [-1, 1] or not a number
 */
export function meanInterval(values: readonly number[], confidence = 0.95): MeanInterval {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must lie in (0, 1), got ${confidence}`);
  const n = values.length;
  let sum = 0;
  for (const value of values) {
    if (!(value >= -1 && value <= 1)) throw new RangeError(`a score must lie in [-1, 1], got ${value}`);
    sum += value;
  }
  const [first] = values;
  if (first === undefined) return { n, mean: null, standardDeviation: null, interval: null, reason: 'no_values' };
  // Equal values are their own mean; their sum over n may miss it by a rounding error.
  const alike = values.every((value) => value === first);
  const mean = alike ? first : sum / n;
  if (n === 1) return { n, mean, standardDeviation: null, interval: null, reason: 'one_value' };
  if (alike) return { n, mean, standardDeviation: 0, interval: null, reason: 'no_spread' };

  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  const standardDeviation = Math.sqrt(squares / (n - 1));
  const reach = studentTQuantile((1 + confidence) / 2, n - 1) * (standardDeviation / Math.sqrt(n));
  return {
    n,
    mean,
    standardDeviation,
    interval: { low: Math.max(-1, mean - reach), high: Math.min(1, mean + reach) },
    reason: null,
  };
}
