import type { WordShift } from '#lib/core/rescoring/explain-score-change';

/** Words that a line has room for. */
const WORDS_A_LINE = 4;

/** A number with its sign, `none` for no score. */
export function signed(value: number | null, decimals = 2): string {
  if (value === null) return 'none';
  return `${value > 0 ? '+' : ''}${value.toFixed(decimals)}`;
}

/** The words that changed most, as `word +0.42, other -0.10`. */
export function namedWords(words: readonly WordShift[]): string {
  return words
    .slice(0, WORDS_A_LINE)
    .map(({ text, change }) => `${text} ${signed(change)}`)
    .join(', ');
}
