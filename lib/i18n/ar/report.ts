import type { Dictionary } from '#lib/i18n/dictionary';
import { formatList, formatNumber } from '#lib/i18n/format';

export const report = {
  title: 'تقرير',
  lead: 'خلاصات ورسوم واقتباسات على الورق.',

  picture: {
    about: (proposition: string) => `الموقف من: ${proposition}`,
    source: (event: string, date: string) => `${event}، ${date}`,
    collectedFrom: (names: readonly string[], more: number) =>
      `أقوال من ${formatList('ar', more === 0 ? names : [...names, `مصادر أخرى عددها ${formatNumber('ar', more)}`])}`,
    filterParts: '؛ ',
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
    notCopied: 'رفض المتصفح النسخ. احفظ صورة PNG بدلًا منه.',
    embed: 'تضمين',
    embedHint: 'ألصق هذا في صفحتك. لا يحتاج إلى أي برنامج نصي.',
    copyEmbed: 'انسخ الشفرة',
  },

  embed: {
    open: 'كل اقتباس وراء هذا الرسم',
    frameTitle: (title: string, event: string) => `${title}: ${event}`,
  },
} satisfies Dictionary['report'];
