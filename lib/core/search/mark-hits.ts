import { parseQuery, type SearchTerm } from '#lib/core/search/parse-query';
import { joinedForms, type SearchChunk, type SearchWord, searchChunks, textForms } from '#lib/core/search/search-words';
import { phraseVariants } from '#lib/core/search/to-match';
import { foldTextWithOffsets, originalRange, type TextRange } from '#lib/core/text/fold-text';

/**
 * Where a text matches a query, as ranges of the text as it was written: whole words, phrases as one range;
 * in order, none touching another. What must not be there is not marked.
 *
 * @param query as it was typed.
 */
export function markHits(text: string, query: string): readonly TextRange[] {
  const terms = parseQuery(query).all;
  if (terms.length === 0) return [];
  const { folded, offsets } = foldTextWithOffsets(text);
  const chunks = searchChunks(folded);
  const words = chunks.flatMap((chunk) => chunk.words);
  const hits = terms.flatMap((term) => hitsOf(term, words, chunks));
  return merged(hits.map(({ start, end }) => originalRange(offsets, start, end)));
}

function hitsOf(term: SearchTerm, words: readonly SearchWord[], chunks: readonly SearchChunk[]): readonly TextRange[] {
  switch (term.kind) {
    case 'word':
      return [...words.filter((word) => isAny(term.forms, textForms(word))), ...joinedHits(term.forms, chunks)];
    case 'prefix':
      return words.filter((word) => [...textForms(word)].some((form) => form.startsWith(term.start)));
    case 'phrase':
      return [
        ...phraseHits(term.bases, words),
        ...words.filter((word) => isAny(term.joined, textForms(word))),
        ...joinedHits(term.joined, chunks),
      ];
  }
}

function isAny(wanted: ReadonlySet<string>, forms: ReadonlySet<string>): boolean {
  for (const form of wanted) if (forms.has(form)) return true;
  return false;
}

/** `ceasefire` is found in `cease-fire`, which is marked whole. */
function joinedHits(wanted: ReadonlySet<string>, chunks: readonly SearchChunk[]): readonly TextRange[] {
  return chunks.filter(({ joined }) => isAny(wanted, joinedForms(joined))).flatMap(({ words }) => spanOf(words));
}

function phraseHits(bases: readonly string[], words: readonly SearchWord[]): readonly TextRange[] {
  const variants = phraseVariants(bases);
  return words.flatMap((_, at) => {
    const window = words.slice(at, at + bases.length);
    const isHit = variants.some((variant) => variant.every((base, index) => window[index]?.base === base));
    return isHit ? spanOf(window) : [];
  });
}

function spanOf(words: readonly SearchWord[]): readonly TextRange[] {
  const first = words.at(0);
  const last = words.at(-1);
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
}

function merged(ranges: readonly TextRange[]): readonly TextRange[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const result: TextRange[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last !== undefined && range.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else result.push(range);
  }
  return result;
}
