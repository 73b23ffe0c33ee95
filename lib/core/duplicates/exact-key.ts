import { foldText } from '#lib/core/text/fold-text';

/** White space, punctuation, controls, and the accents that stand alone; emoji and signs of money are kept. */
const PASSED_OVER = /[\s\p{P}\p{Z}\p{C}\p{Sk}]+/gu;

/**
 * What two texts share that are the same but for spelling, punctuation and white space: letters folded, all
 * else that carries no word left out. A text of punctuation only keeps it.
 */
export function exactKey(text: string): string {
  const folded = foldText(text);
  const key = folded.replace(PASSED_OVER, '');
  return key === '' ? folded.replace(/\s+/g, '') : key;
}

/**
 * The hash under which a statement is stored, so that the index can refuse an exact duplicate in an event.
 *
 * @param sha256 gives the hash of a text's UTF-8 bytes.
 */
export function contentHash(text: string, sha256: (text: string) => string): string {
  return sha256(exactKey(text));
}
