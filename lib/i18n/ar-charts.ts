import type { ChartText, MarkFacts } from '#lib/core/charts/chart-text';
import { common } from '#lib/i18n/ar/common';
import { counted, OF_STATEMENTS } from '#lib/i18n/ar/counted';
import { chartNumbers } from '#lib/i18n/chart-numbers';
import { formatDate, formatNumber, formatPercent, formatScore } from '#lib/i18n/format';
import { renderFinding } from '#lib/i18n/render-finding';

const statements = common.counts.statements;
const number = (value: number) => formatNumber('ar', value);
const share = (value: number) => formatPercent('ar', value);
const points = (value: number) => formatScore('ar', Math.round(value * 100), 0);
const score = (value: number) => formatScore('ar', value);

/** The per cent that stands on or beside a mark, as it stands there and not in brackets, so that it is found in the mark's name. */
const figure = (mark: Extract<MarkFacts, { readonly shareAs: unknown }>): string =>
  mark.shareAs === 'per_cent' ? `${share(mark.count / mark.n)}، ` : '';

function markFacts(mark: MarkFacts): string {
  switch (mark.kind) {
    case 'segment': {
      const stance = common.stance[mark.stance];
      const outOf = `${number(mark.count)} من أصل ${counted(mark.n, OF_STATEMENTS)}`;
      return `${mark.camp}: ${stance} ${figure(mark)}${outOf}`;
    }
    case 'statement': {
      const facts = [
        mark.camp,
        ...(mark.stance === undefined ? [] : [common.stance[mark.stance]]),
        ...(mark.score === undefined ? [] : [`الدرجة ${score(mark.score)}`]),
        ...(mark.label == null ? [] : [`نبرة ${common.score[mark.label]}`]),
        ...(mark.unsure === true ? [common.score.unsure] : []),
        ...(mark.date === undefined ? [] : [mark.date]),
      ];
      return facts.join('، ');
    }
    case 'bin':
      return `${mark.camp}: ${statements(mark.count)}، الدرجة من ${score(mark.from)} إلى ${score(mark.to)}`;
    case 'cell': {
      const wording = mark.column === 'not_scored' ? common.score.notScored : `نبرة ${common.score[mark.column]}`;
      const parted = mark.parted ? '؛ تخالف النبرة الموقف' : '';
      return `${common.stance[mark.stance]}، ${wording}: ${statements(mark.count)}${parted}`;
    }
    case 'share': {
      return `${mark.camp}: ${common.stance[mark.stance]} ${figure(mark)}${number(mark.count)} من أصل ${counted(mark.n, OF_STATEMENTS)}، مجال التقدير ٩٥٪ من ${share(mark.low)} إلى ${share(mark.high)}`;
    }
    case 'difference':
      return `الفرق: ${mark.first} (${mark.counts[0]}) − ${mark.second} (${mark.counts[1]})، نسبة «${common.stance[mark.stance]}»: ${mark.difference === null ? '' : `${points(mark.difference)} بالنقاط المئوية، `}مجال التقدير ٩٥٪ للفرق من ${points(mark.low)} إلى ${points(mark.high)}`;
    case 'days': {
      const stance = mark.stance === undefined ? '' : `، ${common.stance[mark.stance]}`;
      const mean = mark.mean === undefined ? '' : `، متوسط الدرجة ${score(mark.mean)}`;
      return `${mark.camp}، من ${formatDate('ar', mark.from)} إلى ${formatDate('ar', mark.to)}${stance}: ${statements(mark.count)}${mean}`;
    }
    case 'term':
      return `«${mark.term}»، الفئة الأقرب: ${mark.camp}، z = ${score(mark.z)}، عدد مرات الورود ${number(mark.countFirst)} و${number(mark.countSecond)}`;
    case 'slogan_use':
      return `«${mark.slogan}»: ${common.sloganUse[mark.use]}، ${number(mark.count)} من أصل ${counted(mark.n, OF_STATEMENTS)}`;
  }
}

/** What the charts say in Arabic. */
export const arCharts: ChartText = {
  language: 'ar',
  direction: 'rtl',
  ...chartNumbers('ar'),

  stance: (stance) => common.stance[stance],
  sentiment: (column) => (column === 'not_scored' ? common.score.notScored : common.score[column]),
  sloganUse: (use) => common.sloganUse[use],

  n: common.counts.n,
  ofN: common.counts.of,
  tooFew: (n) => `${common.counts.n(n)}، أقل من أن يُلخَّص`,
  scored: (scored, n) =>
    n === 0
      ? common.counts.n(0)
      : scored === n
        ? `${common.counts.n(n)}، لها كلها درجة`
        : `${common.counts.n(n)}، لها درجة ${number(scored)}`,
  tooFewScored: (scored, n) => `${common.counts.n(n)}، لها درجة ${number(scored)}: أقل من أن يُلخَّص`,
  undated: (count) => `بلا تاريخ: ${number(count)}`,
  notScored: (count) => `${common.score.notScored}: ${number(count)}`,
  minus: (first, second) => `${first} − ${second}`,
  minusSecond: (second) => `−\u00a0${second}`,
  nPair: (first, second) => `ن = ${number(first)} و${number(second)}`,
  countPair: (first, second) => `${first} و${second}`,
  range: (low, high) => `من ${low} إلى ${high}`,

  title: ({ name, stance, pair, measure }) => {
    switch (name) {
      case 'stance-bars':
        return 'أين تقف كل فئة';
      case 'sentiment-strip':
        return 'بأي نبرة تتكلم كل فئة';
      case 'stance-by-sentiment':
        return 'الموقف والنبرة جنبًا إلى جنب';
      case 'share-intervals':
        return `النسبة من أقوال كل فئة: ${stance === undefined ? '' : common.stance[stance]}`;
      case 'camp-differences':
        return `كم تتباعد الفئات: نسبة «${stance === undefined ? '' : common.stance[stance]}»`;
      case 'timeline':
        return measure === 'wording' ? 'كيف تغيّرت النبرة' : 'كيف تغيّر الموقف';
      case 'term-contrast':
        return pair === undefined ? 'أيّ الكلمات لأيّ الفئات' : `كلمات الفئتين: ${pair[0]}، ${pair[1]}`;
      case 'slogans-by-use':
        return 'كيف يُستخدم كل شعار';
    }
  },
  finding: (finding) => renderFinding('ar', finding),
  empty: (reason) => {
    switch (reason) {
      case 'no_camps':
        return 'لا فئات لهذا الحدث بعد.';
      case 'no_statements':
        return 'لا يُحتسب هنا أي قول.';
      case 'nothing_scored':
        return 'لا درجة لأي نص.';
      case 'nothing_dated':
        return 'لا تاريخ لأي قول.';
      case 'one_camp':
        return 'تتطلب المقارنة فئتين لكل منهما ٥ أقوال على الأقل.';
      case 'too_few':
        return 'الأقوال أقل من أن تُلخَّص، فالفئة تحتاج إلى ٥ على الأقل.';
      case 'not_enough_text':
        return 'النص لا يكفي للتمييز بين كلمات الفئتين.';
      case 'no_slogans':
        return 'لم يُحدَّد أي شعار في هذه الأقوال.';
    }
  },
  markFacts,
  quoteMarks: ['«', '»'],

  intervalNote: 'مقدار ما كان يمكن أن يتغيّر لو جُمعت أقوال أخرى بالطريقة نفسها، وليس هامش خطأ لمجتمع بأكمله.',
  termsNote: 'كلمات النصوص العربية، من أصول وترجمات، وعددها هو ن.',
  notAPoll: common.notAPoll,
  axis: {
    share: 'نسبة الأقوال',
    score: 'درجة النبرة',
    negative: 'نبرة سلبية',
    positive: 'نبرة إيجابية',
    difference: 'الفرق بالنقاط المئوية',
    z: 'قيمة z لنسبة الأرجحية اللوغاريتمية',
    count: 'عدد الأقوال',
    apart: 'بلا موقف أو غير محسوم',
  },
  key: {
    meanAndInterval: 'المتوسط ومجال التقدير ٩٥٪',
    shareAndInterval: 'النسبة ومجال التقدير ٩٥٪',
    differenceAndInterval: 'الفرق ومجال التقدير ٩٥٪',
    unsure: 'المقيِّم غير متيقّن',
    takes: (stance) => stance,
    takesNot: (stance) => `سوى ذلك (غير ${stance})`,
    parted: 'تخالف النبرة الموقف',
    oneDot: 'قول واحد',
    event: 'حدث',
    datePeriod: 'التاريخ معروف بالشهر أو السنة فقط',
    runningMean: 'متوسط متحرك لخمس نقاط',
    tallest: (count) => `أعلى عمود: ${statements(count)}`,
    slope: 'خط بين نقطتين أو ثلاث',
  },
  table: {
    camp: 'الفئة',
    n: 'ن',
    share: 'النسبة',
    interval: 'مجال التقدير ٩٥٪',
    low: 'الحد الأدنى ٩٥٪',
    high: 'الحد الأعلى ٩٥٪',
    scored: 'لها درجة',
    notScored: 'بلا درجة',
    mean: 'المتوسط',
    median: 'الوسيط',
    statement: 'القول',
    stance: 'الموقف',
    score: 'الدرجة',
    total: 'المجموع',
    difference: 'الفرق (نقاط)',
    comparison: 'المقارنة',
    date: 'التاريخ',
    undated: 'بلا تاريخ',
    event: 'الحدث',
    term: 'الكلمة',
    slogan: 'الشعار',
    use: 'الاستخدام',
    z: 'z',
    scoreFrom: 'الدرجة من',
    scoreTo: 'الدرجة إلى',
    count: 'عدد الأقوال',
    nothing: 'عدد غير كافٍ',
  },
  figure: {
    filter: (filter) => `المرشّح: ${filter}`,
    source: (source) => `المصدر: ${source}`,
    dataOf: (date) => `البيانات حتى ${date}`,
    scorer: (scorer) => `المقيِّم الآلي: ${scorer}`,
    madeWith: (product) => `أُعدّ ببرنامج ${product}`,
    table: 'جدول هذه الأرقام',
    open: 'فتح',
    toolbar: 'خذ هذا الرسم معك',
    closeTip: 'يُغلَق بمفتاح Esc',
  },
};
