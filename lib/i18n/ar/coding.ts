import { isolate } from '#lib/core/text/isolate';
import { counted, STATEMENTS } from '#lib/i18n/ar/counted';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber, formatPercent, formatPlainNumber } from '#lib/i18n/format';

const statements = (n: number): string => counted(n, STATEMENTS);
const of = (done: number, total: number): string => `${formatNumber('ar', done)} من ${formatNumber('ar', total)}`;

export const coding = {
  title: 'الترميز',
  lead: 'اقرأ قولًا تلو الآخر وحدّد موقفه. اكتب اسمك واختر ما ترمّزه ثم ابدأ.',
  blind: 'الترميز معزول إلى أن تجيب: لا تعرض لك أي صفحة ما قاله غيرك في قول، ولا درجته، قبل أن ترمّزه.',

  who: {
    name: 'اسمك',
    hint: 'يُحفظ في هذا المتصفح. استخدم الاسم نفسه كل مرة، فكتابتان مختلفتان تُعدّان شخصين.',
    known: (names: string) => `المرمِّزون حتى الآن: ${names}.`,
  },
  queue: {
    heading: 'ماذا ترمّز؟',
    all: 'كل الأقوال',
    allHint: (n: number) => `${statements(n)}، بترتيب جمعها`,
    rules: { all: 'كل الأقوال', random: 'نسبة عشوائية', double: 'ما رمّزه أحد من قبل', stale: 'ما تغيّر تعريفه منذ ترميزه' },
    random: (share: number, seed: number) =>
      `نسبة عشوائية ${formatPercent('ar', share)}، البذرة ${formatPlainNumber('ar', seed)}`,
    drawn: (n: number, by: string, on: string) => `${statements(n)}؛ سحبها ${by} في ${on}`,
    variables: (names: string) => `تسأل عن: ${names}`,
    start: 'ابدأ الترميز',
    another: 'اختر قائمة أخرى',
  },
  draw: {
    heading: 'اسحب قائمة جديدة',
    lead: 'لترميز جزء واحد يشترك فيه الجميع، اسحب قائمة: نسبة عشوائية، أو ما رمّزه أحد من قبل، أو ما تقادم بتعريف جديد. وتُحفظ مع قاعدتها وبذرتها، حتى تستطيع حاشية أن تذكر كيف اختيرت الأقوال.',
    rule: 'القاعدة',
    hints: {
      all: 'كل قول موجود هنا الآن',
      random: 'الطريقة المعتادة للترميز مرتين: يرمّز الجميع النسبة العشوائية نفسها، وتُستبعد المكرّرات',
      double: 'أقوال رمّزها أحدهم، فيجعلها رأي ثانٍ صالحة لقياس الاتفاق',
      stale: 'أقوال رُمّزت قبل أن يتغيّر التعريف',
    },
    share: 'النسبة المئوية',
    shareHint: 'للنسبة العشوائية: الشائع من ٢٠ إلى ٣٠',
    seed: 'البذرة',
    seedHint: 'عدد صحيح؛ فإن تُركت فارغة سُحبت بذرة وسُجّلت',
    variables: 'ما الذي يُسأل عنه',
    by: 'من يسحب',
    submit: 'اسحب',
    done: (n: number) => `سُحبت: ${statements(n)}. والقائمة الجديدة مختارة أدناه، فاكتب اسمك وابدأ.`,
  },
  session: {
    as: (name: string) => `أنت ترمّز باسم ${name}`,
    hidden: 'ما قاله غيرك في أقوال لم ترمّزها بعد مخفيّ عنك في كل الصفحات.',
    here: 'أنت ترمّز ولم تحكم على هذا القول بعد: ما قاله غيرك وما قالته الآلة عنه مخفيّ إلى أن تفعل.',
    untilCoded: 'مخفيّ إلى أن ترمّزه بنفسك.',
    codeIt: 'رمّز هذا القول',
    goOn: 'تابع الترميز',
    leave: 'أوقف الترميز واعرض كل شيء',
  },
  progress: {
    label: 'التقدم في القائمة',
    sentence: (done: number, total: number) => `أُجيب عن ${of(done, total)}`,
    title: (done: number, total: number) => `${of(done, total)}: الترميز`,
  },
  unit: {
    statement: 'القول',
    question: 'السؤال',
    context: 'ما قبله وما بعده في المصدر نفسه',
    slogan: 'يحمل الشعار',
    confidence: 'ما درجة ثقتك؟',
    confidenceChoices: { one: '١، منخفضة', two: '٢، متوسطة', three: '٣، عالية' },
    rationale: 'التعليل',
    rationaleHint: 'جملة واحدة يستطيع مرمِّز آخر التحقق منها؛ وتظهر بجانب رمزك عند مقارنة الترميزات.',
    definitions: 'متى يُستخدم كل رمز',
    useWhen: 'يُستخدم',
    avoidWhen: 'لا يُستخدم',
    examples: 'أمثلة',
    counterExamples: 'أمثلة مضادة',
    submit: 'احفظ وتابع',
    later: 'لاحقًا',
    previous: (code: string) => `قلت من قبل: ${code}. تُحفظ الإجابة الجديدة إلى جانب القديمة.`,
    withdrawn: (code: string) => `سحبت إجابتك: ${code}.`,
  },
  undo: (variable: string, code: string) => `اسحب إجابتك الأخيرة: «${isolate(code)}» · ${isolate(variable)}`,
  saved: (code: string) => `حُفظت الإجابة: «${isolate(code)}».`,
  undone: 'سُحبت الإجابة. تبقى في السجل ولا تُحتسب.',
  keys: {
    heading: 'المفاتيح',
    numbers: 'اختيار رمز',
    enter: 'الحفظ والمتابعة',
    z: 'التراجع عن الإجابة الأخيرة',
    reason: 'كتابة التعليل',
  },
  done: {
    title: 'رُمّز كل ما في هذه القائمة',
    body: (n: number) => `${statements(n)}. ما زال في وسعك سحب إجابتك الأخيرة، فإذا أوقفت الترميز رأيت ما قاله الآخرون.`,
    reliability: 'مدى اتفاقكم',
    empty: 'ليس في هذه القائمة ما يُرمَّز',
    emptyBody: 'لم تعد أقوالها ظاهرة، أو لا يُسأل عنها أيّ من أسئلة القائمة: فاستخدام الشعار لا يُسأل عنه إلا حيث يوجد شعار.',
  },
  inactive: {
    title: (name: string) => `ترميز ${isolate(name)} متوقف`,
    body: 'تبقى ترميزاته وتُحتسب كما كانت، ولا تُقبل ترميزات جديدة. لتتابع بهذا الاسم استأنف ترميزه في قائمة المرمِّزين، ولترمّز باسم آخر أوقف الترميز هنا واكتب ذلك الاسم.',
    coders: 'إلى قائمة المرمِّزين',
  },
  problems: {
    heading: 'لم تُحفظ إجابتك',
    answeredBefore:
      'سبق أن أجبت عن هذا السؤال، ربما في نافذة أخرى، وتلك الإجابة قائمة. إن كان ما تراه أدناه إعادة نظر منك فاحفظه: تُحفظ الإجابتان معًا وتُحتسب الأخيرة.',
    takenBack: 'سبق أن سحبت هذه الإجابة، ربما في نافذة أخرى. إن كان ما تراه أدناه إجابتك الآن فاحفظه: يصبح إجابة جديدة.',
  },
} satisfies Dictionary['coding'];
