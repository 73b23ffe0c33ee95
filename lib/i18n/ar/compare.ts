import type { Dictionary } from '#lib/i18n/dictionary';
import { choosePlural, formatNumber, formatPercent } from '#lib/i18n/format';

export const compare = {
  title: 'المقارنة',
  target: 'الموقف من',
  happened: 'وقع في',
  collected: (statements: string, sources: string, languages: string) =>
    `${statements}، عدد المصادر: ${sources}، اللغات: ${languages}`,
  contextLeftOut: (n: number) =>
    choosePlural('ar', n, {
      one: 'تصريح واحد لمسؤول ورد للسياق ولا يدخل في المقارنة.',
      two: 'تصريحان لمسؤولين وردا للسياق ولا يدخلان في المقارنة.',
      few: `${formatNumber('ar', n)} تصريحات لمسؤولين وردت للسياق ولا تدخل في المقارنة.`,
      many: `${formatNumber('ar', n)} تصريحًا لمسؤولين وردت للسياق ولا تدخل في المقارنة.`,
      other: `${formatNumber('ar', n)} تصريح لمسؤولين وردت للسياق ولا تدخل في المقارنة.`,
    }),
  contextShow: 'أظهرها أيضًا',
  contextHide: 'استبعد السياق من جديد',
  contextShown: 'تشمل المقارنة معسكرات السياق.',
  finding: 'خلاصة',
  measure: { label: 'أساس المقارنة', stance: 'الموقف (يرمّزه بشر)', wording: 'نبرة النص (تقيسها آلة)' },
  layout: { label: 'الأعمدة', stacked: '١٠٠٪', diverging: 'متباعدة' },
  partWays: (k: number, n: number) =>
    `يفترق الموقف ونبرة النص في ${formatNumber('ar', k)} من أصل ${formatNumber('ar', n)} (${formatPercent('ar', n === 0 ? 0 : k / n)}): نبرة النص لا تدل على موقف صاحبه.`,
  partWaysLink: 'اقرأ تلك التصريحات',
  stanceSection: 'أين تقف المعسكرات',
  stanceLead: 'رمّزه بشر قرؤوا كل تصريح.',
  wordingSection: 'بأي كلمات',
  wordingLead: 'نبرة كل نص، تقيسها آلة تُظهر ما احتسبته.',
  crossSection: 'أين يفترق الموقف ونبرة النص',
  crossLead: 'كل خلية تفتح تصريحاتها.',
  quotesSection: 'بكلماتهم',
  quotesLead: 'تصريح واحد من كل معسكر، والبقية على بعد نقرة.',
  allOf: (camp: string) => `كل التصريحات: ${camp}`,
  download: 'خذ الأرقام معك',
  downloadExcel: 'ملف CSV لبرنامجي Excel وLibreOffice',
  downloadData: 'ملف CSV لبرنامجي R وPython',
  downloadJson: 'الأرقام وراء الرسوم (JSON)',
  scorerOff: 'القياس الآلي متوقف، ورسوم الموقف لا تحتاج إليه.',
  empty: 'لم يُجمع أي تصريح لهذا الحدث بعد.',
  emptyAction: 'أضف أول تصريح',
  read: 'كيف تُقرأ هذه الصفحة',
} satisfies Dictionary['compare'];
