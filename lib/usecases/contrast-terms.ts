import { setImmediate } from 'node:timers/promises';
import { type CampTerms, NO_CAMP_TERMS, type TermContrastOptions } from '#lib/core/charts/term-contrast';
import { groupByCamp } from '#lib/core/comparison/compare-camps';
import { smallSampleRule } from '#lib/core/statistics/small-sample';
import { readTermTexts } from '#lib/db/term-texts';
import { type ListedTerm, listTerms, type TermLanguage } from '#lib/nlp/list-terms';
import { comparedInput, type FoundComparison } from '#lib/usecases/get-comparison';
import type { Workspace } from '#lib/usecases/workspace';

/** Texts read before other requests have their turn. */
const TEXTS_AT_A_TIME = 100;
/** Texts whose terms are kept, so that a page of thousands is read once. */
const KEPT_TEXTS = 20_000;

const kept = new Map<string, readonly ListedTerm[]>();

function termsOf(text: string, language: TermLanguage): readonly ListedTerm[] {
  const key = `${language} ${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const terms = listTerms(text, language);
  if (kept.size >= KEPT_TEXTS) kept.clear();
  kept.set(key, terms);
  return terms;
}

/** How often each term is written in which way. */
type Spellings = Map<string, Map<string, number>>;

async function countTerms(
  texts: readonly string[],
  language: TermLanguage,
  spellings: Spellings,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const [index, text] of texts.entries()) {
    if (index % TEXTS_AT_A_TIME === TEXTS_AT_A_TIME - 1) await setImmediate();
    for (const { term, written } of termsOf(text, language)) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
      const ways = spellings.get(term) ?? new Map<string, number>();
      ways.set(written, (ways.get(written) ?? 0) + 1);
      spellings.set(term, ways);
    }
  }
  return counts;
}

/** The spelling that occurs most, on a tie the first by code point; null where the term never occurs. */
function usualSpelling(spellings: Spellings, term: string): string | null {
  const ways = [...(spellings.get(term) ?? [])].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  return ways[0]?.[0] ?? null;
}

/**
 * Counts the words of two camps of a comparison, in the reader's language: of originals in it and of translations into it.
 * @param pair slugs of the two camps; null for the first two that can be summarised, else the first two.
 */
export async function contrastTerms(
  workspace: Workspace,
  found: FoundComparison,
  pair: readonly [string, string] | null,
): Promise<TermContrastOptions> {
  const grouped = groupByCamp(comparedInput(found)).camps;
  const texts = readTermTexts(workspace.db, found.scope, found.language);
  const counted: CampTerms[] = [];
  const background = new Map<string, number>();
  const spellings: Spellings = new Map();
  for (const { camp, statements } of grouped) {
    const read = statements.flatMap(({ id }) => texts.get(id) ?? []);
    const counts = await countTerms(read, found.language, spellings);
    for (const [term, count] of counts) background.set(term, (background.get(term) ?? 0) + count);
    counted.push({ camp, n: read.length, counts });
  }
  const told = counted.filter(({ n }) => smallSampleRule(n).drawInterval);
  const chosen =
    pair === null
      ? [...told, ...counted.filter((camp) => !told.includes(camp))]
      : pair.flatMap((slug) => counted.filter(({ camp }) => camp.slug === slug));
  return {
    first: chosen[0] ?? NO_CAMP_TERMS,
    second: chosen[1] ?? NO_CAMP_TERMS,
    background,
    termLanguage: found.language,
    spell: (term) => usualSpelling(spellings, term) ?? term,
  };
}
