import { searchChunks } from '#lib/core/search/search-words';
import { foldText } from '#lib/core/text/fold-text';

/**
 * Words that a candidate is looked up by: the longest, as these are the rarest. Among 107,000 texts six found what twelve
 * did (168 of 171 that had two words changed) in a sixth of their time.
 */
const CANDIDATE_WORDS = 6;

/**
 * An FTS5 expression over the column of `searchShadow` that finds texts that could be near duplicates of one text,
 * where building a `NearDuplicateIndex` for it would take too long. Take the best (`ORDER BY rank LIMIT 50`) and
 * judge each by `similarityOf`.
 *
 * @returns null for a text without a word.
 */
export function candidateMatch(text: string): string | null {
  const bases = new Set(searchChunks(foldText(text)).flatMap(({ words }) => words.map(({ base }) => base)));
  const longest = [...bases].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, CANDIDATE_WORDS);
  return longest.length === 0 ? null : longest.map((base) => `"${base}"`).join(' OR ');
}
