import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber } from '#lib/i18n/format';

export const thread = {
  title: 'أضف سلسلة أقوال',
  lead: 'ألصق عدة أقوال دفعة واحدة. كل سطر فارغ يبدأ قولًا جديدًا، وكل جزء يصير مسودة تقرؤها وترمّزها.',
  link: 'ألصق عدة أقوال معًا',
  text: 'السلسلة',
  textHint: 'قول، ثم سطر فارغ، ثم القول التالي. حتى ٥٠٠ قول.',
  sharedHeading: 'ما تشترك فيه كلها',
  split: 'قسّمها إلى مسودات',
  draftsHeading: 'المسودات',
  draftsLead: 'تبقى المسودات يومًا، ولا يُحفظ شيء حتى تحفظ كلًّا منها.',
  progress: (done: number, all: number) => `حُفظ ${formatNumber('ar', done)} من ${formatNumber('ar', all)}.`,
  code: 'اقرأها ورمّزها',
  codeNext: 'المسودة التالية',
  saved: 'محفوظة',
  allDone: 'حُفظت كل المسودات',
} satisfies Dictionary['thread'];
