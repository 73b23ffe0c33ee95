import { formatList, formatNumber } from '#lib/i18n/format';

export const report = {
  title: 'Report',
  lead: 'Findings, charts and quotes on paper.',
  print: 'Print or save as PDF',
  printHint: 'Made for A4. The address, the filter and the date stand at the foot of every page.',
  back: 'Back to the comparison',
  facts: {
    target: 'Stance towards',
    happened: 'Happened',
    compared: 'Compared',
    dataAsOf: 'Data as of',
    filter: 'Filter',
    noFilter: 'none: all statements of the compared camps',
    sources: 'Sources',
    sourcesUnnamed: 'not named in the data',
    scorer: 'Scorer of the wording',
    noScorer: 'no text is scored',
    codebook: 'Codebook',
    version: (version: string) => `version ${version}`,
  },
  inShort: 'In short',
  charts: 'What was found',
  quotes: 'In their words',
  quotesLead:
    'Chosen by rule and not by hand: in each camp the statement whose wording is nearest to the camp’s median score, the one whose score is farthest from 0, and the most recent one. A statement that fits several rules stands once.',
  rules: {
    nearest: 'nearest to the camp’s median',
    extreme: 'most extreme wording',
    recent: 'most recent',
    first: 'first collected; nothing is scored or dated',
  },
  cut: (length: number) => `Cut here; all ${formatNumber('en', length)} characters stand at`,
  methods: 'How it was made',
  limits: 'What these numbers cannot say',
  cite: 'How to cite it',
  nothing: 'Nothing to report: no statement fits.',

  /** Burnt into a picture that leaves the page. */
  picture: {
    about: (proposition: string) => `Stance towards: ${proposition}`,
    source: (event: string, date: string) => `${event}, ${date}`,
    collectedFrom: (names: readonly string[], more: number) =>
      `statements from ${formatList('en', more === 0 ? names : [...names, `${formatNumber('en', more)} more`])}`,
  },

  toolbar: {
    label: (title: string) => `Take this figure away: ${title}`,
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
    json: 'JSON',
    fileHint: (format: string, title: string) => `${title} as ${format}`,
    link: 'Link',
    copyLink: 'Copy link',
    copyChart: 'Copy chart',
    copied: 'Copied',
    notCopied: 'The browser refused. Save the PNG instead.',
    embed: 'Embed',
    embedHint: 'Paste this into your page. It needs no script.',
    copyEmbed: 'Copy the code',
  },

  embed: {
    open: 'Every quote behind this chart',
    frameTitle: (title: string, event: string) => `${title}: ${event}`,
  },
};
