import { isolate } from '#lib/core/text/isolate';
import { formatNumber, formatPlainNumber } from '#lib/i18n/format';
import type { ProblemSentences } from '#lib/i18n/problem-sentence';

const quoted = (seen: string | undefined): string => (seen === undefined || seen === '' ? 'هذه القيمة' : `«${isolate(seen)}»`);
const number = (value: string | number | undefined, fallback: string): string =>
  typeof value === 'number' ? formatNumber('ar', value) : (value ?? fallback);
/** A whole number from one bound to another; null for a problem that is about any number. */
const wholeNumber = (params: Readonly<Record<string, string | number | undefined>>): string | null => {
  if (params['whole'] === undefined) return null;
  const from = `عددًا صحيحًا من ${number(params['min'], '١')}`;
  return params['max'] === undefined ? `${from} فصاعدًا` : `${from} إلى ${number(params['max'], '')}`;
};
/** A year is a name, not an amount: no thousands separator. */
const year = (value: string | number | undefined, fallback: string): string =>
  typeof value === 'number' ? formatPlainNumber('ar', value) : (value ?? fallback);

export const problems = {
  required: ({ params }) =>
    params['row'] === 0 ? 'ليس في الملف عمود بهذا الاسم. أضفه، أو أعد تسمية العمود المقصود.' : 'هذا الحقل فارغ. املأه.',
  too_long: ({ params }) =>
    params['length'] === undefined
      ? `النص أطول من المسموح، والحد الأقصى لعدد المحارف ${number(params['max'], 'هو المذكور')}. اختصره.`
      : `عدد المحارف ${number(params['length'], '')} والحد الأقصى ${number(params['max'], '')}. اختصر النص أو قسّمه إلى عدة أقوال.`,
  too_short: ({ params }) => `النص أقصر من اللازم، والحد الأدنى لعدد المحارف ${number(params['min'], '١')}.`,
  has_nul: () => 'في النص محرف NUL خفيّ يقطعه. ألصقه مجددًا نصًا عاديًا.',
  has_lone_surrogate: () => 'في النص نصف محرف (رمز تعبيري تالف في الغالب). احذف الرمز التالف واكتبه من جديد.',
  not_a_date: ({ seen }) =>
    `${quoted(seen)} ليس تاريخًا موجودًا. اكتب ${isolate('2025-07-31')}، أو ${isolate('2025-07')} أو 2025 إن لم يُعرف أكثر من ذلك.`,
  date_in_future: ({ seen }) => `${quoted(seen)} تاريخ في المستقبل. تحقق من السنة؛ فلا يؤرَّخ قول بعد اليوم.`,
  date_too_early: ({ seen, params }) => `${quoted(seen)} أسبق من ${year(params['earliest'], 'ما يسمح به الحدث')}. تحقق من السنة.`,
  not_a_url: ({ seen }) => `${quoted(seen)} ليس عنوان ويب. اكتبه كاملًا، مثل ${isolate('https://example.org/article')}.`,
  url_scheme_not_allowed: ({ seen }) =>
    `${quoted(seen)} لا يبدأ بـ ${isolate('http://')} أو ${isolate('https://')}. لا يُحفظ مصدرًا إلا عنوان ويب.`,
  not_one_of: ({ seen, params }) =>
    `${quoted(seen)} ليست من الخيارات${params['allowed'] === undefined ? '' : ` (${isolate(`${params['allowed']}`)})`}. اختر واحدًا من القائمة.`,
  not_a_language_tag: ({ seen }) => `${quoted(seen)} ليس رمز لغة. اكتب رمزًا مثل ar أو en أو ar-SY.`,
  not_a_number: ({ seen, params }) =>
    wholeNumber(params) === null
      ? `${quoted(seen)} ليس عددًا. اكتب أرقامًا، مع نقطة للكسور العشرية.`
      : /^\d+$/.test(seen ?? '')
        ? `أُرسلت ${quoted(seen)} نصًّا، والمطلوب ${wholeNumber(params)}: العدد في JSON يُكتب بلا علامتي تنصيص.`
        : `${quoted(seen)} ليس ${wholeNumber(params)}. اكتب واحدًا منها بالأرقام.`,
  out_of_range: ({ seen, params }) =>
    wholeNumber(params) === null
      ? `${quoted(seen)} خارج المجال من ${number(params['min'], 'الأدنى')} إلى ${number(params['max'], 'الأعلى')}. اختر قيمة بينهما.`
      : `${quoted(seen)} ليس ${wholeNumber(params)}. اختر واحدًا منها.`,
  not_next_round: ({ seen, params }) =>
    `${quoted(seen)} ليست الجولة التالية، بل هي الجولة ${number(params['next'], '')}. أرسلها، أو لا تذكر جولة.`,
  unknown_camp: ({ seen }) => `لا فئة باسم ${quoted(seen)} في هذا الحدث. اختر من القائمة، أو أضف الفئة إلى الحدث أولًا.`,
  unknown_stance: ({ seen }) => `${quoted(seen)} ليس موقفًا معروفًا. اختر من القائمة.`,
  unknown_code: ({ seen }) => `لا رمز باسم ${quoted(seen)} في دليل الترميز. اختر من القائمة، أو أضفه في إصدار جديد.`,
  unknown_variable: ({ seen }) => `لا متغيّر باسم ${quoted(seen)} في دليل الترميز. ابحث عنه في صفحة الدليل.`,
  unknown_target: ({ seen }) => `لا موضوع موقف باسم ${quoted(seen)} في هذا الحدث. اختر من القائمة.`,
  unknown_event: ({ seen }) => `لا حدث باسم ${quoted(seen)}. ابحث عن اسمه في قائمة الأحداث.`,
  unknown_coder: ({ seen }) => `لا مرمِّز باسم ${quoted(seen)}. حدّد أولًا من الذي يرمّز.`,
  unknown_statement: ({ seen }) => `لا قول بالمعرّف ${quoted(seen)}. لعله أزيل؛ افتحه من القائمة.`,
  unknown_field: ({ seen }) => `لا حقل باسم ${quoted(seen)}. تحقق من كتابته أو احذفه.`,
  exact_duplicate: () => 'في هذا الحدث قول بالنص نفسه. افتحه وأضف إليه المصدر الجديد.',
  external_id_taken: ({ params }) =>
    `هذا المعرّف لقول سبق إرساله بقيم أخرى (${isolate(`${params['fields'] ?? 'text'}`)}). أرسل هذا القول بمعرّف خاص به، أو صحّح القول الموجود.`,
  near_duplicate: () => 'هنا قول شديد الشبه بهذا. قارن بينهما، ثم احفظ على أي حال أو افتح الآخر.',
  code_of_other_version: ({ seen, params }) =>
    `${quoted(seen)} ${params['asked'] === undefined ? 'من إصدار آخر' : `مرمَّز وفق الإصدار ${year(params['asked'], '')}`} لدليل الترميز. رمّز وفق الإصدار الحالي${params['version'] === undefined ? '' : `، وهو الإصدار ${year(params['version'], '')}`}.`,
  round_already_submitted: ({ params }) =>
    `سبق أن أعطى هذا المرمِّز إجابة أخرى في الجولة ${year(params['round'], '١')}، وهي قائمة. إعادة النظر جولة مستقلة: أرسل هذه الإجابة في الجولة التالية.`,
  round_taken_back: ({ params }) =>
    `سحب هذا المرمِّز إجابته في الجولة ${year(params['round'], '١')}، ولا تعود سارية. أرسل هذه الإجابة في الجولة التالية.`,
  other_coder: ({ seen, params }) =>
    params['coder'] === undefined
      ? `كان ${quoted(seen)} قد أوقف الترميز في هذا المتصفح، فلم يُحفظ شيء. ابدأ من جديد وأعد إعطاء الإجابة.`
      : `فُتحت تلك الصفحة باسم ${quoted(seen)}، ويرمّز الآن في هذا المتصفح «${isolate(String(params['coder']))}»، فلم يُحفظ شيء. إن كنت ${quoted(seen)} فأوقف الترميز وابدأ من جديد بذلك الاسم.`,
  already_exists: ({ seen, params }) =>
    params['what'] === 'decision'
      ? 'سبق حسم هذه الحالة على نحو آخر أو من شخص آخر. أعد فتح ذلك القرار أولًا ثم احسم من جديد.'
      : `${quoted(seen)} موجود من قبل. اختر اسمًا آخر، أو افتح الموجود.`,
  changed_meanwhile: () => 'عدّل شخص آخر هذا بعد أن فتحته، فلم يُحفظ شيء. افتحه من جديد لترى ما فيه الآن.',
  code_in_use: ({ seen, params }) =>
    `عدد الترميزات التي تستخدم ${quoted(seen)} هو ${number(params['count'], 'أكثر من صفر')}، فلا يمكن حذفه. استبدل به رمزًا آخر.`,
  removal_while_coding: ({ seen }) =>
    `لا يمكن حذف ${quoted(seen)} ما دمت ترمّز، لأن استخدام غيرك له محجوب عنك. أوقف الترميز أولًا، أو استبدل به رمزًا آخر.`,
  coder_inactive: ({ seen }) => `المرمِّز ${quoted(seen)} متوقف عن الترميز. اختر مرمِّزًا آخر، أو استأنف ترميزه في صفحة الموثوقية.`,
  not_allowed: ({ seen, params }) => {
    switch (params['why']) {
      case 'no_majority':
        return `قال بذلك ${number(params['agreeing'], '')} من ${number(params['coders'], '')} من المرمِّزين، وليست هذه أغلبية. اختر طريقة أخرى وُجد بها الرمز.`;
      case 'fixed_codes':
        return `لا يُضاف ${quoted(seen)} ولا يُحذف: فالرسوم تقوم على رموز هذا المتغيّر دون غيرها: ${params['allowed'] ?? ''}. أضف متغيّرًا خاصًا لما هو أدق.`;
      case 'nothing_drawn':
        return 'لا قول يوافق هذه القاعدة الآن، فلا شيء يُسحب. اختر قاعدة أخرى أو متغيّرات أخرى.';
      case 'nothing_coded':
        return 'لم يرمّز أحد هذا بعد، فلا شيء يُحسم. رمّزه أولًا.';
      case 'not_own':
        return 'هذا الترميز لشخص آخر، ولا يسحبه سواه. أعطِ ترميزك إلى جانبه، أو احسم بين الاثنين.';
      default:
        return 'هذا غير مسموح هنا. ارجع وأعد تحميل الصفحة.';
    }
  },
  invalid: ({ seen }) => `تتعذّر قراءة ${quoted(seen)}. تحقق منها وحاول مجددًا.`,
} satisfies ProblemSentences;
