import { describe, expect, it } from 'vitest';
import { arabicStem, withoutArticle, withoutProclitics } from '#lib/core/search/arabic-forms';

// All words folded: ة is ه, أ and إ are ا, ى is ي.
describe('withoutArticle', () => {
  it.each([
    ['العداله', 'عداله'],
    ['والعداله', 'عداله'],
    ['بالعداله', 'عداله'],
    ['فبالعداله', 'عداله'],
    ['للعداله', 'عداله'],
    ['وللعداله', 'عداله'],
    ['الدم', 'دم'],
    ['عداله', 'عداله'],
    ['الله', 'الله'],
    ['لله', 'لله'],
    ['الي', 'الي'],
    ['الم', 'الم'],
    ['وطنيه', 'وطنيه'],
  ])('%s: %s', (word, base) => {
    expect(withoutArticle(word)).toBe(base);
  });
});

describe('withoutProclitics', () => {
  it.each([
    ['ودمشق', 3, ['دمشق']],
    ['وبدمشق', 3, ['بدمشق', 'دمشق']],
    ['سيكون', 3, ['يكون']],
    ['كتاب', 3, ['تاب']],
    ['كتاب', 4, []],
    ['ولا', 3, ['لا']],
    ['وطن', 3, []],
    ['دمشق', 3, []],
  ] as const)('%s, %i left: %j', (word, min, rests) => {
    expect(withoutProclitics(word, min)).toEqual(rests);
  });
});

describe('arabicStem', () => {
  it.each([
    ['عداله', 'عدال'],
    ['عدالته', 'عدال'],
    ['عدالتهم', 'عدال'],
    ['سوري', 'سور'],
    ['سوريه', 'سور'],
    ['سوريين', 'سور'],
    ['سوريات', 'سور'],
    ['روسيا', 'روس'],
    ['مسوولون', 'مسوول'],
    ['دم', 'دم'],
    ['حقي', 'حقي'],
  ])('%s: %s', (word, stem) => {
    expect(arabicStem(word)).toBe(stem);
  });
});
