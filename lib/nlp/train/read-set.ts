import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SENTIMENT_LABELS, type SentimentLabel } from '#lib/core/score';

/** One labelled text. */
export interface LabelledText {
  readonly text: string;
  readonly label: SentimentLabel;
  /** Graded rating where the set has one. */
  readonly rating: number | null;
  readonly columns: ReadonlyMap<string, string>;
}

function isLabel(value: string | undefined): value is SentimentLabel {
  return SENTIMENT_LABELS.some((label) => label === value);
}

/** A whole field in quotation marks with doubled marks inside is a leftover of CSV, not speech. */
function unquoted(field: string): string {
  return field.length > 1 && field.startsWith('"') && field.endsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}

/** Whether a set's file is there. */
export function hasSet(folder: string, set: string, part: string): boolean {
  return existsSync(join(folder, set, `${part}.tsv`));
}

/** Reads `set/part.tsv` of a data folder: tab-separated with a header; rows with other labels than the three are left out. */
export function readSet(folder: string, set: string, part: string, labelColumn = 'label'): LabelledText[] {
  const [header = '', ...lines] = readFileSync(join(folder, set, `${part}.tsv`), 'utf8').split('\n');
  const names = header.trimEnd().split('\t');
  const rows: LabelledText[] = [];
  for (const line of lines) {
    if (line === '') continue;
    const fields = line.replace(/\r$/, '').split('\t');
    const columns = new Map(names.map((name, index) => [name, fields[index] ?? '']));
    const label = columns.get(labelColumn);
    if (!isLabel(label)) continue;
    const rating = columns.get('score');
    rows.push({
      text: unquoted(columns.get('text') ?? ''),
      label,
      rating: rating === undefined || rating === '' ? null : Number(rating),
      columns,
    });
  }
  return rows;
}

/** What is left of a text when two copies of it are compared: letters and digits, without links and names of accounts. */
export function foldForComparison(text: string): string {
  return text
    .toLowerCase()
    .replace(/https?:\S+|www\.\S+|@\w+|\bhttp\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
