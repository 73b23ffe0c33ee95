import { expect, test } from 'vitest';
import { codingFromForm, parseCoding } from '#lib/core/codings/coding-input';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { problemSentence } from '#lib/i18n/problem-sentence';

function read(cells: Readonly<Record<string, string>>) {
  return parseCoding(codingFromForm({ statement: 's', variable: 'sarcasm', code: 'no', coder: 'hala', ...cells }));
}

test.each([
  ['2', 2],
  [' 3 ', 3],
  // What pandas and R make of whole numbers in a column with gaps.
  ['2.0', 2],
  ['٣', 3],
  ['', null],
])('a cell that says %j is confidence %j', (cell, confidence) => {
  expect(read({ confidence: cell })).toMatchObject({ ok: true, value: { confidence } });
});

test.each([
  ['confidence', '0.9', '“0.9” is not a whole number from 1 to 3. Choose one of them.'],
  ['confidence', 'high', '“high” is not a whole number from 1 to 3. Write one in digits.'],
  ['round', '1.5', '“1.5” is not a whole number from 1 to 1,000,000. Choose one of them.'],
  ['codebook_version', 'v2', '“v2” is not a whole number from 1 on. Write one in digits.'],
])('%s %s is refused in a sentence that says what may stand there', (field, cell, sentence) => {
  const refused = read({ [field]: cell });
  const problems = refused.ok ? [] : refused.problem.fields;
  expect(problems.map((problem) => problemSentence(dictionaryOf('en'), problem))).toEqual([sentence]);
});

test('a number that is sent as text is told apart from what is no number', () => {
  const refused = parseCoding({ statement: 's', variable: 'sarcasm', code: 'no', coder: 'hala', confidence: '2' });
  const problems = refused.ok ? [] : refused.problem.fields;
  expect(problems.map((problem) => problemSentence(dictionaryOf('en'), problem))).toEqual([
    '“2” is sent as text, and a whole number from 1 to 3 is needed: in JSON, a number has no quotation marks.',
  ]);
});
