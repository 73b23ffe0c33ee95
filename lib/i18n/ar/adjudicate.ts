import { counted } from '#lib/i18n/ar/counted';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber } from '#lib/i18n/format';

const units = (n: number): string =>
  counted(n, { none: 'لا حالات', one: 'حالة واحدة', two: 'حالتان', few: 'حالات', many: 'حالة', other: 'حالة' });

export const adjudicate = {
  title: 'الحسم',
  lead: 'أقوال اختلف فيها المرمِّزون، جنبًا إلى جنب. يُضاف القرار إلى جانب الترميزات، وتبقى هي كما كانت.',
  show: { label: 'أيّها', disputed: 'ما ينتظر الحسم', adjudicated: 'ما حُسم', any: 'كل ما رُمّز مرتين' },
  variableTabs: { label: 'المتغيّر', all: 'كل المتغيّرات' },
  total: (n: number) => units(n),
  hidden: (n: number) => `غير ذلك مما حُجب عنك إلى أن ترمّزه بنفسك: ${units(n)}.`,
  more: (shown: number, total: number) =>
    `يظهر هنا أول ${formatNumber('ar', shown)} من ${formatNumber('ar', total)}؛ ومتى حُسمت ظهر ما يليها.`,
  emptyTitle: 'لا خلاف على شيء',
  emptyBody: 'حيث يختلف مرمِّزان يظهر القول هنا مع الترميزين.',
  emptyAction: 'مدى اتفاق المرمِّزين',
  between: (first: string, second: string) => `حيث قال مرمِّز «${first}» وقال آخر «${second}»`,
  showAll: 'اعرض الكل',
  codings: 'ما قاله كل مرمِّز',
  code: 'الرمز',
  coder: 'المرمِّز',
  reason: 'التعليل',
  confidence: 'درجة الثقة',
  when: 'متى',
  version: (number: string) => `دليل الترميز، الإصدار ${number}`,
  decide: 'احسم',
  form: {
    heading: 'الرمز النهائي',
    code: 'الرمز النهائي',
    basis: 'كيف تُوصّل إليه',
    bases: {
      unanimous: 'اتفق الجميع بعد التشاور',
      majority: 'قال به أكثر المرمِّزين',
      discussion: 'توصّل إليه المرمِّزون بالنقاش',
      expert: 'حسمه صاحب خبرة',
    },
    cause: 'سبب اختلافهم',
    causes: {
      ambiguous_text: 'يحتمل النص القراءتين',
      guideline_gap: 'لا يذكر الدليل هذه الحالة',
      slip: 'سهو',
      other: 'سبب آخر',
    },
    note: 'ملاحظة',
    noteHint: 'ما ينبغي أن يعرفه من يرمّز حالة مماثلة.',
    by: 'حسمها',
    submit: 'احفظ القرار',
    cancel: 'عودة إلى القائمة',
  },
  ruling: (code: string, basis: string, by: string, on: string) => `حُسم بالرمز: ${code} (${basis})، وحسمه ${by} في ${on}.`,
  reopened: (code: string, by: string, on: string) => `حسمه ${by} من قبل بالرمز ${code}؛ وأعيد فتحه في ${on}.`,
  reopen: 'أعد الفتح',
  reopenReason: 'سبب إعادة الفتح',
  decided: 'حُفظ القرار.',
  reopenedNow: 'أعيد الفتح: الكلمة للترميزات من جديد.',
  notSaved: 'لم يُحفظ القرار',
} satisfies Dictionary['adjudicate'];
