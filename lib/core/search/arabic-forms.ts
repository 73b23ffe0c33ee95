/** The article with what can stand before it: و ف, then ب ك; and لل, where ل has swallowed the article's alef. */
const ARTICLE = /^[وف]?(?:[بك]?ال|لل)/;

/** Words in which these letters are no article; folded. */
const NO_ARTICLE: ReadonlySet<string> = new Set(
  'الله والله بالله فالله تالله الان والان فالان الذي التي الذين اللذان اللتان اللواتي اللاتي اللي الف الم الا والا فالا'.split(
    ' ',
  ),
);

/** Two-letter words that و and ف are written together with. */
const SHORT_WORDS: ReadonlySet<string> = new Set('لا ما لم لن من في هو هي هم ان عن قد كل اي لو'.split(' '));

const CONJUNCTIONS = ['و', 'ف'];
const PREPOSITIONS = ['ب', 'ك', 'ل', 'س'];
/** What a phrase's first word can have written to it without the article. */
const PROCLITICS = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل'] as const;

const PRONOUNS = /(?:هما|كما|ها|هم|هن|كم|نا|ه)$/;
const PLURALS = /(?:ات|ان|ون|ين|وا)$/;
const NISBA = /(?:يه|يا|ي)$/;
/** A stem has the three letters of a root. */
const STEM_MIN = 3;
/** An article before two letters is taken off: الدم, الحق and الحل are such words. */
const AFTER_ARTICLE_MIN = 2;

/**
 * A folded Arabic word without the article and what is written to the article (`والعداله` is `عداله`); other
 * words as they are. Taken off once: `الالتزام` is `التزام`.
 */
export function withoutArticle(word: string): string {
  if (NO_ARTICLE.has(word)) return word;
  const article = ARTICLE.exec(word)?.[0] ?? '';
  return word.length - article.length >= AFTER_ARTICLE_MIN ? word.slice(article.length) : word;
}

/**
 * A folded word without each of the letters that may be a conjunction or a preposition at its start. Whether they
 * are cannot be told from the letters (`وطنيه` is a word, not و and `طنيه`), so these are possibilities.
 *
 * @param min letters that must be left; fewer make chance hits.
 */
export function withoutProclitics(word: string, min: number): readonly string[] {
  const found: string[] = [];
  const first = word.charAt(0);
  const rest = word.slice(1);
  const isConjunction = CONJUNCTIONS.includes(first);
  if (isConjunction && SHORT_WORDS.has(rest)) found.push(rest);
  if ((isConjunction || PREPOSITIONS.includes(first)) && rest.length >= min) found.push(rest);
  if (isConjunction && PREPOSITIONS.includes(rest.charAt(0)) && rest.length - 1 >= min) found.push(rest.slice(1));
  return found;
}

/** A folded word with each letter or two that can be written to it. */
export function withProclitics(word: string): readonly string[] {
  return PROCLITICS.map((proclitic) => proclitic + word);
}

/**
 * A folded Arabic word without its endings: pronoun (`عدالتهم`), plural or dual (`سوريين`), ta marbuta and nisba
 * (`سوريه`); at least three letters are left. In the manner of the light stemmers of L. S. Larkey et al.,
 * "Light Stemming for Arabic Information Retrieval" (2007), with a list of our own.
 */
export function arabicStem(word: string): string {
  const bare = cut(word, PRONOUNS);
  // Before a pronoun ta marbuta is written as ت.
  const noun = bare !== word && bare.endsWith('ت') ? cut(bare, /ت$/) : bare;
  return cut(cut(noun, PLURALS), NISBA);
}

function cut(word: string, ending: RegExp): string {
  const stem = word.replace(ending, '');
  return stem.length >= STEM_MIN ? stem : word;
}
