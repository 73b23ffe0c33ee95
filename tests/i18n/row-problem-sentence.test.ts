import { describe, expect, test } from 'vitest';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { rejectionSentence } from '#lib/i18n/row-problem-sentence';

const ENGLISH = dictionaryOf('en');

describe('what a list of rejected rows says', () => {
  test('a row that could not be read has no column to name, and is told what to do', () => {
    expect(rejectionSentence(ENGLISH, { column: null, code: 'unclosed_quote', remedy: 'check_quotes' })).toBe(
      'A quotation mark is opened and never closed. Check the quotation marks of the row.',
    );
  });

  test('a field says what to do in its own sentence, once', () => {
    expect(rejectionSentence(ENGLISH, { column: 'text', code: 'required', remedy: 'fill_in' })).toBe(
      'text: This is empty. Fill it in.',
    );
  });
});
