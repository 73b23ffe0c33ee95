import type { Dictionary } from '#lib/i18n/dictionary';
import { choosePlural, formatNumber } from '#lib/i18n/format';

export const statements = {
  title: 'التصريحات',
  found: (n: number, all: number) =>
    n === all
      ? choosePlural('ar', n, {
          zero: 'لا تصريحات',
          one: 'تصريح واحد',
          two: 'تصريحان',
          few: `${formatNumber('ar', n)} تصريحات`,
          many: `${formatNumber('ar', n)} تصريحًا`,
          other: `${formatNumber('ar', n)} تصريح`,
        })
      : `${formatNumber('ar', n)} من أصل ${formatNumber('ar', all)} توافق التصفية`,
  search: 'ابحث في الكلمات',
  searchHint: 'علامتا الاقتباس تُبقيان الكلمات متتالية، وإشارة - قبل الكلمة تستبعدها.',
  apply: 'عرض',
  anyCamp: 'كل المعسكرات',
  anyStance: 'كل المواقف',
  facetCount: (n: number) => formatNumber('ar', n),
  language: 'اللغة',
  sourceLabel: 'المصدر',
  speakerLabel: 'القائل',
  dateLabel: 'قيل في',
  sort: 'الترتيب',
  contextCamp: 'سياق',
  exportThese: 'خذ هذه التصريحات ملف CSV',
  emptyTitle: 'لا تصريح يوافق هذه التصفية',
  emptyBody: 'أزل أحد عوامل التصفية لترى المزيد.',
  emptyEventTitle: 'لم يُجمع أي تصريح بعد',
  emptyEventBody: 'أضف أول تصريح، فبه تبدأ الرسوم.',
  openStatement: 'افتح التصريح',
  readAll: 'اقرأ البقية',
} satisfies Dictionary['statements'];
