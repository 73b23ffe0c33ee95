import type { Dictionary } from '#lib/i18n/dictionary';

export const coding = {
  title: 'ترميز',
  lead: 'اقرأ تصريحًا تلو الآخر وحدّد موقفه.',
} satisfies Dictionary['coding'];
