import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeededRandom, seededSample } from '#lib/core/statistics/seeded-random';

describe('createSeededRandom', () => {
  // From an independent implementation with unbounded whole numbers (Python).
  test.each([
    [0, [1363572419, 145230303, 808754475, 4216505632]],
    [1, [2012149540, 1872316204, 1707632675, 1779833415]],
    [4294967295, [1984736529, 3747275468, 1287205723, 2021412065]],
    [20250731, [2449984779, 802948173, 3622638441, 3796064745]],
  ])('seed %d', (seed, expected) => {
    const random = createSeededRandom(seed);
    expect(expected.map(() => random.uint32())).toEqual(expected);
  });

  test('each number below a bound is about equally likely', () => {
    const random = createSeededRandom(7);
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let draw = 0; draw < 70_000; draw += 1) {
      const value = random.below(7);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    // Chi-square with 6 degrees of freedom stays under 22.46 with probability .999.
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(22.46);
  });

  test('a number below a bound is the remainder of the next that lies in whole runs of it', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.integer({ min: 1, max: 2 ** 32 }), (seed, bound) => {
        const [bounded, plain] = [createSeededRandom(seed), createSeededRandom(seed)];
        let next = plain.uint32();
        while (next >= 2 ** 32 - (2 ** 32 % bound)) next = plain.uint32();
        expect(bounded.below(bound)).toBe(next % bound);
      }),
    );
  });

  test('fractions lie in [0, 1) and average one half', () => {
    const random = createSeededRandom(3);
    const values = Array.from({ length: 20_000 }, () => random.fraction());
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    // Six standard errors: 6 * sqrt(1 / 12 / 20,000) = 0.0122.
    expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length - 0.5)).toBeLessThan(0.0123);
  });

  test.each([-1, 1.5, 2 ** 32, Number.NaN])('refuses the seed %d', (seed) => {
    expect(() => createSeededRandom(seed)).toThrow(RangeError);
  });
});

describe('seededSample', () => {
  test('depends on the set and the seed, not on the order', () => {
    const ids = fc.uniqueArray(fc.string(), { maxLength: 20 });
    fc.assert(
      fc.property(ids, fc.nat(25), fc.nat(1000), (all, size, seed) => {
        const sample = seededSample(all, size, seed);
        expect(seededSample(all.toReversed(), size, seed)).toEqual(sample);
        expect(new Set(sample).size).toBe(Math.min(size, all.length));
        expect(sample.every((id) => all.includes(id))).toBe(true);
      }),
    );
  });

  test('each of four ids is first about as often', () => {
    const firsts = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed += 1) {
      const [first = 'none'] = seededSample(['a', 'b', 'c', 'd'], 1, seed);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    // Chi-square with 3 degrees of freedom stays under 16.27 with probability .999.
    const chiSquare = ['a', 'b', 'c', 'd'].reduce((sum, id) => sum + ((firsts.get(id) ?? 0) - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(16.27);
  });
});
