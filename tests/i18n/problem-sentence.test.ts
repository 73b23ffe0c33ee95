import { expect, test } from 'vitest';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { problemSentence } from '#lib/i18n/problem-sentence';

test('a field that does not exist is named by its name', () => {
  expect(problemSentence(dictionaryOf('en'), { field: 'stanse', code: 'unknown_field' })).toBe(
    'There is no field called “stanse”. Check its spelling, or leave it out.',
  );
  expect(problemSentence(dictionaryOf('ar'), { field: 'stanse', code: 'unknown_field' })).toContain('stanse');
});
