import { expect, test } from 'vitest';
import { smallSampleRule } from '#lib/core/statistics/small-sample';

test.each([
  [0, 'empty', false, 'nothing'],
  [1, 'too_few', false, 'nothing'],
  [4, 'too_few', false, 'nothing'],
  [5, 'small', true, 'counts'],
  [9, 'small', true, 'counts'],
  [10, 'enough', true, 'per_cent'],
  [1000, 'enough', true, 'per_cent'],
] as const)('n = %d', (n, size, drawInterval, shareAs) => {
  expect(smallSampleRule(n)).toEqual({ n, size, drawInterval, shareAs });
});

test.each([-1, 2.5, Number.NaN])('%d is no count', (n) => {
  expect(() => smallSampleRule(n)).toThrow(RangeError);
});
