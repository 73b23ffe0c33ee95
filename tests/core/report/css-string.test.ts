import { describe, expect, it } from 'vitest';
import { cssString } from '#lib/core/report/css-string';

describe('a text in a style sheet', () => {
  it('keeps letters of every script', () => {
    expect(cssString('Filter: المعسكر = «أ» · 12')).toBe('"Filter: المعسكر = «أ» · 12"');
  });

  it.each([
    ['a"; } body { color: red', '"a\\22 ; } body { color: red"'],
    ["it's", '"it\\27 s"'],
    ['</style><script>', '"\\3c /style\\3e \\3c script\\3e "'],
    ['back\\slash', '"back\\5c slash"'],
    ['two\nlines', '"two\\a lines"'],
  ])('cannot be ended by %j', (text, css) => {
    expect(cssString(text)).toBe(css);
  });
});
