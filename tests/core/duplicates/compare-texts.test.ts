import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '#lib/core/duplicates/compare-texts';

function marked(left: string, right: string) {
  const difference = compareTexts(left, right);
  return [
    difference.left.map(({ start, end }) => left.slice(start, end)),
    difference.right.map(({ start, end }) => right.slice(start, end)),
  ];
}

describe('compareTexts', () => {
  it.each([
    ['the same', 'one two', 'one two', [], []],
    ['spelling and punctuation', 'العدالة، أولاً!', 'العداله اولا', [], []],
    ['a word more', 'one three', 'one two three', [], ['two']],
    ['a word less at the end', 'one two', 'one', ['two'], []],
    ['another word', 'we want peace now', 'we want justice now', ['peace'], ['justice']],
    ['a run of words as one', 'a b c d', 'a x, y d', ['b c'], ['x, y']],
    ['nothing in common', 'a b', 'c', ['a b'], ['c']],
    ['words that moved', 'a b c', 'c a b', ['c'], ['c']],
    ['an empty side', '', 'a b', [], ['a b']],
  ])('marks %s', (_, left, right, onLeft, onRight) => {
    expect(marked(left, right)).toEqual([onLeft, onRight]);
  });

  it('leaves the same words on both sides when what it marked is taken off', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }).map((words) => words.join(' '));
    const rest = (whole: string, ranges: readonly { start: number; end: number }[]) =>
      [...whole.matchAll(/\w/g)]
        .filter(({ index }) => !ranges.some(({ start, end }) => index >= start && index < end))
        .map(([word]) => word);
    fc.assert(
      fc.property(text, text, (left, right) => {
        const difference = compareTexts(left, right);
        expect(rest(left, difference.left)).toEqual(rest(right, difference.right));
      }),
    );
  });
});
