import type { Dictionary } from '#lib/i18n/dictionary';

export const exporting = {
  title: 'تصدير',
  lead: 'ملفات مفتوحة يتحقق منها الآخرون، وفيمَ يفيد كل منها.',
} satisfies Dictionary['export'];
