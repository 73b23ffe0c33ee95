import { choosePlural, formatNumber } from '#lib/i18n/format';

export const exporting = {
  title: 'Export',
  lead: 'Open files for others to check, with what each is good for.',
  filtered: 'These files hold what the filter says:',
  whole: 'These files hold all statements of the event.',
  changeFilter: 'Change the filter',
  filesHeading: 'Files',
  caption: 'Files of this filter',
  columns: { file: 'File', forWhom: 'For', holds: 'Holds', size: 'Size, about' },
  rows: (n: number) => `${formatNumber('en', n)} ${choosePlural('en', n, { one: 'row', other: 'rows' })}`,
  size: (kilobytes: number) =>
    kilobytes < 1024 ? `${formatNumber('en', kilobytes)} kB` : `${formatNumber('en', Math.round(kilobytes / 102.4) / 10)} MB`,
  /** Names of the files, and whom each is for. */
  files: {
    excel: { name: 'CSV for spreadsheets', for: 'Excel and LibreOffice: Arabic is shown right, and no cell runs as a formula' },
    data: { name: 'CSV for programs', for: 'R, Python and other programs' },
    jsonl: { name: 'JSON Lines', for: 'programs that read one object a line' },
    codings: { name: 'Codings', for: 'checking agreement: one row a judgement, coders by pseudonym' },
    package: { name: 'Data package (zip)', for: 'redoing the analysis: all tables with codebook, citation and README' },
  },
  previewHeading: 'First rows',
  previewCaption: 'The first rows of the file',
  notScored: 'not scored',
  empty: 'No statement is in this filter.',
  citeHeading: 'How to cite',
  cite: (title: string, date: string, n: number, url: string) =>
    `${title}. ${formatNumber('en', n)} collected statements, Stanceboard data set, ${date}. ${url}`,
  curlHeading: 'From a terminal',
  curlHint: 'The same files, for scripts.',
};
