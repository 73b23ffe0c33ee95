import type { MethodsFacts, SharedUnitsRule } from '#lib/core/codebook/methods-paragraph';
import { isolate } from '#lib/core/text/isolate';
import { CODERS, CODINGS, counted, STATEMENTS, WAYS } from '#lib/i18n/ar/counted';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatDate, formatList, formatNumber, formatPercent, formatPlainNumber } from '#lib/i18n/format';
import { formatCoefficient, formatCoefficientInterval } from '#lib/i18n/format-coefficient';

const number = (n: number): string => formatNumber('ar', n);
const statements = (n: number): string => counted(n, STATEMENTS);
const coders = (n: number): string => counted(n, CODERS);

const bands = {
  uncoded: 'بلا ترميز بعد',
  one_coder: 'ترميز شخص واحد',
  low: 'اتفاق منخفض',
  tentative: 'اتفاق لا يسمح إلا بنتائج أولية',
  good: 'اتفاق جيد',
};

const reasons = {
  no_codings: 'لم يرمّزه أحد',
  one_coder: 'رمّزه شخص واحد فقط',
  not_numeric: 'رموزه ليست أعدادًا',
  below_zero: 'لا يقبل مقياس النسبة عددًا دون الصفر',
  code_not_in_order: 'فيه رمز خارج ترتيب دليل الترميز',
  no_shared_unit: 'لم يرمّز شخصان القول نفسه',
  one_category: 'أعطى الجميع الرمز نفسه دائمًا، فلا شيء يدل على أن المرمِّزين يميّزون بين الرموز',
};

const levels = { nominal: 'اسمي', ordinal: 'رتبي', interval: 'فتري', ratio: 'نسبي' };

const drawn = (rule: SharedUnitsRule): string => {
  switch (rule.kind) {
    case 'all':
      return 'رمّز كلَّ قول شخصان أو أكثر';
    case 'random':
      return `الأقوال المشتركة عيّنة عشوائية نسبتها ${formatPercent('ar', rule.share)} سُحبت بالبذرة ${formatPlainNumber('ar', rule.seed)}`;
    case 'as_they_came':
      return 'لم تُسحب الأقوال المشتركة، بل هي ما صادف أن رمّزه شخصان';
  }
};

const bases = { unanimous: 'بالإجماع', majority: 'بالأغلبية', discussion: 'بالنقاش', expert: 'برأي خبير' };

function methodsParagraph(facts: MethodsFacts, labels: Readonly<Record<string, string>>): string {
  const { draws, seed, confidence } = facts.bootstrap;
  const intro = `عدد المرمِّزين: ${coders(facts.coders)}؛ وعدد الأقوال المجموعة: ${statements(facts.statements)}؛ ورُمّزت وفق الإصدار ${formatPlainNumber('ar', facts.codebookVersion)} من دليل الترميز، ولا تُظهر صفحة الترميز رمز أحد ولا درجة الآلة قبل أن يعطي المرمِّز رمزه.`;
  const variables = facts.variables.map(({ key, level, mark, sharedUnits, coded, codedByTwoOrMore, resolved, adjudicated }) => {
    const label = labels[key] ?? key;
    const alpha =
      mark.alpha === null
        ? `لا يمكن حساب معامل ألفا لكريبندورف (${mark.reason === null ? '' : reasons[mark.reason]})`
        : `معامل ألفا لكريبندورف ${formatCoefficient('ar', mark.alpha, 3)}${mark.ci === null ? '' : ` ${formatCoefficientInterval('ar', mark.ci, 3)}`}`;
    const decided = Object.entries(bases).flatMap(([basis, words]) => {
      const n = Object.entries(adjudicated).find(([known]) => known === basis)?.[1] ?? 0;
      return n === 0 ? [] : [`${number(n)} ${words}`];
    });
    const ends = [
      ...(mark.alpha === null ? [] : [drawn(sharedUnits)]),
      ...(decided.length === 0 ? [] : [`حُسمت الخلافات: ${formatList('ar', decided)}`]),
      ...(resolved.disputed === 0 ? [] : [`بقي ${number(resolved.disputed)} مختلَفًا فيه ويُعرض كذلك`]),
    ];
    return `${label} (المستوى ${levels[level]}): رُمّز ${number(coded)}، ${codedByTwoOrMore === 0 ? 'ولم يرمّز أيًّا منها أكثر من شخص' : `منها ${number(codedByTwoOrMore)} رمّزها شخصان أو أكثر`}؛ ${alpha}${ends.length === 0 ? '' : `؛ ${ends.join('؛ ')}`}.`;
  });
  const how = facts.variables.some(({ mark }) => mark.alpha !== null)
    ? ` مجالات التقدير ${formatPercent('ar', confidence)} بإعادة معاينة الأقوال، ${number(draws)} سحبة، البذرة ${formatPlainNumber('ar', seed)}.`
    : '';
  return `${intro} ${variables.join(' ')}${how} البيانات حتى ${formatDate('ar', facts.asOf)}؛ حُسبت ببرنامج Stanceboard.`;
}

export const reliability = {
  title: 'الموثوقية',
  lead: 'مدى اتفاق المرمِّزين، مع مجالات التقدير، لحاشية بحثك.',
  bands,
  reasons,
  levels,
  notComputable: 'لا يمكن حساب ألفا',
  notComputableBecause: (reason: string) => `لا يمكن حساب ألفا: ${reason}`,
  alpha: (alpha: string) => `ألفا ${alpha}`,
  alphaWithInterval: (alpha: string, interval: string) => `ألفا ${alpha} ${interval}`,
  mark: (band: string, alpha: string, n: number) => `${band} (${alpha}، ن = ${number(n)} مرمَّزة مرتين)`,
  staleNote: (n: number) => `تُركت جانبًا ترميزات تغيّر تعريفها منذ أُنجزت: ${counted(n, CODINGS)}.`,
  blindNote: 'أنت ترمّز: الأقوال التي لم ترمّزها بنفسك مستبعدة من كل رقم هنا.',

  summary: {
    heading: 'كل المتغيّرات',
    caption: 'معامل ألفا لكريبندورف بحسب مستوى قياس كل متغيّر، مع مجال تقدير ٩٥٪',
    variable: 'المتغيّر',
    level: 'مستوى القياس',
    alpha: 'ألفا',
    interval: 'مجال التقدير ٩٥٪',
    units: 'المرمَّز مرتين',
    coders: 'المرمِّزون',
    reading: 'القراءة',
  },
  detail: {
    heading: (label: string) => `بالتفصيل: ${label}`,
    figureLabel: (phrase: string) => `${phrase}، على مقياس صفره المصادفة وواحده الاتفاق التام`,
    rests: (units: number, people: number, pairs: number) =>
      `الأقوال التي رمّزها شخصان أو أكثر: ${number(units)}؛ والمرمِّزون: ${number(people)}؛ وأزواج الترميزات: ${number(pairs)}.`,
    drawn: (rule: SharedUnitsRule) => `${drawn(rule)}.`,
    bootstrap: (draws: number, seed: number) =>
      `مجال التقدير بإعادة معاينة الأقوال: ${number(draws)} سحبة، البذرة ${formatPlainNumber('ar', seed)}.`,
    noInterval: {
      not_computable: 'لا مجال تقدير من دون ألفا.',
      few_units: 'ما دون خمسة أقوال مشتركة لا يحتمل مجال تقدير.',
      no_disagreement: 'اتفق الجميع، فتعطي إعادة المعاينة مجالًا عرضه صفر لثلاثة أقوال كما لثلاثة آلاف؛ لذلك لا يُذكر مجال.',
      no_variation: 'تعطي كل سحبة قيمة ألفا نفسها، فلا شيء يدل على مدى تغيّرها؛ لذلك لا يُذكر مجال.',
      few_computable_draws: 'لم يكن في أكثر من نصف السحبات سوى رمز واحد؛ لذلك لا يُذكر مجال.',
    },
    resolved: (agreed: number, single: number, adjudicated: number, disputed: number) =>
      `من الأقوال المرمَّزة: متفق عليه ${number(agreed)}، ورمّزه شخص واحد ${number(single)}، ومحسوم ${number(adjudicated)}، ومختلَف فيه ${number(disputed)}.`,
    scaleChance: 'مصادفة',
    scaleLow: 'منخفض',
    scaleTentative: 'أولي',
    scaleGood: 'جيد',
  },
  pairs: {
    heading: 'مرمِّزًا بمرمِّز',
    caption: 'لمعرفة من يختلف مع من؛ أما موثوقية البيانات فهي ألفا أعلاه',
    pair: 'المرمِّزان',
    kappa: 'معامل كابا لكوهين',
    weighted: 'أوزان خطية',
    agreement: 'اتفقا على',
    share: 'النسبة',
    shared: 'الأقوال المشتركة',
    none: 'لا يشترك مرمِّزان في أي قول.',
    and: (first: string, second: string) => `${first} و${second}`,
  },
  confusion: {
    heading: 'أي رمز قابل أي رمز',
    caption: 'كل أزواج الترميزات معًا؛ وتفتح كل خانة خارج القطر أقوالها',
    row: 'قال أحد المرمِّزين',
    opens: (n: number, first: string, second: string) => `${number(n)}: قال أحدهما ${first} والآخر ${second}؛ افتح الأقوال`,
  },
  groups: {
    heading: 'بحسب الفئة واللغة',
    caption: 'قد يختبئ رقم منخفض في مجموعة خلف رقم جيد في المجمل',
    group: 'المجموعة',
    camp: 'الفئة',
    language: 'اللغة',
    none: 'ليس في أي مجموعة أقوال رمّزها شخصان.',
  },
  machine: {
    heading: 'الآلة أمام الناس',
    lead: 'وصف درجة الآلة إلى جانب نبرة الصياغة التي رمّزها الناس، على النصوص الأصلية. ولا شأن للموقف بذلك.',
    caption: 'كل مقيِّم آلي في كل لغة',
    scorer: 'المقيِّم الآلي',
    language: 'اللغة',
    n: 'النصوص',
    unscored: 'مرمَّزة وبلا درجة',
    disputed: 'مستبعدة لاختلاف المرمِّزين',
    notChecked: 'لم تُقارَن بعد بأحكام المرمِّزين',
    agrees: (kappa: string, n: number) => `يتفق مع مرمِّزي هذا المشروع: كابا ${kappa}، ن = ${number(n)}`,
    largest: 'حيث يتباعدان أكثر',
    person: 'الناس',
    machine: 'الآلة',
    statement: 'القول',
    confusion: (scorer: string, language: string) => `الناس في الصفوف والآلة في الأعمدة: ${isolate(scorer)}، ${language}`,
  },
  methods: {
    heading: 'لقسم المنهج',
    hint: 'مكتوبة من الأرقام أعلاه؛ غيّر ما يلزم واذكر أنك غيّرته.',
    paragraph: methodsParagraph,
  },
  files: {
    heading: 'تحقّق منه في مكان آخر',
    lead: 'يضم ملف التشخيص الترميزات التي دخلت كل معامل: ومنه تحصل حزمتا irr وkrippendorffsalpha في R على الرقم نفسه بالأسطر الواردة في docs/methods.md.',
    diagnosis: (label: string) => `تشخيص ${label} (CSV)`,
    codings: 'كل الترميزات (CSV)',
    pseudonyms: 'كل الترميزات بأسماء مستعارة للمرمِّزين (CSV)',
    command: 'الأمر نفسه في الطرفية',
  },
  coders: {
    heading: 'المرمِّزون',
    caption: 'من أُوقف ترميزه لا يرمّز بعد ذلك، وتبقى ترميزاته وتُحتسب كما كانت',
    name: 'الاسم',
    pseudonym: 'الاسم المستعار',
    codings: 'الترميزات',
    state: 'الحال',
    active: 'يرمّز',
    inactive: 'متوقف',
    change: 'تغيير',
    deactivate: 'إيقاف الترميز',
    activate: 'استئناف الترميز',
    deactivated: (name: string, n: number) =>
      `أُوقف ترميز ${isolate(name)}. تبقى ترميزاته وتُحتسب كما كانت (${counted(n, CODINGS)})، ولا يُقبل منه جديد.`,
    activated: (name: string) => `استُؤنف ترميز ${isolate(name)}.`,
  },
  codeToo: 'رمّز الأقوال ليُعرف مدى الاتفاق',
  robustness: {
    heading: 'هل تصمد الخلاصة؟',
    lead: 'المقارنة نفسها محسوبة من جديد: لكل مرمِّز وحده، وللرموز المتفق عليها فقط، وبحسب المتحدّث والمصدر، مع المكرّرات ومن دونها، ومع الترميزات المنخفضة الثقة ومن دونها.',
    difference: (code: string, first: string, second: string) => `«${code}» أكثر ورودًا في فئة «${first}» منه في فئة «${second}»`,
    direction: (camp: string, first: string, second: string) => `في فئة «${camp}» يرد «${first}» أكثر من «${second}»`,
    bar: 'طرق العدّ التي يبقى فيها اتجاهها',
    kept: (kept: number, comparable: number) => `يبقى اتجاهها في ${number(kept)} من ${number(comparable)} من طرق العدّ.`,
    empty: (n: number) => `طرق لا يبقى فيها ما يُقارن: ${counted(n, WAYS)}.`,
    survives: 'لا يقلبها خيار بمفرده.',
    turnedBy: (choice: string, lost: number, pairs: number) =>
      `أكثر ما يقلبها: ${choice} (تفقد اتجاهها في ${number(lost)} من ${number(pairs)} من المقارنات المتساوية فيما عدا ذلك).`,
    none: 'لا خلاصة تُختبر بعد: ليس في أي فئة ما يكفي من الأقوال المرمَّزة، أو إن الكفّتين متعادلتان.',
    table: 'ما يفعله كل خيار',
    choice: 'بدلًا من خيار الخلاصة نفسها',
    alone: 'وحده',
    lost: 'فقدان الاتجاه',
    regained: 'استعادته',
    outcomes: { kept: 'باقٍ', turned: 'منقلب', tied: 'تعادل', empty: 'لا شيء يُقارن' },
    levels: {
      judgement: (level: string) => (level === 'agreed' ? 'الرموز المتفق عليها فقط' : `رموز ${level} وحدها`),
      unit: { statement: 'عدّ الأقوال', speaker: 'عدّ كل متحدّث مرة واحدة', source: 'عدّ كل مصدر مرة واحدة' },
      duplicates: { in: 'مع المكرّرات', out: 'من دون المكرّرات' },
      low_confidence: { in: 'مع الترميزات المنخفضة الثقة', out: 'من دون الترميزات المنخفضة الثقة' },
    },
  },
} satisfies Dictionary['reliability'];
