import { withProclitics } from '#lib/core/search/arabic-forms';
import { parseQuery, type SearchTerm } from '#lib/core/search/parse-query';
import { FORM_MARK } from '#lib/core/search/search-shadow';
import { isArabic } from '#lib/core/search/search-words';

/**
 * How to look a query up: `match` is an FTS5 expression over the column of `searchShadow`, to be bound as a
 * parameter.
 *
 * - `all`: nothing was typed, every statement is meant.
 * - `nothing`: what was typed has no word in it, no statement is meant.
 * - `matching`: those that match.
 * - `except`: those that do not match (FTS5 has no expression for it: `rowid NOT IN (SELECT rowid … MATCH ?)`).
 */
export type SearchMatch =
  | { readonly kind: 'all' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'matching'; readonly match: string }
  | { readonly kind: 'except'; readonly match: string };

/** What to ask the index for what somebody typed. No text can raise an FTS5 error. */
export function toMatch(query: string): SearchMatch {
  const { all, none, isBlank } = parseQuery(query);
  if (isBlank) return { kind: 'all' };
  const unwanted = none.map(expression).join(' OR ');
  if (all.length === 0) return none.length === 0 ? { kind: 'nothing' } : { kind: 'except', match: unwanted };
  const wanted = all.map((term) => `(${expression(term)})`).join(' AND ');
  return { kind: 'matching', match: none.length === 0 ? wanted : `(${wanted}) NOT (${unwanted})` };
}

function expression(term: SearchTerm): string {
  switch (term.kind) {
    case 'word':
      return [...term.forms].flatMap(asWordOrForm).join(' OR ');
    case 'prefix':
      return `${quoted(term.start)} * OR ${quoted(FORM_MARK + term.start)} *`;
    case 'phrase':
      return [
        ...phraseVariants(term.bases).map((bases) => quoted(bases.join(' '))),
        ...[...term.joined].flatMap(asWordOrForm),
      ].join(' OR ');
  }
}

function asWordOrForm(form: string): readonly string[] {
  return [quoted(form), quoted(FORM_MARK + form)];
}

/** A phrase, and in Arabic also with a conjunction or preposition written to its first word. */
export function phraseVariants(bases: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = bases;
  if (first === undefined || !isArabic(first)) return [bases];
  return [bases, ...withProclitics(first).map((variant) => [variant, ...rest])];
}

/** An FTS5 string; a word holds no quotation mark, and were there one it is doubled. */
function quoted(words: string): string {
  return `"${words.replaceAll('"', '""')}"`;
}
