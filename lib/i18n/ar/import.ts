import type { Dictionary } from '#lib/i18n/dictionary';

export const importing = {
  title: 'استيراد',
  lead: 'أدخل أقوال من جدول أو من أداة أخرى.',
} satisfies Dictionary['import'];
