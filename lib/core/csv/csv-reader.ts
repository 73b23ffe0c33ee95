/** Longest record in UTF-16 units: a quotation mark that is never closed must not hold the rest of a file. */
export const RECORD_MAX = 1_000_000;

/** Why a record cannot be read as cells. */
export type RecordProblem = 'bad_quotes' | 'unclosed_quote' | 'record_too_long';

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line of the file, from 1, on which the record starts. */
  readonly line: number;
  /** Empty where there is a problem. */
  readonly cells: readonly string[];
  readonly problem: RecordProblem | null;
  /** The text that it was read from, with its line end. */
  readonly raw: string;
}

/** What {@link CsvReader} makes of one place of the text: a record, and where the next one starts. */
interface Step {
  readonly cells: readonly string[];
  readonly problem: RecordProblem | null;
  readonly next: number;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

/**
 * Reads CSV (RFC 4180) piece by piece and loses no row but the broken one: after a wrong quotation mark it goes on
 * with the line after the one on which that cell started. Records end at LF, CRLF or CR; a quotation mark
 * within an unquoted cell is a character; spaces around a quoted cell are passed over; blank lines and
 * records of blank cells only are left out.
 */
export class CsvReader {
  readonly #delimiter: string;
  #text = '';
  #line = 1;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The records that are complete with this piece of text. */
  push(text: string): readonly CsvRecord[] {
    this.#text += text;
    return this.#read(false);
  }

  /** The records that are left at the end of the file. */
  end(): readonly CsvRecord[] {
    return this.#read(true);
  }

  #read(isEnd: boolean): readonly CsvRecord[] {
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < this.#text.length) {
      const step = readRecord(this.#text, at, this.#delimiter, isEnd);
      if (step === null) break;
      const isBlank = step.problem === null && step.cells.every((cell) => cell.trim() === '');
      if (!isBlank) {
        const raw = this.#text.slice(at, step.next);
        records.push({ line: this.#line, cells: step.cells, problem: step.problem, raw });
      }
      this.#line += lineEndsIn(this.#text, at, step.next);
      at = step.next;
    }
    this.#text = this.#text.slice(at);
    return records;
  }
}

/** The record that starts at `start`, or null where the text ends before it does. */
function readRecord(text: string, start: number, delimiter: string, isEnd: boolean): Step | null {
  const separator = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const opening = openingQuote(text, at);
    if (opening < 0) {
      const end = cellEnd(text, at, separator);
      if (end === text.length && !isEnd) return tooLong(text, start);
      cells.push(text.slice(at, end));
      at = end;
    } else {
      const cell = readQuoted(text, opening, isEnd);
      if (cell === 'unfinished') {
        if (!isEnd && text.length - start <= RECORD_MAX) return null;
        return broken(text, opening, 'unclosed_quote', isEnd);
      }
      cells.push(cell.value);
      at = cell.next;
      while (text.charCodeAt(at) === SPACE) at += 1;
      if (at === text.length && !isEnd) return null;
    }
    if (at === text.length) return { cells, problem: null, next: at };
    const code = text.charCodeAt(at);
    if (code === separator) {
      at += 1;
      // A delimiter at the end of the text so far: the next cell is still to come.
      if (at === text.length && !isEnd) return null;
    } else if (code === LF) return { cells, problem: null, next: at + 1 };
    else if (code === CR) {
      if (at + 1 === text.length && !isEnd) return null;
      return { cells, problem: null, next: text.charCodeAt(at + 1) === LF ? at + 2 : at + 1 };
    } else return broken(text, opening, 'bad_quotes', isEnd);
  }
}

/** Where a quoted cell starts, or -1 for a cell without quotation marks. */
function openingQuote(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return text.charCodeAt(at) === QUOTE ? at : -1;
}

function cellEnd(text: string, start: number, separator: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === LF || code === CR) return at;
  }
  return text.length;
}

function readQuoted(
  text: string,
  opening: number,
  isEnd: boolean,
): { readonly value: string; readonly next: number } | 'unfinished' {
  let value = '';
  let from = opening + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || (quote + 1 === text.length && !isEnd)) return 'unfinished';
    if (text.charCodeAt(quote + 1) !== QUOTE) return { value: value + text.slice(from, quote), next: quote + 1 };
    value += text.slice(from, quote + 1);
    from = quote + 2;
  }
}

/** Goes on with the line after that of `at`; null where it has not come yet. */
function broken(text: string, at: number, problem: RecordProblem, isEnd: boolean): Step | null {
  const end = lineEnd(text, at);
  if (end === text.length) return isEnd ? { cells: [], problem, next: end } : null;
  if (text.charCodeAt(end) === CR && end + 1 === text.length && !isEnd) return null;
  const next = text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  return { cells: [], problem, next };
}

/** An unquoted record that does not end is waited for up to {@link RECORD_MAX}, then cut off where the text ends. */
function tooLong(text: string, start: number): Step | null {
  return text.length - start > RECORD_MAX ? { cells: [], problem: 'record_too_long', next: text.length } : null;
}

function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) return at;
  }
  return text.length;
}

function lineEndsIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count += 1;
  }
  return count;
}
