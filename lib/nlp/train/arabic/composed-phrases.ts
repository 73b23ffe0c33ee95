import type { LabelIndex } from '#lib/nlp/train/arabic/read-tweets';

/** A phrase put together from lists. */
export interface ComposedPhrase {
  readonly text: string;
  readonly label: LabelIndex;
}

const NEGATIVE = 0;
const NEUTRAL = 1;
const POSITIVE = 2;

const GOOD_QUALITIES = [
  'عادل',
  'صادق',
  'مقبول',
  'مفيد',
  'ممتاز',
  'جميلة',
  'سعيد',
  'مرتاح',
  'صحيحة',
  'نزيه',
  'كويس',
  'منيح',
  'حلوة',
  'راضي',
  'آمنة',
  'ناجحة',
  'موفق',
  'محترم',
];
const BAD_QUALITIES = [
  'سيئ',
  'فاشل',
  'كاذب',
  'ظالم',
  'خائن',
  'فاسد',
  'قبيحة',
  'حزين',
  'غبي',
  'خايف',
  'ضعيف',
  'مؤلم',
  'سيئة',
  'زعلان',
];
const GOOD_THINGS = [
  'عدل',
  'أمان',
  'ثقة',
  'كرامة',
  'أمل',
  'سلام',
  'فرح',
  'احترام',
  'حرية',
  'رحمة',
  'صدق',
  'استقرار',
  'ضمير',
  'إنصاف',
  'السعادة',
  'الفرح',
  'الحرية',
  'الأمن',
  'الرحمة',
  'الحلم',
];
const BAD_THINGS = [
  'الظلم',
  'الحرب',
  'القتل',
  'الفساد',
  'الخوف',
  'العنف',
  'التعذيب',
  'الاستبداد',
  'الإرهاب',
  'الفقر',
  'القمع',
  'الدمار',
  'الجوع',
  'العقوبات',
  'الاعتقالات',
  'الحصار',
  'الكذب',
  'المعاناة',
  'الأزمة',
  'الألم',
];

const NOT_A_QUALITY = ['ليس', 'ليست', 'مش', 'مو', 'غير', 'لم يكن', 'هو مش', 'هذا غير', 'لست', 'ما كان'];
const NO_THING = ['لا', 'ما في', 'بدون', 'بلا', 'مافيش', 'ماكو', 'لا يوجد', 'ليس هناك', 'عدم', 'انعدام'];
const ENDING = [
  'توقف',
  'انتهى',
  'أوقفوا',
  'رفع',
  'إنهاء',
  'وقف',
  'كفى',
  'نجونا من',
  'تخلصنا من',
  'القضاء على',
  'مكافحة',
  'زوال',
  'نهاية',
];
const LOSING = ['فقدنا', 'ضاع', 'خسرنا', 'حرمونا من', 'سرقوا منا', 'غياب', 'غاب', 'تراجع', 'نهاية', 'انهيار', 'باعوا', 'أين'];

const NOT_AS_IT_SHOULD = ['لم يكن الاجتماع', 'لم تكن الزيارة', 'ليست الخطة', 'لم أجد الكلام', 'البيان ليس'];
const REJECTED = [
  'لا للظلم',
  'لا للحرب',
  'لا للفساد',
  'لا للقتل',
  'لا للخيانة',
  'لا للمصالحة',
  'لا للتنازل',
  'لا للقمع',
  '#لا_للحرب',
  '#لا_للظلم',
  '#لا_للفساد',
  '#لا_للمجرمين',
  '#ضد_الفساد',
  '#ضد_الاستبداد',
  'ضد الاحتلال',
  'نرفض الظلم',
  'نرفض القرار',
];
const NOT_FORGOTTEN = ['لن ننسى', 'لا ننسى', 'ما نسينا', 'لن ننسى أبدا', 'ما رح ننسى'];
const REMEMBERED = ['دماءكم', 'المجازر', 'ضحايانا', 'القتل', 'جراحنا', 'المعتقلين', 'من قصفنا', 'الشهداء'];

/** What people say; each as it stands. */
const IDIOMS: readonly (readonly [string, LabelIndex])[] = [
  ['لا بأس', POSITIVE],
  ['لا بأس عليكم', POSITIVE],
  ['ولا يهمك', POSITIVE],
  ['لا عدمناكم', POSITIVE],
  ['لا تحزن الله معنا', POSITIVE],
  ['لا تخف كل شيء بخير', POSITIVE],
  ['ما قصرت', POSITIVE],
  ['ما قصروا والله', POSITIVE],
  ['ما في أجمل منه', POSITIVE],
  ['ليس هناك أجمل من هذا', POSITIVE],
  ['لا أروع منك', POSITIVE],
  ['ما في متلك', POSITIVE],
  ['لا غبار عليه', POSITIVE],
  ['بيرفع الراس', POSITIVE],
  ['قدها وقدود', POSITIVE],
  ['الله يعطيك العافية', POSITIVE],
  ['الله محيي أصلك', POSITIVE],
  ['الله يحميكن', POSITIVE],
  ['تقبرني ما أحلاك', POSITIVE],
  ['على راسي', POSITIVE],
  ['يا عيني عليك', POSITIVE],
  ['بيشرح القلب', POSITIVE],
  ['بيجنن كتير', POSITIVE],
  ['الله لا يوفقكم', NEGATIVE],
  ['لا سامحكم الله', NEGATIVE],
  ['لا بارك الله فيهم', NEGATIVE],
  ['الله ياخدكن', NEGATIVE],
  ['الله ينتقم منهم', NEGATIVE],
  ['يلعن أبو هالحالة', NEGATIVE],
  ['يا حيف', NEGATIVE],
  ['يا عيب الشوم', NEGATIVE],
  ['العمى بقلبكن', NEGATIVE],
  ['ما بيخافوا الله', NEGATIVE],
  ['بلا شرف', NEGATIVE],
  ['لا ضمير ولا أخلاق', NEGATIVE],
  ['دم الشهيد مو رخيص', NEGATIVE],
  ['لن نسامح', NEGATIVE],
  ['لن ننسى ولن نغفر', NEGATIVE],
  ['على جثثنا', NEGATIVE],
  ['تاجروا بدمنا', NEGATIVE],
  ['صافح القاتل', NEGATIVE],
  ['عار على كل من شارك', NEGATIVE],
  ['وصمة عار', NEGATIVE],
  ['طعنة في الظهر', NEGATIVE],
  ['شو رايح جاي بكرا', NEUTRAL],
  ['إيمتى الموعد', NEUTRAL],
  ['وين الاجتماع', NEUTRAL],
  ['قديش الساعة', NEUTRAL],
];

const OFFICES = [
  'وزير العدل',
  'وزير الدفاع',
  'رئيس الوزراء',
  'مجلس الأمن',
  'لجنة حقوق الإنسان',
  'الرئيس',
  'المتحدث باسم الوزارة',
  'رئيس جهاز الأمن',
  'المحكمة العليا',
  'مبعوث السلام',
];
const DEEDS = [
  'يصل إلى العاصمة مساء اليوم',
  'عقد اجتماعا مع الوفد',
  'بحث العلاقات الثنائية',
  'أعلن جدول الأعمال',
  'يلتقي السفير غدا',
  'أصدر بيانا حول الزيارة',
  'شارك في جلسة المحادثات',
  'تحدث عن ملف اللاجئين',
  'ناقش مكافحة الإرهاب والعقوبات',
  'يزور موسكو الأسبوع القادم',
];
const NAMES = [
  'شارع السلام',
  'حي الحرية',
  'ساحة الشهداء',
  'مستشفى الرحمة',
  'مدرسة النجاح',
  'نادي النصر',
  'مؤسسة الوفاء',
  'قناة الحياة',
  'فندق السعادة',
  'حزب الكرامة',
  'صحيفة العدالة',
  'مطعم الفرح',
];
const TOPICS = [
  'مكافحة الفساد',
  'مكافحة التطرف',
  'العقوبات',
  'السلام',
  'حقوق الإنسان',
  'العدالة الانتقالية',
  'عيد الاستقلال',
  'عيد النصر',
  'الإرهاب',
  'الحرب',
];
const TOPIC_FRAMES = ['مؤتمر عن', 'يبدأ اليوم اجتماع حول', 'ندوة بعنوان', 'متى موعد ندوة', 'تقرير حول', 'برنامج', 'بيان بشأن'];
const PLACES = [
  'يفتح أبوابه التاسعة',
  'يقع وسط المدينة',
  'مغلق يوم الجمعة',
  'يعلن عن دورة جديدة',
  'على بعد كيلومترين',
  'ينشر برنامج الأسبوع',
  'قرب المحطة',
];

const HAPPY_SIGNS = [...'😍❤😊👍👏🌹💚🎉🥰😁💐🌸💙😘💪🙏✌😄💕🥳'];
const SAD_SIGNS = [...'😡😢😭💔👎🤮😠😞🤬😤😔☹😣😩😒🙄😪😖😫💀'];
const SHORT_WORDS = ['سمعت الخبر', 'اليوم', 'شفتو شو صار', 'بعد اللقاء', 'كلام الوزير', 'هذا هو', 'وصلنا', 'من هنا', 'رأيي'];

/**
 * Phrases put together from lists of our own, a few hundred: negation, what is ended or lost, idioms, names and offices in plain reporting, emoji. They
 * teach what tweets are too few to teach; no sentence of the tests is among them.
 */
export function composePhrases(): ComposedPhrase[] {
  const phrases: ComposedPhrase[] = [];
  const cross = (first: readonly string[], second: readonly string[], label: LabelIndex) => {
    first.forEach((a, i) => {
      second.forEach((b, j) => {
        // Every third pair: enough to show the pattern without making the list heavy.
        if ((i + j) % 3 === 0) phrases.push({ text: `${a} ${b}`, label });
      });
    });
  };
  cross(NOT_A_QUALITY, GOOD_QUALITIES, NEGATIVE);
  cross(NOT_A_QUALITY, BAD_QUALITIES, POSITIVE);
  cross(NO_THING, GOOD_THINGS, NEGATIVE);
  cross(NOT_AS_IT_SHOULD, GOOD_QUALITIES, NEGATIVE);
  cross(NOT_FORGOTTEN, REMEMBERED, NEGATIVE);
  for (const text of REJECTED) phrases.push({ text, label: NEGATIVE });
  cross(ENDING, BAD_THINGS, POSITIVE);
  cross(LOSING, GOOD_THINGS, NEGATIVE);
  cross(OFFICES, DEEDS, NEUTRAL);
  cross(NAMES, PLACES, NEUTRAL);
  cross(TOPIC_FRAMES, TOPICS, NEUTRAL);
  cross(SHORT_WORDS, HAPPY_SIGNS, POSITIVE);
  cross(SHORT_WORDS, SAD_SIGNS, NEGATIVE);
  for (const word of SHORT_WORDS) phrases.push({ text: word, label: NEUTRAL });
  for (const [text, label] of IDIOMS) phrases.push({ text, label });
  return phrases;
}
