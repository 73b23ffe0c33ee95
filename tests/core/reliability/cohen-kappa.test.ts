import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PairedCode } from '#lib/core/reliability/coder-pairs';
import { cohenKappa } from '#lib/core/reliability/cohen-kappa';

/** Pairs from a table of counts: rows are the first coder's codes. */
function pairsOf(rows: readonly (readonly number[])[]): PairedCode[] {
  return rows.flatMap((counts, row) =>
    counts.flatMap((count, column) =>
      Array.from({ length: count }, (_, copy) => ({
        unit: `${row} ${column} ${copy}`,
        first: String(row),
        second: String(column),
      })),
    ),
  );
}

const SEXUAL_FUN = [
  [7, 7, 2, 3],
  [2, 8, 3, 7],
  [1, 5, 4, 9],
  [2, 8, 9, 14],
];

describe('published values', () => {
  test('chance agreement is added over the codes: 125 and 125 of 1000, both to the same 50', () => {
    const codes = pairsOf([
      [50, 75],
      [75, 800],
    ]);
    expect(cohenKappa(codes).kappa).toBeCloseTo(0.3143, 4);
  });

  test('500 and 500 of 1000, both to the same 250, is chance', () => {
    const codes = pairsOf([
      [250, 250],
      [250, 250],
    ]);
    expect(cohenKappa(codes).kappa).toBeCloseTo(0, 12);
    // 3 of 9 agree, chance (6 x 4 + 3 x 1) / 81: no "-0.0000" where rounding is all that is left.
    const thirds = pairsOf([
      [2, 4, 0],
      [0, 0, 0],
      [2, 0, 1],
    ]);
    expect(cohenKappa(thirds).kappa).toBe(0);
  });

  test('50 grant proposals: 20 and 15 agreed, kappa .4 (Wikipedia, Cohen\u2019s kappa)', () => {
    const codes = pairsOf([
      [20, 5],
      [10, 15],
    ]);
    expect(cohenKappa(codes).kappa).toBeCloseTo(0.4, 12);
  });

  test("R's irr: three codes by 100, kappa .429 (RExRepos, inter-rater reliability)", () => {
    const codes = pairsOf([
      [53, 5, 2],
      [11, 14, 5],
      [1, 6, 3],
    ]);
    expect(cohenKappa(codes).kappa).toBeCloseTo(0.429, 3);
  });

  test('Fleiss, Cohen and Everitt (1969): kappa .429, variance .002885 at n = 200', () => {
    const codes = pairsOf([
      [106, 10, 4],
      [22, 28, 10],
      [2, 12, 6],
    ]);
    const result = cohenKappa(codes);
    expect(result.kappa).toBeCloseTo(0.429, 3);
    expect((result.standardError ?? 0) ** 2).toBeCloseTo(0.002885, 6);
  });

  test("R's statpsych: ci.kappa(.05, 31, 12, 4, 58)", () => {
    const result = cohenKappa(
      pairsOf([
        [31, 12],
        [4, 58],
      ]),
    );
    expect(result.kappa).toBeCloseTo(0.6756757, 7);
    expect(result.standardError).toBeCloseTo(0.07344761, 8);
    expect(result.ci?.[0]).toBeCloseTo(0.531721, 6);
    expect(result.ci?.[1]).toBeCloseTo(0.8196303, 7);
  });

  test("R's irr: linear weights over six codes, .316 (RExRepos)", () => {
    const codes = pairsOf([
      [5, 8, 1, 2, 4, 2],
      [3, 5, 3, 5, 5, 0],
      [1, 2, 6, 11, 2, 1],
      [0, 1, 5, 4, 3, 3],
      [0, 0, 1, 2, 5, 2],
      [0, 0, 1, 2, 1, 4],
    ]);
    expect(cohenKappa(codes, { weights: 'linear' }).kappa).toBeCloseTo(0.316, 3);
  });

  test("R's vcd: Kappa(SexualFun), unweighted .1293 (.0686), equal spacing .2374 (.0783)", () => {
    const plain = cohenKappa(pairsOf(SEXUAL_FUN));
    expect(plain.kappa).toBeCloseTo(0.1293, 4);
    expect(plain.standardError).toBeCloseTo(0.0686, 4);
    const linear = cohenKappa(pairsOf(SEXUAL_FUN), { weights: 'linear' });
    expect(linear.kappa).toBeCloseTo(0.2374, 4);
    expect(linear.standardError).toBeCloseTo(0.07832, 4);
  });
});

describe('edges', () => {
  test('no shared unit', () => {
    expect(cohenKappa([])).toMatchObject({ kappa: null, reason: 'no_shared_unit', ci: null, n: 0, observed: null });
  });

  test('one code only cannot show whether the two can tell codes apart', () => {
    expect(cohenKappa(pairsOf([[9]]))).toMatchObject({ kappa: null, reason: 'one_category', intervalReason: 'not_computable' });
  });

  test.each([
    [
      'a judge with one code for all: chance itself',
      [
        [3, 0],
        [4, 0],
      ],
      0,
    ],
    [
      'two who always swap',
      [
        [0, 3],
        [3, 0],
      ],
      -1,
    ],
  ])('%s has no interval, for one of no width would be a lie', (_case, table, kappa) => {
    expect(cohenKappa(pairsOf(table))).toMatchObject({ kappa, ci: null, intervalReason: 'no_variation', standardError: null });
  });

  test('perfect agreement is exactly 1 and has no interval', () => {
    const codes = pairsOf([
      [7, 0, 0],
      [0, 5, 0],
      [0, 0, 3],
    ]);
    expect(cohenKappa(codes)).toMatchObject({ kappa: 1, ci: null, intervalReason: 'no_disagreement', observed: 1 });
  });

  test('fewer than five units have no interval', () => {
    expect(cohenKappa([{ unit: 'u', first: 'a', second: 'b' }])).toMatchObject({
      kappa: 0,
      ci: null,
      intervalReason: 'few_units',
    });
    const five = ['aa', 'bb', 'ab', 'aa', 'bb'].map(([first = '', second = ''], unit) => ({ unit: `${unit}`, first, second }));
    expect(cohenKappa(five.slice(1))).toMatchObject({ n: 4, ci: null, intervalReason: 'few_units' });
    expect(cohenKappa(five)).toMatchObject({ n: 5, intervalReason: null });
  });

  test('weights follow the order handed in, codes that nobody gave included', () => {
    // Distances on low-mid-high-top: both pairs one step apart, weight 2/3.
    const codes = [
      { unit: '1', first: 'low', second: 'mid' },
      { unit: '2', first: 'top', second: 'high' },
    ];
    const result = cohenKappa(codes, { weights: 'linear', order: ['low', 'mid', 'high', 'top'] });
    expect(result.observed).toBeCloseTo(2 / 3, 12);
    // Rows low, top; columns mid, high: weights 2/3, 1/3, 1/3, 2/3 of a quarter each.
    expect(result.expected).toBeCloseTo(1 / 2, 12);
    expect(result.kappa).toBeCloseTo(1 / 3, 12);
  });

  test('refuses a confidence outside (0, 1)', () => {
    expect(() => cohenKappa([], { confidence: 95 })).toThrow(RangeError);
  });
});

test('does not know who is first, what codes are called, nor the order of the units', () => {
  const pair = fc.record({ unit: fc.string(), first: fc.constantFrom('a', 'b', 'c'), second: fc.constantFrom('a', 'b', 'c') });
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 30 }), (codes) => {
      const { kappa, ci } = cohenKappa(codes);
      const turned = cohenKappa(
        codes.map(({ unit, first, second }) => ({ unit, first: `z${second}`, second: `z${first}` })).reverse(),
      );
      if (kappa === null) expect(turned.kappa).toBeNull();
      else expect(turned.kappa).toBeCloseTo(kappa, 10);
      if (ci === null) expect(turned.ci).toBeNull();
      else expect(turned.ci?.[0]).toBeCloseTo(ci[0], 8);
    }),
  );
});
