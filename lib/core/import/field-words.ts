import type { StatementField } from '#lib/core/statement/statement-input';

/** What a column of a file can be mapped to: a field of a statement, or its identifier here. */
export type ImportField = StatementField | 'id';

/**
 * Words that name each field in the headers of other people's files, in English and Arabic, most telling first.
 * They are compared folded, so that case, accents, spelling of hamza and the signs between words do not count.
 */
export const HEADER_WORDS: Readonly<Record<ImportField, string>> = {
  id: 'id|statement id|المعرف|معرف',
  external_id: 'external id|source id|tweet id|post id|row id|ref|reference|رقم|الرقم|المرجع|رقم مرجعي',
  text: 'text|statement|original|original text|quote|quotation|content|body|comment|reaction|tweet|post|message|النص|نص|النص الأصلي|التصريح|تصريح|الاقتباس|اقتباس|المحتوى|التعليق|تعليق|رد الفعل|المنشور|التغريدة',
  language: 'language|lang|text language|original language|اللغة|لغة|لغة النص',
  translation: 'translation|translated text|english|english translation|text en|الترجمة|ترجمة|النص المترجم',
  translation_language: 'translation language|translation lang|target language|لغة الترجمة',
  translated_by: 'translated by|translator|translation by|المترجم|ترجمة بواسطة',
  target: 'target|proposition|towards|الهدف|الموضوع',
  camp: 'camp|group|side|faction|bloc|audience|المعسكر|معسكر|الفريق|الفئة|المجموعة|الطرف',
  stance: 'stance|position|opinion|attitude|الموقف|موقف|الرأي',
  confidence: 'confidence|certainty|sure|الثقة|درجة الثقة|التأكد',
  rationale: 'rationale|reason|why|justification|note|notes|السبب|التعليل|المبرر|ملاحظة|ملاحظات',
  slogan: 'slogan|chant|hashtag|الشعار|شعار|الهتاف|هتاف',
  slogan_use: 'slogan use|use of slogan|use|استخدام الشعار|استعمال الشعار',
  speaker: 'speaker|speaker name|author|name|username|user|who|المتحدث|القائل|صاحب التصريح|الاسم|الكاتب',
  speaker_pseudonym: 'speaker pseudonym|pseudonym|alias|الاسم المستعار|اسم مستعار',
  speaker_kind: 'speaker kind|speaker type|kind of speaker|نوع المتحدث|صفة المتحدث',
  speaker_risk: 'speaker risk|risk|الخطر|درجة الخطر|المخاطر',
  attribution: 'attribution|attribution type|quoted or reported|نوع الإسناد|الإسناد|النسبة',
  source_outlet:
    'source outlet|outlet|source|publisher|publication|newspaper|media|medium|platform|المصدر|مصدر|الناشر|الجريدة|الوسيلة|المنصة',
  source_title: 'source title|title|headline|العنوان|عنوان المصدر|عنوان',
  source_url: 'source url|url|link|source link|web address|permalink|الرابط|رابط|الرابط المصدر|رابط المصدر',
  source_language: 'source language|source lang|لغة المصدر',
  source_published: 'source published|published|publication date|date published|published at|تاريخ النشر',
  source_archive_url: 'source archive url|archive url|archive|archived|archive link|رابط الأرشيف|الأرشيف',
  locator: 'locator|paragraph|page|place in source|timestamp|الفقرة|فقرة|الصفحة|الموضع',
  said_on: 'said on|date|statement date|said|day|date said|created at|التاريخ|تاريخ|تاريخ التصريح|اليوم',
  coder: 'coder|coded by|annotator|rater|المرمز|المصنف|المرمّز',
};

/** Headers that an export of statements writes and that are computed: known, and left alone. */
export const COMPUTED_HEADERS: readonly string[] = ['error', 'line', 'raw_row'];

/** Codes and the words that other people's files have for them. */
const VALUE_WORDS: Readonly<Partial<Record<StatementField, Readonly<Record<string, string>>>>> = {
  stance: {
    favor:
      'favor|favour|in favor|in favour|for|pro|support|supports|supportive|agree|positive stance|مع|مؤيد|مؤيدة|موافق|داعم|تأييد|لصالح',
    against: 'against|anti|oppose|opposes|opposed|con|disagree|reject|rejects|ضد|معارض|معارضة|رافض|رفض|غير موافق',
    ambivalent: 'ambivalent|mixed|both|torn|متردد|مختلط|متناقض|مزدوج',
    none: 'none|no stance|takes no side|no side|بلا موقف|لا موقف|لا يتخذ موقفا|بدون موقف',
    cannot_code: 'cannot code|cannot be coded|unclear|cannot tell|cant tell|not clear|غير واضح|لا يمكن الترميز|لا يمكن التحديد',
    '': 'disputed|uncoded|مختلف عليه|غير مرمز',
  },
  camp: { '': 'disputed|uncoded|مختلف عليه|غير مرمز' },
  attribution: {
    direct: 'direct|direct quote|quote|quoted|verbatim|مباشر|اقتباس مباشر|حرفي',
    reported: 'reported|reported speech|indirect|منقول|غير مباشر',
    paraphrase: 'paraphrase|paraphrased|summary|إعادة صياغة|ملخص|بتصرف',
    slogan: 'slogan|chant|شعار|هتاف',
  },
  speaker_kind: {
    person: 'person|individual|شخص|فرد',
    organisation: 'organisation|organization|institution|party|منظمة|مؤسسة|حزب|هيئة',
    group: 'group|crowd|community|جماعة|مجموعة|حشد',
    unknown: 'unknown|anonymous|غير معروف|مجهول',
  },
  speaker_risk: {
    public_figure: 'public figure|public|official|شخصية عامة|مسؤول',
    ordinary: 'ordinary|low|normal|عادي|منخفض',
    vulnerable: 'vulnerable|medium|at risk|معرض للخطر|هش|متوسط',
    protected: 'protected|high|confidential|محمي|سري|مرتفع',
  },
  translated_by: {
    human: 'human|person|manual|بشري|إنسان|يدوي',
    machine: 'machine|automatic|mt|آلي|آلة|آلية',
    unknown: 'unknown|غير معروف',
  },
  slogan_use: {
    endorse: 'endorse|endorses|support|تأييد|يؤيد',
    mock: 'mock|mocks|ridicule|irony|سخرية|يسخر',
    report: 'report|reports|mention|نقل|ينقل|ذكر',
    unclear: 'unclear|unknown|غير واضح',
  },
  confidence: {
    1: '1|low|unsure|منخفضة|غير متأكد',
    2: '2|medium|fairly sure|متوسطة',
    3: '3|high|sure|certain|عالية|متأكد',
  },
};

const LANGUAGE_WORDS: Readonly<Record<string, string>> = {
  ar: 'arabic|العربية|عربي|عربية',
  en: 'english|الإنجليزية|الانكليزية|إنجليزي|انكليزي',
  fr: 'french|الفرنسية|فرنسي',
  de: 'german|الألمانية|ألماني',
  es: 'spanish|الإسبانية|إسباني',
  ru: 'russian|الروسية|روسي',
  tr: 'turkish|التركية|تركي',
  fa: 'persian|farsi|الفارسية|فارسي',
  ku: 'kurdish|الكردية|كردي',
  he: 'hebrew|العبرية|عبري',
};

/** Words for languages, for each field that holds one. */
const LANGUAGE_FIELDS: ReadonlySet<ImportField> = new Set(['language', 'translation_language', 'source_language']);

/** The words for the codes of a field, or undefined for a field of free text. */
export function valueWordsOf(field: ImportField): Readonly<Record<string, string>> | undefined {
  if (LANGUAGE_FIELDS.has(field)) return LANGUAGE_WORDS;
  return field === 'id' ? undefined : VALUE_WORDS[field];
}
