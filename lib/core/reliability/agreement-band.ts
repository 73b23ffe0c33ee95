import type { AlphaReason } from '#lib/core/reliability/alpha-patterns';

/** Under this a variable's codes are marked "low agreement" wherever they are used. */
export const TENTATIVE_FROM = 0.667;

/** From this on they need no mark. */
export const GOOD_FROM = 0.8;

/**
 * How far a variable's codes may be leaned on. `uncoded` and `one_coder` are no judgement of agreement: there is
 * nothing, or nobody, to agree with.
 */
export const AGREEMENT_BANDS = ['uncoded', 'one_coder', 'low', 'tentative', 'good'] as const;
export type AgreementBand = (typeof AGREEMENT_BANDS)[number];

/** What every chart, file and sentence that uses a variable carries with it; the words are the dictionaries'. */
export interface AgreementMark {
  readonly band: AgreementBand;
  readonly alpha: number | null;
  readonly ci: readonly [low: number, high: number] | null;
  /** Units coded by two or more coders. */
  readonly units: number;
  readonly coders: number;
  /** Why alpha is not computable; null where it is. */
  readonly reason: AlphaReason | null;
}

/**
 * Band of an alpha. It is rounded to three decimals first, so that what is printed as .667 is never called low.
 *
 * @see Krippendorff (2019), Content Analysis, 4th edition, chapter 12: .800 to rely on, .667 for tentative conclusions
 */
export function agreementBand(alpha: number | null, reason: AlphaReason | null): AgreementBand {
  if (reason === 'no_codings') return 'uncoded';
  if (reason === 'one_coder') return 'one_coder';
  if (alpha === null) return 'low';
  const rounded = Math.round(alpha * 1000) / 1000;
  if (rounded < TENTATIVE_FROM) return 'low';
  return rounded < GOOD_FROM ? 'tentative' : 'good';
}

/** The mark of a variable, from its alpha. */
export function agreementMark(result: {
  readonly alpha: number | null;
  readonly ci: readonly [low: number, high: number] | null;
  readonly units: number;
  readonly coders: number;
  readonly reason: AlphaReason | null;
}): AgreementMark {
  const { alpha, ci, units, coders, reason } = result;
  return { band: agreementBand(alpha, reason), alpha, ci, units, coders, reason };
}
