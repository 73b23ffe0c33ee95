import { describe, expect, test } from 'vitest';
import { cutAtWord } from '#lib/core/text/cut-at-word';

describe('the start of a text', () => {
  test.each([
    ['a text that fits stays as it is', 'Not in our name.', 16, 'Not in our name.'],
    ['a longer one ends after a whole word', 'Not in our name, not now.', 18, 'Not in our name…'],
    ['a word that just fits stays', 'Not in our name, not now.', 20, 'Not in our name, not…'],
    ['Arabic ends after a whole word, without its comma', 'لا باسمنا، ولا الآن.', 14, 'لا باسمنا، ولا…'],
    ['a text without a space near its end is cut where it must be', 'abcdefghij', 4, 'abcd…'],
    ['no character is cut in two', '😀😀😀', 2, '😀😀…'],
    ['characters count, not their units', '😀😀😀', 3, '😀😀😀'],
  ])('%s', (_name, text, length, shown) => {
    expect(cutAtWord(text, length)).toBe(shown);
  });
});
