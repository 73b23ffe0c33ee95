import { expect, test } from 'vitest';
import { krippendorffAlpha } from '#lib/core/reliability/krippendorff-alpha';
import { diagnosisRows } from '#lib/core/reliability/reliability-diagnosis';
import { CANONICAL, codingsOf } from './reliability-tables';

test('the rows that enter give the same alpha again', () => {
  const rows = diagnosisRows({ codings: CANONICAL, level: 'interval' });
  expect(rows).toHaveLength(41);
  const entering = rows.filter(({ entersAlpha }) => entersAlpha);
  expect(entering).toHaveLength(40);
  const again = entering.map(({ unit, coder, number }) => ({ unit, coder, code: String(number) }));
  expect(krippendorffAlpha({ codings: again, level: 'interval' }).alpha).toBe(
    krippendorffAlpha({ codings: CANONICAL, level: 'interval' }).alpha,
  );
});

test('ordinal codes carry their place in the order, nominal ones no number', () => {
  const codings = codingsOf({ B: 'low high', A: 'mid high' });
  expect(diagnosisRows({ codings, level: 'ordinal', order: ['low', 'mid', 'high'] })[0]).toEqual({
    unit: 'unit 1',
    coder: 'A',
    code: 'mid',
    number: 2,
    entersAlpha: true,
  });
  expect(diagnosisRows({ codings, level: 'nominal' })[0]?.number).toBeNull();
});

test('nothing enters what cannot be computed', () => {
  expect(
    diagnosisRows({ codings: codingsOf({ A: 'a a', B: 'a a' }), level: 'nominal' }).some(({ entersAlpha }) => entersAlpha),
  ).toBe(false);
});
