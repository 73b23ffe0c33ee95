import type { AlphaPatterns } from '#lib/core/reliability/alpha-patterns';
import { type AlphaResult, type Disagreements, prepareAlpha } from '#lib/core/reliability/krippendorff-alpha';
import type { ReliabilityInput } from '#lib/core/reliability/reliability-coding';
import { quantileOfSorted } from '#lib/core/statistics/quantile';
import { createSeededRandom } from '#lib/core/statistics/seeded-random';
import { MIN_N_TO_SUMMARISE } from '#lib/core/statistics/small-sample';

/** Draws of a bootstrap, unless told otherwise. */
export const BOOTSTRAP_DRAWS = 2000;

/** Seed of a bootstrap, unless told otherwise; it is printed with every interval. */
export const BOOTSTRAP_SEED = 20_250_731;

/** Alphas that differ by less are one number, computed in another order. */
const ROUNDING = 1e-12;

/** Why an alpha has no interval. */
export const NO_ALPHA_INTERVAL_REASONS = [
  'not_computable',
  'few_units',
  'no_disagreement',
  'no_variation',
  'few_computable_draws',
] as const;
export type NoAlphaIntervalReason = (typeof NO_ALPHA_INTERVAL_REASONS)[number];

export interface AlphaWithInterval extends AlphaResult {
  /** Lower and upper bound; null exactly when `intervalReason` is not. */
  readonly ci: readonly [low: number, high: number] | null;
  /**
   * `no_disagreement`: every draw repeats the perfect agreement of the sample, so a bootstrap would give [1, 1] for
   * three units as for three thousand. `no_variation`: all draws give the same alpha for another reason, such as coders who
   * differ on every unit in the same way. `few_computable_draws`: more than half of the draws held one code only.
   */
  readonly intervalReason: NoAlphaIntervalReason | null;
  readonly confidence: number;
  readonly seed: number;
  readonly draws: number;
  /** Draws that gave an alpha; the others held one code only and are left out. */
  readonly computableDraws: number;
}

export interface BootstrapOptions {
  /** Whole number in [0, 2^32). */
  readonly seed?: number | undefined;
  readonly draws?: number | undefined;
  /** In (0, 1). */
  readonly confidence?: number | undefined;
}

/**
 * Alpha with a percentile bootstrap interval over units: the shared units are drawn with replacement, each with all of its codings.
 * The same codings and seed give the same interval in whatever order they come.
 *
 * A draw holds some units twice and so has ties that the sample has not, which shifts ordinal ranks where nearly all codes differ. Where
 * the percentiles miss alpha itself by that, the interval is widened to it.
 *
 * With few units a percentile interval is too narrow (Hughes 2022, arXiv 2210.13265), so the number of units always stands
 * beside it, and under {@link MIN_N_TO_SUMMARISE} units there is none.
 *
 * @throws RangeError when a coder has two codings of one unit, or an option is out of range
 * @see Zapf, Castell, Morawietz and Karch (2016), BMC Medical Research Methodology 16, 93
 */
export function alphaWithInterval(input: ReliabilityInput, options: BootstrapOptions = {}): AlphaWithInterval {
  const { seed = BOOTSTRAP_SEED, draws = BOOTSTRAP_DRAWS, confidence = 0.95 } = options;
  if (!Number.isSafeInteger(draws) || draws < 1) throw new RangeError(`draws must be a count from 1, got ${draws}`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must lie in (0, 1), got ${confidence}`);

  const { result, draws: prepared } = prepareAlpha(input);
  const withoutInterval = (intervalReason: NoAlphaIntervalReason, computableDraws = 0): AlphaWithInterval => ({
    ...result,
    ci: null,
    intervalReason,
    confidence,
    seed,
    draws,
    computableDraws,
  });
  if (prepared === null) return withoutInterval('not_computable');
  if (result.units < MIN_N_TO_SUMMARISE) return withoutInterval('few_units');
  if (result.observedDisagreement === 0) return withoutInterval('no_disagreement');

  const alphas = drawAlphas(prepared.patterns, prepared.disagreements, seed, draws);
  if (alphas.length * 2 < draws) return withoutInterval('few_computable_draws', alphas.length);
  const low = quantileOfSorted(alphas, (1 - confidence) / 2);
  const high = quantileOfSorted(alphas, (1 + confidence) / 2);
  if (low === null || high === null) return withoutInterval('few_computable_draws', alphas.length);
  if (high - low < ROUNDING) return withoutInterval('no_variation', alphas.length);
  const alpha = result.alpha ?? low;
  return {
    ...result,
    ci: [Math.min(low, alpha), Math.max(high, alpha)],
    intervalReason: null,
    confidence,
    seed,
    draws,
    computableDraws: alphas.length,
  };
}

/** The alphas of all computable draws, ascending. */
function drawAlphas(patterns: AlphaPatterns, disagreements: Disagreements, seed: number, draws: number): Float64Array {
  const { patternOf, unitsOf } = patterns;
  const random = createSeededRandom(seed);
  const units = patternOf.length;
  const drawn = new Int32Array(unitsOf.length);
  const alphas = new Float64Array(draws);
  let computable = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    drawn.fill(0);
    for (let unit = 0; unit < units; unit += 1) {
      const pattern = patternOf[random.below(units)] ?? 0;
      drawn[pattern] = (drawn[pattern] ?? 0) + 1;
    }
    const found = disagreements(drawn);
    if (found === null) continue;
    alphas[computable] = 1 - found.observed / found.expected;
    computable += 1;
  }
  return alphas.subarray(0, computable).sort();
}
