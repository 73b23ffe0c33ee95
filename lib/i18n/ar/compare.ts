import type { Dictionary } from '#lib/i18n/dictionary';
import { choosePlural, formatNumber, formatPercent } from '#lib/i18n/format';

export const compare = {
  title: 'المقارنة',
  target: 'الموقف من',
  happened: 'وقع في',
  collectedLabel: 'ما جُمع',
  collected: (statements: string, sources: string, languages: string) =>
    `${statements}، عدد المصادر: ${sources}، اللغات: ${languages}`,
  contextLeftOut: (n: number) =>
    choosePlural('ar', n, {
      one: 'قول واحد لمسؤول ورد للسياق ولا يدخل في المقارنة.',
      two: 'قولان لمسؤولين وردا للسياق ولا يدخلان في المقارنة.',
      few: `${formatNumber('ar', n)} أقوال لمسؤولين وردت للسياق ولا تدخل في المقارنة.`,
      many: `${formatNumber('ar', n)} قولًا لمسؤولين وردت للسياق ولا تدخل في المقارنة.`,
      other: `${formatNumber('ar', n)} قول لمسؤولين وردت للسياق ولا تدخل في المقارنة.`,
    }),
  contextShow: 'أظهرها أيضًا',
  contextHide: 'استبعد السياق من جديد',
  contextShown: 'تشمل المقارنة فئات السياق.',
  finding: 'خلاصة',
  measure: { label: 'أساس المقارنة', stance: 'الموقف (يرمّزه بشر)', wording: 'نبرة الصياغة (تقيسها آلة)' },
  layout: { label: 'الأعمدة', stacked: '١٠٠٪', diverging: 'متباعدة' },
  partWays: (k: number, n: number) =>
    `يفترق الموقف ونبرة الصياغة في ${formatNumber('ar', k)} من أصل ${formatNumber('ar', n)} (${formatPercent('ar', n === 0 ? 0 : k / n)}): نبرة الصياغة لا تدل على موقف صاحبه.`,
  partWaysLink: 'اقرأ تلك الأقوال',
  stanceSection: 'أين تقف الفئات',
  stanceLead: 'رمّزه بشر قرؤوا كل قول.',
  wordingSection: 'بأي كلمات',
  wordingLead: 'نبرة صياغة كل نص، تقيسها آلة تُظهر ما احتسبته.',
  crossSection: 'أين يفترق الموقف ونبرة الصياغة',
  crossLead: 'كل خلية تفتح أقوالها.',
  quotesSection: 'بكلماتهم',
  quotesLead: 'قول من كل فئة يُختار بقاعدة ثابتة: الكلام المقتبس حرفيًا أولًا، ثم ما كانت نبرته أقرب إلى وسط فئته.',
  allOf: (camp: string) => `كل الأقوال: ${camp}`,
  download: 'خذ الأرقام معك',
  downloadExcel: 'ملف CSV لبرنامجي Excel وLibreOffice',
  downloadData: 'ملف CSV لبرنامجي R وPython',
  downloadJson: 'الأرقام وراء الرسوم (JSON)',
  scorerOff: 'القياس الآلي متوقف، ورسوم الموقف لا تحتاج إليه.',
  empty: 'لم يُجمع أي قول لهذا الحدث بعد.',
  emptyAction: 'أضف أول قول',
  filtered: 'المرشّحات',
  filterLink: 'رشّح الأقوال',
  campNotCoded: (n: number) =>
    choosePlural('ar', n, {
      one: 'قول واحد لم تُرمَّز فئته أو اختُلف فيها، فهو خارج المقارنة.',
      two: 'قولان لم تُرمَّز فئتهما أو اختُلف فيها، فهما خارج المقارنة.',
      few: `${formatNumber('ar', n)} أقوال لم تُرمَّز فئتها أو اختُلف فيها، فهي خارج المقارنة.`,
      many: `${formatNumber('ar', n)} قولًا لم تُرمَّز فئتها أو اختُلف فيها، فهي خارج المقارنة.`,
      other: `${formatNumber('ar', n)} قول لم تُرمَّز فئتها أو اختُلف فيها، فهي خارج المقارنة.`,
    }),
  duplicatesLeftOut: (n: number) => `الأقوال المكررة تُحتسب مرة واحدة، وعددها ${formatNumber('ar', n)}.`,
  coders: (n: number) =>
    choosePlural('ar', n, {
      one: 'رمّز الموقفَ شخصٌ واحد.',
      two: 'رمّز الموقفَ شخصان.',
      few: `رمّز الموقفَ ${formatNumber('ar', n)} أشخاص.`,
      many: `رمّز الموقفَ ${formatNumber('ar', n)} شخصًا.`,
      other: `رمّز الموقفَ ${formatNumber('ar', n)} شخص.`,
    }),
  cite: (title: string, n: string, moment: string, address: string) =>
    `Stanceboard: ${title}. ${n}، البيانات حتى ${moment}. ${address}`,
  problems: 'لم يُفهم جزء من العنوان فأُهمل.',
  read: 'كيف تُقرأ هذه الصفحة',
} satisfies Dictionary['compare'];
