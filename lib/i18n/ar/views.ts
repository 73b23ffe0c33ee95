import { CODINGS, counted, STATEMENTS } from '#lib/i18n/ar/counted';
import type { Dictionary } from '#lib/i18n/dictionary';

/** What changed since, by what there is of it. */
const changes: Dictionary['views']['changed'] = ({ codings, statements, edited, hidden }) => {
  const parts = [
    ...(codings === 0 ? [] : [`تغيّر ${counted(codings, CODINGS)}`]),
    ...(statements === 0 ? [] : [`أضيف ${counted(statements, STATEMENTS)}`]),
  ];
  const sentences = [
    ...(parts.length === 0 ? [] : [`منذ ذلك ${parts.join('، و')}.`]),
    ...(edited === 0 ? [] : [`صُحّح بعد ذلك ${counted(edited, STATEMENTS)}، ويظهر ذلك هنا بعد التصحيح.`]),
    ...(hidden === 0 ? [] : [`حُجب أو أزيل بعد ذلك ${counted(hidden, STATEMENTS)}، ولا يظهر ذلك هنا أيضًا.`]),
  ];
  return sentences.length === 0 ? 'لم يتغير شيء منذ ذلك.' : sentences.join(' ');
};

export const views = {
  title: 'عروض محفوظة',
  lead: 'مرشّح باسم، للعودة إليه أو الاستشهاد به.',
  link: 'عروض محفوظة',
  saveThis: 'احفظ هذا العرض',
  saveHeading: 'احفظ عرضًا',
  filter: 'المرشّح',
  noFilter: 'كل الأقوال',
  name: 'الاسم',
  note: 'ملاحظة',
  pin: 'ثبّته: أبقِ أرقام هذه اللحظة',
  pinHint: 'لرابط يُستشهد به. ما يُرمَّز أو يُضاف لاحقًا لا يدخل فيه؛ وما يُحجب لاحقًا يختفي منه أيضًا.',
  save: 'احفظ العرض',
  saved: 'حُفظ العرض.',
  deleted: 'أزيل العرض.',
  none: 'لم يُحفظ عرض بعد',
  noneBody: 'رشّح الأقوال ثم اختر «احفظ هذا العرض».',
  compare: 'المقارنة',
  statements: 'الأقوال',
  remove: 'أزل',
  removeLabel: (name: string) => `أزل العرض «${name}»`,
  by: (name: string, moment: string) => `${name}، ${moment}`,
  pinned: (moment: string) => `كما كانت البيانات في ${moment}.`,
  follows: 'يتبع البيانات.',
  changed: changes,
  seeNow: 'اعرضه كما هو الآن',
} satisfies Dictionary['views'];
