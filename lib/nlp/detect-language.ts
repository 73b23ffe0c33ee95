import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A run of sentences in one language; UTF-16 offsets into the text as it was given, half-open. */
export interface LanguagePart {
  readonly start: number;
  readonly end: number;
  /** BCP 47 tag. */
  readonly language: string;
}

/** What language a text is in, and how sure that is. */
export interface DetectedLanguage {
  /** BCP 47 tag; `und` where nothing can be told. */
  readonly language: string;
  /** In [0, 1]: the probability of `language` for the script that most letters are of, times the share of those letters. */
  readonly confidence: number;
  /** ISO 15924 code of the script that most letters are of; `Zyyy` where the text has no letters. */
  readonly script: string;
  /** Only where sentences are in more than one language: all of them, in order, together covering the text. */
  readonly parts?: readonly LanguagePart[];
}

export interface DetectOptions {
  /** Folder that holds `node_modules`; the working directory unless said. */
  readonly root?: string;
}

/** Below this confidence a reader should be asked rather than told. */
export const SURE_LANGUAGE = 0.8;

/** Words are read up to here; a language shows itself sooner, and time stays bounded. */
const READ_UNITS = 1000;
/** A sentence with fewer letters is too short to be told apart from the text around it. */
const LETTERS_OF_A_SENTENCE = 12;
/** Sentences of a text that are looked at by their words; those after take the language of their script. */
const SENTENCES_READ = 200;
/** What a sentence's own language must reach to be told apart from the text's, where both share a script. */
const SURE_SENTENCE = 0.95;

interface Eld {
  detect(text: string): { getScores(): Record<string, number> };
}

let eld: Eld | undefined;

/**
 * The package offers its databases to `import` only, which waits; a worker that scores cannot. It is required at the first call by
 * its path in the project's own folder: nothing loads at import, and no bundler rewrites it.
 */
function loadedEld(root: string): Eld {
  if (eld) return eld;
  const requireHere = createRequire(join(root, 'package.json'));
  const loaded: { readonly eld: Eld } = requireHere(join(root, 'node_modules/eld/src/entries/static.extrasmall.js'));
  eld = loaded.eld;
  return eld;
}

/** First code point, last code point, ISO 15924 code; in order, without overlap. Letters outside them count as `Zzzz`. */
const SCRIPTS: readonly (readonly [number, number, string])[] = [
  [0x0041, 0x02af, 'Latn'],
  [0x0370, 0x03ff, 'Grek'],
  [0x0400, 0x052f, 'Cyrl'],
  [0x0531, 0x058f, 'Armn'],
  [0x0590, 0x05ff, 'Hebr'],
  [0x0600, 0x06ff, 'Arab'],
  [0x0700, 0x074f, 'Syrc'],
  [0x0750, 0x077f, 'Arab'],
  [0x0870, 0x08ff, 'Arab'],
  [0x0900, 0x097f, 'Deva'],
  [0x0980, 0x09ff, 'Beng'],
  [0x0a00, 0x0a7f, 'Guru'],
  [0x0a80, 0x0aff, 'Gujr'],
  [0x0b00, 0x0b7f, 'Orya'],
  [0x0b80, 0x0bff, 'Taml'],
  [0x0c00, 0x0c7f, 'Telu'],
  [0x0c80, 0x0cff, 'Knda'],
  [0x0d00, 0x0d7f, 'Mlym'],
  [0x0e00, 0x0e7f, 'Thai'],
  [0x0e80, 0x0eff, 'Laoo'],
  [0x10a0, 0x10ff, 'Geor'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1200, 0x139f, 'Ethi'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x1f00, 0x1fff, 'Grek'],
  [0x3040, 0x30ff, 'Jpan'],
  [0x3130, 0x318f, 'Hang'],
  [0x3400, 0x9fff, 'Hani'],
  [0xac00, 0xd7af, 'Hang'],
  [0xfb1d, 0xfb4f, 'Hebr'],
  [0xfb50, 0xfdff, 'Arab'],
  [0xfe70, 0xfefc, 'Arab'],
  [0xff21, 0xff5a, 'Latn'],
  [0xff66, 0xff9f, 'Jpan'],
  [0x20000, 0x323af, 'Hani'],
];

/** Scripts that one language of today writes with, near enough. */
const LANGUAGE_OF_SCRIPT: ReadonlyMap<string, string> = new Map([
  ['Grek', 'el'],
  ['Armn', 'hy'],
  ['Hebr', 'he'],
  ['Guru', 'pa'],
  ['Gujr', 'gu'],
  ['Orya', 'or'],
  ['Taml', 'ta'],
  ['Telu', 'te'],
  ['Knda', 'kn'],
  ['Mlym', 'ml'],
  ['Thai', 'th'],
  ['Laoo', 'lo'],
  ['Geor', 'ka'],
  ['Ethi', 'am'],
  ['Hang', 'ko'],
  ['Jpan', 'ja'],
  ['Hani', 'zh'],
  ['Syrc', 'syr'],
]);

/** Links, names of accounts and hashtags say little of the language that stands around them. */
const NOT_WORDS = /https?[^\s\u0600-\u06ff]*|www\.[^\s\u0600-\u06ff]+|(?:\bRT )?@[A-Za-z0-9_]+|[#＃][\p{L}\p{M}\p{N}_]+/gu;
const NOT_EVEN_TAGS = /https?[^\s\u0600-\u06ff]*|www\.[^\s\u0600-\u06ff]+|(?:\bRT )?@[A-Za-z0-9_]+/gu;

/**
 * Tells the language of a text: by the ratio of its scripts first, then, inside the Arabic, Latin, Cyrillic, Devanagari and
 * Bengali scripts, by character n-grams (the `eld` package) together with letters that only some languages write, weighed
 * against how likely each language is before anything is read. Where sentences differ, each run of them is told.
 *
 * Total: any string gets an answer, in time that grows linearly with its length; no number is NaN.
 *
 * @param text any text.
 * @param options see {@link DetectOptions}.
 */
export function detectLanguage(text: string, options: DetectOptions = {}): DetectedLanguage {
  const root = options.root ?? process.cwd();
  const whole = detectWhole(text, root);
  if (whole.language === 'und') return whole;
  const parts = detectParts(text, whole, root);
  if (parts.length < 2) return whole;
  return { ...languageOfMost(text, parts, whole), parts };
}

function detectWhole(text: string, root: string): DetectedLanguage {
  const counts = countScripts(wordsOnly(text));
  const { script, share } = mainScript(counts);
  if (script === 'Zyyy') return { language: 'und', confidence: 0, script };
  const { language, confidence } = languageIn(script, text, root);
  return { language, confidence: roundConfidence(confidence * share), script };
}

/** The text's words; of a text that is all hashtags, the hashtags. */
function wordsOnly(text: string): string {
  if (!/http|www\.|[@#＃]/.test(text)) return text;
  const words = text.replace(NOT_WORDS, ' ');
  return /\p{L}/u.test(words) ? words : text.replace(NOT_EVEN_TAGS, ' ');
}

function countScripts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i < text.length; i += 1) {
    const point = text.codePointAt(i) ?? 0;
    if (point > 0xffff) i += 1;
    const script = scriptOf(point);
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return counts;
}

function scriptOf(point: number): string | undefined {
  if (point < 0x80) return (point >= 0x41 && point <= 0x5a) || (point >= 0x61 && point <= 0x7a) ? 'Latn' : undefined;
  if (point >= 0x0620 && point <= 0x064a) return point === 0x0640 ? undefined : 'Arab';
  if (!/^\p{L}$/u.test(String.fromCodePoint(point))) return undefined;
  for (const [first, last, script] of SCRIPTS) {
    if (point < first) break;
    if (point <= last) return script;
  }
  return 'Zzzz';
}

function mainScript(counts: ReadonlyMap<string, number>): { script: string; share: number } {
  let script = 'Zyyy';
  let most = 0;
  let all = 0;
  for (const [candidate, count] of counts) {
    all += count;
    if (count > most) {
      script = candidate;
      most = count;
    }
  }
  // Japanese is written with Han characters and kana together.
  const kana = counts.get('Jpan') ?? 0;
  if (script === 'Hani' && kana * 10 >= most) return { script: 'Jpan', share: (most + kana) / all };
  if (script === 'Jpan') return { script, share: (most + (counts.get('Hani') ?? 0)) / all };
  return { script, share: all === 0 ? 0 : most / all };
}

interface Guess {
  readonly language: string;
  readonly confidence: number;
}

function languageIn(script: string, text: string, root: string): Guess {
  const only = LANGUAGE_OF_SCRIPT.get(script);
  // A script's own language, yet Yiddish is written in Hebrew letters, Tigrinya in Ethiopic.
  if (only !== undefined) return { language: only, confidence: 0.95 };
  const words = wordsOf(script, text);
  if (script === 'Arab') return guessArabicScript(words, root);
  if (script === 'Latn') return guessLatinScript(words, root);
  if (script === 'Cyrl') return decide(evidenceOf(words, root, 40, ['ru', 'uk', 'be', 'bg', 'sr']), UNLIKELY_OTHER);
  if (script === 'Deva') return decide(evidenceOf(words, root, 40, ['hi', 'mr']), UNLIKELY_OTHER);
  if (script === 'Beng') return { language: 'bn', confidence: 0.95 };
  return { language: 'und', confidence: 0 };
}

/** The first words of the text that are written in one script, in lower case, composed. */
function wordsOf(script: string, text: string): string {
  const found: string[] = [];
  let length = 0;
  // What is cut off here is a bound on the work, not on the language: links and other scripts may come first.
  for (const match of wordsOnly(text.slice(0, 20 * READ_UNITS)).matchAll(/[\p{L}\p{M}\p{N}'’\u200c]+/gu)) {
    const word = match[0].slice(0, 60);
    if (!isIn(script, word)) continue;
    found.push(word);
    length += word.length + 1;
    if (length > READ_UNITS) break;
  }
  const joined = found.join(' ').normalize('NFKC').toLowerCase();
  return script === 'Arab' ? joined.replace(/[\u064b-\u065f\u0670\u0640]/g, '') : joined;
}

function isIn(script: string, word: string): boolean {
  for (let i = 0; i < word.length; i += 1) {
    const found = scriptOf(word.codePointAt(i) ?? 0);
    if (found !== undefined) return found === script;
  }
  return false;
}

/** Log-odds of each language against nothing, before they are made to add up to one. */
type Evidence = Map<string, number>;

/** Share of all languages that has no evidence at all when none was found. */
const UNNAMED = 0.3;

/** `eld` scales its mean score per n-gram to x / (x + 25). */
const ELD_SCALE = 25;
/** Log-odds that no known language starts with. */
const UNLIKELY_OTHER = Math.log(0.005);

/**
 * Sums up `eld`'s scores as log-likelihoods. The divisor was chosen where the stated confidence equals the share of right answers on
 * chunks of 1 to 12 words of the Universal Declaration of Human Rights in 20 languages.
 */
function evidenceOf(words: string, root: string, divisor: number, languages?: readonly string[]): Evidence {
  const evidence: Evidence = new Map();
  if (languages) for (const language of languages) evidence.set(language, 0);
  const grams = countGrams(words);
  for (const [language, scaled] of Object.entries(loadedEld(root).detect(words).getScores())) {
    if (languages && !languages.includes(language)) continue;
    evidence.set(language, ((ELD_SCALE * scaled) / (1 - scaled)) * (grams / divisor));
  }
  // A language that `eld` does not know matches few n-grams of any that it does.
  evidence.set('und', (grams * 40) / divisor);
  return evidence;
}

/** About the number of n-grams that `eld` makes: 4 bytes each, 3 apart, one more at the end of each word. */
function countGrams(words: string): number {
  let count = 0;
  for (const word of words.split(' ')) {
    if (word === '') continue;
    let bytes = 0;
    for (let i = 0; i < word.length; i += 1) {
      const unit = word.charCodeAt(i);
      bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    }
    count += Math.ceil(Math.max(0, Math.min(bytes, 70) - 4) / 3) + 1;
  }
  return count;
}

function add(evidence: Evidence, language: string, amount: number): void {
  evidence.set(language, (evidence.get(language) ?? 0) + amount);
}

function decide(evidence: Evidence, other: number): Guess {
  // Words that eld has never met are as likely in the languages that it did not name.
  evidence.set('und', Math.log(Math.exp(Math.min(600, (evidence.get('und') ?? 0) + other)) + UNNAMED));
  let language = 'und';
  let best = Number.NEGATIVE_INFINITY;
  for (const [candidate, value] of evidence) {
    if (value > best) {
      language = candidate;
      best = value;
    }
  }
  let sum = 0;
  for (const value of evidence.values()) sum += Math.exp(value - best);
  return { language, confidence: sum > 0 ? 1 / sum : 0 };
}

/** Letters that Arabic does not write but for a borrowed sound, and who writes them. */
const LETTERS: readonly (readonly [string, RegExp, number])[] = [
  ['fa ur ckb ps ug sd', /[پچژگ]/g, 0.6],
  ['fa ur ckb ps sd', /[کی]/g, 0.6],
  ['fa', /\u200c/g, 2],
  ['ur', /[ٹڈڑںےۓہھۂۃ]/g, 2],
  ['ckb', /[ڕڵێۆە]/g, 2],
  ['ps', /[ټډړږښګڼېۍڅځ]/g, 3],
  ['ug', /[ۇۈېڭۋ]/g, 2.2],
  ['ug', /[ەۆ]/g, 1.5],
  ['sd', /[ٻڀٺٿڄڃڇڊڌڍڏڙڦڪڳڱڻ]/g, 3],
  ['ar', /[ةأإٱى]|(?<![\p{L}])[وبفكل]?ال\p{L}/gu, 1.2],
];

/**
 * Everyday words that tell a text of two or three words apart, where n-grams are too few to: greetings, slogans, and what sentences
 * are made with. None of them is a common word of the language that it is told from.
 */
const TELLING_WORDS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['en', 'the are you not and this that with what your they should must will who our it of'],
      ['fa', 'است دارم دارد داریم هستم هستند دوستت برای این نیست چطور ایران مردم آزادی زندگی'],
      ['ps', 'زه زما لرم یم څنګه مننه'],
      ['ur', 'ہے ہیں نہیں زندہ پاکستان'],
      ['fr', 'bonjour merci beaucoup vive paix honte jamais nous vous est pas les une aux libre liberté oui très avec'],
      ['de', 'nein danke nicht wir ist das eine schande frieden guten und mörder freiheit jetzt niemals bitte kein krieg'],
      ['tr', 'katil hayır teşekkür teşekkürler bir rezalet savaşa merhaba özgürlük barış kahrolsun yaşasın değil için halkı'],
      ['es', 'hola gracias guerra vergüenza paz libertad siria muerte nunca más asesinos muy que buenos días'],
      ['it', 'grazie vergogna pace libertà assassini buongiorno siamo sono'],
      ['pt', 'obrigado obrigada vergonha liberdade não'],
      ['pl', 'dziękuję wstyd pokój wolność nigdy mordercy dzień dobry'],
      ['nl', 'vrede nooit vrijheid dank moordenaars goed geen oorlog'],
      ['kmr', 'bijî hez dikin rojbaş azadî newroz serkeftin jiyan şehîd namirin gelê'],
      [
        'ar-Latn',
        'habibi habibti inshallah insha wallah wallahi yalla mabrouk mabruk haram kheir khair salam alhamdulillah hamdulillah irhal thawra shukran hayda mish kteer ktir khalas',
      ],
    ] as const
  ).flatMap(([language, words]) => words.split(' ').map((word) => [word, language] as const)),
);
/** Log-odds of a telling word, and the most that all of them may say. */
const TELLING = 4;
const MOST_TELLING = 12;

/** Adds what everyday words say; a word of several languages speaks for the one that it is listed under last. */
function addTellingWords(evidence: Evidence, words: string): void {
  const said = new Map<string, number>();
  for (const word of words.split(' ')) {
    const language = TELLING_WORDS.get(word);
    if (language !== undefined) said.set(language, Math.min(MOST_TELLING, (said.get(language) ?? 0) + TELLING));
  }
  if (said.size === 0) return;
  // A language that n-grams said nothing of starts from what they said of an unknown one.
  const unknown = (evidence.get('und') ?? 0) - TELLING;
  for (const [language, amount] of said) evidence.set(language, (evidence.get(language) ?? unknown) + amount);
}

/** Words with a letter that English does not write. */
const FOREIGN_LETTERS = /\p{L}*[\u00c0-\u024f\u1e00-\u1eff]\p{L}*/gu;

/** Most that letters alone may say, so that a text full of one letter proves no more than a sentence does. */
const MOST_OF_LETTERS = 40;

/**
 * Hardly a sentence of Persian, Urdu or Sorani does without a letter that Arabic has not; a foreign name in Arabic letters looks like
 * any of them. A long text by a keyboard without these letters still shows itself by its n-grams.
 */
const WITHOUT_OWN_LETTERS = 5;

function guessArabicScript(words: string, root: string): Guess {
  const evidence: Evidence = new Map();
  for (const [language, value] of evidenceOf(words, root, 60, ['ar', 'fa', 'ur', 'ku'])) {
    evidence.set(language === 'ku' ? 'ckb' : language, value);
  }
  // eld knows none of these three: they start near the best of those that it knows, and their own letters decide.
  const nearest = Math.max(...evidence.values());
  for (const language of ['ps', 'ug', 'sd']) evidence.set(language, nearest - 4);
  for (const [languages, letters, weight] of LETTERS) {
    const amount = Math.min(MOST_OF_LETTERS, (words.match(letters)?.length ?? 0) * weight);
    for (const language of languages.split(' ')) add(evidence, language, amount);
  }
  const nowhereElse = LETTERS.every(([languages, letters]) => languages === 'ar' || words.search(letters) < 0);
  if (nowhereElse) for (const language of ['fa', 'ur', 'ckb']) add(evidence, language, -WITHOUT_OWN_LETTERS);
  addTellingWords(evidence, words);
  add(evidence, 'ar', Math.log(0.9));
  for (const language of ['fa', 'ur', 'ckb', 'ps', 'ug', 'sd']) add(evidence, language, Math.log(0.016));
  return decide(evidence, Math.log(0.001));
}

/** Kurmanji is not among `eld`'s languages; it is written by many who write of Syria. */
const KURMANJI = /(?<![\p{L}])(?:û|jî|xwe|yê|yên|wê|wî|ji|di|bi|ku|li|em)(?![\p{L}])/gu;
const KURMANJI_LETTERS = /[êîû]/g;
/** Arabic in Latin letters, with digits for the sounds that those lack: `7abibi`, `ma3na`. */
const ARABIZI =
  /(?<![\p{L}\p{N}])(?!\d(?:st|nd|rd|th|am|pm|d|g|s|k|m|x|h)(?![\p{L}]))(?:\p{L}+[235679]\p{L}+|[2357]\p{L}{2,})(?![\p{L}\p{N}])/gu;

function guessLatinScript(words: string, root: string): Guess {
  const evidence = evidenceOf(words, root, 40);
  const base = Math.max(...evidence.values());
  add(evidence, 'en', Math.log(0.8));
  for (const language of evidence.keys()) {
    if (language !== 'en' && language !== 'und') add(evidence, language, Math.log(0.2 / 40));
  }
  const kurmanjiWords = words.match(KURMANJI)?.length ?? 0;
  const kurmanjiLetters = words.match(KURMANJI_LETTERS)?.length ?? 0;
  if (kurmanjiWords > 0 && kurmanjiLetters > 0) {
    evidence.set('kmr', base - 9 + Math.min(MOST_OF_LETTERS, kurmanjiWords * 2 + kurmanjiLetters * 1.5));
  }
  addTellingWords(evidence, words);
  add(evidence, 'en', -Math.min(MOST_TELLING, (words.match(FOREIGN_LETTERS)?.length ?? 0) * 3));
  const arabizi = words.match(ARABIZI)?.length ?? 0;
  if (arabizi > 0) evidence.set('ar-Latn', Math.min(MOST_OF_LETTERS, arabizi * 3) + countGrams(words) - 4);
  const { language, confidence } = decide(evidence, UNLIKELY_OTHER);
  // n-grams of one short word are few and not independent: what they say is taken with salt.
  return { language, confidence: confidence * (1 - Math.exp(-words.length / 6)) };
}

const SENTENCE_END = /[.!?؟۔…。！？]+(?=\s|$)|\n+/gu;

interface Sentence {
  readonly start: number;
  readonly end: number;
}

function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    sentences.push({ start, end });
    start = end;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

function detectParts(text: string, whole: DetectedLanguage, root: string): LanguagePart[] {
  const sentences = sentencesOf(text);
  if (sentences.length < 2) return [];
  const parts: LanguagePart[] = [];
  let read = 0;
  for (const { start, end } of sentences) {
    const words = wordsOnly(text.slice(start, end));
    const counts = countScripts(words);
    let letters = 0;
    for (const count of counts.values()) letters += count;
    const { script } = mainScript(counts);
    let language: string | undefined;
    if (script === whole.script && (letters < LETTERS_OF_A_SENTENCE || read >= SENTENCES_READ)) {
      language = whole.language;
    } else if (script !== 'Zyyy' && read < SENTENCES_READ) {
      read += 1;
      const own = languageIn(script, words, root);
      language = script === whole.script && own.confidence < SURE_SENTENCE ? whole.language : own.language;
    }
    const before = parts[parts.length - 1];
    // A sentence without letters goes with the one before it.
    if (before && (language === undefined || before.language === language)) {
      parts[parts.length - 1] = { start: before.start, end, language: before.language };
    } else {
      parts.push({ start, end, language: language ?? whole.language });
    }
  }
  return parts;
}

/** The language that holds most letters, once sentences have been told apart. */
function languageOfMost(text: string, parts: readonly LanguagePart[], whole: DetectedLanguage): DetectedLanguage {
  const letters = new Map<string, number>();
  let all = 0;
  for (const { start, end, language } of parts) {
    let count = 0;
    for (const found of countScripts(wordsOnly(text.slice(start, end))).values()) count += found;
    letters.set(language, (letters.get(language) ?? 0) + count);
    all += count;
  }
  let language = whole.language;
  let most = letters.get(language) ?? 0;
  for (const [candidate, count] of letters) {
    if (count > most) {
      language = candidate;
      most = count;
    }
  }
  if (language === whole.language) return whole;
  return { language, confidence: roundConfidence(all === 0 ? 0 : (most / all) * SURE_SENTENCE), script: whole.script };
}

function roundConfidence(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
}
