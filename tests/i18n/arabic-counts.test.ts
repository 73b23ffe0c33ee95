import { describe, expect, test } from 'vitest';
import { ar } from '#lib/i18n/ar';
import { arCharts } from '#lib/i18n/ar-charts';

describe('Arabic counts', () => {
  test.each([
    ['an object takes its ending: one', ar.import.check.submit(1), 'استورد صفًا واحدًا'],
    ['an object takes its ending: two', ar.import.check.submit(2), 'استورد صفين'],
    ['three to ten take the plural', ar.import.check.submit(3), 'استورد ٣ صفوف'],
    ['eleven and on the accusative singular', ar.export.rows(11), '١١ صفًا'],
    ['a hundred the genitive singular', ar.export.rows(100), '١٠٠ صف'],
    [
      'what did not change is not told',
      ar.views.changed({ codings: 0, statements: 2, edited: 0, hidden: 0 }),
      'منذ ذلك أضيف قولان.',
    ],
    [
      'what changed is',
      ar.views.changed({ codings: 3, statements: 1, edited: 0, hidden: 0 }),
      'منذ ذلك تغيّر ٣ ترميزات، وأضيف قول واحد.',
    ],
    [
      'what was corrected is no change of nothing',
      ar.views.changed({ codings: 0, statements: 0, edited: 2, hidden: 0 }),
      'صُحّح بعد ذلك قولان، ويظهر ذلك هنا بعد التصحيح.',
    ],
    ['nothing changed', ar.views.changed({ codings: 0, statements: 0, edited: 0, hidden: 0 }), 'لم يتغير شيء منذ ذلك.'],
    [
      'no dual stands after a preposition',
      ar.reliability.detail.rests(2, 2, 2),
      'الأقوال التي رمّزها شخصان أو أكثر: ٢؛ والمرمِّزون: ٢؛ وأزواج الترميزات: ٢.',
    ],
    [
      'of two statements stands in the genitive',
      arCharts.markFacts({ kind: 'slogan_use', slogan: 'لا عدالة', use: 'report', count: 1, n: 2 }),
      '«لا عدالة»: ينقل، ١ من أصل قولين',
    ],
    ['the codes are alone, not their coder', ar.reliability.robustness.levels.judgement('هالة'), 'رموز هالة وحدها'],
    ['what is compared', ar.duplicates.compared(2, 12), 'قورن قولان، وينتظر القرار ١٢ زوجًا.'],
  ])('%s', (_name, written, expected) => {
    expect(written).toBe(expected);
  });
});
