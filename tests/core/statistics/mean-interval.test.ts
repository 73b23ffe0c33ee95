import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanInterval } from '#lib/core/statistics/mean-interval';

describe('meanInterval', () => {
  test('by hand: mean 0.1, deviation 0.2 * sqrt(5 / 2), t with 4 degrees of freedom 2.776445', () => {
    // -0.3, -0.1, 0.1, 0.3, 0.5: squares around 0.1 sum to 0.4, so s = sqrt(0.1) and the reach is t * sqrt(0.1 / 5).
    const result = meanInterval([-0.3, -0.1, 0.1, 0.3, 0.5]);
    expect(result).toMatchObject({ n: 5, reason: null });
    expect(result.mean).toBeCloseTo(0.1, 12);
    expect(result.standardDeviation).toBeCloseTo(Math.sqrt(0.1), 12);
    expect(result.interval?.low).toBeCloseTo(0.1 - 2.7764451051977934 * Math.sqrt(0.02), 9);
    expect(result.interval?.high).toBeCloseTo(0.1 + 2.7764451051977934 * Math.sqrt(0.02), 9);
  });

  test('is cut where scores end', () => {
    // Mean -0.4, s = 0.848528, reach 12.706 * 0.6: both ends lie beyond the scale.
    expect(meanInterval([-1, 0.2]).interval).toEqual({ low: -1, high: 1 });
  });

  test('no values have no mean', () => {
    expect(meanInterval([])).toEqual({ n: 0, mean: null, standardDeviation: null, interval: null, reason: 'no_values' });
  });

  test('one value has no interval', () => {
    expect(meanInterval([0.4])).toEqual({ n: 1, mean: 0.4, standardDeviation: null, interval: null, reason: 'one_value' });
  });

  test('values all alike have no interval, for a width of 0 would be a lie', () => {
    expect(meanInterval([0.1, 0.1, 0.1])).toEqual({ n: 3, mean: 0.1, standardDeviation: 0, interval: null, reason: 'no_spread' });
  });

  test.each([1.01, -1.01, Number.NaN, Number.POSITIVE_INFINITY])('refuses the score %d', (value) => {
    expect(() => meanInterval([0, value])).toThrow(RangeError);
  });

  test('refuses a confidence outside (0, 1)', () => {
    expect(() => meanInterval([0, 0.5], 95)).toThrow(RangeError);
  });

  test('holds the mean, whatever the order, and mirrors with the signs', () => {
    const scores = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(scores, (thousandths) => {
        const values = thousandths.map((value) => value / 1000);
        const result = meanInterval(values);
        const mirrored = meanInterval(values.map((value) => -value).reverse());
        expect(mirrored.mean).toBeCloseTo(-(result.mean ?? Number.NaN), 12);
        if (result.interval === null) return;
        expect(result.interval.low).toBeLessThanOrEqual(result.mean ?? Number.NaN);
        expect(result.interval.high).toBeGreaterThanOrEqual(result.mean ?? Number.NaN);
        expect(mirrored.interval?.low).toBeCloseTo(-result.interval.high, 12);
      }),
    );
  });
});
