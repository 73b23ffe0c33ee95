import { seededRandom } from '#lib/nlp/train/seeded-random';

/** Sparse rows: row r holds entries `starts[r]` to `starts[r + 1]` of `columns` and `values`. */
export interface Rows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

export interface SvmProblem {
  readonly rows: Rows;
  /** Number of columns. */
  readonly width: number;
  /** 1 or -1 a row. */
  readonly signs: Int8Array;
  /** Cost of each row; 0 leaves it out. */
  readonly costs: Float64Array;
  /** Which intercept of its own a row has beside the common one: class shares of a data set stay out of the words. */
  readonly groups: Int32Array;
  readonly groupCount: number;
  /** Factor on each column's values. */
  readonly factors?: Float64Array;
  readonly passes: number;
  readonly seed: number;
}

export interface SvmFit {
  /** Weight of each column, its factor included. */
  readonly weights: Float64Array;
  readonly intercept: number;
  /** Added to the intercept by each group. */
  readonly groupIntercepts: Float64Array;
}

const STOP = 0.01;

/**
 * Fits a linear support vector machine with squared hinge loss by dual coordinate descent (Hsieh, Chang, Lin, Keerthi and
 * Sundararajan, 2008, algorithm 1). Single-threaded, in an order drawn from the seed: the same rows give the same weights.
 */
export function fitSvm(problem: SvmProblem): SvmFit {
  const { width, signs, costs, groups, groupCount, factors } = problem;
  const { starts, columns } = problem.rows;
  const values = factors ? problem.rows.values.map((value, at) => value * (factors[columns[at] ?? 0] ?? 0)) : problem.rows.values;
  const count = signs.length;
  const weights = new Float64Array(width + groupCount + 1);
  const common = width + groupCount;
  const alpha = new Float64Array(count);
  const diagonal = new Float64Array(count);
  const active: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const cost = costs[row] ?? 0;
    if (cost <= 0) continue;
    active.push(row);
    let square = 2;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) square += (values[at] ?? 0) ** 2;
    diagonal[row] = square + 0.5 / cost;
  }
  const random = seededRandom(problem.seed);
  const average = new Float64Array(weights.length);
  const from = Math.floor(problem.passes / 2);
  let averaged = 0;
  for (let pass = 0; pass < problem.passes; pass += 1) {
    shuffle(active, random);
    let largest = 0;
    for (const row of active) {
      const sign = signs[row] ?? 1;
      const own = width + (groups[row] ?? 0);
      const first = starts[row] ?? 0;
      const end = starts[row + 1] ?? 0;
      let value = (weights[own] ?? 0) + (weights[common] ?? 0);
      for (let at = first; at < end; at += 1) value += (weights[columns[at] ?? 0] ?? 0) * (values[at] ?? 0);
      const before = alpha[row] ?? 0;
      const slope = sign * value - 1 + (before * 0.5) / (costs[row] ?? 1);
      const projected = before === 0 ? Math.min(slope, 0) : slope;
      if (Math.abs(projected) < 1e-9) continue;
      largest = Math.max(largest, Math.abs(projected));
      const after = Math.max(0, before - slope / (diagonal[row] ?? 1));
      alpha[row] = after;
      const step = (after - before) * sign;
      for (let at = first; at < end; at += 1) {
        const column = columns[at] ?? 0;
        weights[column] = (weights[column] ?? 0) + step * (values[at] ?? 0);
      }
      weights[own] = (weights[own] ?? 0) + step;
      weights[common] = (weights[common] ?? 0) + step;
    }
    if (pass >= from) {
      averaged += 1;
      for (let column = 0; column < average.length; column += 1)
        average[column] = (average[column] ?? 0) + (weights[column] ?? 0);
    }
    if (largest < STOP) break;
  }
  // The last row visited weighs most in any one pass; the mean of the later passes does not hang on the order.
  const mean = averaged === 0 ? weights : average.map((sum) => sum / averaged);
  const fitted = mean.slice(0, width);
  if (factors) for (let column = 0; column < width; column += 1) fitted[column] = (fitted[column] ?? 0) * (factors[column] ?? 0);
  return { weights: fitted, intercept: mean[common] ?? 0, groupIntercepts: mean.slice(width, common) };
}

function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const held = items[i] ?? 0;
    items[i] = items[j] ?? 0;
    items[j] = held;
  }
}
