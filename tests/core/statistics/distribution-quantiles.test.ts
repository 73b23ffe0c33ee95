import { describe, expect, test } from 'vitest';
import { normalQuantile, twoSidedZ } from '#lib/core/statistics/normal-quantile';
import { studentTQuantile } from '#lib/core/statistics/student-t-quantile';

// Reference values: scipy.stats.norm.ppf and scipy.stats.t.ppf of SciPy 1.17.1.
describe('normalQuantile', () => {
  test.each([
    [1e-300, -37.0470962993612],
    [1e-20, -9.262340089798409],
    [1e-9, -5.9978070150076865],
    [0.001, -3.090232306167813],
    [0.025, -1.959963984540054],
    [0.05, -1.6448536269514729],
    [0.075, -1.4395314709384563],
    [0.1, -1.2815515655446004],
    [0.3, -0.5244005127080409],
    [0.5, 0],
    [0.8, 0.8416212335729143],
    [0.925, 1.4395314709384563],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9999999, 5.199337582290661],
  ])('at %d', (probability, expected) => {
    expect(Math.abs(normalQuantile(probability) - expected)).toBeLessThan(1e-12);
  });

  test.each([0, 1, -0.1, 1.1, Number.NaN])('refuses %d', (probability) => {
    expect(() => normalQuantile(probability)).toThrow(RangeError);
  });

  test('twoSidedZ takes half of what is left on each side', () => {
    expect(twoSidedZ(0.95)).toBeCloseTo(1.959963984540054, 12);
    expect(twoSidedZ(0.99)).toBeCloseTo(2.5758293035489004, 12);
    expect(() => twoSidedZ(1)).toThrow(RangeError);
  });
});

describe('studentTQuantile', () => {
  test.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 3, 3.1824463052837078],
    [0.975, 4, 2.7764451051977934],
    [0.975, 9, 2.262157162798205],
    [0.95, 29, 1.6991270265334972],
    [0.995, 11, 3.1058065155392804],
    [0.975, 1000, 1.9623390808264083],
    [0.975, 1001, 1.9623367052808798],
    [0.975, 99_999, 1.9599877077718442],
    [0.025, 7, -2.3646242515927844],
    [0.9995, 5, 6.868826625881276],
    [0.975, 2.5, 3.5746548420036817],
    [0.6, 3, 0.2766706623326898],
    [1e-6, 4, -41.577854150450975],
    [0.5, 6, 0],
  ])('at %d with %d degrees of freedom', (probability, freedom, expected) => {
    expect(Math.abs(studentTQuantile(probability, freedom) - expected)).toBeLessThan(1e-9);
  });

  test.each([
    [0, 5],
    [1, 5],
    [0.9, 0],
    [0.9, Number.NaN],
  ])('refuses probability %d with %d degrees of freedom', (probability, freedom) => {
    expect(() => studentTQuantile(probability, freedom)).toThrow(RangeError);
  });
});
