import type { Dictionary } from '#lib/i18n/dictionary';

export const adjudicate = {
  title: 'تحكيم',
  lead: 'تصريحات اختلف فيها المرمِّزون، جنبًا إلى جنب.',
} satisfies Dictionary['adjudicate'];
