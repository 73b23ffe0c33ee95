import type { Dictionary } from '#lib/i18n/dictionary';

export const codebook = {
  title: 'دليل الترميز',
  lead: 'كل متغيّر وكل رمز، ومتى يُستخدم ومتى لا يُستخدم.',
} satisfies Dictionary['codebook'];
