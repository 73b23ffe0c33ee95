import { describe, expect, it } from 'vitest';
import { SEEN_MAX, seenValue } from '#lib/core/statement/seen-value';

describe('seenValue', () => {
  it.each([
    ['a short text', 'abc', 'abc'],
    ['a number', -0.5, '-0.5'],
    ['a truth value', false, 'false'],
    ['nothing', undefined, undefined],
    ['an object', {}, undefined],
    ['control characters', 'a\0\n\u007f\u0085', 'a␀␊␡\uFFFD'],
    ['half a pair', 'a\ud800', 'a\uFFFD'],
    ['exactly as much as fits', 'x'.repeat(SEEN_MAX), 'x'.repeat(SEEN_MAX)],
    ['one too many', 'x'.repeat(SEEN_MAX + 1), `${'x'.repeat(SEEN_MAX - 1)}…`],
    ['a pair at the cut', `${'x'.repeat(SEEN_MAX - 2)}😀xx`, `${'x'.repeat(SEEN_MAX - 2)}…`],
  ])('shows %s', (_, value, shown) => {
    expect(seenValue(value)).toBe(shown);
  });
});
