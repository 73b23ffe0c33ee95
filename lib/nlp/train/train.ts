/**
 * Fits `stanceboard-en` and `stanceboard-ar` and writes their weights.
 *
 * npm run scorer:train -- --data DIR [--out DIR] [--language en|ar]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { labelProbabilities } from '#lib/core/read-probabilities';
import type { SentimentLabel } from '#lib/core/score';
import { DENSE_FEATURES, extractFeatures } from '#lib/nlp/english/extract-features';
import { ENGLISH_MODEL_FILE, encodeWeight, type ModelHead, packModel, unpackModel } from '#lib/nlp/english/model-file';
import { readLinear } from '#lib/nlp/english/score-english';
import { trainArabic } from '#lib/nlp/train/arabic/train-arabic';
import { composeSentences } from '#lib/nlp/train/composed-sentences';
import { readPrior } from '#lib/nlp/train/english-prior';
import {
  balanceClasses,
  buildRows,
  chooseFeatures,
  DENSE_FACTOR,
  fitMean,
  keepWorthiest,
  LETTER_FACTOR,
  lookup,
  PRIOR_AT,
  pairOf,
  readForTraining,
  readLexicon,
  sizeOf,
  type TrainingGroup,
  type TrainingText,
  VALENCE_STEP,
  WORD_FACTOR,
  withPrior,
} from '#lib/nlp/train/fit-english';
import { CLASSES, type SparseRows } from '#lib/nlp/train/fit-softmax';
import { type LabelledText, readSet } from '#lib/nlp/train/read-set';
import { readEnglish } from '#lib/nlp/wink-pipeline';

const VERSION = '1.2.0';
const FITTED = '2026-11-29';
const SEED = 7;

/** The set that the weights are fitted on, under CC BY terms. */
const TRAINING_SET = 'semeval2017t4_en';
const COMPOSED_PER_FRAME = 25;
const COMPOSED_WEIGHT = 0.45;

const ITERATIONS_LEFT_OUT = 25;
const KEPT_FEATURES = 90_000;

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

function collectTexts(folder: string): { readonly texts: TrainingText[]; readonly groups: TrainingGroup[] } {
  const texts: TrainingText[] = [];
  const groups: TrainingGroup[] = [{ name: LATEST_YEAR, weight: 1 }];
  const groupOf = (name: string, weight: number): number => {
    const known = groups.findIndex((group) => group.name === name);
    return known >= 0 ? known : groups.push({ name, weight }) - 1;
  };
  for (const { text, label, columns } of readForTraining(folder, TRAINING_SET, 'train'))
    texts.push({ text, label, group: groupOf(yearOf(columns.get('part') ?? ''), 1) });
  const group = groupOf('composed', COMPOSED_WEIGHT);
  for (const { text, label } of composeSentences(COMPOSED_PER_FRAME, SEED)) texts.push({ text, label, group });
  return { texts, groups };
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
  const prior = readPrior();
  const all = texts.map((row) => extractFeatures(readEnglish(row.text), listed, learned));
  const ids = chooseFeatures(all, prior);
  const rows = buildRows(all, ids, prior);
  console.log(`${texts.length} texts, ${rows.width} columns, ${rows.columns.length} entries`);
  const weights = balanceClasses(texts, groups);
  const fit = fitMean(rows, texts, groups.length, weights);
  const yearIntercepts = (source: Float64Array, years: readonly string[]): Float64Array => {
    const found = years.map((year) => groups.findIndex((group) => group.name === year)).filter((index) => index >= 0);
    return Float64Array.from(
      { length: CLASSES },
      (_, label) => found.reduce((sum, index) => sum + (source[index * CLASSES + label] ?? 0), 0) / Math.max(1, found.length),
    );
  };
  const latest = yearIntercepts(fit.intercepts, [LATEST_YEAR]);
  const interceptsMean = yearIntercepts(fit.intercepts, YEARS).map((value, label) => (value + (latest[label] ?? 0)) / 2);

  // How sure the model may be of a year that it has not seen: for each, the temperature that suits it best.
  const leftOutTemperatures = LEFT_OUT.map((years) => {
    const out = new Set(years.map((year) => groups.findIndex((group) => group.name === year)));
    const seen = weights.map((weight, row) => (out.has(texts[row]?.group ?? -1) ? 0 : weight));
    const partial = fitMean(rows, texts, groups.length, seen, ITERATIONS_LEFT_OUT);
    const intercepts = yearIntercepts(
      partial.intercepts,
      YEARS.filter((year) => !years.some((left) => left === year)),
    );
    const unseen = texts.flatMap(({ group, label }, row) => {
      if (!out.has(group)) return [];
      const [raw, neutral] = pairOf(logitsOf(rows, row, partial.weights, intercepts), 0);
      return [{ raw, neutral, label }];
    });
    const temperature = fitTemperature(unseen);
    console.log(`left out ${years.join(', ')}: ${unseen.length} texts, temperature ${temperature.toFixed(3)}`);
    return temperature;
  });
  const trust = [pairOf(fit.weights, PRIOR_AT * CLASSES), pairOf(fit.weights, (PRIOR_AT + 1) * CLASSES)] as const;
  const texted = new Uint32Array(rows.width);
  for (const column of rows.columns) texted[column] = (texted[column] ?? 0) + 1;
  const weighed = [...ids].map(([hash, id]) => {
    const pair = withPrior(pairOf(fit.weights, id * CLASSES), prior.of(hash) ?? [0, 0], trust);
    // Its share of all texts' sums spreads with its weight and the root of how often it stands there.
    return { hash, pair, worth: sizeOf(pair) * Math.sqrt(Math.max(1, texted[id] ?? 0)) };
  });
  const kept = keepWorthiest(weighed, KEPT_FEATURES);
  const peakOf = (side: 0 | 1): number => kept.reduce((peak, { pair }) => Math.max(peak, Math.abs(pair[side])), 0);
  const peaks = [peakOf(0), peakOf(1)] as const;
  const bytes = Int8Array.from(kept.flatMap(({ pair }) => [encodeWeight(pair[0], peaks[0]), encodeWeight(pair[1], peaks[1])]));
  const head: ModelHead = {
    name: 'stanceboard-en',
    version: VERSION,
    fitted: FITTED,
    dense: DENSE_FEATURES,
    denseWeights: DENSE_FEATURES.map((_, index) => pairOf(fit.weights, index * CLASSES)),
    intercepts: pairOf(interceptsMean, 0),
    peaks,
    valenceStep: VALENCE_STEP,
    wordFactor: WORD_FACTOR,
    letterFactor: LETTER_FACTOR,
    denseFactor: DENSE_FACTOR,
    temperature: 1,
    unsureBelow: 0,
    features: kept.length,
    listed: lexicon.listed.length,
    learned: lexicon.learned.length,
  };
  const sections = [
    { hashes: Uint32Array.from(kept, ({ hash }) => hash), bytes },
    { hashes: Uint32Array.from(lexicon.listed, ({ hash }) => hash), bytes: Int8Array.from(lexicon.listed, ({ byte }) => byte) },
    { hashes: Uint32Array.from(lexicon.learned, ({ hash }) => hash), bytes: Int8Array.from(lexicon.learned, ({ byte }) => byte) },
  ];

  // Temperature and threshold come from held-out texts, read by the packed model as it will be shipped.
  const uncalibrated = unpackModel(packModel(head, sections));
  const heldOut = readSet(data, TRAINING_SET, 'dev').map((row: LabelledText) => {
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

main();
