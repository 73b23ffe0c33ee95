import { describe, expect, it } from 'vitest';
import { foldText } from '#lib/core/text/fold-text';
import { stemArabic } from '#lib/nlp/arabic/stem-arabic';

describe('stemArabic', () => {
  it.each([
    ['العدالة', 'عدال'],
    ['عدالة', 'عدال'],
    ['والعدالة', 'عدال'],
    ['بالعدالة', 'عدال'],
    ['للعدالة', 'عدال'],
    ['هالحكي', 'حكي'],
    ['الحكي', 'حكي'],
    ['مجرمين', 'مجرم'],
    ['المجرمون', 'مجرم'],
    ['مجرمات', 'مجرم'],
    ['بيوتنا', 'بيوت'],
    ['حياتهم', 'حيات'],
    ['من', 'من'],
    ['ما', 'ما'],
    ['ورد', 'ورد'],
    ['فرح', 'فرح'],
    ['الم', 'الم'],
    ['', ''],
  ])('%s becomes %s', (word, stem) => {
    expect(stemArabic(foldText(word))).toBe(stem);
  });

  it('leaves at least two letters of any longer word', () => {
    for (const word of ['والها', 'الات', 'للكم', 'وبالهم', 'هاهاها', 'يايايا'])
      expect(stemArabic(word).length).toBeGreaterThanOrEqual(2);
  });
});
