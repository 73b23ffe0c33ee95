import { joinedForms, queryForms, type SearchWord, searchChunks } from '#lib/core/search/search-words';
import { foldText } from '#lib/core/text/fold-text';

/** One thing that is looked for. */
export type SearchTerm =
  /** A word in any of its forms. */
  | { readonly kind: 'word'; readonly forms: ReadonlySet<string> }
  /** Words that start so. */
  | { readonly kind: 'prefix'; readonly start: string }
  /** Words in this order, or, where `joined` has any, written together. */
  | { readonly kind: 'phrase'; readonly bases: readonly string[]; readonly joined: ReadonlySet<string> };

/** A search: every term of `all` must be found, none of `none`. */
export interface SearchQuery {
  readonly all: readonly SearchTerm[];
  readonly none: readonly SearchTerm[];
  /** Whether something was typed, be it without a word in it. */
  readonly isBlank: boolean;
}

/** More terms than this are left out: nobody types them, and each costs a look into the index. */
const TERMS_MAX = 32;

/** `-` and what word processors make of it, before a quoted phrase or a word. */
const PIECE = /(?<sign>[-−–]?)(?:["“”„«»](?<phrase>[^"“”„«»]*)(?:["“”„«»]|$)|(?<word>[^\s"“”„«»]+))/gu;

/**
 * Reads what somebody typed into the search field: words that must all be there, "phrases" in quotation marks
 * of any kind, `-` before what must not be there, `*` after the start of a word. Total: every text is a
 * query, and what is no word in it is passed over.
 */
export function parseQuery(query: string): SearchQuery {
  const all: SearchTerm[] = [];
  const none: SearchTerm[] = [];
  for (const match of query.matchAll(PIECE)) {
    if (all.length + none.length >= TERMS_MAX) break;
    const { sign, phrase, word } = match.groups ?? {};
    const term = phrase === undefined ? wordTerm(word ?? '') : phraseTerm(phrase);
    if (term !== null) (sign === '' ? all : none).push(term);
  }
  return { all, none, isBlank: query.trim() === '' };
}

function phraseTerm(phrase: string): SearchTerm | null {
  const bases = basesOf(searchChunks(foldText(phrase)).flatMap(({ words }) => words));
  return bases.length === 0 ? null : { kind: 'phrase', bases, joined: new Set() };
}

function wordTerm(typed: string): SearchTerm | null {
  const chunks = searchChunks(foldText(typed));
  const words = chunks.flatMap((chunk) => chunk.words);
  const [only] = words;
  if (only === undefined) return null;
  if (words.length > 1) {
    const joined = chunks.length === 1 ? (chunks[0]?.joined ?? null) : null;
    return { kind: 'phrase', bases: basesOf(words), joined: joinedForms(joined !== null && joined.length > 2 ? joined : null) };
  }
  if (typed.endsWith('*')) return { kind: 'prefix', start: only.base };
  return { kind: 'word', forms: queryForms(only) };
}

function basesOf(words: readonly SearchWord[]): readonly string[] {
  return words.map(({ base }) => base);
}
