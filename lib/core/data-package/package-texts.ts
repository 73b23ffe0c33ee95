import type { Column } from '#lib/core/csv/statement-columns';
import type { WrittenTable } from '#lib/core/data-package/describe-package';
import { PACKAGE_TABLES, type PackageTable, tablePath } from '#lib/core/data-package/package-tables';

/** What the README of a data package says. */
export interface PackageReadme {
  readonly title: string;
  /** Neutral description of the event. */
  readonly description: string;
  /** ISO 8601 in UTC. */
  readonly created: string;
  /** Number of the last log row that is in it. */
  readonly asOf: number;
  readonly url: string | null;
  /** Facets and values of the filter, in words; empty where all statements are meant. */
  readonly filter: readonly { readonly facet: string; readonly value: string }[];
  /** How many statements are in it, of how many of the event. */
  readonly statements: number;
  readonly ofStatements: number;
  readonly camps: readonly { readonly label: string; readonly count: number }[];
  /** How many were left out because they repeat another, are of a context camp, or are withheld. */
  readonly leftOut: { readonly duplicates: number; readonly context: number; readonly withheld: number };
  readonly scorers: readonly { readonly name: string; readonly version: string; readonly count: number }[];
  readonly codebookVersions: readonly number[];
  readonly version: string;
  readonly licence: string | null;
  readonly tables: readonly WrittenTable[];
  /** More that a reader must know, such as a low agreement of coders. */
  readonly caveats: readonly string[];
}

const CAVEATS = [
  'These are collected statements, not a poll: no number here says how many people think so.',
  'Stance is coded by people towards a named target. The score is computed from the wording by a machine. Neither is derived from the other.',
  'An empty score is "not scored", never 0. Read `no_score_reason`.',
  'A camp is a coded attribute of a statement, not a fact about a person.',
  'Speakers whom their name could endanger are not named here. Do not try to find out who they are.',
];

/** The README of a data package, as Markdown. */
export function packageReadme(readme: PackageReadme): string {
  const { leftOut } = readme;
  return [
    `# ${line(readme.title)}`,
    '',
    line(readme.description),
    '',
    `- Made: ${readme.created} (log row ${readme.asOf})`,
    `- Filter: ${readme.filter.length === 0 ? 'none' : readme.filter.map(({ facet, value }) => `${line(facet)} = ${line(value)}`).join('; ')}`,
    `- Statements: n = ${readme.statements} of ${readme.ofStatements}`,
    ...readme.camps.map(({ label, count }) => `  - ${line(label)}: n = ${count}`),
    `- Left out: ${leftOut.duplicates} duplicates, ${leftOut.context} of context camps, ${leftOut.withheld} withheld`,
    `- Codebook: ${readme.codebookVersions.length === 0 ? 'none' : `version ${readme.codebookVersions.join(', ')}`}`,
    ...(readme.scorers.length === 0
      ? ['- Scorer: none']
      : readme.scorers.map(({ name, version, count }) => `- Scorer: ${line(name)} ${line(version)}, ${count} texts`)),
    `- Made with: Stanceboard ${line(readme.version)}`,
    `- Licence: ${readme.licence === null ? 'none was given; ask before you publish the texts' : line(readme.licence)}`,
    ...(readme.url === null ? [] : [`- Page: <${readme.url}>`]),
    '',
    '## Before you use it',
    '',
    ...[...CAVEATS, ...readme.caveats].map((caveat) => `- ${line(caveat)}`),
    '',
    '## Files',
    '',
    '| file | rows | what it holds |',
    '|---|---:|---|',
    ...readme.tables.map(({ table, rows }) => `| ${tablePath(table)} | ${rows} | ${cell(PACKAGE_TABLES[table].description)} |`),
    '',
    'CODEBOOK.md says what each column and code means, datapackage.json the same for programs, CITATION.cff how to cite it.',
    '',
    'All tables are CSV: UTF-8 without byte order mark, a comma between cells, text in quotation marks, LF, empty for missing.',
    'To compute the numbers of the page again, take the rows of `statements.csv` without `duplicate_of` whose camp has the role',
    '`compared` in `camps.csv`, and count `stance` by `camp`; `disputed`, `none` and `cannot_code` stay in the denominator.',
    '',
  ].join('\n');
}

/**
 * The `CODEBOOK.md` of a data package: every column of every table, then the codes.
 *
 * @param codebooks the codebook of each version used, as Markdown with headings from level 1.
 */
export function packageCodebook(title: string, tables: readonly WrittenTable[], codebooks: readonly string[]): string {
  const columns = tables.flatMap(({ table }) => {
    const { description, fields }: PackageTable = PACKAGE_TABLES[table];
    return [
      `## ${tablePath(table)}`,
      '',
      description,
      '',
      '| column | type | what it holds | codes |',
      '|---|---|---|---|',
      ...fields.map(columnRow),
      '',
    ];
  });
  return [`# Columns: ${line(title)}`, '', ...columns, ...codebooks.flatMap((codebook) => [codebook.trimEnd(), ''])].join('\n');
}

function columnRow({ name, type, description, codes, isRequired }: Omit<Column<never, never>, 'write'>): string {
  const kind = isRequired === true ? `${type}, never empty` : type;
  return `| ${name} | ${kind} | ${cell(description)} | ${codes === undefined ? '' : codes.map((code) => `\`${code}\``).join(', ')} |`;
}

/** One line of Markdown: what was typed starts no heading, list or tag. */
function line(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
