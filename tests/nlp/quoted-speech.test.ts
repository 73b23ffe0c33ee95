import { describe, expect, it } from 'vitest';
import { findQuotations, maskQuotations } from '#lib/nlp/english/quoted-speech';

describe('quoted speech', () => {
  it.each([
    ['He said "no" and left.', ['"no"']],
    ['“One” and «two»', ['“One”', '«two»']],
    ['An open " stays open', []],
    ['„So“ it goes', ['„So“']],
    ["It's the dogs' home", []],
  ])('finds %j', (text, found) => {
    expect(findQuotations(text).map((span) => text.slice(span.start, span.end))).toEqual(found);
  });

  it('blanks quotations and keeps the length', () => {
    expect(maskQuotations('He said "no" and left.')).toBe('He said      and left.');
  });

  it('does not let one stray mark swallow a long text', () => {
    expect(findQuotations(`"${'a'.repeat(3_000)}"`)).toEqual([]);
  });
});
