import { SENTIMENT_LABELS, type SentimentLabel } from '#lib/core/score';
import { seededRandom } from '#lib/nlp/train/seeded-random';

/** A gold label beside what a scorer said. */
export interface Judged {
  readonly gold: SentimentLabel;
  readonly said: SentimentLabel;
}

/** Share right, in [0, 1]. */
export function accuracyOf(rows: readonly Judged[]): number {
  return rows.length === 0 ? 0 : rows.filter((row) => row.gold === row.said).length / rows.length;
}

/** Mean recall over the labels that the gold side holds, in [0, 1]. */
export function macroRecallOf(rows: readonly Judged[]): number {
  const recalls = SENTIMENT_LABELS.flatMap((label) => {
    const own = rows.filter((row) => row.gold === label);
    return own.length === 0 ? [] : [own.filter((row) => row.said === label).length / own.length];
  });
  return recalls.length === 0 ? 0 : recalls.reduce((sum, value) => sum + value, 0) / recalls.length;
}

/** Mean F1 over the labels that the gold side holds, in [0, 1]. */
export function macroF1Of(rows: readonly Judged[]): number {
  const scores = SENTIMENT_LABELS.flatMap((label) => {
    const own = rows.filter((row) => row.gold === label).length;
    if (own === 0) return [];
    const said = rows.filter((row) => row.said === label).length;
    const hits = rows.filter((row) => row.gold === label && row.said === label).length;
    return [hits === 0 ? 0 : (2 * hits) / (own + said)];
  });
  return scores.length === 0 ? 0 : scores.reduce((sum, value) => sum + value, 0) / scores.length;
}

/** Pearson's correlation of two lists of one length; 0 when one of them does not vary. */
export function pearsonOf(left: readonly number[], right: readonly number[]): number {
  const count = left.length;
  const meanLeft = left.reduce((sum, value) => sum + value, 0) / count;
  const meanRight = right.reduce((sum, value) => sum + value, 0) / count;
  let both = 0;
  let ownLeft = 0;
  let ownRight = 0;
  for (let index = 0; index < count; index += 1) {
    const a = (left[index] ?? 0) - meanLeft;
    const b = (right[index] ?? 0) - meanRight;
    both += a * b;
    ownLeft += a * a;
    ownRight += b * b;
  }
  return ownLeft === 0 || ownRight === 0 ? 0 : both / Math.sqrt(ownLeft * ownRight);
}

/**
 * Expected calibration error over ten bins of equal width (Guo et al. 2017): how far stated confidence and share right lie apart, weighted by how
 * many texts a bin holds.
 */
export function calibrationErrorOf(rows: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const row of rows) {
    const bin = bins[Math.min(9, Math.floor(row.confidence * 10))];
    if (!bin) continue;
    bin.count += 1;
    bin.confidence += row.confidence;
    bin.right += row.right ? 1 : 0;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / Math.max(1, rows.length);
}

/** Percentile interval of a statistic over resampled rows (Efron), 95 %. Seeded. */
export function bootstrapInterval<T>(
  rows: readonly T[],
  statistic: (sample: readonly T[]) => number,
  resamples: number,
  seed: number,
): { readonly low: number; readonly high: number } {
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    const sample: T[] = [];
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[Math.floor(random() * rows.length)];
      if (row !== undefined) sample.push(row);
    }
    values.push(statistic(sample));
  }
  values.sort((left, right) => left - right);
  return {
    low: values[Math.floor(resamples * 0.025)] ?? 0,
    high: values[Math.min(resamples - 1, Math.floor(resamples * 0.975))] ?? 0,
  };
}
