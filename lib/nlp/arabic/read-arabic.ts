import { foldTextWithOffsets, originalRange } from '#lib/core/text/fold-text';
import { stemArabic } from '#lib/nlp/arabic/stem-arabic';

/** What a token is, told by its characters. */
export type ArabicTokenKind = 'word' | 'emoji' | 'emoticon' | 'number' | 'punctuation' | 'symbol' | 'link' | 'account';

/** One token of an Arabic text. Offsets are UTF-16, half-open, into the text as it was given. */
export interface ArabicToken {
  readonly kind: ArabicTokenKind;
  readonly start: number;
  readonly end: number;
  /** Folded, a letter that stands three times or more in a row written once; at most {@link LONGEST_WORD} units. */
  readonly form: string;
  /** The form without article and endings; the form itself for what is no word. */
  readonly stem: string;
  /** Part of a hashtag. */
  readonly hashtag: boolean;
  /** A letter was drawn out, as in `رااائع`. */
  readonly elongated: boolean;
  /** Index of the sentence that it stands in. */
  readonly sentence: number;
  /** Stands between quotation marks. */
  readonly quoted: boolean;
  /** Says "not", "without", "never". */
  readonly negator: boolean;
  /** In the reach of a negator, or negated by its own prefix or ending. */
  readonly negated: boolean;
  /** Ends, lifts or opposes what follows: `وقف القصف`, `رفع العقوبات`. */
  readonly shifter: boolean;
  /** Follows a shifter closely. */
  readonly shifted: boolean;
  /** Makes the word beside it stronger: `جدا`, `كتير`. */
  readonly intensifier: boolean;
}

/** Where a sentence stands in the text as it was given, and its tokens. */
export interface ArabicSentence {
  readonly start: number;
  readonly end: number;
  /** Indexes into the tokens, half-open. */
  readonly from: number;
  readonly to: number;
}

export interface ArabicReading {
  readonly tokens: readonly ArabicToken[];
  readonly sentences: readonly ArabicSentence[];
}

/** Letters of one word that are read; what follows carries no meaning that a model could know. */
export const LONGEST_WORD = 32;

const TOKEN =
  /(?<link>https?[^\s\u0600-\u06ff]*|www\.[^\s\u0600-\u06ff]+)|(?<account>@[a-z0-9_]+)|(?<emoji>\p{RI}\p{RI}|\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*)|(?<emoticon>[:;=8x]['’]?[-o^]?[)(\]|*dp3](?![\p{L}\p{N}])|[)(][-^]?[:;=](?!\p{L})|\^[_.]*\^|-[_.]+-|<3+)|(?<number>\p{N}+(?:[.,:/]\p{N}+)*)|(?<word>\p{L}[\p{L}\p{M}]*)|(?<punctuation>\p{P})|(?<symbol>[^\s])/uy;

interface RawToken {
  readonly kind: ArabicTokenKind;
  readonly from: number;
  readonly to: number;
}

/**
 * Reads an Arabic text: folds it, cuts it into tokens and sentences, stems its words, and tells what is negated and what is
 * quoted. Total for every string, in time that grows linearly with its length.
 *
 * @param text any text, as it stands in the record.
 */
export function readArabic(text: string): ArabicReading {
  const { folded, offsets } = foldTextWithOffsets(text);
  const raw = cut(folded);
  const sentences: ArabicSentence[] = [];
  const drafts: Draft[] = [];
  let sentenceFrom = 0;
  let inTag = false;
  let closer = '';
  let opened = 0;

  const closeSentence = (to: number) => {
    const first = drafts[sentenceFrom];
    const last = drafts[to - 1];
    if (!first || !last) return;
    markNegation(drafts, sentenceFrom, to);
    markShifts(drafts, sentenceFrom, to);
    sentences.push({ start: first.start, end: last.end, from: sentenceFrom, to });
    sentenceFrom = to;
  };

  for (let i = 0; i < raw.length; i += 1) {
    const piece = raw[i];
    if (!piece) break;
    const { start, end } = originalRange(offsets, piece.from, piece.to);
    const written = folded.slice(piece.from, Math.min(piece.to, piece.from + LONGEST_WORD));
    const before = drafts[drafts.length - 1];
    const touches = before !== undefined && raw[i - 1]?.to === piece.from;
    inTag =
      touches && (before.form === '#' || (inTag && (before.kind === 'word' || before.kind === 'number' || before.form === '_')));
    const { form, elongated } = squeeze(written, piece.kind);
    const isWord = piece.kind === 'word';
    drafts.push({
      kind: piece.kind,
      start,
      end,
      form,
      stem: isWord ? stemArabic(form) : form,
      hashtag: inTag && isWord,
      elongated,
      sentence: sentences.length,
      quoted: false,
      negator: false,
      negated: false,
      shifter: false,
      shifted: false,
      intensifier: isWord && INTENSIFIERS.has(form),
    });

    if (closer !== '' && form === closer) {
      markQuoted(drafts, opened, drafts.length);
      closer = '';
    } else if (closer === '' && QUOTES.has(form)) {
      closer = QUOTES.get(form) ?? '';
      opened = drafts.length - 1;
    }
    const brokeLine = folded.slice(piece.to, raw[i + 1]?.from ?? piece.to).includes('\n');
    const stops = piece.kind === 'punctuation' && SENTENCE_ENDS.has(form) && raw[i + 1]?.from !== piece.to;
    if (brokeLine || stops) closeSentence(drafts.length);
  }
  closeSentence(drafts.length);
  return { tokens: drafts, sentences };
}

type Draft = { -readonly [K in keyof ArabicToken]: ArabicToken[K] };

function cut(folded: string): RawToken[] {
  const found: RawToken[] = [];
  let at = 0;
  while (at < folded.length) {
    if (folded.charCodeAt(at) === 32) {
      at += 1;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(folded);
    if (!match?.groups) {
      at += 1;
      continue;
    }
    const to = at + match[0].length;
    found.push({ kind: kindOf(match.groups), from: at, to });
    at = to;
  }
  return found;
}

function kindOf(groups: { readonly [name: string]: string | undefined }): ArabicTokenKind {
  if (groups['word'] !== undefined) return 'word';
  if (groups['punctuation'] !== undefined) return 'punctuation';
  if (groups['emoji'] !== undefined) return 'emoji';
  if (groups['number'] !== undefined) return 'number';
  if (groups['symbol'] !== undefined) return 'symbol';
  if (groups['link'] !== undefined) return 'link';
  if (groups['account'] !== undefined) return 'account';
  return 'emoticon';
}

/** A letter three times or more in a row is written once, laughter as three `ه`; skin tones and variation marks fall away. */
function squeeze(written: string, kind: ArabicTokenKind): { form: string; elongated: boolean } {
  if (kind === 'emoji') return { form: written.replace(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, ''), elongated: false };
  if (kind === 'link') return { form: 'http', elongated: false };
  if (kind === 'account') return { form: '@', elongated: false };
  if (kind === 'number') return { form: '0', elongated: false };
  if (kind !== 'word' || !/(.)\1\1/u.test(written)) return { form: written, elongated: false };
  return { form: written.replace(/ه{3,}/g, 'ههه').replace(/([^ه])\1{2,}/gu, '$1'), elongated: true };
}

const SENTENCE_ENDS: ReadonlySet<string> = new Set(['.', '!', '?', '؟', '۔', '…', '؛']);

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['”', '“'],
  ['«', '»'],
  ['»', '«'],
]);

function markQuoted(tokens: Draft[], from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    const token = tokens[i];
    if (token) token.quoted = true;
  }
}

/** Words that negate what follows, folded. */
const NEGATORS: ReadonlySet<string> = new Set(
  (
    'لا لم لن ما ليس ليست ليسوا ليسو لست لسنا لسنه لستم غير بلا دون بدون عدم مش مو مب مهو ماهو ماهي موب مانا مانو مانها ماني ' +
    'ماكو ماكان مافي مافيش مفيش ماعاد معدش ماحدا محدا محدش ولا فلا ولم فلم ولن فلن وما فما وليس وليست فليس ومش ومو وغير وبدون وبلا ' +
    'ماعندي ماعندنا ماعندو ماعندهم مابدي مابدنا مابدو مابدهم منعدم انعدام'
  ).split(' '),
);

/** Phrases in which the negator says no "not": folded negator and the word after it. */
const NOT_NEGATING: ReadonlySet<string> = new Set([
  'ما شاء',
  'ما زال',
  'ما زالت',
  'ما زالو',
  'ما زالوا',
  'ما زلت',
  'ما زلنا',
  'ما يزال',
  'لا يزال',
  'لا تزال',
  'لا يزالون',
  'لا زال',
  'لا زالت',
  'ما دام',
  'ما دامت',
  'لا شك',
  'لا بد',
  'لا اله',
  'لا سيما',
  'لا محاله',
  'لا حول',
  'ما بين',
  'ما بعد',
  'ما قبل',
  'ما يسمي',
  'ليس فقط',
  'مش بس',
  'مو بس',
  'ولا بد',
  'ولا شك',
  'ولا قوه',
]);

/** After `ما` these exclaim ("how beautiful!") and negate nothing. */
const EXCLAIMED: ReadonlySet<string> = new Set(
  (
    'اجمل احلي اروع اعظم اطيب اقسي اصعب اغبي احقر اوسخ اسوا اسوء ابشع اقذر اتفه ارخص افظع اضعف اشجع انبل ارقي الذ اكرم اقبح ' +
    'اشد اكثر اقل اصدق ارحم احوج اكبر اسعد اتعس اجبن اوقح اكذب ابدع اجملك احلاك اروعك اجمله احلاه اجملها احلاها اعظمه اعظمك'
  ).split(' '),
);

/** Words at which the reach of a negator ends: "but", "except", "because", "rather". */
const SCOPE_ENDS: ReadonlySet<string> = new Set(
  'لكن ولكن بس الا انما بل لان لانه لانها لانهم حتي اذا لو كي عشان مشان'.split(' '),
);

/** Words after a negator that it reaches. */
const REACH = 4;

/** A verb that carries its negation: `مابحبش`, `ماراحوش`, and the bare Levantine `بحبش` after `ما`. */
const CIRCUMFIX = /^(?:و|ف)?ما?[بتينا]\p{L}{2,}ش$/u;
const JOINED_MA = /^(?:و|ف)?ما(?:ب[يتنحد]|في|عند|ال[ين]|كان|حد|صار|راح|رح|قدر|عاد)\p{L}*$/u;

function markNegation(tokens: Draft[], from: number, to: number): void {
  let left = 0;
  for (let i = from; i < to; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    if (token.kind === 'punctuation') {
      const opensQuote = QUOTES.has(token.form) && tokens[i + 1]?.quoted === true;
      if (!opensQuote && token.form !== '_' && token.form !== '#') left = 0;
      continue;
    }
    if (token.kind !== 'word') continue;
    const next = followingWord(tokens, i, to);
    if (NEGATORS.has(token.form)) {
      const bare = token.form.replace(/^[وف]/u, '');
      if (NOT_NEGATING.has(`${token.form} ${next}`) || (bare === 'ما' && EXCLAIMED.has(next))) continue;
      token.negator = true;
      // "No to war" turns nothing round: it rejects what it names.
      left = bare === 'لا' && rejects(tokens, i, to) ? 0 : REACH;
    } else if (SCOPE_ENDS.has(token.form)) {
      left = 0;
    } else if (token.form.length > 4 && (CIRCUMFIX.test(token.form) || JOINED_MA.test(token.form))) {
      token.negated = true;
      left = REACH - 1;
    } else if (left > 0) {
      token.negated = true;
      left -= 1;
    }
  }
}

/** Words that end, lift, prevent, oppose or lose what follows, folded; verbal nouns and the commonest verb forms. */
const SHIFTERS: ReadonlySet<string> = new Set(
  (
    'وقف ايقاف انهاء نهايه رفع كسر فك منع مكافحه محاربه مواجهه محاسبه معاقبه اسقاط سقوط زوال ازاله الغاء تجميد ' +
    'كفي كفايه بكفي وداعا اوقفوا وقفوا انهوا انتهاء انتهت انتهي توقف توقفت خلصنا تخلصنا التخلص القضاء هزيمه هزمنا سحق طرد تخفيف ' +
    'انسحاب انقاذ نجا نجاه نجونا حمايه فقد فقدنا فقدان ضاع ضاعت ضياع خسرنا حرم حرمونا حرمان سرقوا سرق غياب غاب غابت تراجع خفت خف'
  ).split(' '),
);
const SHIFT_REACH = 2;

const INTENSIFIERS: ReadonlySet<string> = new Set(
  'جدا كثير كثيرا كتير اوي قوي مره واجد وايد هوايه للغايه تماما حقا فعلا جد عنجد بشده اشد اكثر اكتر مرا بزاف'.split(' '),
);

function markShifts(tokens: Draft[], from: number, to: number): void {
  let left = 0;
  for (let i = from; i < to; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    if (token.kind !== 'word') {
      if (token.form !== '_') left = 0;
    } else if (SHIFTERS.has(token.form) || SHIFTERS.has(token.form.replace(/^(?:وال|ال|و|ب|ل)/u, ''))) {
      token.shifter = true;
      left = SHIFT_REACH;
    } else if (left > 0) {
      token.shifted = true;
      left -= 1;
    }
  }
}

/** Whether the word after `لا`, in a hashtag too, starts with "to the": `لا للحرب`. */
function rejects(tokens: readonly Draft[], at: number, to: number): boolean {
  const next = at + 1 < to ? tokens[at + 1] : undefined;
  const word = next?.form === '_' && at + 2 < to ? tokens[at + 2] : next;
  return word?.kind === 'word' && word.form.length > 4 && word.form.startsWith('لل');
}

function followingWord(tokens: readonly Draft[], at: number, to: number): string {
  const next = at + 1 < to ? tokens[at + 1] : undefined;
  return next?.kind === 'word' ? next.form : '';
}
