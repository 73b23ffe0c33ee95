import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logOddsContrast } from '#lib/core/statistics/log-odds';

const counts = (entries: Record<string, number>) => new Map(Object.entries(entries));

describe('logOddsContrast', () => {
  test('by hand', () => {
    // 10 words each, so the prior weighs 20 words with the shape justice 8, deal 8, city 4 of 20.
    // justice: ln((7 + 8) / (10 + 20 - 15)) - ln((1 + 8) / (10 + 20 - 9)) = ln(15 / 15) - ln(9 / 21) = 0.8473,
    // variance 1/15 + 1/9 = 0.17778, z = 0.8473 / 0.42164 = 2.0095. city: 2 of 10 in both, so 0.
    const contrasts = logOddsContrast({
      first: counts({ justice: 7, deal: 1, city: 2 }),
      second: counts({ justice: 1, deal: 7, city: 2 }),
    });
    expect(contrasts.map(({ term }) => term)).toEqual(['justice', 'city', 'deal']);
    expect(contrasts[0]).toMatchObject({ firstCount: 7, secondCount: 1 });
    expect(contrasts[0]?.logOdds).toBeCloseTo(0.8473, 4);
    expect(contrasts[0]?.z).toBeCloseTo(2.0095, 4);
    expect(contrasts[1]?.z).toBe(0);
    expect(contrasts[2]?.z).toBeCloseTo(-2.0095, 4);
  });

  test('a larger corpus and a weight for the prior can be handed in', () => {
    // Prior 10 words, shape justice 1 + 0 + 8 = 9, deal 0 + 1 + 0 = 1: weights 9 and 1.
    // justice: ln((1 + 9) / (1 + 10 - 10)) - ln((0 + 9) / (1 + 10 - 9)) = ln 10 - ln 4.5 = 0.7985.
    const contrasts = logOddsContrast({
      first: counts({ justice: 1 }),
      second: counts({ deal: 1 }),
      background: counts({ justice: 8 }),
      priorSize: 10,
    });
    expect(contrasts[0]?.term).toBe('justice');
    expect(contrasts[0]?.logOdds).toBeCloseTo(0.7985, 4);
  });

  test('the background adds no rows of its own', () => {
    const contrasts = logOddsContrast({ first: counts({ a: 1 }), second: counts({ b: 1 }), background: counts({ c: 5 }) });
    expect(contrasts.map(({ term }) => term)).toEqual(['a', 'b']);
  });

  test.each([
    ['an empty group', {}, { a: 3 }],
    ['no word of either', { a: 0 }, { a: 0 }],
    ['one term only', { a: 3 }, { a: 5 }],
  ])('%s makes no contrast', (_, first, second) => {
    expect(logOddsContrast({ first: counts(first), second: counts(second) })).toEqual([]);
  });

  test('words such as "constructor" are words', () => {
    const contrasts = logOddsContrast({ first: counts({ constructor: 2, a: 1 }), second: counts({ a: 2 }) });
    expect(contrasts[0]?.term).toBe('constructor');
  });

  test('refuses what is no count and a prior without weight', () => {
    expect(() => logOddsContrast({ first: counts({ a: 1.5 }), second: counts({ b: 1 }) })).toThrow(RangeError);
    expect(() => logOddsContrast({ first: counts({ a: 1 }), second: counts({ b: 1 }), priorSize: 0 })).toThrow(RangeError);
  });

  test('changes sign when the groups change places', () => {
    const group = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(group, group, (first, second) => {
        const forth = logOddsContrast({ first: counts(first), second: counts(second) });
        const back = new Map(logOddsContrast({ first: counts(second), second: counts(first) }).map((row) => [row.term, row.z]));
        expect(back.size).toBe(forth.length);
        for (const { term, z } of forth) {
          expect(Number.isFinite(z)).toBe(true);
          expect(back.get(term)).toBeCloseTo(-z, 10);
        }
      }),
    );
  });
});
