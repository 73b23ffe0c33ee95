/**
 * Fits `stanceboard-en` and `stanceboard-ar` and writes their weights.
 *
 * npm run scorer:train -- --data DIR [--out DIR] [--language en|ar]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { labelProbabilities } from '#lib/core/read-probabilities';
import { SENTIMENT_LABELS, type SentimentLabel } from '#lib/core/score';
import { DENSE_FEATURES, extractFeatures, type Features, SUPPOSED_SHARE, type Valence } from '#lib/nlp/english/extract-features';
import { hashText } from '#lib/nlp/english/hash-text';
import { ENGLISH_MODEL_FILE, encodeWeight, type ModelHead, packModel, unpackModel } from '#lib/nlp/english/model-file';
import { readLinear } from '#lib/nlp/english/score-english';
import { trainArabic } from '#lib/nlp/train/arabic/train-arabic';
import { composeSentences } from '#lib/nlp/train/composed-sentences';
import { CLASSES, fitSoftmax, type SoftmaxFit, type SparseRows } from '#lib/nlp/train/fit-softmax';
import { foldForComparison, hasSet, type LabelledText, readSet } from '#lib/nlp/train/read-set';
import { readEnglish } from '#lib/nlp/wink-pipeline';

const VERSION = '1.1.0';
const FITTED = '2026-11-28';
const SEED = 7;

/** Sets that the weights are fitted on, with the weight of each. All are under CC BY, MIT or Apache terms. */
const TRAINING = [{ set: 'semeval2017t4_en', part: 'train', weight: 1 }] as const;
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
const COMPOSED_PER_FRAME = 25;
const COMPOSED_WEIGHT = 0.3;

const FEWEST_TEXTS = 3;
const WORD_FACTOR = 3;
const LETTER_FACTOR = 3;
const DENSE_FACTOR = 0.9;
const DENSE_RIDGE = 0.1;
/**
 * The weights that ship are the mean of these fits. `power` is that of the log-count ratios that free telling features of their penalty (after Wang and
 * Manning 2012, Baselines and Bigrams): a high one trusts counts, a low one the fit.
 */
const FITS = [
  { power: 1.5, ridge: 7, share: 2 / 3 },
  { power: 0.3, ridge: 20, share: 1 / 3 },
] as const;
const ITERATIONS = 40;
const ITERATIONS_LEFT_OUT = 25;
const KEPT_FEATURES = 90_000;
const VALENCE_STEP = 4 / 127;

interface TrainingText {
  readonly text: string;
  readonly label: SentimentLabel;
  readonly group: number;
}

interface LexiconEntry {
  readonly hash: number;
  readonly byte: number;
}

function readLexicon(): { readonly listed: LexiconEntry[]; readonly learned: LexiconEntry[] } {
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

function lookup(entries: readonly LexiconEntry[]): Valence {
  const bytes = new Map(entries.map((entry) => [entry.hash, entry.byte]));
  return (hash) => (bytes.get(hash) ?? 0) * VALENCE_STEP;
}

/** The intercepts that ship lie half-way between those of the latest year and the mean of all years of tweets. */
const LATEST_YEAR = '2016';
const YEARS = ['2013', '2014', '2015', LATEST_YEAR];
/** Years that are left out in turn to see how sure the model is of texts of a time that it has not seen. */
const LEFT_OUT = [[LATEST_YEAR], ['2013'], ['2014', '2015']] as const;

/** A year's contest had its own annotators and topics; what is no tweet stands apart. */
function yearOf(part: string): string {
  return part.startsWith('livejournal') || part.startsWith('sms')
    ? (part.split('-')[0] ?? part)
    : part.slice(0, 4) || LATEST_YEAR;
}

function collectTexts(folder: string): {
  readonly texts: TrainingText[];
  readonly groups: { readonly name: string; readonly weight: number }[];
} {
  const tested = new Set<string>();
  for (const [set, part] of TESTS) {
    if (hasSet(folder, set, part)) for (const row of readSet(folder, set, part)) tested.add(foldForComparison(row.text));
  }
  const texts: TrainingText[] = [];
  const groups: { name: string; weight: number }[] = [{ name: LATEST_YEAR, weight: 1 }];
  const groupOf = (name: string, weight: number): number => {
    const known = groups.findIndex((group) => group.name === name);
    return known >= 0 ? known : groups.push({ name, weight }) - 1;
  };
  for (const { set, part, weight } of TRAINING) {
    const seen = new Set<string>();
    for (const row of readSet(folder, set, part)) {
      const folded = foldForComparison(row.text);
      if (tested.has(folded) || seen.has(folded)) continue;
      seen.add(folded);
      texts.push({ text: row.text, label: row.label, group: groupOf(yearOf(row.columns.get('part') ?? ''), weight) });
    }
    console.log(`${set}: ${seen.size} texts`);
  }
  const group = groupOf('composed', COMPOSED_WEIGHT);
  for (const { text, label } of composeSentences(COMPOSED_PER_FRAME, SEED)) texts.push({ text, label, group });
  return { texts, groups };
}

/** Columns of one text: the sums first, then the kept features, each with the unit that its entries are worth. */
function columnsOf(features: Features, ids: ReadonlyMap<number, number>): Map<number, number> {
  const columns = new Map<number, number>();
  const wordUnit = features.wordScale * WORD_FACTOR;
  const letterUnit = features.letterScale * LETTER_FACTOR;
  const denseUnit = features.denseScale * DENSE_FACTOR;
  for (let entry = 0; entry < features.hashes.length; entry += 1) {
    const id = ids.get(features.hashes[entry] ?? 0);
    // A feature counts once a text, where it stands first.
    if (id === undefined || columns.has(id)) continue;
    const share = features.markings[features.second[entry] ?? 0]?.supposed ? SUPPOSED_SHARE : 1;
    columns.set(id, share * (entry < features.wordEntries ? wordUnit : letterUnit));
  }
  for (let entry = 0; entry < features.denseIndex.length; entry += 1) {
    const id = features.denseIndex[entry] ?? 0;
    columns.set(id, (columns.get(id) ?? 0) + (features.denseValue[entry] ?? 0) * denseUnit);
  }
  return columns;
}

function chooseFeatures(all: readonly Features[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const features of all) for (const hash of new Set(features.hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const ids = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= FEWEST_TEXTS) ids.set(hash, DENSE_FEATURES.length + ids.size);
  return ids;
}

function buildRows(all: readonly Features[], ids: ReadonlyMap<number, number>): SparseRows {
  const starts = new Uint32Array(all.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  all.forEach((features, row) => {
    for (const [column, value] of columnsOf(features, ids)) {
      columns.push(column);
      values.push(value);
    }
    starts[row + 1] = columns.length;
  });
  return {
    starts,
    columns: Uint32Array.from(columns),
    values: Float32Array.from(values),
    width: DENSE_FEATURES.length + ids.size,
  };
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
  for (let feature = DENSE_FEATURES.length; feature < rows.width; feature += 1) {
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

/** The three logits of a row. */
function logitsOf(rows: SparseRows, row: number, weights: Float64Array, intercepts: Float64Array): Float64Array {
  const logits = intercepts.slice();
  for (let entry = rows.starts[row] ?? 0; entry < (rows.starts[row + 1] ?? 0); entry += 1) {
    const base = (rows.columns[entry] ?? 0) * CLASSES;
    for (let label = 0; label < CLASSES; label += 1)
      logits[label] = (logits[label] ?? 0) + (rows.values[entry] ?? 0) * (weights[base + label] ?? 0);
  }
  return logits;
}

/** The temperature at which the labels of held-out texts are most probable, by golden-section search over its logarithm. */
function fitTemperature(
  rows: readonly { readonly raw: number; readonly neutral: number; readonly label: SentimentLabel }[],
): number {
  const cost = (logTemperature: number): number => {
    const temperature = Math.exp(logTemperature);
    return rows.reduce(
      (sum, row) => sum - Math.log(Math.max(1e-12, labelProbabilities(row.raw, row.neutral, temperature)[row.label])),
      0,
    );
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.2);
  let high = Math.log(5);
  for (let step = 0; step < 40; step += 1) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (cost(left) < cost(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** The confidence below which held-out labels were right less than half of the time; labels under it are "unsure". */
function fitUnsure(rows: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  const ordered = [...rows].sort((left, right) => left.confidence - right.confidence);
  let right = 0;
  let threshold = 0;
  ordered.forEach((row, index) => {
    right += row.right ? 1 : 0;
    if (right / (index + 1) < 0.5) threshold = row.confidence;
  });
  return threshold;
}

function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' }, language: { type: 'string' } } });
  if (!values.data) throw new Error('Needed: --data DIR, the folder of the data sets (lib/nlp/train/README.md names them).');
  const out = values.out ?? join(process.cwd(), 'lib', 'nlp', 'models');
  if (values.language !== 'ar') trainEnglish(values.data, out);
  if (values.language !== 'en') {
    const { file, bytes, temperature, unsureBelow } = trainArabic({ dataDir: values.data, outDir: out });
    console.log(`${file}: ${bytes} bytes, temperature ${temperature.toFixed(3)}, unsure below ${unsureBelow.toFixed(3)}`);
  }
}

function trainEnglish(data: string, out: string): void {
  const lexicon = readLexicon();
  const listed = lookup(lexicon.listed);
  const learned = lookup(lexicon.learned);
  const { texts, groups } = collectTexts(data);
  const all = texts.map((row) => extractFeatures(readEnglish(row.text), listed, learned));
  const ids = chooseFeatures(all);
  const rows = buildRows(all, ids);
  console.log(`${texts.length} texts, ${rows.width} features, ${rows.columns.length} entries`);

  const labels = texts.map((row) => SENTIMENT_LABELS.indexOf(row.label));
  const targets = new Float32Array(texts.length * CLASSES);
  const weights = new Float32Array(texts.length);
  const shares = groups.map(() => [0, 0, 0]);
  texts.forEach((row, index) => {
    const share = shares[row.group];
    const label = labels[index] ?? 0;
    if (share) share[label] = (share[label] ?? 0) + 1;
  });
  texts.forEach((row, index) => {
    const share = shares[row.group] ?? [1, 1, 1];
    const label = labels[index] ?? 0;
    const total = share.reduce((sum, value) => sum + value, 0);
    targets[index * CLASSES + label] = 1;
    // Every class of a set weighs the same, so that no class shares are learned.
    weights[index] = ((groups[row.group]?.weight ?? 1) * total) / CLASSES / (share[label] ?? 1);
  });
  const groupIndexes = Uint8Array.from(texts, (row) => row.group);
  const fitMean = (rowWeights: Float32Array, iterations: number): SoftmaxFit => {
    const mean = { weights: new Float64Array(rows.width * CLASSES), intercepts: new Float64Array(groups.length * CLASSES) };
    for (const { power, ridge: penalty, share } of FITS) {
      const ridge = new Float32Array(rows.width).fill(penalty);
      ridge.fill(DENSE_RIDGE, 0, DENSE_FEATURES.length);
      const fit = fitSoftmax({
        rows,
        targets,
        weights: rowWeights,
        groups: groupIndexes,
        groupCount: groups.length,
        ridge,
        gains: ratioGains(rows, labels, rowWeights, power),
        iterations,
      });
      fit.weights.forEach((value, index) => {
        mean.weights[index] = (mean.weights[index] ?? 0) + value * share;
      });
      fit.intercepts.forEach((value, index) => {
        mean.intercepts[index] = (mean.intercepts[index] ?? 0) + value * share;
      });
    }
    return mean;
  };
  const fit = fitMean(weights, ITERATIONS);
  const weightsMean = fit.weights;
  const yearIntercepts = (source: Float64Array, years: readonly string[]): Float64Array => {
    const found = years.map((year) => groups.findIndex((group) => group.name === year)).filter((index) => index >= 0);
    return Float64Array.from(
      { length: CLASSES },
      (_, label) => found.reduce((sum, index) => sum + (source[index * CLASSES + label] ?? 0), 0) / Math.max(1, found.length),
    );
  };
  const latest = yearIntercepts(fit.intercepts, [LATEST_YEAR]);
  const interceptsMean = yearIntercepts(fit.intercepts, YEARS).map((value, label) => (value + (latest[label] ?? 0)) / 2);

  // Two values say what three logits say: (positive - negative), and neutral against the mean of both.
  const pairOf = (weightsAt: number, source: Float64Array): [number, number] => {
    const negative = source[weightsAt] ?? 0;
    const neutral = source[weightsAt + 1] ?? 0;
    const positive = source[weightsAt + 2] ?? 0;
    return [positive - negative, neutral - (positive + negative) / 2];
  };
  // How sure the model may be of a year that it has not seen: for each, the temperature that suits it best.
  const leftOutTemperatures = LEFT_OUT.map((years) => {
    const out = new Set(years.map((year) => groups.findIndex((group) => group.name === year)));
    const seen = weights.map((weight, row) => (out.has(texts[row]?.group ?? -1) ? 0 : weight));
    const partial = fitMean(seen, ITERATIONS_LEFT_OUT);
    const intercepts = yearIntercepts(
      partial.intercepts,
      YEARS.filter((year) => !years.some((left) => left === year)),
    );
    const unseen = texts.flatMap(({ group, label }, row) => {
      if (!out.has(group)) return [];
      const [raw, neutral] = pairOf(0, logitsOf(rows, row, partial.weights, intercepts));
      return [{ raw, neutral, label }];
    });
    const temperature = fitTemperature(unseen);
    console.log(`left out ${years.join(', ')}: ${unseen.length} texts, temperature ${temperature.toFixed(3)}`);
    return temperature;
  });
  const weighed = [...ids]
    .map(([hash, id]) => ({ hash, pair: pairOf(id * CLASSES, weightsMean) }))
    .sort((left, right) => weightOf(right.pair) - weightOf(left.pair) || left.hash - right.hash)
    .slice(0, KEPT_FEATURES)
    .sort((left, right) => left.hash - right.hash);
  const peaks: [number, number] = [
    weighed.reduce((most, { pair }) => Math.max(most, Math.abs(pair[0])), 0),
    weighed.reduce((most, { pair }) => Math.max(most, Math.abs(pair[1])), 0),
  ];
  const bytes = new Int8Array(weighed.length * 2);
  weighed.forEach(({ pair }, index) => {
    bytes[index * 2] = encodeWeight(pair[0], peaks[0]);
    bytes[index * 2 + 1] = encodeWeight(pair[1], peaks[1]);
  });
  const head: ModelHead = {
    name: 'stanceboard-en',
    version: VERSION,
    fitted: FITTED,
    dense: DENSE_FEATURES,
    denseWeights: DENSE_FEATURES.map((_, index) => pairOf(index * CLASSES, weightsMean)),
    intercepts: pairOf(0, interceptsMean),
    peaks,
    valenceStep: VALENCE_STEP,
    wordFactor: WORD_FACTOR,
    letterFactor: LETTER_FACTOR,
    denseFactor: DENSE_FACTOR,
    temperature: 1,
    unsureBelow: 0,
    features: weighed.length,
    listed: lexicon.listed.length,
    learned: lexicon.learned.length,
  };
  const sections = [
    { hashes: Uint32Array.from(weighed, ({ hash }) => hash), bytes },
    { hashes: Uint32Array.from(lexicon.listed, ({ hash }) => hash), bytes: Int8Array.from(lexicon.listed, ({ byte }) => byte) },
    { hashes: Uint32Array.from(lexicon.learned, ({ hash }) => hash), bytes: Int8Array.from(lexicon.learned, ({ byte }) => byte) },
  ];

  // Temperature and threshold come from held-out texts, read by the packed model as it will be shipped.
  const uncalibrated = unpackModel(packModel(head, sections));
  const heldOut = readSet(data, 'semeval2017t4_en', 'dev').map((row: LabelledText) => {
    const { raw, neutral } = readLinear(row.text, uncalibrated);
    return { raw, neutral, label: row.label };
  });
  // Every held-out time counts the same, since nobody knows which of them the next text is like.
  const temperatures = [fitTemperature(heldOut), ...leftOutTemperatures];
  const temperature = Math.exp(temperatures.reduce((sum, value) => sum + Math.log(value), 0) / temperatures.length);
  const judged = heldOut.map((row) => {
    const probabilities = labelProbabilities(row.raw, row.neutral, temperature);
    const confidence = Math.max(probabilities.negative, probabilities.neutral, probabilities.positive);
    return { confidence, right: probabilities[row.label] === confidence };
  });
  const unsureBelow = fitUnsure(judged);
  const packed = packModel({ ...head, temperature, unsureBelow }, sections);
  const file = join(out, ENGLISH_MODEL_FILE);
  writeFileSync(file, packed);
  console.log(`${file}: ${packed.length} bytes, temperature ${temperature.toFixed(3)}, unsure below ${unsureBelow.toFixed(3)}`);
}

function weightOf(pair: readonly [number, number]): number {
  return Math.abs(pair[0]) + Math.abs(pair[1]);
}

main();
