import type { Dictionary } from '#lib/i18n/dictionary';
import { formatList, formatNumber } from '#lib/i18n/format';

export const report = {
  title: 'تقرير',
  lead: 'خلاصات ورسوم واقتباسات على الورق.',
  print: 'اطبع أو احفظ بصيغة PDF',
  printHint: 'معدّ لورق A4. وفي ذيل كل صفحة عنوانها والمرشّح والتاريخ.',
  back: 'العودة إلى المقارنة',
  facts: {
    target: 'الموقف من',
    happened: 'تاريخ الحدث',
    compared: 'ما قورن',
    dataAsOf: 'البيانات حتى',
    filter: 'المرشّح',
    noFilter: 'بلا مرشّح: كل أقوال الفئات المقارَنة',
    sources: 'المصادر',
    sourcesUnnamed: 'غير مسمّاة في البيانات',
    scorer: 'المقيِّم الآلي للنبرة',
    noScorer: 'لا درجة لأي نص',
    codebook: 'دليل الترميز',
    version: (version: string) => `الإصدار ${version}`,
  },
  inShort: 'خلاصة',
  charts: 'ما الذي وُجد',
  quotes: 'بكلماتهم',
  quotesLead:
    'اختيرت بقاعدة لا بانتقاء: من كل فئة القول الأقرب درجةً إلى وسيط درجاتها، والأبعد درجةً عن الصفر، والأحدث. وما تنطبق عليه قواعد عدة يُذكر مرة واحدة.',
  rules: {
    nearest: 'الأقرب إلى وسيط الفئة',
    extreme: 'الأشد صياغةً',
    recent: 'الأحدث',
    first: 'أول ما جُمع؛ لا درجة ولا تاريخ لأي قول',
  },
  cut: (length: number) => `قُطع النص هنا، وهو كاملًا (عدد المحارف: ${formatNumber('ar', length)}) على العنوان`,
  methods: 'كيف أُنجز',
  limits: 'ما لا تستطيع هذه الأرقام قوله',
  cite: 'كيف يُستشهد به',
  nothing: 'لا شيء يُعرض: لا قول يطابق المرشّح.',

  picture: {
    about: (proposition: string) => `الموقف من: ${proposition}`,
    source: (event: string, date: string) => `${event}، ${date}`,
    collectedFrom: (names: readonly string[], more: number) =>
      `أقوال من ${formatList('ar', more === 0 ? names : [...names, `مصادر أخرى عددها ${formatNumber('ar', more)}`])}`,
  },

  toolbar: {
    label: (title: string) => `خذ هذا الرسم معك: ${title}`,
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
    json: 'JSON',
    fileHint: (format: string, title: string) => `${title} بصيغة ${format}`,
    link: 'رابط',
    copyLink: 'انسخ الرابط',
    copyChart: 'انسخ الرسم',
    copied: 'نُسخ',
    notCopied: 'رفض المتصفح النسخ. احفظ صورة PNG بدلًا من ذلك.',
    embed: 'تضمين',
    embedHint: 'ألصق هذا في صفحتك. لا يحتاج إلى أي برنامج نصي.',
    copyEmbed: 'انسخ الشفرة',
  },

  embed: {
    open: 'كل اقتباس وراء هذا الرسم',
    frameTitle: (title: string, event: string) => `${title}: ${event}`,
  },
} satisfies Dictionary['report'];
