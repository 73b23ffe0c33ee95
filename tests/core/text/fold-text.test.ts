import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldTextWithOffsets, originalRange } from '#lib/core/text/fold-text';

describe('foldText', () => {
  it.each([
    ['drops vowel signs', 'مُحاسَبة', 'محاسبه'],
    ['drops tatweel', 'عـــدالة', 'عداله'],
    ['alef with hamza below', 'إدلب', 'ادلب'],
    ['alef with hamza above, madda, wasla', 'أآٱ', 'ااا'],
    ['alef with combining hamza', 'ا\u0654ا\u0655ا\u0653', 'ااا'],
    ['alef maksura', 'على', 'علي'],
    ['waw and yeh with hamza', 'مؤامرة مئة', 'موامره ميه'],
    ['a lone hamza stays', 'شهداء', 'شهداء'],
    ['superscript alef', 'هٰذا', 'هذا'],
    ['shadda with vowel', 'الشَّعْبُ', 'الشعب'],
    ['Arabic-Indic digits', '٣١ تموز ٢٠٢٥', '31 تموز 2025'],
    ['Persian digits', '۱۴۰۴', '1404'],
    ['Persian yeh and keheh', 'کی', 'كي'],
    ['presentation form lam-alef', '\ufefb', 'لا'],
    ['presentation form with vowel signs inside a word', 'ﻣﺤﺎﺳﺒﺔ', 'محاسبه'],
    ['the ligature Allah', 'ﷲ', 'الله'],
    ['bidirectional controls', '\u202bعدالة\u202c\u200f', 'عداله'],
    ['zero-width joiner and non-joiner', 'می\u200cخواهم', 'ميخواهم'],
    ['Latin capitals', 'Damascus-MOSCOW', 'damascus-moscow'],
    ['full-width forms', 'ＡＢＣ１', 'abc1'],
    ['decomposed Latin is composed', 'E\u0301TAT', 'état'],
    ['Latin marks stay', 'état', 'état'],
    ['no-break space', 'a\u00a0b', 'a b'],
    ['both sigmas', 'ΟΔΟΣ ΟΔΟς', 'οδοσ οδοσ'],
    ['Hangul jamo are joined', '\u1112\u1161\u11ab', '한'],
    ['emoji stays', '😡🇸🇾', '😡🇸🇾'],
    ['a lone surrogate stays', 'a\ud800b', 'a\ud800b'],
    ['NUL stays', 'a\0b', 'a\0b'],
    ['nothing', '', ''],
  ])('%s', (_name, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('lets a query find what was asked of the search', () => {
    expect(foldText('العدالة')).toContain(foldText('عدالة'));
    expect(foldText('مُحاسَبة')).toContain(foldText('محاسبة'));
    expect(foldText('إدلب')).toContain(foldText('ادلب'));
  });

  it('changes nothing the second time, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing the second time, for each character of the Unicode planes 0 to 2, alone and between Arabic letters', () => {
    const differing: string[] = [];
    for (let point = 0; point < 0x30000; point += 1) {
      for (const text of [String.fromCodePoint(point), `ب${String.fromCodePoint(point)}ا`]) {
        const once = foldText(text);
        if (foldText(once) !== once) differing.push(point.toString(16));
      }
    }
    expect(differing).toEqual([]);
  });

  it('folds canonically equivalent Arabic to the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0x0600, max: 0x06ff }).map((point) => String.fromCodePoint(point))).map((all) => all.join('')),
        (text) => {
          expect(foldText(text.normalize('NFD'))).toBe(foldText(text));
          expect(foldText(text.normalize('NFC'))).toBe(foldText(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('keeps 30 marks of a character that carries 10,000', () => {
    const marks = '\u0301\u0323'.repeat(5000);
    const folded = foldText(`q${marks}z`);
    expect(folded.startsWith('q')).toBe(true);
    expect(folded.endsWith('z')).toBe(true);
    expect(folded).toHaveLength(32);
    expect(foldText(`ب${'\u064e'.repeat(10_000)}ت`)).toBe('بت');
  });

  it('folds 200,000 characters of each hostile kind', () => {
    for (const unit of ['a', 'ب', 'é', '\u0301\u0323', '\ud800', '\u202e', '😡', '\ufdfa']) {
      const text = unit.repeat(200_000 / unit.length);
      expect(foldText(foldText(text))).toBe(foldText(text));
    }
  });
});

describe('foldTextWithOffsets', () => {
  it('marks a hit in the text as it was written', () => {
    const text = 'نطالب بالمُحاسَبةِ الآن';
    const { folded, offsets } = foldTextWithOffsets(text);
    const hit = foldText('محاسبة');
    const at = folded.indexOf(hit);
    const { start, end } = originalRange(offsets, at, at + hit.length);
    expect(text.slice(start, end)).toBe('مُحاسَبةِ');
  });

  it('marks the whole ligature when one of its letters is hit', () => {
    const { folded, offsets } = foldTextWithOffsets('xﻻy');
    expect(folded).toBe('xلاy');
    expect(offsets).toEqual([0, 1, 1, 2, 3]);
    expect(originalRange(offsets, 1, 2)).toEqual({ start: 1, end: 2 });
    expect(originalRange(offsets, 2, 3)).toEqual({ start: 1, end: 2 });
  });

  it('counts UTF-16 units after emoji', () => {
    const { folded, offsets } = foldTextWithOffsets('😡 أ');
    expect(folded).toBe('😡 ا');
    expect(offsets).toEqual([0, 1, 2, 3, 4]);
  });

  it('an empty hit marks nothing', () => {
    const { offsets } = foldTextWithOffsets('أب');
    expect(originalRange(offsets, 1, 1)).toEqual({ start: 1, end: 1 });
  });

  it('agrees with foldText and never goes back, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, offsets } = foldTextWithOffsets(text);
        expect(folded).toBe(foldText(text));
        expect(offsets).toHaveLength(folded.length + 1);
        expect(offsets[folded.length]).toBe(text.length);
        for (let i = 1; i < offsets.length; i += 1) expect(offsets[i]).toBeGreaterThanOrEqual(offsets[i - 1] ?? 0);
      }),
      { numRuns: 2000 },
    );
  });
});
