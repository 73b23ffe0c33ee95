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
/** Before a pronoun the hamza of `شهداء` stands on و or ي: `شهداونا`, `شهداينا`. */
const HAMZA_BEFORE_PRONOUN = /ا[وي]$/;
/** One hamza, two seats: `مسوول` and `مسيول`. */
const HAMZA_BEFORE_WAW = /(?<=.)يو(?=.)/;
/** Nouns of two letters that are known with a pronoun as well: `حقنا`. */
const SHORT_NOUNS: ReadonlySet<string> = new Set(['حق', 'دم', 'رب', 'يد']);
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

/** Plurals of another pattern than their singular, as reactions to politics use them; folded. No rule reaches them. */
const BROKEN_PLURALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ابن: 'ابناء',
    ام: 'امهات',
    اسره: 'اسر',
    بلد: 'بلاد بلدان',
    بيت: 'بيوت',
    ثاير: 'ثوار',
    جثه: 'جثث',
    جريمه: 'جرايم',
    جندي: 'جنود',
    جيش: 'جيوش',
    حاكم: 'حكام',
    حرب: 'حروب',
    حزب: 'احزاب',
    حق: 'حقوق',
    حقيقه: 'حقايق',
    حل: 'حلول',
    خاين: 'خونه',
    دم: 'دماء',
    دوله: 'دول',
    رجل: 'رجال',
    روح: 'ارواح',
    رييس: 'روساء',
    زعيم: 'زعماء',
    سبب: 'اسباب',
    سجن: 'سجون',
    سجين: 'سجناء',
    سفير: 'سفراء',
    شرط: 'شروط',
    شعب: 'شعوب',
    شهيد: 'شهداء',
    شي: 'شيء اشياء',
    صديق: 'اصدقاء',
    ضحيه: 'ضحايا',
    طفل: 'اطفال',
    عايله: 'عوايل',
    عدو: 'اعداء',
    عقد: 'عقود',
    علاقه: 'علايق',
    عميل: 'عملاء',
    قاعده: 'قواعد',
    قبر: 'قبور',
    قتيل: 'قتلي',
    قذيفه: 'قذايف',
    قضيه: 'قضايا',
    كلب: 'كلاب',
    مبدا: 'مبادي',
    مجزره: 'مجازر',
    مدينه: 'مدن',
    مراه: 'امراه نساء',
    مصلحه: 'مصالح',
    منزل: 'منازل',
    موقف: 'مواقف',
    ميناء: 'مواني',
    ناشط: 'نشطاء',
    وثيقه: 'وثايق',
    وزير: 'وزراء',
    وعد: 'وعود',
    وفد: 'وفود',
  }).flatMap(([singular, plurals]) => plurals.split(' ').map((plural) => [plural, singular])),
);

/**
 * A folded Arabic word without its endings: pronoun (`عدالتهم`), plural or dual (`سوريين`), ta marbuta and nisba
 * (`سوريه`); at least three letters are left. A plural of another pattern (`ضحايا`) is taken for its singular, and the seats
 * that a hamza has beside و for one. In the manner of the light stemmers of L. S. Larkey et al.,
 * "Light Stemming for Arabic Information Retrieval" (2007), with lists of our own.
 */
export function arabicStem(word: string): string {
  const bare = withoutPronoun(word);
  const singular = BROKEN_PLURALS.get(word) ?? BROKEN_PLURALS.get(bare);
  if (singular !== undefined) return withoutEndings(singular);
  return withoutEndings(word).replace(HAMZA_BEFORE_WAW, 'وو');
}

function withoutEndings(word: string): string {
  const bare = withoutPronoun(word);
  // Before a pronoun ta marbuta is written as ت.
  const noun = bare !== word && bare.endsWith('ت') ? cut(bare, /ت$/) : bare;
  return cut(cut(noun, PLURALS), NISBA);
}

function withoutPronoun(word: string): string {
  const short = word.replace(PRONOUNS, '');
  if (SHORT_NOUNS.has(short)) return short;
  const bare = cut(word, PRONOUNS);
  // `حمايه` ends in ta marbuta, not in a pronoun.
  return bare !== word && !word.endsWith('ايه') ? bare.replace(HAMZA_BEFORE_PRONOUN, 'اء') : bare;
}

function cut(word: string, ending: RegExp): string {
  const stem = word.replace(ending, '');
  return stem.length >= STEM_MIN ? stem : word;
}
