import type { Dictionary } from '#lib/i18n/dictionary';

export const slogans = {
  title: 'الشعارات',
  lead: 'عبارات متداولة، بصيغها المختلفة وكيف تُستخدم.',
} satisfies Dictionary['slogans'];
