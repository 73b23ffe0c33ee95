import { CsvReader } from '#lib/core/csv/csv-reader';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Formats that an import reads. */
export const FILE_FORMATS = ['csv', 'jsonl', 'json'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** How a file of rows is written. */
export interface Dialect {
  readonly format: FileFormat;
  /** For `csv`. */
  readonly delimiter: Delimiter;
  /** Whether an apostrophe before a formula is a guard to be taken off (see `guardText`). */
  readonly isGuarded: boolean;
}

/** `sep=;`, with which Excel is told the delimiter; it is no row. */
const SEPARATOR_LINE = /^"?sep=([,;\t|])"?(?:\r\n|\r|\n)/i;

/**
 * Guesses format and delimiter from the start of a decoded file.
 *
 * The delimiter is the one that cuts most records into the same number of cells, more than one. The guard is taken
 * off but for files that look like the flavour for programs, which has none: LF, all headers quoted, and no byte
 * order mark.
 *
 * @param head some 64 KiB of text, without byte order mark.
 */
export function sniffDialect(head: string, hasByteOrderMark: boolean): Dialect {
  const start = head.trimStart();
  if (start.startsWith('[')) return { format: 'json', delimiter: ',', isGuarded: false };
  if (start.startsWith('{')) {
    const [first = ''] = start.split(/\r?\n/, 1);
    return { format: isJson(first) ? 'jsonl' : 'json', delimiter: ',', isGuarded: false };
  }
  const [line = ''] = head.split('\n', 1);
  const isForPrograms = !hasByteOrderMark && !line.endsWith('\r') && /^"[^"]*"(?:,"[^"]*")*$/.test(line);
  return { format: 'csv', delimiter: separatorOf(head) ?? bestDelimiter(head), isGuarded: !isForPrograms };
}

/** The text with its `sep=` line blank, so that line numbers stay. */
export function withoutSeparatorLine(text: string): string {
  return text.replace(SEPARATOR_LINE, '\n');
}

function separatorOf(head: string): Delimiter | undefined {
  const separator = SEPARATOR_LINE.exec(head)?.[1];
  return DELIMITERS.find((delimiter) => delimiter === separator);
}

function bestDelimiter(head: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    // Not ended: the last record of the head is cut off where the head is.
    const records = new CsvReader(delimiter).push(`${head}\n`);
    const width = records[0]?.cells.length ?? 0;
    if (width < 2) continue;
    const even = records.filter(({ cells }) => cells.length === width).length;
    // Evenness decides, width only between equals.
    const score = even / records.length + width / 10_000;
    if (score > bestScore) {
      bestScore = score;
      best = delimiter;
    }
  }
  return best;
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
