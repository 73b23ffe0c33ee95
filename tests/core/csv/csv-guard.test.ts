import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardText, unguardText } from '#lib/core/csv/csv-guard';

describe('guardText', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['\0=1', "'\0=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ["'quoted'", "''quoted'"],
    ["''", "'''"],
  ])('guards %j', (text, guarded) => {
    expect(guardText(text)).toBe(guarded);
    expect(unguardText(guarded)).toBe(text);
  });

  it.each(['', 'a', ' =1', '1-2', 'لا', '"=1"', '“='])('leaves %j', (text) => {
    expect(guardText(text)).toBe(text);
  });

  it('leaves an apostrophe that guards nothing', () => {
    expect(unguardText("'tis")).toBe("'tis");
    expect(unguardText("'")).toBe("'");
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＇', 'x') }),
  );
  it('is undone exactly, for every text', () => {
    fc.assert(fc.property(anyText, (text) => unguardText(guardText(text)) === text));
  });
  it('leaves no text that starts with a character of a formula', () => {
    fc.assert(fc.property(anyText, (text) => !/^[=+\-@\t\r\n\0＝＋－＠]/.test(guardText(text))));
  });
});
