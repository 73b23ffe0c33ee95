import type { ArabicReading, ArabicToken } from '#lib/nlp/arabic/read-arabic';

/** Kinds of feature. The number goes into the hash, so a kind keeps it for good. */
export const ARABIC_FEATURES = {
  word: 1,
  stem: 2,
  negatedStem: 3,
  stemPair: 4,
  wordPair: 5,
  emoji: 6,
  mark: 7,
  shape: 8,
  letters2: 12,
  letters3: 13,
  letters4: 14,
  letters5: 15,
  letters6: 16,
  stemSkip: 20,
  negatedWord: 21,
  hashtag: 22,
  shiftedStem: 25,
} as const;

/** Takes a feature: its kind, its 32-bit hash and the tokens that it is made of (`first` is -1 where it is of the whole text). */
export type FeatureSink = (kind: number, hash: number, first: number, last: number) => void;

const FNV_PRIME = 0x01000193;
const FNV_OFFSET = 0x811c9dc5;

/** Starts the hash of a feature (FNV-1a over UTF-16 units; Fowler, Noll and Vo). */
function startHash(kind: number): number {
  return Math.imul(FNV_OFFSET ^ kind, FNV_PRIME);
}

function addUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}

function addString(hash: number, value: string): number {
  let mixed = hash;
  for (let i = 0; i < value.length; i += 1) mixed = addUnit(mixed, value.charCodeAt(i));
  return mixed;
}

/** Spreads the bits (the finaliser of MurmurHash3). */
function endHash(hash: number): number {
  let mixed = hash;
  mixed ^= mixed >>> 16;
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The hash of one feature by its kind and spelling. */
export function hashFeature(kind: number, spelling: string): number {
  return endHash(addString(startHash(kind), spelling));
}

const SPACE = 32;
const LETTER_KINDS = [
  ARABIC_FEATURES.letters2,
  ARABIC_FEATURES.letters3,
  ARABIC_FEATURES.letters4,
  ARABIC_FEATURES.letters5,
  ARABIC_FEATURES.letters6,
];

/** Hands every feature of a text to `sink`, in the order of its tokens. */
export function extractArabicFeatures(reading: ArabicReading, sink: FeatureSink): void {
  const { tokens } = reading;
  let before = -1;
  let beforeThat = -1;
  const counts = { link: 0, account: 0, hashtag: 0, number: 0, elongated: 0, emoji: 0, word: 0 };
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    const { kind } = token;
    if (kind === 'word') {
      counts.word += 1;
      if (token.elongated) counts.elongated += 1;
      wordFeatures(token, i, sink);
    } else if (kind === 'emoji' || kind === 'emoticon') {
      counts.emoji += 1;
      sink(ARABIC_FEATURES.emoji, hashFeature(ARABIC_FEATURES.emoji, token.form), i, i);
    } else if (kind === 'punctuation' || kind === 'symbol') {
      if (token.form === '#') counts.hashtag += 1;
      else sink(ARABIC_FEATURES.mark, hashFeature(ARABIC_FEATURES.mark, token.form), i, i);
    } else {
      counts[kind] += 1;
    }
    if (kind === 'account' || kind === 'link' || token.form === '#' || token.form === '_') continue;
    const last = tokens[before];
    pair(ARABIC_FEATURES.stemPair, last?.stem ?? '^', token.stem, before, i, sink);
    if (kind === 'word') pair(ARABIC_FEATURES.wordPair, last?.form ?? '^', token.form, before, i, sink);
    const skipped = tokens[beforeThat];
    if (skipped && kind === 'word' && skipped.kind === 'word') {
      pair(ARABIC_FEATURES.stemSkip, skipped.stem, token.stem, beforeThat, i, sink);
    }
    beforeThat = before;
    before = i;
  }
  for (const [name, count] of Object.entries(counts)) {
    const bucket = name === 'word' ? Math.min(6, count >> 2) : Math.min(3, count);
    sink(ARABIC_FEATURES.shape, hashFeature(ARABIC_FEATURES.shape, `${name}${bucket}`), -1, -1);
  }
}

function wordFeatures(token: ArabicToken, at: number, sink: FeatureSink): void {
  sink(ARABIC_FEATURES.word, hashFeature(ARABIC_FEATURES.word, token.form), at, at);
  sink(ARABIC_FEATURES.stem, hashFeature(ARABIC_FEATURES.stem, token.stem), at, at);
  if (token.negated) {
    sink(ARABIC_FEATURES.negatedStem, hashFeature(ARABIC_FEATURES.negatedStem, token.stem), at, at);
    sink(ARABIC_FEATURES.negatedWord, hashFeature(ARABIC_FEATURES.negatedWord, token.form), at, at);
  }
  if (token.shifted) sink(ARABIC_FEATURES.shiftedStem, hashFeature(ARABIC_FEATURES.shiftedStem, token.stem), at, at);
  if (token.hashtag) sink(ARABIC_FEATURES.hashtag, hashFeature(ARABIC_FEATURES.hashtag, token.stem), at, at);
  letterFeatures(token.form, at, sink);
}

/** Runs of 2 to 6 letters, the space before and after the word included. */
function letterFeatures(form: string, at: number, sink: FeatureSink): void {
  const length = form.length + 2;
  for (let from = 0; from < length - 1; from += 1) {
    let hash = startHash(9);
    for (let size = 1; size <= 6 && from + size <= length; size += 1) {
      const index = from + size - 1;
      hash = addUnit(hash, index === 0 || index === length - 1 ? SPACE : form.charCodeAt(index - 1));
      const kind = LETTER_KINDS[size - 2];
      if (kind !== undefined) sink(kind, endHash(hash), at, at);
    }
  }
}

function pair(kind: number, left: string, right: string, from: number, to: number, sink: FeatureSink): void {
  const hash = addString(addUnit(addString(startHash(kind), left), SPACE), right);
  sink(kind, endHash(hash), from < 0 ? to : from, to);
}
