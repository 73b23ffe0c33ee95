import { joinedForms, searchChunks, textForms } from '#lib/core/search/search-words';
import { foldText } from '#lib/core/text/fold-text';

/**
 * The tokenizer of the FTS5 table that holds {@link searchShadow}. The shadow is folded and cut into words here,
 * so the tokenizer has only to split at spaces; `ascii` does that and takes every other character for a
 * letter, whatever the Unicode version of the SQLite library.
 */
export const SEARCH_TOKENIZER = 'ascii';

/** Raised when {@link searchShadow} gives other words for the same text than before: what is stored is then written anew. */
export const SEARCH_RULES = 2;

/** Before a word that a text can be found as, but that does not stand in it: never part of a phrase. */
export const FORM_MARK = '·';
/** Between texts, so that no phrase reaches from one into the next. */
const TEXT_END = '¶';

/**
 * What the search index stores for a statement: the words of its texts in their order, folded and without
 * article, then every other form they can be found as, each marked. Empty for texts without a word.
 *
 * Store it in one column of an FTS5 table (`tokenize = 'ascii'`, default `detail`), written whenever text or
 * translation changes, and look it up with `toMatch`. It holds the statement's words: delete it with them.
 *
 * @param texts the original and its translations, or any other text that shall be found; null is skipped.
 */
export function searchShadow(...texts: readonly (string | null)[]): string {
  return texts
    .map((text) => (text === null ? '' : shadowOf(text)))
    .filter((shadow) => shadow !== '')
    .join(` ${TEXT_END} `);
}

function shadowOf(text: string): string {
  const words: string[] = [];
  const bases = new Set<string>();
  const forms = new Set<string>();
  for (const chunk of searchChunks(foldText(text))) {
    for (const word of chunk.words) {
      words.push(word.base);
      // A word that was met before has no new forms: most of a text's time goes into forms.
      if (word.base === word.full && bases.has(word.base)) continue;
      if (word.base === word.full) bases.add(word.base);
      for (const form of textForms(word)) if (form !== word.base) forms.add(form);
    }
    for (const form of joinedForms(chunk.joined)) forms.add(form);
  }
  return [...words, ...[...forms].map((form) => FORM_MARK + form)].join(' ');
}
