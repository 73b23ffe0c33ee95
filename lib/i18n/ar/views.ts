import type { Dictionary } from '#lib/i18n/dictionary';
import { choosePlural, formatNumber } from '#lib/i18n/format';

const codings = (n: number): string =>
  choosePlural('ar', n, {
    zero: 'لا ترميز',
    one: 'ترميز واحد',
    two: 'ترميزان',
    few: `${formatNumber('ar', n)} ترميزات`,
    many: `${formatNumber('ar', n)} ترميزًا`,
    other: `${formatNumber('ar', n)} ترميز`,
  });

const sayings = (n: number): string =>
  choosePlural('ar', n, {
    zero: 'لا قول',
    one: 'قول واحد',
    two: 'قولان',
    few: `${formatNumber('ar', n)} أقوال`,
    many: `${formatNumber('ar', n)} قولًا`,
    other: `${formatNumber('ar', n)} قول`,
  });

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
  changed: (changedCodings: number, added: number) =>
    changedCodings + added === 0
      ? 'لم يتغير شيء منذ ذلك.'
      : `منذ ذلك: ما تغيّر ${codings(changedCodings)}، وما أضيف ${sayings(added)}.`,
  hidden: (n: number) => `ما حُجب أو أزيل بعد ذلك ${sayings(n)}، ولا يظهر هنا أيضًا.`,
  seeNow: 'اعرضه كما هو الآن',
} satisfies Dictionary['views'];
