import type { Dictionary } from '#lib/i18n/dictionary';

export const events = {
  title: 'الأحداث',
  lead: 'لكل حدث فئاته وأقواله ورسومه.',
  open: 'قارن بين الفئات',
  emptyTitle: 'لا حدث هنا بعد',
  emptyBody: 'أدخل الحدث المثال إلى قاعدة البيانات من الطرفية، ثم أعد تحميل هذه الصفحة:',
  emptyCommand: 'npm run -s cli -- seed',
} satisfies Dictionary['events'];
