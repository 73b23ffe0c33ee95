import type { Dictionary } from '#lib/i18n/dictionary';

export const report = {
  title: 'تقرير',
  lead: 'خلاصات ورسوم واقتباسات على الورق.',
} satisfies Dictionary['report'];
