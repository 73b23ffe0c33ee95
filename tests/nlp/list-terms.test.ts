import { describe, expect, test } from 'vitest';
import { listTerms } from '#lib/nlp/list-terms';

describe('listTerms', () => {
  test.each([
    ['العدالة', 'عداله', 'عدالة'],
    ['والعدالة', 'عداله', 'عدالة'],
    ['مُحاسَبة', 'محاسبه', 'محاسبة'],
    ['إدلب', 'ادلب', 'إدلب'],
    ['الأهالي', 'اهالي', 'أهالي'],
    ['بنـــاء', 'بناء', 'بناء'],
  ])('%s is counted as %s and shown as %s', (word, term, written) => {
    expect(listTerms(`قالوا: ${word}.`, 'ar')).toContainEqual({ term, written });
  });

  test('leaves out words that carry no content', () => {
    expect(listTerms('في هذا الذي كان من قبل', 'ar')).toEqual([]);
    expect(listTerms('It was of the and', 'en')).toEqual([]);
  });

  test('counts an English word by its lemma, as often as it occurs', () => {
    expect(
      listTerms('The bombs fell on the hospital. The bomb was theirs.', 'en').filter(({ term }) => term === 'bomb'),
    ).toHaveLength(2);
  });
});
