import { describe, expect, it } from 'vitest';
import { fitSoftmax, type SoftmaxProblem } from '#lib/nlp/train/fit-softmax';

/** Three rows, one feature each, one class each: by symmetry all own weights are alike, and so are all others. */
const PROBLEM: SoftmaxProblem = {
  rows: { starts: Uint32Array.of(0, 1, 2, 3), columns: Uint32Array.of(0, 1, 2), values: Float32Array.of(1, 1, 1), width: 3 },
  targets: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
  weights: Float32Array.of(1, 1, 1),
  groups: Uint8Array.of(0, 0, 0),
  groupCount: 1,
  ridge: Float32Array.of(0.1, 0.1, 0.1),
  gains: new Float32Array(9).fill(1),
  iterations: 200,
};

describe('fitSoftmax', () => {
  it('meets the condition of the optimum', () => {
    const { weights } = fitSoftmax(PROBLEM);
    const own = weights[0] ?? 0;
    const other = weights[1] ?? 0;
    // At the optimum: ridge * own = 1 - p, with p the probability of the own class; and own + 2 * other = 0.
    const p = Math.exp(own) / (Math.exp(own) + 2 * Math.exp(other));
    expect(0.1 * own).toBeCloseTo(1 - p, 2);
    expect(own + 2 * other).toBeCloseTo(0, 3);
    expect(weights[4]).toBeCloseTo(own, 2);
    expect(weights[8]).toBeCloseTo(own, 2);
  });

  it('gives the same bytes for the same rows', () => {
    expect(fitSoftmax(PROBLEM)).toEqual(fitSoftmax(PROBLEM));
  });

  it('penalises a class less where its gain is greater', () => {
    const gains = new Float32Array(9).fill(1);
    gains[0] = 3;
    expect(fitSoftmax({ ...PROBLEM, gains }).weights[0]).toBeGreaterThan(fitSoftmax(PROBLEM).weights[0] ?? 0);
  });
});
