import { counted, ROWS } from '#lib/i18n/ar/counted';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber } from '#lib/i18n/format';

export const exporting = {
  title: 'تصدير',
  lead: 'ملفات مفتوحة ليتحقق منها الآخرون، مع بيان ما يصلح له كل منها.',
  filtered: 'في هذه الملفات ما يقوله المرشّح:',
  whole: 'في هذه الملفات كل أقوال الحدث.',
  changeFilter: 'غيّر المرشّح',
  filesHeading: 'الملفات',
  caption: 'ملفات هذا المرشّح',
  columns: { file: 'الملف', forWhom: 'لمن', holds: 'فيه', size: 'حجمه تقريبًا' },
  rows: (n: number) => counted(n, ROWS),
  size: (kilobytes: number) =>
    kilobytes < 1024 ? `${formatNumber('ar', kilobytes)} ك.ب` : `${formatNumber('ar', Math.round(kilobytes / 102.4) / 10)} م.ب`,
  files: {
    excel: { name: 'CSV لجداول البيانات', for: 'Excel وLibreOffice: تظهر العربية صحيحة، ولا تُنفَّذ خلية معادلةً' },
    data: { name: 'CSV للبرامج', for: 'R وPython وغيرهما' },
    jsonl: { name: 'أسطر JSON (JSON Lines)', for: 'برامج تقرأ كائنًا في كل سطر' },
    codings: { name: 'الترميزات', for: 'التحقق من الاتفاق: صف لكل حكم، والمرمِّزون بأسماء مستعارة' },
    package: { name: 'حزمة البيانات (zip)', for: 'إعادة التحليل: كل الجداول مع دليل الترميز والاستشهاد وملف README' },
  },
  previewHeading: 'أول الصفوف',
  previewCaption: 'أول صفوف الملف',
  notScored: 'بلا درجة',
  empty: 'لا قول في هذا المرشّح.',
  citeHeading: 'كيف يُستشهد بها',
  cite: (title: string, date: string, n: number, url: string) =>
    `${title}. عدد الأقوال المجموعة ${formatNumber('ar', n)}، مجموعة بيانات Stanceboard، ${date}. ${url}`,
  curlHeading: 'من الطرفية',
  curlHint: 'الملفات نفسها، للبرامج.',
} satisfies Dictionary['export'];
