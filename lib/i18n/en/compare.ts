import { formatNumber, formatPercent } from '#lib/i18n/format';

export const compare = {
  title: 'Compare',
  target: 'Stance towards',
  happened: 'Happened',
  collectedLabel: 'Collected',
  collected: (statements: string, sources: string, languages: string) => `${statements} from ${sources}, in ${languages}`,
  contextLeftOut: (n: number) =>
    `${formatNumber('en', n)} ${n === 1 ? 'statement' : 'statements'} by officials given as context, left out of the comparison.`,
  contextShow: 'Show them too',
  contextHide: 'Leave context out again',
  contextShown: 'Context camps are included.',
  finding: 'In short',
  measure: { label: 'Compare by', stance: 'Stance (coded by people)', wording: 'Wording (scored by machine)' },
  layout: { label: 'Bars', stacked: '100%', diverging: 'Diverging' },
  partWays: (k: number, n: number) =>
    `Stance and wording part on ${formatNumber('en', k)} of ${formatNumber('en', n)} statements (${formatPercent('en', n === 0 ? 0 : k / n)}): the tone of a text does not tell where its speaker stands.`,
  partWaysLink: 'Read those statements',
  stanceSection: 'Where the camps stand',
  stanceLead: 'Coded by people who read each statement.',
  wordingSection: 'In which words',
  wordingLead: 'The tone of each text, scored by a machine that says what it counted.',
  crossSection: 'Where stance and wording part',
  crossLead: 'Each cell opens its statements.',
  quotesSection: 'In their words',
  quotesLead:
    'One statement a camp, chosen by rule: words quoted as they were said come first, then the wording nearest to the middle of the camp.',
  allOf: (camp: string) => `All statements: ${camp}`,
  download: 'Take the numbers away',
  downloadExcel: 'CSV for Excel or LibreOffice',
  downloadData: 'CSV for R or Python',
  downloadJson: 'Numbers behind the charts (JSON)',
  scorerOff: 'Scoring is switched off; the stance charts do not need it.',
  empty: 'No statement has been collected for this event yet.',
  emptyAction: 'Add the first statement',
  filtered: 'Filtered',
  filterLink: 'Filter the statements',
  campNotCoded: (n: number) =>
    `${formatNumber('en', n)} ${n === 1 ? 'statement is' : 'statements are'} in no camp yet, or coders differ on the camp; they are left out.`,
  duplicatesLeftOut: (n: number) => `${formatNumber('en', n)} ${n === 1 ? 'duplicate is' : 'duplicates are'} counted once.`,
  coders: (n: number) => (n === 1 ? 'Stance coded by one person.' : `Stance coded by ${formatNumber('en', n)} people.`),
  cite: (title: string, n: string, moment: string, address: string) =>
    `Stanceboard: ${title}. ${n}, data as of ${moment}. ${address}`,
  problems: 'Part of the address was not understood and was left out.',
  read: 'How to read this page',
};
