import { type CountedNoun, counted, STATEMENTS } from '#lib/i18n/ar/counted';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber } from '#lib/i18n/format';

const PAIRS: CountedNoun = { none: 'صفر من الأزواج', one: 'زوج واحد', two: 'زوجان', few: 'أزواج', many: 'زوجًا', other: 'زوج' };

export const duplicates = {
  title: 'أقوال متشابهة',
  lead: 'الكلمات نفسها إذا نُشرت مرتين احتُسبت مرتين. قرر في كل زوج؛ فالرسوم تحتسب النسخ مرة واحدة.',
  compared: (n: number, pairs: number) => `قورن ${counted(n, STATEMENTS)}، وينتظر القرار ${counted(pairs, PAIRS)}.`,
  shownFirst: (shown: number) => `يُعرض الأكثر تشابهًا: ${formatNumber('ar', shown)}.`,
  goingOn: (compared: number, all: number) =>
    `المقارنة مستمرة: ${formatNumber('ar', compared)} من أصل ${formatNumber('ar', all)} حتى الآن. ويمكن القرار منذ الآن في الأزواج التي وُجدت.`,
  lookAgain: 'حدّث القائمة',
  pair: (place: number) => `الزوج ${formatNumber('ar', place)}`,
  earlier: 'جُمع أولًا',
  later: 'جُمع لاحقًا',
  alike: (share: string) => `يتطابق ${share} من حروفهما في مجموعات من ثلاثة.`,
  contained: (share: string) => `يرد ${share} من النص الأقصر في الأطول.`,
  marked: 'تحت ما لا يقوله إلا أحدهما خط.',
  sameWords: 'الكلمات واحدة، ولا يختلف إلا الترقيم أو الإملاء.',
  question: 'ما العلاقة بينهما؟',
  decisions: {
    repost: 'إعادة نشر',
    syndicated: 'نسخة موزّعة',
    quote: 'أحدهما يقتبس الآخر',
    not_duplicate: 'ليسا مكررين',
  },
  decisionHints: {
    repost: 'الكلمات نفسها نُشرت من جديد',
    syndicated: 'نص الوكالة نفسه لدى جهة ناشرة أخرى',
    quote: 'أحدهما يستعيد كلمات الآخر',
    not_duplicate: 'قولان مختلفان، ولن يُقترح الزوج مجددًا',
  },
  keep: 'أيهما يبقى على الرسوم؟',
  keepEarlier: 'ما جُمع أولًا',
  keepLater: 'ما جُمع لاحقًا',
  decide: 'احفظ القرار',
  by: 'اسمك',
  decidedHeading: 'ما تقرّر',
  decidedCaption: 'القرارات، أحدثها أولًا',
  columns: { first: 'الأول', second: 'الثاني', decision: 'القرار', who: 'من', when: 'متى', undo: 'تراجع' },
  undo: 'تراجع',
  undoLabel: (excerpt: string) => `تراجع عن القرار بشأن «${excerpt}»`,
  saved: 'حُفظ القرار.',
  undone: 'أُلغي القرار.',
  none: 'لا قولين متشابهين',
  noneBody: 'لم يبق ما يُقرَّر. وكل قول جديد يُقارن عند وصوله.',
  toStatements: 'اعرض الأقوال',
  linkFrom: 'قرر في الأقوال المتشابهة',
} satisfies Dictionary['duplicates'];
