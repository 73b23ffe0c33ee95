import { describe, expect, it } from 'vitest';
import { fitSvm } from '#lib/nlp/train/arabic/fit-svm';

/** Two rows, x = 1 and x = -1, of one column. */
const ROWS = { starts: Int32Array.of(0, 1, 2), columns: Int32Array.of(0, 0), values: Float64Array.of(1, -1) };
const TWO = {
  rows: ROWS,
  width: 1,
  signs: Int8Array.of(1, -1),
  groups: Int32Array.of(0, 0),
  groupCount: 1,
  passes: 2000,
  seed: 1,
};

describe('fitSvm', () => {
  it('finds the least of w²/2 + 2 C (1 - w)², which lies at 4C / (1 + 4C)', () => {
    for (const cost of [0.25, 1, 4]) {
      const { weights } = fitSvm({ ...TWO, costs: Float64Array.of(cost, cost) });
      expect(weights[0]).toBeCloseTo((4 * cost) / (1 + 4 * cost), 1);
    }
  });

  it('leaves out rows that cost nothing', () => {
    const { weights } = fitSvm({ ...TWO, costs: Float64Array.of(0, 0) });
    expect(weights[0]).toBe(0);
  });

  it('learns nothing of a column whose factor is 0', () => {
    const { weights } = fitSvm({ ...TWO, costs: Float64Array.of(1, 1), factors: Float64Array.of(0) });
    expect(weights[0]).toBe(0);
  });

  it('keeps the class shares of a group in the intercept of the group', () => {
    // Four rows without columns: both of group 1 are positive.
    const rows = { starts: Int32Array.of(0, 0, 0, 0, 0), columns: new Int32Array(0), values: new Float64Array(0) };
    const { groupIntercepts } = fitSvm({
      rows,
      width: 0,
      signs: Int8Array.of(1, -1, 1, 1),
      costs: Float64Array.of(1, 1, 1, 1),
      groups: Int32Array.of(0, 0, 1, 1),
      groupCount: 2,
      passes: 500,
      seed: 3,
    });
    expect(groupIntercepts[1]).toBeGreaterThan((groupIntercepts[0] ?? 0) + 0.2);
  });

  it('gives the same weights for the same seed', () => {
    const problem = { ...TWO, costs: Float64Array.of(1, 2), passes: 3 };
    expect(fitSvm(problem)).toEqual(fitSvm(problem));
  });
});
