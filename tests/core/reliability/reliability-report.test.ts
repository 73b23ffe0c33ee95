import { describe, expect, test } from 'vitest';
import { alphaWithInterval } from '#lib/core/reliability/alpha-bootstrap';
import { reliabilityReport } from '#lib/core/reliability/reliability-report';
import { CANONICAL, codingsOf } from './reliability-tables';

describe('reliabilityReport', () => {
  const report = reliabilityReport({ codings: CANONICAL, level: 'nominal' }, { seed: 3 });

  test('alpha with interval, seed and what it rests on', () => {
    expect(report.alpha).toEqual(alphaWithInterval({ codings: CANONICAL, level: 'nominal' }, { seed: 3 }));
    expect(report.mark).toMatchObject({ band: 'tentative', units: 11, coders: 4, reason: null });
    expect(report).toMatchObject({ codings: 41, codedUnits: 12 });
  });

  test('units in dispute are those where codes differ', () => {
    expect(report.disputedUnits).toEqual(['unit 2', 'unit 6', 'unit 8']);
  });

  test('all six pairs, each with kappa, agreement and table over what the two share', () => {
    expect(report.pairs.map(({ firstCoder, secondCoder }) => firstCoder + secondCoder)).toEqual([
      'AB',
      'AC',
      'AD',
      'BC',
      'BD',
      'CD',
    ]);
    const [ab] = report.pairs;
    expect(ab?.agreement).toMatchObject({ agreed: 8, n: 9 });
    // A: three 1, three 2, two 3, one 4; B: two 1, four 2, two 3, one 4, which is all they share. Chance: (6 + 12 + 4 + 1) / 81.
    expect(ab?.kappa.kappa).toBeCloseTo((8 / 9 - 23 / 81) / (1 - 23 / 81), 12);
    expect(ab?.kappa.weights).toBe('none');
    expect(ab?.confusion.rows[0]?.[1]).toMatchObject({ row: '1', column: '2', units: ['unit 6'] });
  });

  test('overall agreement is over all pairs of codings', () => {
    expect(report.agreement.n).toBe(55);
    expect(report.confusion.n).toBe(55);
    const diagonal = report.confusion.rows.reduce((sum, row, index) => sum + (row[index]?.count ?? 0), 0);
    expect(diagonal).toBe(report.agreement.agreed);
  });

  test('codes in an order get linear weights in that order', () => {
    const codings = codingsOf({ A: 'low mid high', B: 'low high high' });
    const ordinal = reliabilityReport({ codings, level: 'ordinal', order: ['low', 'mid', 'high'] });
    expect(ordinal.pairs[0]?.kappa.weights).toBe('linear');
    expect(ordinal.confusion.codes).toEqual(['low', 'mid', 'high']);
  });

  test('each group has its own coefficient or its own reason', () => {
    const languages: Record<string, string> = { 'unit 1': 'ar', 'unit 2': 'ar', 'unit 3': 'ar', 'unit 4': 'en', 'unit 5': 'en' };
    const codings = codingsOf({ A: 'a b a b b', B: 'a b b b b' }).map((coding) => ({
      ...coding,
      groups: { language: languages[coding.unit] ?? 'none', camp: 'pragmatic' },
    }));
    const grouped = reliabilityReport({ codings, level: 'nominal' });
    expect(grouped.groups.map(({ dimension, group }) => [dimension, group])).toEqual([
      ['camp', 'pragmatic'],
      ['language', 'ar'],
      ['language', 'en'],
    ]);
    const [camp, arabic, english] = grouped.groups;
    expect(camp?.alpha.alpha).toBe(grouped.alpha.alpha);
    // aa, bb, ab: observed 1/3; three a and three b: 18 of 30 ordered pairs differ; alpha = 1 - (1/3) / (3/5).
    expect(arabic?.alpha.alpha).toBeCloseTo(4 / 9, 12);
    expect(arabic?.agreement).toMatchObject({ agreed: 2, n: 3 });
    expect(english?.mark).toMatchObject({ band: 'low', reason: 'one_category', alpha: null });
  });

  test('one coder: nothing to compare, and said so', () => {
    const alone = reliabilityReport({ codings: codingsOf({ A: 'a b c' }), level: 'nominal' });
    expect(alone.mark).toMatchObject({ band: 'one_coder', coders: 1, units: 0 });
    expect(alone.pairs).toEqual([]);
    expect(alone.agreement.share).toBeNull();
  });
});
