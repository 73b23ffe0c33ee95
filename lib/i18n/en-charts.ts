import type { ChartText, MarkFacts } from '#lib/core/charts/chart-text';
import { chartNumbers } from '#lib/i18n/chart-numbers';
import { common } from '#lib/i18n/en/common';
import { formatDate, formatNumber, formatPercent, formatScore } from '#lib/i18n/format';
import { renderFinding } from '#lib/i18n/render-finding';

const statements = common.counts.statements;
const share = (value: number) => formatPercent('en', value);
const points = (value: number) => formatScore('en', Math.round(value * 100), 0);

/** The per cent that stands on or beside a mark, as it stands there and not in brackets, so that it is found in the mark's name. */
const figure = (mark: Extract<MarkFacts, { readonly shareAs: unknown }>): string =>
  mark.shareAs === 'per_cent' ? `${share(mark.count / mark.n)}, ` : '';

function markFacts(mark: MarkFacts): string {
  switch (mark.kind) {
    case 'segment': {
      // In the words and the order of the figure on the bar, so that these are found in its name.
      const stance = common.stance[mark.stance];
      const counted = `${formatNumber('en', mark.count)} of ${statements(mark.n)}`;
      return `${mark.camp}: ${stance} ${figure(mark)}${counted}`;
    }
    case 'statement': {
      const facts = [
        mark.camp,
        ...(mark.stance === undefined ? [] : [common.stance[mark.stance]]),
        ...(mark.score === undefined ? [] : [`score ${formatScore('en', mark.score)}`]),
        ...(mark.label == null ? [] : [common.score[mark.label]]),
        ...(mark.unsure === true ? [common.score.unsure] : []),
        ...(mark.date === undefined ? [] : [mark.date]),
      ];
      return facts.join(', ');
    }
    case 'bin':
      return `${mark.camp}: ${statements(mark.count)} with a score from ${formatScore('en', mark.from)} to ${formatScore('en', mark.to)}`;
    case 'cell': {
      const wording = mark.column === 'not_scored' ? common.score.notScored : `${common.score[mark.column]} wording`;
      const parted = mark.parted ? '; stance and wording point opposite ways' : '';
      return `${common.stance[mark.stance]}, ${wording}: ${statements(mark.count)}${parted}`;
    }
    case 'share': {
      return `${mark.camp}: ${figure(mark)}${formatNumber('en', mark.count)} of ${statements(mark.n)} ${common.stance[mark.stance]}, 95% interval ${share(mark.low)} to ${share(mark.high)}`;
    }
    case 'difference':
      return `${mark.first} (${mark.counts[0]}) minus ${mark.second} (${mark.counts[1]}), share ${common.stance[mark.stance]}: ${mark.difference === null ? '' : `${points(mark.difference)} points, `}95% interval of the difference ${points(mark.low)} to ${points(mark.high)}`;
    case 'days': {
      const stance = mark.stance === undefined ? '' : `, ${common.stance[mark.stance]}`;
      const mean = mark.mean === undefined ? '' : `, mean score ${formatScore('en', mark.mean)}`;
      return `${mark.camp}, ${formatDate('en', mark.from)} to ${formatDate('en', mark.to)}${stance}: ${statements(mark.count)}${mean}`;
    }
    case 'term':
      return `“${mark.term}”, more typical of ${mark.camp}: z = ${formatScore('en', mark.z)}, ${formatNumber('en', mark.countFirst)} and ${formatNumber('en', mark.countSecond)} uses`;
    case 'slogan_use':
      return `“${mark.slogan}”: ${common.sloganUse[mark.use]}, ${formatNumber('en', mark.count)} of ${statements(mark.n)}`;
  }
}

/** What the charts say in English. */
export const enCharts: ChartText = {
  language: 'en',
  direction: 'ltr',
  ...chartNumbers('en'),

  stance: (stance) => common.stance[stance],
  sentiment: (column) => (column === 'not_scored' ? common.score.notScored : common.score[column]),
  sloganUse: (use) => common.sloganUse[use],

  n: common.counts.n,
  ofN: common.counts.of,
  tooFew: (n) => `${common.counts.n(n)}, too few to summarise`,
  scored: (scored, n) =>
    n === 0
      ? common.counts.n(0)
      : scored === n
        ? `${common.counts.n(n)}, all scored`
        : `${common.counts.n(n)}, ${formatNumber('en', scored)} scored`,
  tooFewScored: (scored, n) => `${common.counts.n(n)}, ${formatNumber('en', scored)} scored: too few to summarise`,
  undated: (count) => `${formatNumber('en', count)} undated`,
  notScored: (count) => `${formatNumber('en', count)} ${common.score.notScored}`,
  minus: (first, second) => `${first} − ${second}`,
  minusSecond: (second) => `−\u00a0${second}`,
  nPair: (first, second) => `n = ${formatNumber('en', first)} and ${formatNumber('en', second)}`,
  countPair: (first, second) => `${first} and ${second}`,
  range: (low, high) => `${low} to ${high}`,

  title: ({ name, stance, pair, measure }) => {
    switch (name) {
      case 'stance-bars':
        return 'Where each camp stands';
      case 'sentiment-strip':
        return 'In which tone each camp speaks';
      case 'stance-by-sentiment':
        return 'Stance and wording, side by side';
      case 'share-intervals':
        return `Share of each camp’s statements: ${stance === undefined ? '' : common.stance[stance]}`;
      case 'camp-differences':
        return `How far apart the camps are: share ${stance === undefined ? '' : common.stance[stance]}`;
      case 'timeline':
        return measure === 'wording' ? 'How the wording moved' : 'How the stance moved';
      case 'term-contrast':
        return pair === undefined ? 'Which words belong to which camp' : `Words of ${pair[0]} and of ${pair[1]}`;
      case 'slogans-by-use':
        return 'How each slogan is used';
    }
  },
  finding: (finding) => renderFinding('en', finding),
  empty: (reason) => {
    switch (reason) {
      case 'no_camps':
        return 'This event has no camps yet.';
      case 'no_statements':
        return 'No statement is counted here.';
      case 'nothing_scored':
        return 'No text has a score.';
      case 'nothing_dated':
        return 'No statement is dated.';
      case 'one_camp':
        return 'A comparison needs two camps of at least 5 statements each.';
      case 'too_few':
        return 'Too few statements to summarise: a camp needs at least 5.';
      case 'not_enough_text':
        return 'Not enough text to tell the words of the two camps apart.';
      case 'no_slogans':
        return 'No slogan is marked in these statements.';
    }
  },
  markFacts,
  quoteMarks: ['“', '”'],

  intervalNote:
    'How much this could vary had other statements been collected the same way. Not a margin of error for the population.',
  termsNote: 'Words of texts in English, originals and translations. n counts these.',
  notAPoll: common.notAPoll,
  axis: {
    share: 'Share of statements',
    score: 'Score of the wording',
    negative: 'negative wording',
    positive: 'positive wording',
    difference: 'Difference in percentage points',
    z: 'z of the log-odds ratio',
    count: 'Statements',
    apart: 'no side taken, or not settled',
  },
  key: {
    meanAndInterval: 'mean, 95% interval',
    shareAndInterval: 'share, 95% interval',
    differenceAndInterval: 'difference, 95% interval',
    unsure: 'scorer unsure',
    takes: (stance) => stance,
    takesNot: (stance) => `not ${stance}`,
    parted: 'stance and wording point opposite ways',
    oneDot: 'one statement',
    event: 'event',
    datePeriod: 'date known to the month or year',
    runningMean: 'running mean of 5',
    tallest: (count) => `tallest bar: ${statements(count)}`,
    slope: 'line between 2 or 3 points',
  },
  table: {
    camp: 'Camp',
    n: 'n',
    share: 'Share',
    interval: '95% interval',
    low: '95% low',
    high: '95% high',
    scored: 'Scored',
    notScored: 'Not scored',
    mean: 'Mean',
    median: 'Median',
    statement: 'Statement',
    stance: 'Stance',
    score: 'Score',
    total: 'Total',
    difference: 'Difference (points)',
    comparison: 'Comparison',
    date: 'Date',
    undated: 'Undated',
    event: 'Event',
    term: 'Word',
    slogan: 'Slogan',
    use: 'Use',
    z: 'z',
    scoreFrom: 'Score from',
    scoreTo: 'Score to',
    count: 'Statements',
    nothing: 'too few',
  },
  figure: {
    filter: (filter) => `Filter: ${filter}`,
    source: (source) => `Source: ${source}`,
    dataOf: (date) => `Data as of ${date}`,
    scorer: (scorer) => `Scorer: ${scorer}`,
    madeWith: (product) => `Made with ${product}`,
    table: 'Table of these numbers',
    open: 'Open',
    toolbar: 'Take this figure away',
    closeTip: 'Esc closes',
  },
};
