import { join } from 'node:path';
import { labelProbabilities, readProbabilities } from '#lib/core/read-probabilities';
import type { EvidenceFlag, NoScoreReason, SentenceEvidence, TextScore, TokenEvidence, TokenMark } from '#lib/core/score';
import { ARABIC_FEATURES, extractArabicFeatures } from '#lib/nlp/arabic/arabic-features';
import { type ArabicModel, loadArabicModel } from '#lib/nlp/arabic/arabic-model';
import { type ArabicReading, type ArabicToken, readArabic } from '#lib/nlp/arabic/read-arabic';

export interface ArabicScoreOptions {
  /** Folder of the model file; `lib/nlp/models` under the working directory unless said. */
  readonly modelsFolder?: string;
  /** Whether words between quotation marks count; `include` unless said. */
  readonly quoted?: 'include' | 'exclude';
  /** BCP 47 tag that the text was found to be in; `ar` unless said. */
  readonly language?: string;
}

/** Features that show that the model has met the word, not merely its letters. */
const WORD_KINDS: ReadonlySet<number> = new Set([ARABIC_FEATURES.word, ARABIC_FEATURES.stem, ARABIC_FEATURES.emoji]);

/** Words that ask "if", and those that ask at all, folded. */
const CONDITIONALS: ReadonlySet<string> = new Set('لو اذا لولا لوما شريطه بشرط لوكان فلو واذا ولو فاذا'.split(' '));
const QUESTIONS: ReadonlySet<string> = new Set('هل لماذا ليش ليه كيف متي اين وين شو شلون ماذا مين ايش وش اليس وهل'.split(' '));
const LAUGHING: ReadonlySet<string> = new Set(['😂', '🤣', '😏', '🙃', '😜', '😅']);

/**
 * Scores the wording of an Arabic text (Modern Standard or spoken) as `stanceboard-ar`: a linear model over words, light stems, pairs, runs
 * of letters and emoji, so that the contributions of the tokens and the bias add up to `raw`. Total: any string gets an answer, in
 * time that grows linearly with its length; no number is NaN.
 *
 * @param text the text as it stands in the record; offsets of the evidence are UTF-16 and point into it.
 * @param options see {@link ArabicScoreOptions}.
 * @returns the score, or `null` with the reason `empty`, `no_evidence` or, for Arabic in Latin letters, `language_not_read`.
 * @throws when the model file is missing or broken.
 */
export function scoreArabic(text: string, options: ArabicScoreOptions = {}): TextScore {
  const model = loadArabicModel(options.modelsFolder ?? join(process.cwd(), 'lib', 'nlp', 'models'));
  const language = options.language ?? 'ar';
  const reading = readArabic(text);
  // Arabic in Latin letters is Arabic, but no word of it was ever learned.
  if (/-latn\b/i.test(language)) return withoutScore(model, reading, language, 'language_not_read');
  const counted = options.quoted === 'exclude' ? withoutQuoted(reading) : reading;
  if (counted.tokens.length === 0) return withoutScore(model, reading, language, 'empty');

  const sums = sumFeatures(model, counted);
  const words = counted.tokens.filter(({ kind }) => kind === 'word').length;
  const meaning = counted.tokens.filter(({ kind }, i) => (kind === 'word' || kind === 'emoji') && sums.known[i] === 1).length;
  if (meaning === 0) return withoutScore(model, reading, language, 'no_evidence');

  const tokens = counted.tokens.map((token, i) => toEvidence(text, counted.tokens, token, i, sums));
  let raw = sums.bias;
  for (const token of tokens) raw += token.contribution;
  const probabilities = labelProbabilities(raw, sums.neutrality, model.head.temperature);
  const { score, label, confidence } = readProbabilities(probabilities);
  const knownWords = counted.tokens.filter(({ kind }, i) => kind === 'word' && sums.known[i] === 1).length;
  return {
    score,
    label,
    unsure: confidence < model.head.unsureBelow,
    probabilities,
    reason: null,
    scorer: model.head.name,
    version: model.head.version,
    language,
    evidence: {
      tokens,
      sentences: sumSentences(counted, tokens),
      bias: sums.bias,
      raw,
      knownShare: words === 0 ? null : knownWords / words,
      flags: flagsOf(reading),
    },
  };
}

interface Sums {
  /** What each token adds to (positive - negative). */
  readonly contributions: Float64Array;
  /** 1 for a token whose word, stem or emoji the model holds. */
  readonly known: Uint8Array;
  readonly bias: number;
  /** Value of (neutral - mean of both). */
  readonly neutrality: number;
}

/**
 * A text is a row over its distinct features, divided by the length of all of them, known or not: a feature that stands in several places is shared by them, one that spans two
 * tokens by both; what is of the whole text goes into the bias.
 */
function sumFeatures(model: ArabicModel, reading: ArabicReading): Sums {
  const counts = new Map<number, number>();
  const rows: number[] = [];
  const firsts: number[] = [];
  const lasts: number[] = [];
  const known = new Uint8Array(reading.tokens.length);
  let square = 0;
  let neutrality = 0;
  extractArabicFeatures(reading, (kind, hash, first, last) => {
    const gain = model.gains[kind] ?? 0;
    if (gain === 0) return;
    square += gain * gain;
    const row = model.find(hash);
    if (row < 0) return;
    const count = counts.get(row) ?? 0;
    counts.set(row, count + 1);
    rows.push(row, gain);
    firsts.push(first);
    lasts.push(last);
    if (count === 0) neutrality += gain * (model.neutrality[row] ?? 0);
    if (first >= 0 && WORD_KINDS.has(kind)) known[first] = 1;
  });
  const norm = square > 0 ? 1 / Math.sqrt(square) : 0;
  const contributions = new Float64Array(reading.tokens.length);
  let [bias] = model.head.intercepts;
  for (let i = 0; i < firsts.length; i += 1) {
    const row = rows[i * 2] ?? 0;
    const amount = ((model.polarity[row] ?? 0) * (rows[i * 2 + 1] ?? 0) * norm) / (counts.get(row) ?? 1);
    const first = firsts[i] ?? -1;
    const last = lasts[i] ?? -1;
    if (first < 0) bias += amount;
    else if (first === last) contributions[first] = (contributions[first] ?? 0) + amount;
    else {
      contributions[first] = (contributions[first] ?? 0) + amount / 2;
      contributions[last] = (contributions[last] ?? 0) + amount / 2;
    }
  }
  return { contributions, known, bias, neutrality: neutrality * norm + model.head.intercepts[1] };
}

function toEvidence(text: string, tokens: readonly ArabicToken[], token: ArabicToken, at: number, sums: Sums): TokenEvidence {
  return {
    start: token.start,
    end: token.end,
    text: text.slice(token.start, token.end),
    contribution: sums.contributions[at] ?? 0,
    known: sums.known[at] === 1,
    marks: marksOf(tokens, token, at),
  };
}

function marksOf(tokens: readonly ArabicToken[], token: ArabicToken, at: number): TokenMark[] {
  const marks: TokenMark[] = [];
  if (token.negated) marks.push('negated');
  if (token.negator) marks.push('negator');
  // Arabic intensifiers follow what they strengthen.
  if (token.elongated || (token.kind === 'word' && tokens[at + 1]?.intensifier === true)) marks.push('intensified');
  if (token.intensifier) marks.push('intensifier');
  if (token.quoted) marks.push('quoted');
  if (token.shifter) marks.push('shifter');
  if (token.kind === 'emoji' || token.kind === 'emoticon') marks.push('emoji');
  if (token.hashtag) marks.push('hashtag');
  return marks;
}

function sumSentences(reading: ArabicReading, tokens: readonly TokenEvidence[]): SentenceEvidence[] {
  return reading.sentences.map(({ start, end, from, to }) => {
    let contribution = 0;
    for (let i = from; i < to; i += 1) contribution += tokens[i]?.contribution ?? 0;
    return { start, end, contribution };
  });
}

function flagsOf(reading: ArabicReading): EvidenceFlag[] {
  const flags: EvidenceFlag[] = [];
  let quote = false;
  let question = false;
  let conditional = false;
  let laughing = false;
  for (const token of reading.tokens) {
    if (token.quoted) quote = true;
    if (token.form === '؟' || token.form === '?' || QUESTIONS.has(token.form)) question = true;
    if (CONDITIONALS.has(token.form)) conditional = true;
    if (LAUGHING.has(token.form) || (token.kind === 'word' && token.form.startsWith('ههه'))) laughing = true;
  }
  if (quote) flags.push('quote');
  if (question) flags.push('question');
  if (conditional) flags.push('conditional');
  // Laughter beside words is how much of Arabic sarcasm is written; nothing more is claimed.
  if (laughing && reading.tokens.some(({ kind }) => kind === 'word')) flags.push('possible_sarcasm');
  return flags;
}

/** The reading without what stands between quotation marks. */
function withoutQuoted(reading: ArabicReading): ArabicReading {
  const tokens: ArabicToken[] = [];
  const sentences = reading.sentences.flatMap(({ start, end, from, to }) => {
    const first = tokens.length;
    for (let i = from; i < to; i += 1) {
      const token = reading.tokens[i];
      if (token && !token.quoted) tokens.push(token);
    }
    return tokens.length > first ? [{ start, end, from: first, to: tokens.length }] : [];
  });
  return { tokens, sentences };
}

function withoutScore(model: ArabicModel, reading: ArabicReading, language: string, reason: NoScoreReason): TextScore {
  const words = reading.tokens.some(({ kind }) => kind === 'word');
  return {
    score: null,
    label: null,
    unsure: false,
    probabilities: null,
    reason,
    scorer: model.head.name,
    version: model.head.version,
    language,
    evidence: { tokens: [], sentences: [], bias: 0, raw: null, knownShare: words ? 0 : null, flags: flagsOf(reading) },
  };
}
