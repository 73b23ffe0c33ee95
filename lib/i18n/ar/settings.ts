import type { Dictionary } from '#lib/i18n/dictionary';

export const settings = { title: 'الإعدادات' } satisfies Dictionary['settings'];
