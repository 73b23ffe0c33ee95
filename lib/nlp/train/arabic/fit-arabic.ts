import { ARABIC_FEATURES, extractArabicFeatures, hashFeature } from '#lib/nlp/arabic/arabic-features';
import { readArabic } from '#lib/nlp/arabic/read-arabic';
import { emojiValence } from '#lib/nlp/english/emoji-valence';
import { fitSvm, type Rows } from '#lib/nlp/train/arabic/fit-svm';
import { polarityByStem } from '#lib/nlp/train/arabic/polarity-words';
import type { LabelIndex, Tweet, TweetSource } from '#lib/nlp/train/arabic/read-tweets';

/** A text as the model sees it: each distinct feature once. */
export interface Prepared {
  readonly source: TweetSource | 'composed';
  readonly label: LabelIndex;
  readonly key: string;
  readonly hashes: Uint32Array;
  readonly kinds: Uint8Array;
  /** How many features of each kind stand in the text, repeated and unheard-of ones included. */
  readonly totals: ReadonlyMap<number, number>;
}

/** What can be chosen before fitting. The defaults were chosen by cross-validation on the training texts. */
export interface ArabicSettings {
  /** Value that a feature of a kind has before its text is divided by its length. */
  readonly gains: ReadonlyMap<number, number>;
  readonly cost: number;
  /** Cost of the plain machine beside the one on log-count ratios, as a share of `cost`. */
  readonly plainShare: number;
  /** Weight of a text of each source. */
  readonly sourceWeights: Readonly<Record<'semeval' | 'arsarcasm' | 'ajgt' | 'composed', number>>;
  /** Factor on that of ArSarcasm by label: its neutral ones agree least with what others say of the same tweets. */
  readonly arsarcasmTrust: readonly [negative: number, neutral: number, positive: number];
  /** Factors on the columns of what is known beforehand. */
  readonly distantGain: number;
  readonly listGain: number;
  readonly smoothing: number;
  /** Rows that the model keeps. */
  readonly rows: number;
  readonly passes: number;
  /** 0: each text counts alike; 1: each side of a machine counts alike. */
  readonly balance: number;
}

const letters = 0.5;

export const ARABIC_SETTINGS: ArabicSettings = {
  gains: new Map<number, number>([
    [ARABIC_FEATURES.word, 1],
    [ARABIC_FEATURES.stem, 1],
    [ARABIC_FEATURES.negatedStem, 1],
    [ARABIC_FEATURES.shiftedStem, 1],
    [ARABIC_FEATURES.stemPair, 1],
    [ARABIC_FEATURES.emoji, 1.5],
    [ARABIC_FEATURES.mark, 1],
    [ARABIC_FEATURES.shape, 1],
    [ARABIC_FEATURES.letters2, letters],
    [ARABIC_FEATURES.letters3, letters],
    [ARABIC_FEATURES.letters4, letters],
    [ARABIC_FEATURES.letters5, letters],
  ]),
  cost: 6,
  plainShare: 0.5,
  sourceWeights: { semeval: 1, arsarcasm: 0.2, ajgt: 0.2, composed: 0.2 },
  arsarcasmTrust: [1.2, 0.5, 2],
  distantGain: 1,
  listGain: 6,
  smoothing: 1,
  rows: 104_000,
  passes: 40,
  balance: 0,
};

/** Weights by feature: on (positive - negative) and on (neutral - mean of both). */
export interface ArabicFit {
  readonly hashes: Uint32Array;
  /** Two values a hash. */
  readonly values: Float32Array;
  readonly intercepts: readonly [number, number];
}

/** Reads a tweet or a composed phrase and keeps each of its features once. */
export function prepare(tweet: Pick<Tweet, 'text' | 'label' | 'key'> & { readonly source: Prepared['source'] }): Prepared {
  const seen = new Set<number>();
  const hashes: number[] = [];
  const kinds: number[] = [];
  const totals = new Map<number, number>();
  extractArabicFeatures(readArabic(tweet.text), (kind, hash) => {
    totals.set(kind, (totals.get(kind) ?? 0) + 1);
    if (seen.has(hash)) return;
    seen.add(hash);
    hashes.push(hash);
    kinds.push(kind);
  });
  return {
    source: tweet.source,
    label: tweet.label,
    key: tweet.key,
    hashes: Uint32Array.from(hashes),
    kinds: Uint8Array.from(kinds),
    totals,
  };
}

/**
 * Length of a text's row before it is normalised: of all its features, whether the model holds them or not, so that a text of which
 * little is known is moved little, and a feature can be dropped without a change to the others.
 */
export function lengthOf(text: Prepared, gains: ReadonlyMap<number, number>): number {
  let square = 0;
  for (const [kind, count] of text.totals) square += count * (gains.get(kind) ?? 0) ** 2;
  return Math.sqrt(square) || 1;
}

/** Kinds that may learn from labels which were themselves read off emoji: all but emoji. */
const DISTANT_KINDS = [
  ARABIC_FEATURES.word,
  ARABIC_FEATURES.stem,
  ARABIC_FEATURES.negatedStem,
  ARABIC_FEATURES.stemPair,
  ARABIC_FEATURES.letters3,
  ARABIC_FEATURES.letters4,
  ARABIC_FEATURES.letters5,
];

/**
 * What texts labelled by their emoji say of words: weights of a two-class machine on the noisy set, by feature. They enter the model as
 * one column, so that how far they are to be believed is learned from texts that people labelled.
 */
export function learnDistantWeights(texts: readonly Prepared[], settings: ArabicSettings): ReadonlyMap<number, number> {
  const gains = new Map([...settings.gains].filter(([kind]) => DISTANT_KINDS.some((allowed) => allowed === kind)));
  const vocabulary = countVocabulary(texts, gains, 4);
  const rows = toRows(texts, vocabulary, gains);
  const { weights } = fitSvm({
    rows,
    width: vocabulary.size,
    signs: Int8Array.from(texts, ({ label }) => (label === 2 ? 1 : -1)),
    costs: new Float64Array(texts.length).fill(0.3),
    groups: new Int32Array(texts.length),
    groupCount: 1,
    passes: 8,
    seed: 11,
  });
  const learned = new Map<number, number>();
  for (const [hash, column] of vocabulary) learned.set(hash, weights[column] ?? 0);
  return learned;
}

/**
 * Fits the model: for each label the mean of a support vector machine on the texts' features and one on features scaled by their log-count
 * ratio (Wang and Manning, 2012, "NB-SVM"), with what is known beforehand (polarity words, emoji, the noisy set) as further columns;
 * all of it folded into one weight a feature. The least weighty features are dropped.
 */
export function fitArabic(texts: readonly Prepared[], distant: ReadonlyMap<number, number>, settings: ArabicSettings): ArabicFit {
  const all = countVocabulary(texts, settings.gains, 2);
  for (const hash of listedHashes()) if (!all.has(hash)) all.set(hash, all.size);
  const strongest = [...distant]
    .filter(([hash]) => !all.has(hash))
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || a[0] - b[0]);
  for (const [hash] of strongest.slice(0, 10_000)) all.set(hash, all.size);
  const fit = fitOn(texts, all, distant, settings);
  const counts = new Map<number, number>();
  for (const { hashes } of texts) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const ranked = Array.from(fit.hashes, (hash, row) => {
    const size = Math.max(Math.abs(fit.values[row * 2] ?? 0), Math.abs(fit.values[row * 2 + 1] ?? 0));
    return { row, weight: size * Math.sqrt(1 + (counts.get(hash) ?? 0)) };
  }).sort((a, b) => b.weight - a.weight || a.row - b.row);
  const kept = ranked
    .slice(0, settings.rows)
    .map(({ row }) => row)
    .sort((a, b) => a - b);
  return {
    hashes: Uint32Array.from(kept, (row) => fit.hashes[row] ?? 0),
    values: Float32Array.from(kept.flatMap((row) => [fit.values[row * 2] ?? 0, fit.values[row * 2 + 1] ?? 0])),
    intercepts: fit.intercepts,
  };
}

/** Sources with an intercept of their own; the first one's is the model's. */
const GROUPS: readonly Prepared['source'][] = ['semeval', 'arsarcasm', 'ajgt', 'composed'];

function fitOn(
  texts: readonly Prepared[],
  vocabulary: ReadonlyMap<number, number>,
  distant: ReadonlyMap<number, number>,
  settings: ArabicSettings,
): ArabicFit {
  const width = vocabulary.size;
  const prior = priorColumns(vocabulary, distant, settings);
  const plain = toRows(texts, vocabulary, settings.gains);
  const rows = withColumns(plain, width, prior);
  const fullWidth = width + prior.length;
  const groups = Int32Array.from(texts, ({ source }) => GROUPS.indexOf(source));
  const total = new Float64Array(width * 3);
  const intercepts = [0, 0, 0];
  for (let label = 0; label < 3; label += 1) {
    const signs = Int8Array.from(texts, (text) => (text.label === label ? 1 : -1));
    // A set of two classes says nothing of the third.
    const shares = Float64Array.from(texts, ({ source, label: told }) => {
      if (source === 'ajgt' && label === 1) return 0;
      if (source === 'arsarcasm') return settings.sourceWeights.arsarcasm * settings.arsarcasmTrust[told];
      return source === 'ajgt' || source === 'composed' ? settings.sourceWeights[source] : settings.sourceWeights.semeval;
    });
    const side = balanceSides(signs, shares, settings.balance);
    const factors = logCountRatios(rows, width, fullWidth, signs, shares, settings.smoothing);
    const common = { rows, width: fullWidth, signs, groups, groupCount: GROUPS.length, passes: settings.passes, seed: 7 + label };
    const fits = [fitSvm({ ...common, factors, costs: side.map((share) => share * settings.cost) })];
    if (settings.plainShare > 0) {
      fits.push(fitSvm({ ...common, costs: side.map((share) => share * settings.cost * settings.plainShare) }));
    }
    for (const fit of fits) {
      intercepts[label] = (intercepts[label] ?? 0) + (fit.intercept + (fit.groupIntercepts[0] ?? 0)) / fits.length;
      for (let column = 0; column < width; column += 1) {
        let weight = fit.weights[column] ?? 0;
        for (let k = 0; k < prior.length; k += 1) weight += (fit.weights[width + k] ?? 0) * (prior[k]?.[column] ?? 0);
        total[column * 3 + label] = (total[column * 3 + label] ?? 0) + weight / fits.length;
      }
    }
  }
  const ordered = [...vocabulary].sort((a, b) => a[0] - b[0]);
  const hashes = Uint32Array.from(ordered, ([hash]) => hash);
  const values = new Float32Array(hashes.length * 2);
  ordered.forEach(([, column], row) => {
    const negative = total[column * 3] ?? 0;
    const neutral = total[column * 3 + 1] ?? 0;
    const positive = total[column * 3 + 2] ?? 0;
    values[row * 2] = positive - negative;
    values[row * 2 + 1] = neutral - (positive + negative) / 2;
  });
  const [negative = 0, neutral = 0, positive = 0] = intercepts;
  return { hashes, values, intercepts: [positive - negative, neutral - (positive + negative) / 2] };
}

function countVocabulary(texts: readonly Prepared[], gains: ReadonlyMap<number, number>, least: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { hashes, kinds } of texts) {
    for (let i = 0; i < hashes.length; i += 1) {
      if (!gains.has(kinds[i] ?? 0)) continue;
      const hash = hashes[i] ?? 0;
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  const vocabulary = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= least) vocabulary.set(hash, vocabulary.size);
  return vocabulary;
}

/** Texts as rows of length 1 over the features that the vocabulary holds. */
function toRows(texts: readonly Prepared[], vocabulary: ReadonlyMap<number, number>, gains: ReadonlyMap<number, number>): Rows {
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const text of texts) {
    const { hashes, kinds } = text;
    const length = lengthOf(text, gains);
    for (let i = 0; i < hashes.length; i += 1) {
      const column = vocabulary.get(hashes[i] ?? 0);
      const gain = gains.get(kinds[i] ?? 0);
      if (column === undefined || gain === undefined) continue;
      columns.push(column);
      values.push(gain / length);
    }
    starts.push(columns.length);
  }
  return { starts: Int32Array.from(starts), columns: Int32Array.from(columns), values: Float64Array.from(values) };
}

function withColumns(rows: Rows, width: number, prior: readonly Float64Array[]): Rows {
  const count = rows.starts.length - 1;
  const starts = new Int32Array(count + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const sums = prior.map(() => 0);
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at += 1) {
      const column = rows.columns[at] ?? 0;
      const value = rows.values[at] ?? 0;
      columns.push(column);
      values.push(value);
      for (let k = 0; k < prior.length; k += 1) sums[k] = (sums[k] ?? 0) + value * (prior[k]?.[column] ?? 0);
    }
    sums.forEach((sum, k) => {
      if (sum === 0) return;
      columns.push(width + k);
      values.push(sum);
    });
    starts[row + 1] = columns.length;
  }
  return { starts, columns: Int32Array.from(columns), values: Float64Array.from(values) };
}

function logCountRatios(
  rows: Rows,
  width: number,
  fullWidth: number,
  signs: Int8Array,
  shares: Float64Array,
  smoothing: number,
): Float64Array {
  const yes = new Float64Array(width).fill(smoothing);
  const no = new Float64Array(width).fill(smoothing);
  let yesTexts = 2 * smoothing;
  let noTexts = 2 * smoothing;
  for (let row = 0; row < signs.length; row += 1) {
    const share = shares[row] ?? 0;
    if (share <= 0) continue;
    const isYes = (signs[row] ?? 0) > 0;
    const side = isYes ? yes : no;
    if (isYes) yesTexts += share;
    else noTexts += share;
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at += 1) {
      const column = rows.columns[at] ?? 0;
      if (column < width) side[column] = (side[column] ?? 0) + share;
    }
  }
  // What is known beforehand is taken as it is.
  const ratios = new Float64Array(fullWidth).fill(1);
  for (let column = 0; column < width; column += 1) {
    ratios[column] = Math.log((yes[column] ?? 1) / yesTexts) - Math.log((no[column] ?? 1) / noTexts);
  }
  return ratios;
}

/** Shares of the rows with the rarer side raised, the sum as it was. */
function balanceSides(signs: Int8Array, shares: Float64Array, balance: number): Float64Array {
  let yes = 0;
  let no = 0;
  for (let row = 0; row < signs.length; row += 1) {
    if ((signs[row] ?? 0) > 0) yes += shares[row] ?? 0;
    else no += shares[row] ?? 0;
  }
  const up = (no / Math.max(1, yes)) ** balance;
  const scale = (yes + no) / (yes * up + no);
  return shares.map((share, row) => share * scale * ((signs[row] ?? 0) > 0 ? up : 1));
}

interface Listed {
  readonly hash: number;
  /** Which column it counts in; see {@link priorColumns}. */
  readonly column: number;
}

const LISTED_COLUMNS = 8;
let listed: readonly Listed[] | undefined;

/** Polarity words plain, negated and shifted, and emoji that please or upset: a column each. */
function listedFeatures(): readonly Listed[] {
  if (listed) return listed;
  const found: Listed[] = [];
  for (const [stem, sign] of polarityByStem()) {
    const side = sign > 0 ? 0 : 1;
    found.push({ hash: hashFeature(ARABIC_FEATURES.stem, stem), column: side });
    found.push({ hash: hashFeature(ARABIC_FEATURES.negatedStem, stem), column: 2 + side });
    found.push({ hash: hashFeature(ARABIC_FEATURES.shiftedStem, stem), column: 4 + side });
  }
  for (let point = 0x2300; point < 0x1fb00; point = point === 0x2bff ? 0x1f300 : point + 1) {
    const emoji = String.fromCodePoint(point);
    const valence = emojiValence(emoji);
    if (valence !== 0) found.push({ hash: hashFeature(ARABIC_FEATURES.emoji, emoji), column: valence > 0 ? 6 : 7 });
  }
  listed = found;
  return found;
}

function listedHashes(): number[] {
  return listedFeatures().map(({ hash }) => hash);
}

function priorColumns(
  vocabulary: ReadonlyMap<number, number>,
  distant: ReadonlyMap<number, number>,
  settings: ArabicSettings,
): Float64Array[] {
  const columns = Array.from({ length: LISTED_COLUMNS + 1 }, () => new Float64Array(vocabulary.size));
  for (const { hash, column } of listedFeatures()) {
    const at = vocabulary.get(hash);
    const target = columns[column];
    if (at !== undefined && target) target[at] = settings.listGain;
  }
  const last = columns[LISTED_COLUMNS];
  for (const [hash, weight] of distant) {
    const at = vocabulary.get(hash);
    if (at !== undefined && last) last[at] = weight * settings.distantGain;
  }
  return columns;
}
