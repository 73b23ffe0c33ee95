import { describe, expect, test } from 'vitest';
import { agreementBand, agreementMark } from '#lib/core/reliability/agreement-band';
import { orderedCodes } from '#lib/core/reliability/code-order';
import { coderPairs } from '#lib/core/reliability/coder-pairs';
import { confusionTable, pooledConfusionTable } from '#lib/core/reliability/confusion';
import { percentAgreement } from '#lib/core/reliability/percent-agreement';
import { codingsOf } from './reliability-tables';

describe('coderPairs', () => {
  test('each two coders who share a unit, in order of their ids', () => {
    const pairs = coderPairs(codingsOf({ C: 'a . .', A: 'a b .', B: 'b . c' }));
    expect(pairs).toEqual([
      { firstCoder: 'A', secondCoder: 'B', codes: [{ unit: 'unit 1', first: 'a', second: 'b' }] },
      { firstCoder: 'A', secondCoder: 'C', codes: [{ unit: 'unit 1', first: 'a', second: 'a' }] },
      { firstCoder: 'B', secondCoder: 'C', codes: [{ unit: 'unit 1', first: 'b', second: 'a' }] },
    ]);
  });

  test('coders who share nothing are no pair', () => {
    expect(coderPairs(codingsOf({ A: 'a .', B: '. a' }))).toEqual([]);
  });
});

describe('percentAgreement', () => {
  test('counts and Wilson interval', () => {
    const [pair] = coderPairs(codingsOf({ A: 'a a a a a b b b', B: 'a a a a a a a a' }));
    const result = percentAgreement(pair?.codes ?? []);
    expect(result).toMatchObject({ agreed: 5, n: 8, share: 0.625 });
    expect(result.ci?.[0]).toBeCloseTo(0.306, 3);
    expect(result.ci?.[1]).toBeCloseTo(0.863, 3);
  });

  test('of nothing there is no share', () => {
    expect(percentAgreement([])).toEqual({ agreed: 0, n: 0, share: null, ci: null });
  });
});

describe('confusion tables', () => {
  const codes = [
    { unit: 'u1', first: 'favor', second: 'against' },
    { unit: 'u2', first: 'against', second: 'favor' },
    { unit: 'u3', first: 'favor', second: 'favor' },
    { unit: 'u1', first: 'favor', second: 'against' },
  ];

  test('rows are the first coder, cells hold the units, the codebook sets the order', () => {
    const table = confusionTable(codes, ['favor', 'against', 'none']);
    expect(table.codes).toEqual(['favor', 'against', 'none']);
    expect(table.n).toBe(4);
    expect(table.rows.map((row) => row.map(({ count }) => count))).toEqual([
      [1, 2, 0],
      [1, 0, 0],
      [0, 0, 0],
    ]);
    expect(table.rows[0]?.[1]).toEqual({ row: 'favor', column: 'against', count: 2, units: ['u1'] });
  });

  test('pooled over pairs it has nothing under the diagonal and loses nothing', () => {
    const table = pooledConfusionTable(codes, ['favor', 'against']);
    expect(table.rows.map((row) => row.map(({ count }) => count))).toEqual([
      [1, 3],
      [0, 0],
    ]);
    expect(table.rows[0]?.[1]?.units).toEqual(['u1', 'u2']);
  });

  test('codes that the codebook does not know follow its own, numbers by size', () => {
    expect(orderedCodes(['10', '9', 'x', 'b', '-1'], ['b', 'a'])).toEqual(['b', 'a', '-1', '9', '10', 'x']);
  });
});

describe('agreementBand', () => {
  test.each([
    [0.6664, null, 'low'],
    [0.6665, null, 'tentative'],
    [0.667, null, 'tentative'],
    [0.7994, null, 'tentative'],
    [0.7995, null, 'good'],
    [0.8, null, 'good'],
    [1, null, 'good'],
    [-0.5, null, 'low'],
    [null, 'one_category', 'low'],
    [null, 'no_shared_unit', 'low'],
    [null, 'one_coder', 'one_coder'],
    [null, 'no_codings', 'uncoded'],
  ] as const)('alpha %s, reason %s: %s', (alpha, reason, expected) => {
    expect(agreementBand(alpha, reason)).toBe(expected);
  });

  test('the mark carries what a sentence needs', () => {
    expect(agreementMark({ alpha: 0.52, ci: [0.31, 0.7], units: 24, coders: 2, reason: null })).toEqual({
      band: 'low',
      alpha: 0.52,
      ci: [0.31, 0.7],
      units: 24,
      coders: 2,
      reason: null,
    });
  });
});
