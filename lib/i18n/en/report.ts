import { formatList, formatNumber } from '#lib/i18n/format';

export const report = {
  title: 'Report',
  lead: 'Findings, charts and quotes on paper.',

  /** Burnt into a picture that leaves the page. */
  picture: {
    about: (proposition: string) => `Stance towards: ${proposition}`,
    source: (event: string, date: string) => `${event}, ${date}`,
    collectedFrom: (names: readonly string[], more: number) =>
      `statements from ${formatList('en', more === 0 ? names : [...names, `${formatNumber('en', more)} more`])}`,
    filterParts: '; ',
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
