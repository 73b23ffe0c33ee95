/** Words shorter than this are left whole: two letters carry no root. */
const SHORTEST_STEM = 3;

/**
 * What may stand before a word, longest first: the article, alone or after a conjunction or preposition, and the article of
 * Levantine speech with `ha-` (this) and `ʿa-` (on).
 */
const PREFIXES = ['وبال', 'فبال', 'وكال', 'وال', 'فال', 'بال', 'كال', 'هال', 'عال', 'شال', 'ولل', 'فلل', 'ال', 'لل'];

/** Endings, each taken off once, in this order: possessives and objects, then number and gender. */
const PRONOUNS = ['كما', 'هما', 'تما', 'كم', 'هم', 'هن', 'كن', 'نا', 'ها'];
const ENDINGS = ['يات', 'ات', 'ون', 'ين', 'ان', 'يه', 'وا', 'ه', 'ي', 'ك'];

/**
 * Takes the article, the conjunction and common endings off a folded Arabic word, and nothing that could belong to its root
 * (after the light stemming of Larkey, Ballesteros and Connell, 2002, with Levantine prefixes).
 *
 * @param word one word, as `foldText` leaves it.
 * @returns the stem, 2 letters or more unless the word itself is shorter.
 */
export function stemArabic(word: string): string {
  let stem = word;
  if (stem.length < SHORTEST_STEM + 1) return stem;
  const prefix = PREFIXES.find((candidate) => stem.startsWith(candidate) && stem.length - candidate.length >= 2);
  if (prefix !== undefined) stem = stem.slice(prefix.length);
  else if ((stem.startsWith('و') || stem.startsWith('ف')) && stem.length > SHORTEST_STEM + 1) stem = stem.slice(1);
  const pronoun = PRONOUNS.find((candidate) => stem.endsWith(candidate) && stem.length - candidate.length >= SHORTEST_STEM);
  if (pronoun !== undefined) stem = stem.slice(0, -pronoun.length);
  const ending = ENDINGS.find((candidate) => stem.endsWith(candidate) && stem.length - candidate.length >= SHORTEST_STEM);
  if (ending !== undefined) stem = stem.slice(0, -ending.length);
  return stem;
}
