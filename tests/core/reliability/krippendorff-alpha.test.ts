import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coincidenceMatrix, krippendorffAlpha } from '#lib/core/reliability/krippendorff-alpha';
import { RELIABILITY_LEVELS, type ReliabilityCoding, type ReliabilityLevel } from '#lib/core/reliability/reliability-coding';
import { CANONICAL, codingsOf, DIAGNOSES } from './reliability-tables';

function codingsOfCounts(rows: readonly (readonly number[])[]): ReliabilityCoding[] {
  return rows.flatMap((counts, unit) => {
    const codes = counts.flatMap((count, code) => Array.from({ length: count }, () => `code ${code}`));
    return codes.map((code, coder) => ({ unit: `u${unit}`, coder: `c${coder}`, code }));
  });
}

describe('published values', () => {
  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)("Krippendorff's canonical data, %s", (level, expected) => {
    const result = krippendorffAlpha({ codings: CANONICAL, level });
    expect(result.alpha).toBeCloseTo(expected, 3);
    // Unit 12 has one coding only. Units with 4, 3 and 2 codings: 8 x 6 + 2 x 3 + 1 x 1 pairs.
    expect(result).toMatchObject({ reason: null, units: 11, coders: 4, pairs: 55 });
    expect(result.unitIds).not.toContain('unit 12');
  });

  test('two coders, two codes (Krippendorff 2011, part A)', () => {
    const codings = codingsOf({ Meg: '0 1 0 0 0 0 0 0 1 0', Owen: '1 1 1 0 0 1 0 0 0 0' });
    expect(krippendorffAlpha({ codings, level: 'nominal' }).alpha).toBeCloseTo(0.095, 3);
  });

  test('two coders, five codes (Krippendorff 2011, part B)', () => {
    const codings = codingsOf({ Ben: 'a a b b d c c c e d d a', Gerry: 'b a b b b c c c e d d d' });
    expect(krippendorffAlpha({ codings, level: 'nominal' }).alpha).toBeCloseTo(0.692, 3);
  });

  test.each([
    ['nominal', 0.691],
    ['interval', 0.811],
  ] as const)("three coders with gaps, %s (Wikipedia, Krippendorff's alpha, computational example)", (level, expected) => {
    const codings = codingsOf({
      A: '. . . . . 3 4 1 2 1 1 3 3 . 3',
      B: '1 . 2 1 3 3 4 3 . . . . . . .',
      C: '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
    });
    expect(krippendorffAlpha({ codings, level }).alpha).toBeCloseTo(expected, 3);
  });

  test("complete nominal data differ from Fleiss' kappa by the small-sample correction alone", () => {
    // 1 - alpha = (1 - kappa) (N - 1) / N with N codings. Kappa .430 of N = 180 is Fleiss (1971), by R's irr.
    const alpha = krippendorffAlpha({ codings: codingsOf(DIAGNOSES), level: 'nominal' }).alpha;
    expect(1 - ((1 - (alpha ?? Number.NaN)) * 180) / 179).toBeCloseTo(0.43, 3);
    // Kappa .210 of N = 140: ten subjects by fourteen raters (Wikipedia, Fleiss' kappa).
    const raters = codingsOfCounts([
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ]);
    const other = krippendorffAlpha({ codings: raters, level: 'nominal' }).alpha;
    expect(1 - ((1 - (other ?? Number.NaN)) * 140) / 139).toBeCloseTo(0.21, 3);
  });

  test("the canonical data's coincidences (Krippendorff 2011, part C)", () => {
    expect(coincidenceMatrix({ codings: CANONICAL, level: 'nominal' })).toEqual({
      codes: ['1', '2', '3', '4', '5'],
      counts: [
        [7, expect.closeTo(4 / 3, 12), expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12), 0],
        [expect.closeTo(4 / 3, 12), 10, expect.closeTo(4 / 3, 12), expect.closeTo(1 / 3, 12), 0],
        [expect.closeTo(1 / 3, 12), expect.closeTo(4 / 3, 12), 8, expect.closeTo(1 / 3, 12), 0],
        [expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12), 4, 0],
        [0, 0, 0, 0, 3],
      ],
    });
  });
});

describe('values by hand', () => {
  test('two units, one agreed and one not, are worse than they look', () => {
    // Observed 1/2; codes a a a b: 2 * 3 * 1 of 4 * 3 ordered pairs differ, expected 1/2; alpha 0.
    const codings = codingsOf({ A: 'a a', B: 'a b' });
    expect(krippendorffAlpha({ codings, level: 'nominal' })).toMatchObject({
      alpha: 0,
      observedDisagreement: 0.5,
      expectedDisagreement: 0.5,
    });
  });

  test('coders who always differ fall below 0', () => {
    // Observed 1; a a b b: 8 of 12 ordered pairs differ; alpha = 1 - 3/2.
    const codings = codingsOf({ A: 'a b', B: 'b a' });
    expect(krippendorffAlpha({ codings, level: 'nominal' }).alpha).toBeCloseTo(-0.5, 12);
  });

  test('ratio differences know 0', () => {
    // Observed (0 + 1) / 2. Of 0 0 0 5, three of six pairs differ, each by 1: expected 1/2.
    const codings = codingsOf({ A: '0 0', B: '0 5' });
    expect(krippendorffAlpha({ codings, level: 'ratio' }).alpha).toBeCloseTo(0, 12);
  });

  test('numbers far from 0 lose no digits', () => {
    const near = krippendorffAlpha({ codings: codingsOf({ A: '1 2 3 1', B: '1 2 2 3' }), level: 'interval' });
    const far = krippendorffAlpha({
      codings: codingsOf({ A: '100000001 100000002 100000003 100000001', B: '100000001 100000002 100000002 100000003' }),
      level: 'interval',
    });
    expect(far.alpha).toBeCloseTo(near.alpha ?? Number.NaN, 12);
  });

  test('numbers as large and as small as there are overflow nowhere', () => {
    // Coders 2 apart on one unit, both in the middle on the other: observed 8 / 4, expected 16 / 12.
    for (const [high, low, middle] of ['1e308 -1e308 0', '1e-200 -1e-200 0', '4e-320 0 2e-320'].map((line) => line.split(' '))) {
      const codings = codingsOf({ A: `${high} ${middle}`, B: `${low} ${middle}` });
      expect(krippendorffAlpha({ codings, level: 'interval' }).alpha).toBeCloseTo(-0.5, 12);
    }
    // One difference d: observed 2 d / 4, expected 6 d / 12.
    const codings = codingsOf({ A: '1e308 1e308', B: '1e308 9e307' });
    expect(krippendorffAlpha({ codings, level: 'ratio' }).alpha).toBeCloseTo(0, 12);
  });

  test('two spellings of a number are one value', () => {
    const codings = codingsOf({ A: '1 2.0 ٣', B: '01 2 3' });
    expect(krippendorffAlpha({ codings, level: 'interval' }).alpha).toBe(1);
    // As names they are six codes that nobody shares: observed and expected are both 1.
    expect(krippendorffAlpha({ codings, level: 'nominal' }).alpha).toBe(0);
  });
});

describe('not computable', () => {
  test.each([
    ['no codings', {}, 'nominal', 'no_codings', 0, 0],
    ['one coder', { A: 'a b c' }, 'nominal', 'one_coder', 0, 1],
    ['no shared unit', { A: 'a . b', B: '. a .' }, 'nominal', 'no_shared_unit', 0, 2],
    ['one category', { A: 'a a a', B: 'a a a' }, 'nominal', 'one_category', 3, 2],
    ['one category where it could be compared', { A: 'a a b', B: 'a a .' }, 'nominal', 'one_category', 2, 2],
    ['one number in two spellings', { A: '1 1', B: '1.0 1' }, 'interval', 'one_category', 2, 2],
    ['words on an interval scale', { A: '1 low', B: '1 2' }, 'interval', 'not_numeric', 2, 2],
    ['words on an ordinal scale without an order', { A: 'low high', B: 'low low' }, 'ordinal', 'not_numeric', 2, 2],
    ['a negative ratio', { A: '1 -2', B: '1 2' }, 'ratio', 'below_zero', 2, 2],
  ] as const)('%s', (_, table, level, reason, units, coders) => {
    const result = krippendorffAlpha({ codings: codingsOf({ ...table }), level });
    expect(result).toMatchObject({ alpha: null, reason, units, coders, observedDisagreement: null, expectedDisagreement: null });
  });

  test('a code that the order does not name', () => {
    const codings = codingsOf({ A: 'low high', B: 'low mid' });
    expect(krippendorffAlpha({ codings, level: 'ordinal', order: ['low', 'high'] })).toMatchObject({
      alpha: null,
      reason: 'code_not_in_order',
    });
  });

  test('a coder with two codings of one unit is a fault of the caller', () => {
    const codings = [
      { unit: 'u', coder: 'A', code: 'a' },
      { unit: 'u', coder: 'A', code: 'b' },
    ];
    expect(() => krippendorffAlpha({ codings, level: 'nominal' })).toThrow(RangeError);
  });
});

describe('properties', () => {
  const level = fc.constantFrom<ReliabilityLevel[]>(...RELIABILITY_LEVELS);
  const cells = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 12,
  });
  const toCodings = (table: readonly (readonly (number | null)[])[]): ReliabilityCoding[] =>
    table.flatMap((row, unit) =>
      row.flatMap((code, coder) => (code === null ? [] : [{ unit: `u${unit}`, coder: `c${coder}`, code: String(code) }])),
    );

  function expectSame(a: number | null, b: number | null): void {
    if (a === null || b === null) expect(a).toBe(b);
    else expect(a).toBeCloseTo(b, 10);
  }

  test('the order of coders and of units changes nothing, to the last bit', () => {
    const shuffled = cells
      .map(toCodings)
      .chain((codings) =>
        fc.tuple(fc.constant(codings), fc.shuffledSubarray(codings, { minLength: codings.length, maxLength: codings.length })),
      );
    fc.assert(
      fc.property(shuffled, level, ([codings, other], at) => {
        expect(krippendorffAlpha({ codings: other, level: at })).toEqual(krippendorffAlpha({ codings, level: at }));
      }),
    );
  });

  test('nominal alpha does not know what codes are called', () => {
    const names = fc.uniqueArray(fc.string(), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(cells, names, (table, called) => {
        const codings = toCodings(table);
        const renamed = codings.map((coding) => ({ ...coding, code: called[Number(coding.code) - 1] ?? '' }));
        const before = krippendorffAlpha({ codings, level: 'nominal' });
        const after = krippendorffAlpha({ codings: renamed, level: 'nominal' });
        expectSame(after.alpha, before.alpha);
        expect(after.reason).toBe(before.reason);
      }),
    );
  });

  test('codings that are all the same are not computable at any level', () => {
    fc.assert(
      fc.property(cells, level, (table, at) => {
        const constant = toCodings(table).map((coding) => ({ ...coding, code: '3' }));
        const result = krippendorffAlpha({ codings: constant, level: at });
        expect(result.alpha).toBeNull();
        expect(result.reason).not.toBeNull();
      }),
    );
  });

  test('interval alpha does not know the unit of measurement, nor ratio alpha its size', () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 2, max: 9 }), fc.integer({ min: -50, max: 50 }), (table, factor, shift) => {
        const codings = toCodings(table);
        const moved = codings.map((coding) => ({ ...coding, code: String(Number(coding.code) * factor + shift) }));
        const grown = codings.map((coding) => ({ ...coding, code: String(Number(coding.code) * factor) }));
        expectSame(
          krippendorffAlpha({ codings: moved, level: 'interval' }).alpha,
          krippendorffAlpha({ codings, level: 'interval' }).alpha,
        );
        expectSame(
          krippendorffAlpha({ codings: grown, level: 'ratio' }).alpha,
          krippendorffAlpha({ codings, level: 'ratio' }).alpha,
        );
      }),
    );
  });

  test('agrees with the definition: coincidences times differences, summed over the matrix', () => {
    const differences: Record<ReliabilityLevel, (a: number, b: number, codes: number[], margins: number[]) => number> = {
      nominal: (a, b) => (a === b ? 0 : 1),
      interval: (a, b) => (a - b) ** 2,
      ratio: (a, b) => ((a - b) / (a + b)) ** 2,
      ordinal: (a, b, codes, margins) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const between = codes.reduce((sum, code, index) => sum + (code >= low && code <= high ? (margins[index] ?? 0) : 0), 0);
        return (between - ((margins[codes.indexOf(a)] ?? 0) + (margins[codes.indexOf(b)] ?? 0)) / 2) ** 2;
      },
    };
    fc.assert(
      fc.property(cells, level, (table, at) => {
        const codings = toCodings(table);
        const matrix = coincidenceMatrix({ codings, level: at });
        const { alpha } = krippendorffAlpha({ codings, level: at });
        if (matrix === null) {
          expect(alpha).toBeNull();
          return;
        }
        const codes = matrix.codes.map(Number);
        const margins = matrix.counts.map((row) => row.reduce((sum, count) => sum + count, 0));
        const n = margins.reduce((sum, margin) => sum + margin, 0);
        let observed = 0;
        let expected = 0;
        codes.forEach((a, row) => {
          codes.forEach((b, column) => {
            const difference = a === b ? 0 : differences[at](a, b, codes, margins);
            observed += (matrix.counts[row]?.[column] ?? 0) * difference;
            expected += (margins[row] ?? 0) * (margins[column] ?? 0) * difference;
          });
        });
        expectSame(alpha, 1 - ((n - 1) * observed) / expected);
      }),
    );
  });
});
