import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphaWithInterval, BOOTSTRAP_DRAWS, BOOTSTRAP_SEED } from '#lib/core/reliability/alpha-bootstrap';
import { krippendorffAlpha } from '#lib/core/reliability/krippendorff-alpha';
import { RELIABILITY_LEVELS, type ReliabilityCoding } from '#lib/core/reliability/reliability-coding';
import { createSeededRandom } from '#lib/core/statistics/seeded-random';
import { CANONICAL, codingsOf } from './reliability-tables';

/** The slow way: draw whole units, give each drawn copy its own name, compute alpha afresh. */
function naiveInterval(codings: readonly ReliabilityCoding[], level: ReliabilityCoding['code'], draws: number, seed: number) {
  const random = createSeededRandom(seed);
  const at = RELIABILITY_LEVELS.find((known) => known === level) ?? 'nominal';
  const units = [...krippendorffAlpha({ codings, level: at }).unitIds];
  const alphas: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = units.flatMap((_, copy) => {
      const unit = units[random.below(units.length)];
      return codings.filter((coding) => coding.unit === unit).map((coding) => ({ ...coding, unit: `copy ${copy}` }));
    });
    const { alpha } = krippendorffAlpha({ codings: drawn, level: at });
    if (alpha !== null) alphas.push(alpha);
  }
  alphas.sort((a, b) => a - b);
  return { low: alphas[Math.floor(0.025 * alphas.length)] ?? 0, high: alphas[Math.floor(0.975 * alphas.length)] ?? 0 };
}

describe('alphaWithInterval', () => {
  test('holds alpha itself, however finely ordinal codes are told apart', () => {
    // Two coders a hair apart on a scale of thousands: a unit drawn twice makes ties of its own, which lowers every draw.
    const random = createSeededRandom(3);
    const codings = Array.from({ length: 2000 }, (_, unit) =>
      ['A', 'B', 'C'].map((coder) => ({ unit: `u${unit}`, coder, code: String((unit % 997) / 10 + random.fraction()) })),
    ).flat();
    const { alpha, ci } = alphaWithInterval({ codings, level: 'ordinal' }, { draws: 300 });
    expect(alpha).toBeGreaterThan(0.999);
    expect(ci?.[0]).toBeLessThan(alpha ?? 0);
    // Widened to it: the percentiles alone end below.
    expect(ci?.[1]).toBe(alpha);
  });

  test('gives no interval without width where coders differ on every unit in the same way', () => {
    const codings = Array.from({ length: 6 }, (_, unit) => [
      { unit: `u${unit}`, coder: 'A', code: 'yes' },
      { unit: `u${unit}`, coder: 'B', code: 'no' },
    ]).flat();
    // Observed disagreement 1, expected 2 · 6 · 6 / (12 · 11) = 6/11.
    const { alpha, ci, intervalReason } = alphaWithInterval({ codings, level: 'nominal' });
    expect(alpha).toBeCloseTo(-5 / 6, 12);
    expect([ci, intervalReason]).toEqual([null, 'no_variation']);
  });

  test.each(RELIABILITY_LEVELS)('gives at level %s what resampling whole units the slow way gives', (level) => {
    const fast = alphaWithInterval({ codings: CANONICAL, level }, { draws: 20_000, seed: 5 });
    const slow = naiveInterval(CANONICAL, level, 3000, 77);
    expect(Math.abs((fast.ci?.[0] ?? 9) - slow.low)).toBeLessThan(0.03);
    expect(Math.abs((fast.ci?.[1] ?? 9) - slow.high)).toBeLessThan(0.03);
  });

  test('says by which seed and from how many draws', () => {
    const result = alphaWithInterval({ codings: CANONICAL, level: 'nominal' });
    expect(result).toMatchObject({
      seed: BOOTSTRAP_SEED,
      draws: BOOTSTRAP_DRAWS,
      computableDraws: BOOTSTRAP_DRAWS,
      confidence: 0.95,
      intervalReason: null,
    });
    expect(BOOTSTRAP_DRAWS).toBe(2000);
    const [low, high] = result.ci ?? [9, -9];
    expect(low).toBeLessThan(result.alpha ?? -9);
    expect(high).toBeGreaterThan(result.alpha ?? 9);
    expect(high).toBeLessThanOrEqual(1);
  });

  test('is the same for the same seed, in whatever order the codings come, and another for another seed', () => {
    const once = alphaWithInterval({ codings: CANONICAL, level: 'ordinal' }, { seed: 11 });
    const renamed = CANONICAL.map((coding) => ({ ...coding, unit: `x${9 - Number(coding.unit.slice(5))}` })).reverse();
    expect(alphaWithInterval({ codings: renamed, level: 'ordinal' }, { seed: 11 }).ci).toEqual(once.ci);
    expect(alphaWithInterval({ codings: CANONICAL, level: 'ordinal' }, { seed: 12 }).ci).not.toEqual(once.ci);
  });

  test('is wider for more confidence', () => {
    const usual = alphaWithInterval({ codings: CANONICAL, level: 'nominal' }).ci ?? [0, 0];
    const sure = alphaWithInterval({ codings: CANONICAL, level: 'nominal' }, { confidence: 0.99 }).ci ?? [0, 0];
    expect(sure[0]).toBeLessThan(usual[0]);
    expect(sure[1]).toBeGreaterThanOrEqual(usual[1]);
  });

  test('draws that hold one code only are counted and left out', () => {
    // A draw of 6 misses each of the two disputed units with probability (4/6)^6 = .088.
    const codings = codingsOf({ A: 'a a a a a b', B: 'a a a a b a' });
    const result = alphaWithInterval({ codings, level: 'nominal' }, { draws: 10_000 });
    expect(result.computableDraws).toBeGreaterThan(9000);
    expect(result.computableDraws).toBeLessThan(9250);
    expect(result.ci).not.toBeNull();
  });

  test.each([
    ['alpha itself is not computable', { A: 'a a', B: 'a a' }, 'not_computable'],
    ['there are fewer than five units', { A: 'a b a a', B: 'b b a a' }, 'few_units'],
    ['nobody disagreed: a width of 0 would be a lie', { A: 'a b c a b', B: 'a b c a b' }, 'no_disagreement'],
  ] as const)('no interval where %s', (_, table, reason) => {
    const result = alphaWithInterval({ codings: codingsOf({ ...table }), level: 'nominal' });
    expect(result).toMatchObject({ ci: null, intervalReason: reason });
  });

  test('no interval where most draws hold one code only', () => {
    // A draw of five misses the disputed unit with probability (4/5)^5 = .33; with one draw, a miss is most of them.
    const codings = codingsOf({ A: 'a a a a b', B: 'a a a a a' });
    const seeds = Array.from({ length: 40 }, (_, seed) => alphaWithInterval({ codings, level: 'nominal' }, { draws: 1, seed }));
    const missed = seeds.filter((result) => result.computableDraws === 0);
    expect(missed.length).toBeGreaterThan(0);
    expect(missed.every((result) => result.ci === null && result.intervalReason === 'few_computable_draws')).toBe(true);
  });

  test('ratio intervals over many distinct values keep to the exact way', () => {
    // Most values lie from 1 to 3 and one in ten from 50 to 99, so that the expected disagreement moves with every draw.
    // With a thousandth more or less on each value there are too many for all pairs of them to be gone through.
    const random = createSeededRandom(4);
    const table = Array.from({ length: 320 }, () => {
      const isLarge = random.below(10) === 0;
      const value = () => (isLarge ? 50 + random.below(50) : 1 + random.below(20) / 10);
      return [value(), value()];
    });
    const codingsWith = (change: () => number) =>
      table.flatMap((row, unit) =>
        row.map((value, coder) => ({ unit: `u${unit}`, coder: `c${coder}`, code: (value + change()).toFixed(5) })),
      );
    const exact = alphaWithInterval({ codings: codingsWith(() => 0), level: 'ratio' }, { draws: 20_000 });
    const expanded = alphaWithInterval(
      { codings: codingsWith(() => random.fraction() / 1000), level: 'ratio' },
      { draws: 20_000 },
    );
    expect(Math.abs((expanded.alpha ?? 9) - (exact.alpha ?? -9))).toBeLessThan(0.002);
    expect(Math.abs((expanded.ci?.[0] ?? 9) - (exact.ci?.[0] ?? -9))).toBeLessThan(0.01);
    expect(Math.abs((expanded.ci?.[1] ?? 9) - (exact.ci?.[1] ?? -9))).toBeLessThan(0.01);
  });

  test.each([{ draws: 0 }, { draws: 1.5 }, { confidence: 0 }, { confidence: 1 }, { seed: -1 }])('refuses %j', (options) => {
    expect(() => alphaWithInterval({ codings: CANONICAL, level: 'nominal' }, options)).toThrow(RangeError);
  });

  test('its bounds are in order and hold no NaN', () => {
    const cells = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
      minLength: 2,
      maxLength: 15,
    });
    fc.assert(
      fc.property(cells, fc.constantFrom(...RELIABILITY_LEVELS), (table, level) => {
        const codings = table.flatMap((row, unit) =>
          row.map((code, coder) => ({ unit: `u${unit}`, coder: `c${coder}`, code: `${code}` })),
        );
        const result = alphaWithInterval({ codings, level }, { draws: 100 });
        if (result.ci === null) expect(result.intervalReason).not.toBeNull();
        else expect(result.ci[0]).toBeLessThanOrEqual(result.ci[1]);
      }),
    );
  });
});
