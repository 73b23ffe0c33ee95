import { choosePlural, formatNumber } from '#lib/i18n/format';

export const statements = {
  title: 'Statements',
  found: (n: number, all: number) =>
    n === all
      ? `${formatNumber('en', n)} ${choosePlural('en', n, { one: 'statement', other: 'statements' })}`
      : `${formatNumber('en', n)} of ${formatNumber('en', all)} statements fit the filters`,
  search: 'Search the words',
  searchHint: 'Quotation marks keep words together; a leading - leaves a word out.',
  apply: 'Show',
  anyCamp: 'All camps',
  anyStance: 'All stances',
  facetCount: (n: number) => formatNumber('en', n),
  language: 'Language',
  sourceLabel: 'Source',
  speakerLabel: 'Speaker',
  dateLabel: 'Said',
  sort: 'Order',
  contextCamp: 'context',
  exportThese: 'Take these away as CSV',
  emptyTitle: 'No statement fits these filters',
  emptyBody: 'Take a filter away to see more.',
  emptyEventTitle: 'No statement has been collected yet',
  emptyEventBody: 'Add the first one; the charts begin with it.',
  openStatement: 'Open the statement',
  readAll: 'Read on',
};
