import { counted, STATEMENTS } from '#lib/i18n/ar/counted';
import type { Dictionary } from '#lib/i18n/dictionary';
import { choosePlural, formatNumber } from '#lib/i18n/format';

export const common = {
  product: 'Stanceboard',
  tagline: 'أين تقف الجماهير، وبأي كلمات',
  skipToContent: 'انتقل إلى المحتوى',
  notAPoll: 'أقوال مجموعة، لا استطلاع رأي.',
  partsSeparator: '؛ ',
  opensInNewPage: 'يفتح موقعًا آخر',

  nav: {
    label: 'القائمة الرئيسية',
    event: 'هذا الحدث',
    events: 'الأحداث',
    compare: 'المقارنة',
    statements: 'الأقوال',
    add: 'إضافة قول',
    import: 'استيراد',
    slogans: 'الشعارات',
    coding: 'ترميز',
    adjudicate: 'الحسم',
    reliability: 'الموثوقية',
    codebook: 'دليل الترميز',
    methods: 'المنهجية',
    export: 'تصدير',
    report: 'تقرير',
    more: 'المزيد',
  },

  footer: {
    label: 'عن هذه الصفحة',
    version: (version: string) => `Stanceboard، الإصدار ${version}`,
    dataAsOf: (moment: string) => `البيانات حتى ${moment}`,
    licence: 'البرنامج برخصة MIT. أما الأقوال المقتبسة فلأصحابها وللمصادر المذكورة.',
    cite: 'كيف تستشهد بهذه الصفحة',
    citeHint: 'انسخ هذا السطر؛ فالرابط يحفظ المرشّحات التي تراها.',
    printed: (url: string) => `طُبعت من ${url}`,
  },

  theme: {
    label: 'الألوان',
    light: 'فاتحة',
    dark: 'داكنة',
    system: 'كما في النظام',
    toLight: 'ألوان فاتحة',
    toDark: 'ألوان داكنة',
  },
  language: { label: 'اللغة', en: 'English', ar: 'العربية' },

  actions: {
    save: 'حفظ',
    apply: 'تطبيق',
    cancel: 'إلغاء',
    close: 'إغلاق',
    clear: 'مسح',
    clearAll: 'إزالة كل المرشّحات',
    back: 'رجوع',
    copy: 'نسخ',
    copied: 'نُسخ',
    download: 'تنزيل',
    edit: 'تعديل',
    undo: 'تراجع',
    retry: 'حاول مجددًا',
    show: 'عرض',
    open: 'فتح',
  },

  counts: {
    statements: (n: number) => counted(n, STATEMENTS),
    sources: (n: number) =>
      counted(n, { none: 'لا مصادر', one: 'مصدر واحد', two: 'مصدران', few: 'مصادر', many: 'مصدرًا', other: 'مصدر' }),
    languages: (n: number) =>
      counted(n, { none: 'لا لغات', one: 'لغة واحدة', two: 'لغتان', few: 'لغات', many: 'لغة', other: 'لغة' }),
    camps: (n: number) => counted(n, { none: 'لا فئات', one: 'فئة واحدة', two: 'فئتان', few: 'فئات', many: 'فئة', other: 'فئة' }),
    words: (n: number) =>
      counted(n, { none: 'لا كلمات', one: 'كلمة واحدة', two: 'كلمتان', few: 'كلمات', many: 'كلمة', other: 'كلمة' }),
    characters: (n: number) =>
      counted(n, { none: 'لا محارف', one: 'محرف واحد', two: 'محرفان', few: 'محارف', many: 'محرفًا', other: 'محرف' }),
    of: (k: number, n: number) => `${formatNumber('ar', k)} من أصل ${formatNumber('ar', n)}`,
    n: (n: number) => `ن = ${formatNumber('ar', n)}`,
  },

  stance: {
    favor: 'مؤيِّد',
    against: 'معارِض',
    ambivalent: 'مختلط',
    none: 'بلا موقف',
    cannot_code: 'يتعذّر الترميز',
    disputed: 'مختلَف فيه',
    uncoded: 'لم يُرمَّز بعد',
  },
  stanceLabel: 'الموقف',
  stanceHint: {
    favor: 'يؤيد الخطوة أو يطالب بها',
    against: 'يرفض الخطوة أو يطالب بوقفها',
    ambivalent: 'يقول الأمرين: يؤيد بعضها ويعارض بعضها',
    none: 'يتحدث عنها من غير أن ينحاز',
    cannot_code: 'النص لا يكفي للحكم',
    disputed: 'اختلف المرمِّزون ولم يحسم أحد بينهم',
    uncoded: 'لم يرمّزه أحد بعد',
  },

  campLabel: 'الفئة',
  camp: { disputed: 'فئة مختلَف فيها', uncoded: 'لم تُرمَّز الفئة بعد' },

  attributionLabel: 'طريقة النقل',
  attribution: {
    direct: 'اقتباس مباشر',
    reported: 'كلام منقول',
    paraphrase: 'نقل بالمعنى',
    slogan: 'شعار',
  },
  attributionHint: {
    direct: 'الكلمات بين علامتي اقتباس في المصدر',
    reported: 'ينقل المصدر ما قيل من غير اقتباس حرفي',
    paraphrase: 'المعنى بصياغتنا نحن',
    slogan: 'عبارة متداولة يرددها كثيرون',
  },

  sloganUse: { endorse: 'يتبنّى', mock: 'يسخر', report: 'ينقل', unclear: 'غير واضح' },
  risk: {
    public_figure: 'شخصية عامة',
    ordinary: 'شخص عادي',
    vulnerable: 'شخص معرَّض للخطر',
    protected: 'محميّ: لا يظهر اسمه أبدًا',
  },
  status: { draft: 'مسودة', published: 'منشور', withheld: 'محجوب', deleted: 'محذوف' },
  translator: { human: 'ترجمه إنسان', machine: 'ترجمة آلية', unknown: 'المترجم غير معروف' },

  score: {
    label: 'نبرة الصياغة (آليًا)',
    negative: 'سلبية',
    neutral: 'محايدة',
    positive: 'إيجابية',
    unsure: 'غير متيقّن',
    unsureHint: 'لا يثق المقيِّم الآلي بهذا الوصف بما يكفي للأخذ به.',
    notScored: 'بلا درجة',
    reasons: {
      empty: 'لا نص هنا',
      no_evidence: 'لا كلمة فيه تدل المقيِّم الآلي على شيء',
      language_not_read: 'لا مقيِّم يقرأ هذه اللغة',
      too_long: 'النص أطول من أن يُقاس',
      too_complex: 'استغرق قياس النص وقتًا أطول من المسموح',
    },
    by: '{scorer}، الإصدار {version}',
    notStance: 'هذه نبرة الكلمات، لا موقف صاحبها.',
  },

  evidence: {
    title: 'الكلمات التي حرّكت الدرجة',
    none: 'لم تحرّك الدرجةَ أيُّ كلمة.',
    listCaption: 'الكلمات التي حرّكت الدرجة، من الأقوى أثرًا',
    word: 'الكلمة',
    moved: 'مقدار تحريكها للدرجة',
    why: 'كيف قُرئت',
    knownShare: 'يعرف المقيِّم الآلي {share} من الكلمات.',
    towardsNegative: 'نحو السلبي',
    towardsPositive: 'نحو الإيجابي',
    start: 'نقطة البداية',
    sum: 'المجموع قبل المعايرة',
    more: 'وغيرها: {n}',
    truncated: 'لا تظهر هنا سوى الكلمات الأقوى أثرًا.',
    marks: {
      negated: 'منفية',
      negator: 'تنفي ما بعدها',
      intensified: 'مُقوّاة',
      intensifier: 'تقوّي ما بعدها',
      quoted: 'بين علامتي اقتباس',
      name: 'اسم علم لا يُحتسب',
      shifter: 'تقلب نبرة ما بعدها',
      emoji: 'رمز تعبيري',
      hashtag: 'وسم',
    },
    flags: {
      quote: 'يقتبس النص كلام آخرين، وقد تكون النبرة نبرتهم.',
      question: 'يطرح النص سؤالًا.',
      conditional: 'يتحدث النص عن شرط («إذا»، «لو»).',
      possible_sarcasm: 'قد يكون النص ساخرًا، والمقيِّم الآلي يأخذ الكلمات على ظاهرها.',
      mixed_language: 'يخلط النص بين لغات، وقد قُرئت كل جملة بلغتها.',
      truncated_evidence: 'لم يُحفظ سوى الكلمات الأقوى أثرًا في الدرجة.',
    },
  },

  confidenceLabel: 'درجة الثقة',
  confidence: { one: 'منخفضة', two: 'متوسطة', three: 'عالية' },

  quote: {
    original: 'الأصل',
    translation: 'الترجمة',
    withheld: 'هذا القول محجوب، ولا يظهر نصه في أي مكان.',
    speakerProtected: 'متحدّث محميّ',
    speakerUnnamed: 'لم يُذكر المتحدّث',
    undated: 'بلا تاريخ',
    noSource: 'لم يُذكر مصدر',
  },

  form: {
    required: 'مطلوب',
    optional: 'اختياري',
    errorPrefix: 'خطأ:',
    choose: 'اختر …',
    chooseOne: 'لم تختر شيئًا. اختر واحدًا.',
    errorSummary: (n: number) =>
      choosePlural('ar', n, {
        one: 'أمر واحد يحتاج إلى تصحيح قبل الحفظ',
        two: 'أمران يحتاجان إلى تصحيح قبل الحفظ',
        few: `${formatNumber('ar', n)} أمور تحتاج إلى تصحيح قبل الحفظ`,
        many: `${formatNumber('ar', n)} أمرًا يحتاج إلى تصحيح قبل الحفظ`,
        other: `${formatNumber('ar', n)} أمر يحتاج إلى تصحيح قبل الحفظ`,
      }),
    charactersLeft: 'بقي من المحارف: {n}',
  },

  pager: {
    label: 'صفحات القائمة',
    next: 'الصفحة التالية',
    previous: 'الصفحة السابقة',
    first: 'الصفحة الأولى',
    range: (from: number, to: number, total: number) =>
      `من ${formatNumber('ar', from)} إلى ${formatNumber('ar', to)}، من أصل ${formatNumber('ar', total)}`,
  },

  filters: {
    label: 'المرشّحات',
    active: 'المرشّحات المختارة',
    remove: (name: string) => `أزل المرشّح: ${name}`,
    show: 'أظهر المرشّحات',
  },
  loading: 'جارٍ التحميل …',

  keyboard: {
    title: 'لوحة المفاتيح',
    open: 'اختصارات لوحة المفاتيح',
    help: 'إظهار هذه المساعدة',
    search: 'الانتقال إلى حقل البحث',
    compare: 'الانتقال إلى المقارنة',
    statements: 'الانتقال إلى الأقوال',
    add: 'إضافة قول',
    saveAndNext: 'الحفظ والبدء بالتالي',
    closeDialog: 'إغلاق النافذة المفتوحة',
    thenPress: 'ثم',
    hint: 'لا أثر للمفاتيح المفردة أثناء الكتابة في حقل.',
  },

  errors: {
    notFoundTitle: 'لا توجد صفحة بهذا العنوان',
    notFoundBody: 'لعل في العنوان خطأ، أو لعل ما كان يعرضه حُجب أو أزيل.',
    notFoundAction: 'عرض كل الأحداث',
    crashTitle: 'تعذّر عرض هذه الصفحة',
    crashBody: 'لم يضِع شيء مما حفظته. حاول مجددًا؛ فإن تكرر الأمر فشغّل الأمر doctor وأرسل ناتجه مع هذا الرقم:',
    crashNumber: 'رقم الخطأ',
  },

  empty: { nothing: 'لا شيء هنا بعد' },
} satisfies Dictionary['common'];
