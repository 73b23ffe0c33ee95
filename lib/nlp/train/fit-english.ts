/** What the fits of English weights share: texts as rows of numbers, classes that weigh the same, and the mean of two fits. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SENTIMENT_LABELS, type SentimentLabel } from '#lib/core/score';
import { DENSE_FEATURES, type Features, SUPPOSED_SHARE, type Valence } from '#lib/nlp/english/extract-features';
import { hashText } from '#lib/nlp/english/hash-text';
import type { Prior, WeightPair } from '#lib/nlp/train/english-prior';
import { CLASSES, fitSoftmax, type SoftmaxFit, type SparseRows } from '#lib/nlp/train/fit-softmax';
import { foldForComparison, hasSet, type LabelledText, readSet } from '#lib/nlp/train/read-set';

/** No text that stands in one of these is trained on. */
const TESTS = [
  ['semeval2017t4_en', 'dev'],
  ['semeval2017t4_en', 'test'],
  ['vader_gt', 'test_tweets'],
  ['vader_gt', 'test_nyt'],
  ['sst2', 'test'],
  ['semeval2016t6', 'train'],
  ['semeval2016t6', 'test'],
] as const;

const FEWEST_TEXTS = 3;
export const WORD_FACTOR = 3;
export const LETTER_FACTOR = 3;
export const DENSE_FACTOR = 0.9;
const DENSE_RIDGE = 0.1;
export const VALENCE_STEP = 4 / 127;
/**
 * The weights that ship are the mean of these fits. `power` is that of the log-count ratios that free telling features of their penalty (after Wang and
 * Manning 2012, Baselines and Bigrams): a high one trusts counts, a low one the fit.
 */
const FITS = [
  { power: 1.5, ridge: 7, share: 2 / 3 },
  { power: 0.3, ridge: 20, share: 1 / 3 },
] as const;
const ITERATIONS = 40;

/** Where the two sums over the prior's weights stand in a row, behind the sums over tokens and before the features. */
export const PRIOR_AT = DENSE_FEATURES.length;
const FIRST_FEATURE = PRIOR_AT + 2;

export interface TrainingText {
  readonly text: string;
  readonly label: SentimentLabel;
  /** Index of its group: one intercept and one weight for each set, or year of a set. */
  readonly group: number;
}

export interface TrainingGroup {
  readonly name: string;
  readonly weight: number;
}

interface LexiconEntry {
  readonly hash: number;
  readonly byte: number;
}

/** The words of `english-lexicon.tsv` under their hashes, ascending. */
export function readLexicon(): { readonly listed: LexiconEntry[]; readonly learned: LexiconEntry[] } {
  const listed: LexiconEntry[] = [];
  const learned: LexiconEntry[] = [];
  const lines = readFileSync(join(import.meta.dirname, 'english-lexicon.tsv'), 'utf8')
    .split('\n')
    .slice(1);
  for (const line of lines) {
    const [word, valence, source] = line.split('\t');
    if (!word || !valence) continue;
    const byte = Math.max(-127, Math.min(127, Math.round(Number(valence) / VALENCE_STEP)));
    if (byte !== 0) (source === 'listed' ? listed : learned).push({ hash: hashText(word), byte });
  }
  const inOrder = (entries: LexiconEntry[]): LexiconEntry[] => {
    const byHash = new Map(entries.map((entry) => [entry.hash, entry]));
    return [...byHash.values()].sort((left, right) => left.hash - right.hash);
  };
  return { listed: inOrder(listed), learned: inOrder(learned) };
}

/** The valence of a word by its hash. */
export function lookup(entries: readonly LexiconEntry[]): Valence {
  const bytes = new Map(entries.map((entry) => [entry.hash, entry.byte]));
  return (hash) => (bytes.get(hash) ?? 0) * VALENCE_STEP;
}

/** Reads a set without texts that stand in a test or dev part, and without second copies. */
export function readForTraining(folder: string, set: string, part: string): LabelledText[] {
  const seen = new Set<string>();
  for (const [tested, testedPart] of TESTS) {
    if (!hasSet(folder, tested, testedPart)) continue;
    for (const row of readSet(folder, tested, testedPart)) seen.add(foldForComparison(row.text));
  }
  const kept = readSet(folder, set, part).filter(({ text }) => {
    const folded = foldForComparison(text);
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
  console.log(`${set}: ${kept.length} texts`);
  return kept;
}

/** Columns of one text: the sums first, then the kept features, each with the unit that its entries are worth. */
function columnsOf(features: Features, ids: ReadonlyMap<number, number>, prior: Prior | null): Map<number, number> {
  const columns = new Map<number, number>();
  const wordUnit = features.wordScale * WORD_FACTOR;
  const letterUnit = features.letterScale * LETTER_FACTOR;
  const denseUnit = features.denseScale * DENSE_FACTOR;
  const add = (column: number, value: number): void => {
    if (value !== 0) columns.set(column, (columns.get(column) ?? 0) + value);
  };
  for (let entry = 0; entry < features.hashes.length; entry += 1) {
    const hash = features.hashes[entry] ?? 0;
    const id = ids.get(hash);
    // A feature counts once a text, where it stands first.
    if (id === undefined || columns.has(id)) continue;
    const share = features.markings[features.second[entry] ?? 0]?.supposed ? SUPPOSED_SHARE : 1;
    const value = share * (entry < features.wordEntries ? wordUnit : letterUnit);
    columns.set(id, value);
    const [polar, neutral] = prior?.of(hash) ?? [0, 0];
    add(PRIOR_AT, value * polar);
    add(PRIOR_AT + 1, value * neutral);
  }
  for (let entry = 0; entry < features.denseIndex.length; entry += 1)
    add(features.denseIndex[entry] ?? 0, (features.denseValue[entry] ?? 0) * denseUnit);
  return columns;
}

/** Features that stand in enough texts, or that the prior knows, each with its column. */
export function chooseFeatures(all: readonly Features[], prior: Prior | null): Map<number, number> {
  const counts = new Map<number, number>();
  for (const features of all) for (const hash of new Set(features.hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  for (const hash of prior?.hashes ?? []) counts.set(hash, FEWEST_TEXTS);
  const ids = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= FEWEST_TEXTS) ids.set(hash, FIRST_FEATURE + ids.size);
  return ids;
}

/** Texts as rows of numbers. */
export function buildRows(all: readonly Features[], ids: ReadonlyMap<number, number>, prior: Prior | null): SparseRows {
  const starts = new Uint32Array(all.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  all.forEach((features, row) => {
    for (const [column, value] of columnsOf(features, ids, prior)) {
      columns.push(column);
      values.push(value);
    }
    starts[row + 1] = columns.length;
  });
  return {
    starts,
    columns: Uint32Array.from(columns),
    values: Float32Array.from(values),
    width: FIRST_FEATURE + ids.size,
  };
}

/** Weight of each text: every class of a group weighs the same, so that no class shares are learned. */
export function balanceClasses(texts: readonly TrainingText[], groups: readonly TrainingGroup[]): Float32Array {
  const shares = groups.map(() => new Map<SentimentLabel, number>());
  for (const { group, label } of texts) shares[group]?.set(label, (shares[group]?.get(label) ?? 0) + 1);
  return Float32Array.from(texts, ({ group, label }) => {
    const share = shares[group] ?? new Map<SentimentLabel, number>();
    const total = [...share.values()].reduce((sum, count) => sum + count, 0);
    return ((groups[group]?.weight ?? 1) * total) / CLASSES / (share.get(label) ?? 1);
  });
}

/** For each feature and class: the absolute log ratio of its share in the class to its share outside, to a power. */
function ratioGains(rows: SparseRows, labels: readonly number[], weights: Float32Array, power: number): Float32Array {
  const counts = new Float64Array(rows.width * CLASSES);
  const totals = [0, 0, 0];
  labels.forEach((label, row) => {
    const weight = weights[row] ?? 0;
    totals[label] = (totals[label] ?? 0) + weight;
    for (let entry = rows.starts[row] ?? 0; entry < (rows.starts[row + 1] ?? 0); entry += 1) {
      const at = (rows.columns[entry] ?? 0) * CLASSES + label;
      counts[at] = (counts[at] ?? 0) + weight;
    }
  });
  const sum = totals.reduce((left, right) => left + right, 0);
  const gains = new Float32Array(rows.width * CLASSES).fill(1);
  for (let feature = FIRST_FEATURE; feature < rows.width; feature += 1) {
    const base = feature * CLASSES;
    const all = (counts[base] ?? 0) + (counts[base + 1] ?? 0) + (counts[base + 2] ?? 0);
    for (let label = 0; label < CLASSES; label += 1) {
      const own = counts[base + label] ?? 0;
      const total = totals[label] ?? 0;
      const ratio = Math.log((own + 1) / (total + 1) / ((all - own + 1) / (sum - total + 1)));
      gains[base + label] = Math.abs(ratio) ** power;
    }
  }
  return gains;
}

/** The mean of the fits. A text of weight 0 is left out. */
export function fitMean(
  rows: SparseRows,
  texts: readonly TrainingText[],
  groupCount: number,
  weights: Float32Array,
  iterations = ITERATIONS,
): SoftmaxFit {
  const labels = texts.map(({ label }) => SENTIMENT_LABELS.indexOf(label));
  const targets = new Float32Array(texts.length * CLASSES);
  labels.forEach((label, row) => {
    targets[row * CLASSES + label] = 1;
  });
  const groups = Uint8Array.from(texts, ({ group }) => group);
  const mean = { weights: new Float64Array(rows.width * CLASSES), intercepts: new Float64Array(groupCount * CLASSES) };
  for (const { power, ridge: penalty, share } of FITS) {
    const ridge = new Float32Array(rows.width).fill(penalty);
    ridge.fill(DENSE_RIDGE, 0, FIRST_FEATURE);
    const gains = ratioGains(rows, labels, weights, power);
    const fit = fitSoftmax({ rows, targets, weights, groups, groupCount, ridge, gains, iterations });
    fit.weights.forEach((value, index) => {
      mean.weights[index] = (mean.weights[index] ?? 0) + value * share;
    });
    fit.intercepts.forEach((value, index) => {
      mean.intercepts[index] = (mean.intercepts[index] ?? 0) + value * share;
    });
  }
  return mean;
}

/** Two values say what three logits say: (positive - negative), and neutral against the mean of both. */
export function pairOf(source: Float64Array, at: number): WeightPair {
  const negative = source[at] ?? 0;
  const neutral = source[at + 1] ?? 0;
  const positive = source[at + 2] ?? 0;
  return [positive - negative, neutral - (positive + negative) / 2];
}

/**
 * The weight of a feature when the two sums over the prior are part of it: a sum over features times a weight is a sum over features that each have
 * that much more weight, so that what ships knows no prior.
 *
 * @param trust weights of the sum over the prior's polar weights and of the sum over its neutral ones.
 */
export function withPrior(own: WeightPair, known: WeightPair, trust: readonly [WeightPair, WeightPair]): WeightPair {
  const weightOn = (side: 0 | 1): number => own[side] + known[0] * trust[0][side] + known[1] * trust[1][side];
  return [weightOn(0), weightOn(1)];
}

interface WeighedFeature {
  readonly hash: number;
  readonly pair: WeightPair;
  /** How much is lost without it. */
  readonly worth: number;
}

/** The features of most worth, by ascending hash. */
export function keepWorthiest(weighed: readonly WeighedFeature[], most: number): readonly WeighedFeature[] {
  return [...weighed]
    .sort((left, right) => right.worth - left.worth || left.hash - right.hash)
    .slice(0, most)
    .sort((left, right) => left.hash - right.hash);
}

/** Size of a weight on both values. */
export function sizeOf(pair: WeightPair): number {
  return Math.abs(pair[0]) + Math.abs(pair[1]);
}
