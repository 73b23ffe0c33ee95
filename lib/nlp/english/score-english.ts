import { labelProbabilities, readProbabilities } from '#lib/core/read-probabilities';
import type { EvidenceFlag, SentenceEvidence, TextScore, TokenEvidence, TokenMark } from '#lib/core/score';
import { extractFeatures, type Features, SUPPOSED_SHARE } from '#lib/nlp/english/extract-features';
import { findFlags } from '#lib/nlp/english/find-flags';
import { type EnglishModel, loadEnglishModel } from '#lib/nlp/english/model-file';
import { maskQuotations } from '#lib/nlp/english/quoted-speech';
import { type EnglishReading, readEnglish } from '#lib/nlp/wink-pipeline';

/** Beyond this many tokens the evidence names sentences instead of words. */
const MOST_TOKENS = 3_000;

/** The linear values of a text: what each token adds to (positive - negative), and the value of neutral. */
export interface LinearReading {
  readonly reading: EnglishReading;
  readonly features: Features;
  /** Share of each token in `raw - bias`. */
  readonly contributions: Float64Array;
  /** 1 for a token whose word the model or a lexicon knows. */
  readonly known: Uint8Array;
  readonly raw: number;
  readonly bias: number;
  readonly neutral: number;
}

let textsRead = 0;

/** Runs the linear model over a text. `raw` is logit(positive) - logit(negative); half of it on each side, against `neutral`. */
export function readLinear(text: string, model: EnglishModel): LinearReading {
  const reading = readEnglish(text);
  textsRead = (textsRead + 1) >>> 0 || 1;
  const features = extractFeatures(reading, model.listed, model.learned);
  const { head, weights } = model;
  const contributions = new Float64Array(reading.tokens.length);
  const known = new Uint8Array(reading.tokens.length);
  const [bias, neutralBias] = head.intercepts;
  let neutral = neutralBias;
  const wordUnit = features.wordScale * head.wordFactor;
  const letterUnit = features.letterScale * head.letterFactor;
  const { hashes, first, second } = features;
  for (let entry = 0; entry < hashes.length; entry += 1) {
    const found = model.find(hashes[entry] ?? 0);
    if (found < 0) continue;
    const one = first[entry] ?? 0;
    const other = second[entry] ?? 0;
    if (one === other && entry < features.wordEntries) known[one] = 1;
    // A feature counts once a text, where it stands first.
    if (model.met[found] === textsRead) continue;
    model.met[found] = textsRead;
    const unit =
      (entry < features.wordEntries ? wordUnit : letterUnit) * (features.markings[other]?.supposed ? SUPPOSED_SHARE : 1);
    const value = unit * (weights[found * 2] ?? 0);
    contributions[one] = (contributions[one] ?? 0) + value / 2;
    contributions[other] = (contributions[other] ?? 0) + value / 2;
    neutral += unit * (weights[found * 2 + 1] ?? 0);
  }
  const denseUnit = features.denseScale * head.denseFactor;
  for (let entry = 0; entry < features.denseIndex.length; entry += 1) {
    const pair = head.denseWeights[features.denseIndex[entry] ?? 0];
    if (!pair) continue;
    const value = denseUnit * (features.denseValue[entry] ?? 0);
    const token = features.denseToken[entry] ?? 0;
    contributions[token] = (contributions[token] ?? 0) + value * pair[0];
    neutral += value * pair[1];
  }
  let raw = bias;
  for (let token = 0; token < contributions.length; token += 1) {
    raw += contributions[token] ?? 0;
    if (features.valences[token] !== 0) known[token] = 1;
  }
  return { reading, features, contributions, known, raw, bias, neutral };
}

/**
 * Scores an English text. The score is the expectation P(positive) - P(negative) of the calibrated probabilities.
 *
 * @param text any string that is not blank.
 * @param language the tag that the answer carries.
 * @param options `quoted: 'exclude'` leaves words inside quotation marks out; `explain: false` leaves the tokens out of the evidence.
 */
export function scoreEnglish(
  text: string,
  language: string,
  options: {
    readonly modelsFolder: string;
    readonly quoted?: 'include' | 'exclude' | undefined;
    readonly explain?: boolean | undefined;
  },
): TextScore {
  const model = loadEnglishModel(options.modelsFolder);
  const { head } = model;
  const linear = readLinear(options.quoted === 'exclude' ? maskQuotations(text) : text, model);
  const { reading, known, features } = linear;
  let words = 0;
  let knownWords = 0;
  let evidence = 0;
  for (let index = 0; index < reading.tokens.length; index += 1) {
    const kind = reading.tokens[index]?.piece.kind;
    const isKnown = known[index] === 1;
    if (kind === 'word' || kind === 'foreign') {
      words += 1;
      if (isKnown) knownWords += 1;
    }
    const speaks = kind === 'word' || kind === 'emoji' || kind === 'emoticon' || kind === 'hashtag';
    if (speaks && isKnown) evidence += 1;
  }
  const knownShare = words === 0 ? null : knownWords / words;
  const flags: EvidenceFlag[] = findFlags(text, reading, features);
  const scored = evidence > 0;
  const explained = options.explain === false ? { tokens: [], sentences: [], truncated: false } : explain(text, linear);
  if (explained.truncated) flags.push('truncated_evidence');
  const probabilities = labelProbabilities(linear.raw, linear.neutral, head.temperature);
  const { score, label, confidence } = readProbabilities(probabilities);
  return {
    score: scored ? score : null,
    label: scored ? label : null,
    unsure: scored && confidence < head.unsureBelow,
    probabilities: scored ? probabilities : null,
    reason: scored ? null : 'no_evidence',
    scorer: head.name,
    version: head.version,
    language,
    evidence: {
      tokens: explained.tokens,
      sentences: explained.sentences,
      bias: linear.bias,
      raw: scored ? linear.raw : null,
      knownShare,
      flags,
    },
  };
}

function explain(
  text: string,
  linear: LinearReading,
): { readonly tokens: TokenEvidence[]; readonly sentences: SentenceEvidence[]; readonly truncated: boolean } {
  const { reading, contributions, known } = linear;
  const tokens: TokenEvidence[] = [];
  const sentences: SentenceEvidence[] = [];
  const truncated = reading.tokens.length > MOST_TOKENS;
  for (const sentence of reading.sentences) {
    let sum = 0;
    let anyKnown = false;
    for (let index = sentence.from; index < sentence.to; index += 1) {
      sum += contributions[index] ?? 0;
      if (known[index] === 1) anyKnown = true;
      const token = reading.tokens[index];
      if (truncated || !token) continue;
      tokens.push({
        start: token.start,
        end: token.end,
        text: text.slice(token.start, token.end),
        contribution: contributions[index] ?? 0,
        known: known[index] === 1,
        marks: marksOf(linear, index),
      });
    }
    const start = reading.tokens[sentence.from]?.start ?? 0;
    const end = reading.tokens[sentence.to - 1]?.end ?? start;
    sentences.push({ start, end, contribution: sum });
    if (truncated) tokens.push({ start, end, text: '', contribution: sum, known: anyKnown, marks: [] });
  }
  return { tokens, sentences, truncated };
}

function marksOf(linear: LinearReading, index: number): TokenMark[] {
  const marking = linear.features.markings[index];
  const kind = linear.reading.tokens[index]?.piece.kind;
  const marks: TokenMark[] = [];
  if (!marking) return marks;
  if (marking.turned && kind === 'word') marks.push('negated');
  if (marking.negator) marks.push('negator');
  if (marking.strength !== 1) marks.push('intensified');
  if (marking.intensifier) marks.push('intensifier');
  if (marking.quoted) marks.push('quoted');
  if (marking.name) marks.push('name');
  if (marking.shifter) marks.push('shifter');
  if (kind === 'emoji' || kind === 'emoticon') marks.push('emoji');
  if (kind === 'hashtag') marks.push('hashtag');
  return marks;
}
