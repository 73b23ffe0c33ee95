/** Sparse rows: row r holds entries `starts[r]` to `starts[r + 1]` of `columns` and `values`. */
export interface SparseRows {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
  readonly width: number;
}

export interface SoftmaxProblem {
  readonly rows: SparseRows;
  /** One row of target probabilities a row, three classes. */
  readonly targets: Float32Array;
  /** Weight of each row; a row of weight 0 is left out. */
  readonly weights: Float32Array;
  /** Which intercept a row uses: one a data set, so that class shares of a set stay out of the features. */
  readonly groups: Uint8Array;
  readonly groupCount: number;
  /** Ridge penalty of each column. */
  readonly ridge: Float32Array;
  /** Factor of class c of column f at `3 * f + c`: the fitted weight is this times the penalised one. */
  readonly gains: Float32Array;
  readonly iterations: number;
}

export interface SoftmaxFit {
  /** Column-major by feature: weight of class c of feature f at `3 * f + c`. */
  readonly weights: Float64Array;
  /** Intercept of class c of group g at `3 * g + c`. */
  readonly intercepts: Float64Array;
}

export const CLASSES = 3;
const MEMORY = 8;

/**
 * Fits a softmax regression with a ridge penalty by L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.4) with a
 * backtracking line search. Single-threaded and in a fixed order, so that the same rows give the same bytes.
 */
export function fitSoftmax(problem: SoftmaxProblem): SoftmaxFit {
  const { rows, groupCount } = problem;
  const featureSize = rows.width * CLASSES;
  const size = featureSize + groupCount * CLASSES;
  let point: Float64Array = new Float64Array(size);
  let gradient: Float64Array = new Float64Array(size);
  let loss = evaluate(problem, point, gradient);
  const steps: Float64Array[] = [];
  const turns: Float64Array[] = [];
  const curvatures: number[] = [];
  for (let iteration = 0; iteration < problem.iterations; iteration += 1) {
    const direction = descend(gradient, steps, turns, curvatures);
    const slope = dot(direction, gradient);
    let rate = iteration === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    let next: Float64Array = new Float64Array(size);
    let nextGradient: Float64Array = new Float64Array(size);
    let nextLoss = Number.POSITIVE_INFINITY;
    let accepted = false;
    for (let attempt = 0; attempt < 20; attempt += 1) {
      for (let index = 0; index < size; index += 1) next[index] = (point[index] ?? 0) + rate * (direction[index] ?? 0);
      nextLoss = evaluate(problem, next, nextGradient);
      if (nextLoss <= loss + 1e-4 * rate * slope) {
        accepted = true;
        break;
      }
      rate /= 2;
    }
    if (!accepted) break;
    const step = new Float64Array(size);
    const turn = new Float64Array(size);
    for (let index = 0; index < size; index += 1) {
      step[index] = (next[index] ?? 0) - (point[index] ?? 0);
      turn[index] = (nextGradient[index] ?? 0) - (gradient[index] ?? 0);
    }
    const curvature = dot(step, turn);
    if (curvature > 1e-12) {
      steps.push(step);
      turns.push(turn);
      curvatures.push(curvature);
      if (steps.length > MEMORY) {
        steps.shift();
        turns.shift();
        curvatures.shift();
      }
    }
    const gain = (loss - nextLoss) / Math.max(1, Math.abs(loss));
    [point, next] = [next, point];
    [gradient, nextGradient] = [nextGradient, gradient];
    loss = nextLoss;
    if (gain < 1e-6) break;
  }
  const weights = point.slice(0, featureSize);
  for (let index = 0; index < featureSize; index += 1) weights[index] = (weights[index] ?? 0) * (problem.gains[index] ?? 0);
  return { weights, intercepts: point.slice(featureSize) };
}

function evaluate(problem: SoftmaxProblem, point: Float64Array, gradient: Float64Array): number {
  const { rows, targets, weights, groups, ridge, gains } = problem;
  const { starts, columns, values } = rows;
  const featureSize = rows.width * CLASSES;
  gradient.fill(0);
  let loss = 0;
  const count = weights.length;
  for (let row = 0; row < count; row += 1) {
    const weight = weights[row] ?? 0;
    if (weight === 0) continue;
    const from = starts[row] ?? 0;
    const to = starts[row + 1] ?? 0;
    const base = featureSize + (groups[row] ?? 0) * CLASSES;
    let a = point[base] ?? 0;
    let b = point[base + 1] ?? 0;
    let c = point[base + 2] ?? 0;
    for (let entry = from; entry < to; entry += 1) {
      const at = (columns[entry] ?? 0) * CLASSES;
      const value = values[entry] ?? 0;
      a += value * (gains[at] ?? 0) * (point[at] ?? 0);
      b += value * (gains[at + 1] ?? 0) * (point[at + 1] ?? 0);
      c += value * (gains[at + 2] ?? 0) * (point[at + 2] ?? 0);
    }
    const top = Math.max(a, b, c);
    const ea = Math.exp(a - top);
    const eb = Math.exp(b - top);
    const ec = Math.exp(c - top);
    const sum = ea + eb + ec;
    const ta = targets[row * CLASSES] ?? 0;
    const tb = targets[row * CLASSES + 1] ?? 0;
    const tc = targets[row * CLASSES + 2] ?? 0;
    loss += weight * (Math.log(sum) + top - (ta * a + tb * b + tc * c));
    const ga = weight * (ea / sum - ta);
    const gb = weight * (eb / sum - tb);
    const gc = weight * (ec / sum - tc);
    gradient[base] = (gradient[base] ?? 0) + ga;
    gradient[base + 1] = (gradient[base + 1] ?? 0) + gb;
    gradient[base + 2] = (gradient[base + 2] ?? 0) + gc;
    for (let entry = from; entry < to; entry += 1) {
      const at = (columns[entry] ?? 0) * CLASSES;
      const value = values[entry] ?? 0;
      gradient[at] = (gradient[at] ?? 0) + value * (gains[at] ?? 0) * ga;
      gradient[at + 1] = (gradient[at + 1] ?? 0) + value * (gains[at + 1] ?? 0) * gb;
      gradient[at + 2] = (gradient[at + 2] ?? 0) + value * (gains[at + 2] ?? 0) * gc;
    }
  }
  for (let feature = 0; feature < rows.width; feature += 1) {
    const penalty = ridge[feature] ?? 0;
    for (let at = feature * CLASSES; at < feature * CLASSES + CLASSES; at += 1) {
      const value = point[at] ?? 0;
      loss += 0.5 * penalty * value * value;
      gradient[at] = (gradient[at] ?? 0) + penalty * value;
    }
  }
  return loss;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}

function descend(
  gradient: Float64Array,
  steps: readonly Float64Array[],
  turns: readonly Float64Array[],
  curvatures: readonly number[],
): Float64Array {
  const direction = new Float64Array(gradient.length);
  for (let index = 0; index < gradient.length; index += 1) direction[index] = -(gradient[index] ?? 0);
  const shares: number[] = [];
  for (let back = steps.length - 1; back >= 0; back -= 1) {
    const step = steps[back];
    const turn = turns[back];
    if (!step || !turn) continue;
    const share = dot(step, direction) / (curvatures[back] ?? 1);
    shares[back] = share;
    for (let index = 0; index < direction.length; index += 1)
      direction[index] = (direction[index] ?? 0) - share * (turn[index] ?? 0);
  }
  const last = turns.at(-1);
  if (last) {
    const scale = (curvatures.at(-1) ?? 1) / Math.max(1e-12, dot(last, last));
    for (let index = 0; index < direction.length; index += 1) direction[index] = (direction[index] ?? 0) * scale;
  }
  for (let back = 0; back < steps.length; back += 1) {
    const step = steps[back];
    const turn = turns[back];
    if (!step || !turn) continue;
    const share = dot(turn, direction) / (curvatures[back] ?? 1);
    const lift = (shares[back] ?? 0) - share;
    for (let index = 0; index < direction.length; index += 1)
      direction[index] = (direction[index] ?? 0) + lift * (step[index] ?? 0);
  }
  return direction;
}
