import { foldText } from '#lib/core/text/fold-text';

/**
 * What two texts must share to be the same statement: their folded letters and digits, so that spelling variants, punctuation and
 * white space do not hide a copy. A text without letters or digits is its own folded self.
 */
export function exactKey(text: string): string {
  const folded = foldText(text);
  const key = folded.replace(/[^\p{L}\p{N}]+/gu, '');
  return key === '' ? folded.trim() : key;
}
