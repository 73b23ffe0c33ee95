/** Under this many statements a camp is not summarised: its dots are shown and nothing is said of its shares. */
export const MIN_N_TO_SUMMARISE = 5;

/** From this many statements on a share is written in per cent; below, as "3 of 8". */
export const MIN_N_FOR_PER_CENT = 10;

export const SAMPLE_SIZES = ['empty', 'too_few', 'small', 'enough'] as const;
export type SampleSize = (typeof SAMPLE_SIZES)[number];

/** What may be drawn and said of a group of n statements. Chart models obey it, so that no page can break it. */
export interface SmallSampleRule {
  readonly n: number;
  readonly size: SampleSize;
  /** Whether a mean, a share or their interval may be drawn. */
  readonly drawInterval: boolean;
  /** How a share is written. */
  readonly shareAs: 'nothing' | 'counts' | 'per_cent';
}

/**
 * What a group of n statements bears.
 *
 * @param n count of statements
 * @throws RangeError when n is not a count
 */
export function smallSampleRule(n: number): SmallSampleRule {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`n must be a count, got ${n}`);
  if (n === 0) return { n, size: 'empty', drawInterval: false, shareAs: 'nothing' };
  if (n < MIN_N_TO_SUMMARISE) return { n, size: 'too_few', drawInterval: false, shareAs: 'nothing' };
  if (n < MIN_N_FOR_PER_CENT) return { n, size: 'small', drawInterval: true, shareAs: 'counts' };
  return { n, size: 'enough', drawInterval: true, shareAs: 'per_cent' };
}
