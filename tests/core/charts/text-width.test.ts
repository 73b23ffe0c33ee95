import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutToWidth, textWidth, wrapText } from '#lib/core/charts/text-width';

const FACE = { size: 14 };

describe('textWidth', () => {
  // Measured in Chromium with the two fonts that the product ships, at 1000 px.
  test.each([
    ['عائلات الضحايا', 5452],
    ['المعسكر البراغماتي', 6620],
    ['لا يمكن الترميز', 5059],
    ['حسب الصياغة غير مقيَّمة', 9267],
  ])('%s is within 5 %% of what a browser measures', (text, measured) => {
    const width = textWidth(text, { size: 1000 });
    expect(Math.abs(width - measured) / measured).toBeLessThan(0.05);
  });

  test('grows with the size and with the weight', () => {
    expect(textWidth('Camp', { size: 28 })).toBeCloseTo(2 * textWidth('Camp', FACE));
    expect(textWidth('Camp', { ...FACE, semibold: true })).toBeGreaterThan(textWidth('Camp', FACE));
  });

  test('marks that combine and isolates take no room', () => {
    expect(textWidth('مُحاسَبة', FACE)).toBe(textWidth('محاسبة', FACE));
    expect(textWidth('\u2068Camp\u2069', FACE)).toBe(textWidth('Camp', FACE));
  });
});

describe('cutToWidth', () => {
  test('leaves what fits alone', () => {
    expect(cutToWidth('Camp', 100, FACE)).toBe('Camp');
  });

  test('never exceeds its room by a letter, and never splits one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 20, max: 200 }), (text, room) => {
        const cut = cutToWidth(text, room, FACE);
        expect(cut === text || cut === '…' || textWidth(cut, FACE) <= room + 1e-9).toBe(true);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('wrapText', () => {
  test('breaks between words and keeps all of them', () => {
    const { lines, cut } = wrapText('Families of the victims of all provinces', 120, FACE, 9);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe('Families of the victims of all provinces');
    expect(cut).toBe(false);
  });

  test('what finds no room ends in an ellipsis, and it is said', () => {
    const { lines, cut } = wrapText('Families of the victims of all provinces', 120, FACE, 1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/…$/u);
    expect(cut).toBe(true);
  });

  test('breaks a word that no line can hold, and loses no letter of it', () => {
    const word = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkunterbe';
    const { lines, cut } = wrapText(`The ${word}`, 120, FACE, 9);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('').replace('The', '')).toBe(word);
    expect(lines.every((line) => textWidth(line, FACE) <= 120)).toBe(true);
    expect(cut).toBe(false);
  });

  test('does not break at a no-break space', () => {
    expect(wrapText('a (n\u00a0=\u00a024)', 55, FACE, 5).lines).toEqual(['a', '(n\u00a0=\u00a024)']);
  });
});
