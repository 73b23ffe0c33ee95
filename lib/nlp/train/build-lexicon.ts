/**
 * Builds `english-lexicon.tsv`: the words of the VADER lexicon with their ratings, and words whose valence is learned from word vectors by
 * kernel ridge regression on those ratings and on how often a word stands in positive and in negative texts.
 *
 * node --import tsx lib/nlp/train/build-lexicon.ts --data DIR --vader FILE --vectors FILE
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { foldForComparison, hasSet, readSet } from '#lib/nlp/train/read-set';

const SETS = ['semeval2017t4_en', 'figure8_tweets', 'goemotions', 'newsmtsc'] as const;
const TESTS = [
  ['semeval2017t4_en', 'test'],
  ['semeval2017t4_en', 'dev'],
  ['vader_gt', 'test_tweets'],
  ['vader_gt', 'test_nyt'],
  ['sst2', 'test'],
] as const;
const WORD = /[a-z]+(?:['-][a-z]+)*/g;
const WHOLE_WORD = /^[a-z]+(?:['-][a-z]+)*$/;
const DIMENSIONS = 100;
/** Each set counts as this many texts a class, so that neither its size nor its class shares speak. */
const TEXTS_PER_CLASS = 5000;
const PRIOR = 2;
const FEWEST = 15;
const MOST_COMMON = 30_000;
const WIDTH = 1.75;
const RIDGE = 1;
const STEPS = 60;
const LEAST_VALENCE = 0.7;
const MOST_LEARNED = 18_000;

interface Target {
  valence: number;
  weight: number;
}

function readRatings(file: string): Map<string, number> {
  const ratings = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [word, rating] = line.split('\t');
    if (word && rating && Number.isFinite(Number(rating))) ratings.set(word.trim().toLowerCase(), Number(rating));
  }
  return ratings;
}

interface Vectors {
  readonly rank: ReadonlyMap<string, number>;
  readonly of: (word: string) => Float32Array | undefined;
}

function readVectors(file: string): Vectors {
  const parsed: { readonly vectors: Readonly<Record<string, readonly number[]>> } = JSON.parse(readFileSync(file, 'utf8'));
  const rank = new Map<string, number>();
  const kept = new Map<string, Float32Array>();
  for (const [word, numbers] of Object.entries(parsed.vectors)) {
    if (!WHOLE_WORD.test(word)) continue;
    const vector = Float32Array.from(numbers.slice(0, DIMENSIONS));
    let length = 0;
    for (const number of vector) length += number * number;
    length = Math.sqrt(length) || 1;
    for (let index = 0; index < vector.length; index += 1) vector[index] = (vector[index] ?? 0) / length;
    kept.set(word, vector);
    rank.set(word, numbers[DIMENSIONS + 1] ?? Number.POSITIVE_INFINITY);
  }
  return { rank, of: (word) => kept.get(word) };
}

/** For every word: its smoothed log odds of positive against negative texts, and how many texts that rests on. */
function countOdds(folder: string): Map<string, { odds: number; count: number }> {
  const tested = new Set(
    TESTS.filter(([set, part]) => hasSet(folder, set, part)).flatMap(([set, part]) =>
      readSet(folder, set, part).map((row) => foldForComparison(row.text)),
    ),
  );
  const sums = new Map<string, [number, number, number]>();
  for (const set of SETS) {
    const rows = readSet(folder, set, 'train').filter((row) => !tested.has(foldForComparison(row.text)));
    const shares = { negative: 0, neutral: 0, positive: 0 };
    for (const row of rows) shares[row.label] += 1;
    for (const row of rows) {
      const at = row.label === 'negative' ? 0 : row.label === 'neutral' ? 1 : 2;
      for (const word of new Set(row.text.toLowerCase().match(WORD) ?? [])) {
        const sum = sums.get(word) ?? [0, 0, 0];
        sum[at] = (sum[at] ?? 0) + TEXTS_PER_CLASS / shares[row.label];
        sums.set(word, sum);
      }
    }
  }
  const odds = new Map<string, { odds: number; count: number }>();
  for (const [word, [negative, neutral, positive]] of sums) {
    odds.set(word, { odds: Math.log((positive + PRIOR) / (negative + PRIOR)), count: negative + neutral + positive });
  }
  return odds;
}

function similarity(left: Float32Array, right: Float32Array): number {
  let product = 0;
  for (let index = 0; index < DIMENSIONS; index += 1) product += (left[index] ?? 0) * (right[index] ?? 0);
  return Math.exp(-WIDTH * (2 - 2 * product));
}

/** Solves (K + ridge / weight) a = targets by conjugate gradients. */
function solve(kernel: Float32Array, targets: Float64Array, weights: Float64Array): Float64Array {
  const size = targets.length;
  const answer = new Float64Array(size);
  const rest = targets.slice();
  const direction = targets.slice();
  const image = new Float64Array(size);
  let energy = rest.reduce((sum, value) => sum + value * value, 0);
  for (let step = 0; step < STEPS; step += 1) {
    for (let row = 0; row < size; row += 1) {
      let sum = (RIDGE / (weights[row] ?? 1)) * (direction[row] ?? 0);
      const base = row * size;
      for (let column = 0; column < size; column += 1) sum += (kernel[base + column] ?? 0) * (direction[column] ?? 0);
      image[row] = sum;
    }
    let curvature = 0;
    for (let row = 0; row < size; row += 1) curvature += (direction[row] ?? 0) * (image[row] ?? 0);
    const rate = energy / curvature;
    let next = 0;
    for (let row = 0; row < size; row += 1) {
      answer[row] = (answer[row] ?? 0) + rate * (direction[row] ?? 0);
      rest[row] = (rest[row] ?? 0) - rate * (image[row] ?? 0);
      next += (rest[row] ?? 0) ** 2;
    }
    if (next < 1e-6) break;
    for (let row = 0; row < size; row += 1) direction[row] = (rest[row] ?? 0) + (next / energy) * (direction[row] ?? 0);
    energy = next;
  }
  return answer;
}

function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' }, vader: { type: 'string' }, vectors: { type: 'string' } } });
  if (!values.data || !values.vader || !values.vectors) throw new Error('Needed: --data DIR --vader FILE --vectors FILE');
  const ratings = readRatings(values.vader);
  const odds = countOdds(values.data);
  const vectors = readVectors(values.vectors);
  console.log(`${ratings.size} rated words, ${odds.size} words in texts, ${vectors.rank.size} vectors`);

  // Log odds are brought to the spread of the ratings on the words that have both.
  const both = [...ratings].filter(([word]) => (odds.get(word)?.count ?? 0) >= FEWEST);
  const spread = (list: readonly number[]): number => {
    const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
    return Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / list.length);
  };
  const scale = spread(both.map(([, rating]) => rating)) / spread(both.map(([word]) => odds.get(word)?.odds ?? 0));

  const targets = new Map<string, Target>();
  for (const [word, rating] of ratings) if (vectors.of(word)) targets.set(word, { valence: rating, weight: 1 });
  for (const [word, { odds: value, count }] of odds) {
    if (count < FEWEST || !vectors.of(word)) continue;
    const weight = count / (count + 20);
    const valence = Math.max(-3.5, Math.min(3.5, value * scale));
    const rated = targets.get(word);
    targets.set(
      word,
      rated
        ? { valence: (rated.valence + weight * valence) / (1 + weight), weight: 1 + weight }
        : { valence: valence * 0.8, weight },
    );
  }
  const words = [...targets.keys()].sort();
  const known = words.map((word) => vectors.of(word) ?? new Float32Array(DIMENSIONS));
  const kernel = new Float32Array(words.length * words.length);
  for (let row = 0; row < words.length; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const value = similarity(known[row] ?? new Float32Array(0), known[column] ?? new Float32Array(0));
      kernel[row * words.length + column] = value;
      kernel[column * words.length + row] = value;
    }
  }
  console.log(`solving for ${words.length} words`);
  const answer = solve(
    kernel,
    Float64Array.from(words, (word) => targets.get(word)?.valence ?? 0),
    Float64Array.from(words, (word) => targets.get(word)?.weight ?? 1),
  );
  const learned: { word: string; valence: number }[] = [];
  const candidates = [...vectors.rank]
    .filter(([word, rank]) => (rank < MOST_COMMON || targets.has(word)) && !ratings.has(word))
    .map(([word]) => word);
  for (const word of candidates.sort()) {
    const vector = vectors.of(word);
    if (!vector || word.length < 2) continue;
    let valence = 0;
    for (let row = 0; row < words.length; row += 1) valence += (answer[row] ?? 0) * similarity(vector, known[row] ?? vector);
    const own = targets.get(word);
    if (own) valence = (own.valence * own.weight * 2 + valence) / (own.weight * 2 + 1);
    if (Math.abs(valence) >= LEAST_VALENCE) learned.push({ word, valence });
  }
  learned.sort((left, right) => Math.abs(right.valence) - Math.abs(left.valence) || (left.word < right.word ? -1 : 1));
  const lines = [
    ...[...ratings].filter(([word]) => !/\s/.test(word)).map(([word, rating]) => `${word}\t${rating}\tlisted`),
    ...learned.slice(0, MOST_LEARNED).map(({ word, valence }) => `${word}\t${valence.toFixed(2)}\tlearned`),
  ].sort();
  const file = join(import.meta.dirname, 'english-lexicon.tsv');
  writeFileSync(file, `word\tvalence\tsource\n${lines.join('\n')}\n`);
  console.log(`${lines.length} words written`);
}

main();
