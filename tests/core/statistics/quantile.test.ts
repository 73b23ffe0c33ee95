import { describe, expect, test } from 'vitest';
import { median, quantile, quantileOfSorted } from '#lib/core/statistics/quantile';

describe('quantile', () => {
  // By hand: position (n - 1) * p, linear between neighbours.
  test.each([
    [[4, 1, 3, 2], 0.25, 1.75],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[4, 1, 3, 2], 0, 1],
    [[4, 1, 3, 2], 1, 4],
    [[10], 0.9, 10],
    [[0, 10], 0.025, 0.25],
    [[-1, -2, 10], 0.5, -1],
  ])('of %j at %d', (values, probability, expected) => {
    expect(quantile(values, probability)).toBeCloseTo(expected, 12);
  });

  test('leaves the values as they were', () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  test('of nothing there is none', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(median([])).toBeNull();
  });

  test('refuses a probability outside [0, 1]', () => {
    expect(() => quantileOfSorted([1], 1.5)).toThrow(RangeError);
  });

  test('median of an even and an odd number of values', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
  });
});
