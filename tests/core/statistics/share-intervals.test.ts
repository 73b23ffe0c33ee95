import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newcombeDifference } from '#lib/core/statistics/newcombe-difference';
import { wilsonInterval } from '#lib/core/statistics/wilson-interval';

const counts = fc
  .integer({ min: 1, max: 300 })
  .chain((n) => fc.record({ successes: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

describe('wilsonInterval', () => {
  test.each([
    [5, 8, 0.306, 0.863],
    [0, 5, 0, 0.4345],
    [3, 3, 0.439, 1],
    [8, 10, 0.49, 0.943],
    [12, 20, 0.387, 0.781],
    // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expect(interval?.share).toBe(successes / n);
    expect(Math.abs((interval?.low ?? -9) - low)).toBeLessThan(6e-4);
    expect(Math.abs((interval?.high ?? -9) - high)).toBeLessThan(6e-4);
  });

  test('of nothing there is no share', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  test('its ends are exactly 0 and 1', () => {
    expect(wilsonInterval(0, 7)?.low).toBe(0);
    expect(wilsonInterval(7, 7)?.high).toBe(1);
  });

  test.each([
    [3, 2],
    [-1, 4],
    [1.5, 4],
    [1, Number.NaN],
    [1, 2.5],
  ])('refuses %d of %d', (successes, n) => {
    expect(() => wilsonInterval(successes, n)).toThrow(RangeError);
  });

  test('holds the share, lies in [0, 1], and mirrors when success and failure change places', () => {
    fc.assert(
      fc.property(counts, ({ successes, n }) => {
        const interval = wilsonInterval(successes, n);
        const mirrored = wilsonInterval(n - successes, n);
        if (interval === null || mirrored === null) throw new Error('n is at least 1 here');
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(interval.share);
        expect(interval.high).toBeGreaterThanOrEqual(interval.share);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(mirrored.low).toBeCloseTo(1 - interval.high, 12);
      }),
    );
  });
});

describe('newcombeDifference', () => {
  test.each([
    // Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10.
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [6, 7, 2, 7, 0.5714, 0.0582, 0.8062],
    [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
    [0, 10, 0, 20, 0, -0.1611, 0.2775],
    [0, 10, 0, 10, 0, -0.2775, 0.2775],
    [10, 10, 0, 20, 1, 0.6791, 1],
    [10, 10, 0, 10, 1, 0.6075, 1],
    // By hand from the two Wilson intervals [.4677, .9111] and [.1078, .6032]: .45 - hypot(.2823, .3032), .45 + hypot(.1611, .1922).
    [9, 12, 3, 10, 0.45, 0.0357, 0.7008],
  ])('%d of %d against %d of %d', (a, m, b, n, difference, low, high) => {
    const interval = newcombeDifference({ successes: a, n: m }, { successes: b, n });
    expect(interval?.difference).toBeCloseTo(difference, 4);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  test('an empty camp has no difference to another', () => {
    expect(newcombeDifference({ successes: 0, n: 0 }, { successes: 3, n: 8 })).toBeNull();
    expect(newcombeDifference({ successes: 3, n: 8 }, { successes: 0, n: 0 })).toBeNull();
  });

  test('changes sign when the two change places, and stays in [-1, 1]', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const forth = newcombeDifference(first, second);
        const back = newcombeDifference(second, first);
        if (forth === null || back === null) throw new Error('n is at least 1 here');
        expect(back.low).toBeCloseTo(-forth.high, 12);
        expect(back.high).toBeCloseTo(-forth.low, 12);
        expect(forth.low).toBeGreaterThanOrEqual(-1);
        expect(forth.high).toBeLessThanOrEqual(1);
        expect(forth.low).toBeLessThanOrEqual(forth.difference);
        expect(forth.high).toBeGreaterThanOrEqual(forth.difference);
      }),
    );
  });
});
