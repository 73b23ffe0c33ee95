import { guardText } from '#lib/core/csv/csv-guard';

/** What a cell holds; null is missing. */
export type Cell = string | number | boolean | null;

/** How a table is written: for spreadsheets, or for R, Python and other programs. */
export interface CsvFlavour {
  /** Starts the file; Excel takes a file for UTF-8 only with it. */
  readonly byteOrderMark: string;
  readonly lineEnd: string;
  /** Whether text that a spreadsheet could run is guarded. */
  readonly isGuarded: boolean;
}

export const CSV_FLAVOURS = {
  excel: { byteOrderMark: '\uFEFF', lineEnd: '\r\n', isGuarded: true },
  data: { byteOrderMark: '', lineEnd: '\n', isGuarded: false },
} as const satisfies Readonly<Record<string, CsvFlavour>>;
export type CsvFlavourName = keyof typeof CSV_FLAVOURS;

/**
 * One record of a CSV file with its line end. Text is always in quotation marks: an unquoted cell that
 * holds a lone CR would start a new record, and its rest could run as a formula. Numbers and truth values
 * are bare, missing values and numbers that are none (NaN, infinities) are empty.
 */
export function csvLine(cells: readonly Cell[], flavour: CsvFlavour): string {
  let line = '';
  for (let index = 0; index < cells.length; index += 1) {
    if (index > 0) line += ',';
    line += csvCell(cells[index] ?? null, flavour.isGuarded);
  }
  return line + flavour.lineEnd;
}

function csvCell(cell: Cell, isGuarded: boolean): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return typeof cell === 'number' && !Number.isFinite(cell) ? '' : String(cell);
  const text = isGuarded ? guardText(cell) : cell;
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
}
