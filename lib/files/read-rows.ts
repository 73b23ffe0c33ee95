import { unguardText } from '#lib/core/csv/csv-guard';
import { CsvReader, type CsvRecord, RECORD_MAX } from '#lib/core/csv/csv-reader';
import { isBinaryFile } from '#lib/core/import/binary-file';
import type { DetectedEncoding, Encoding } from '#lib/core/import/detect-encoding';
import type { ImportProblemCode } from '#lib/core/import/import-problem';
import type { SourceRow } from '#lib/core/import/plan-import';
import { type Dialect, sniffDialect, withoutSeparatorLine } from '#lib/core/import/sniff-dialect';
import { failed, ok, type Result } from '#lib/core/result';
import { decodeText, inspectBytes, type OpenFile, WrongEncoding } from '#lib/files/read-text';

/** A JSON file is read whole, so it is the one format with a limit; JSON Lines of any size are streamed. */
export const JSON_FILE_MAX_BYTES = 64 * 1024 * 1024;
/** Rows that a preview shows, and of which JSON's headers are gathered. */
const SAMPLE_ROWS = 50;
/** Between the items of a list and between the names of nested fields. */
const LIST_SEPARATOR = '; ';
const PATH_SEPARATOR = '.';
const NESTED_MAX = 3;
/** So much is shown of a row that cannot be read, in UTF-16 units: what a cell of a spreadsheet holds. */
const RAW_MAX = 32_000;

/** How a file is to be read. */
export interface ReadOptions {
  readonly encoding: Encoding;
  readonly dialect: Dialect;
}

/** What is known of a file before its rows are read. */
export interface InspectedFile extends ReadOptions {
  readonly bytes: number;
  readonly detected: DetectedEncoding;
  /** Names of its columns in order. */
  readonly headers: readonly string[];
  readonly sample: readonly SourceRow[];
}

/** Why a file cannot be read at all. */
export interface FileProblem {
  readonly code: ImportProblemCode;
  /** Headers that are there twice, for `duplicate_header`. */
  readonly headers?: readonly string[];
}

/**
 * Tells how a file is written and what its first rows hold. What was guessed can be corrected by `corrections`,
 * for a preview in another encoding or with another delimiter.
 */
export async function inspectFile(
  open: OpenFile,
  corrections: Partial<ReadOptions> = {},
): Promise<Result<InspectedFile, FileProblem>> {
  const { bytes, head, detected } = await inspectBytes(open);
  if (isBinaryFile(head)) return failed({ code: 'not_text' });
  const encoding = corrections.encoding ?? detected.encoding;
  // The head can end within a character, so it is read with replacement.
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  if (text.trim() === '') return failed({ code: 'empty_file' });
  const dialect = corrections.dialect ?? sniffDialect(text, detected.hasByteOrderMark);
  if (dialect.format === 'json' && bytes > JSON_FILE_MAX_BYTES) return failed({ code: 'too_large' });
  const options = { encoding, dialect };
  const sample: SourceRow[] = [];
  const headers = new Set<string>();
  for await (const items of readTable(open, options)) {
    for (const item of items) {
      if (item.kind === 'headers') {
        const twice = item.headers.filter((header, index) => item.headers.indexOf(header) !== index);
        if (twice.length > 0) return failed({ code: 'duplicate_header', headers: [...new Set(twice)] });
        for (const header of item.headers) headers.add(header);
        continue;
      }
      if (item.row === 0 && item.kind === 'broken') return failed({ code: item.code });
      if (item.kind === 'row') for (const header of item.cells.keys()) headers.add(header);
      sample.push(item);
      if (sample.length >= SAMPLE_ROWS) break;
    }
    if (sample.length >= SAMPLE_ROWS) break;
  }
  return ok({ bytes, detected, encoding, dialect, headers: [...headers], sample });
}

/**
 * The rows of a file one by one. A row that cannot be read is reported in its place and the rest goes on; trouble with the
 * file as a whole is row 0, and the last.
 */
export async function* readRows(open: OpenFile, options: ReadOptions): AsyncGenerator<SourceRow, void> {
  for await (const items of readTable(open, options)) {
    for (const item of items) if (item.kind !== 'headers') yield item;
  }
}

type TableItem = SourceRow | { readonly kind: 'headers'; readonly headers: readonly string[] };

/** The items of each piece of the file together: a promise for each row and each layer of readers would cost more than reading it. */
type TablePieces = AsyncGenerator<Iterable<TableItem>, void>;

async function* readTable(open: OpenFile, { encoding, dialect }: ReadOptions): TablePieces {
  try {
    const text = decodeText(open, encoding);
    if (dialect.format === 'csv') yield* readCsv(text, dialect);
    else if (dialect.format === 'jsonl') yield* readJsonLines(text);
    else yield* readJson(text);
  } catch (error) {
    if (!(error instanceof WrongEncoding)) throw error;
    yield [broken(0, 'wrong_encoding')];
  }
}

function broken(row: number, code: ImportProblemCode, raw = ''): SourceRow {
  const line = raw.replace(/\r?\n$|\r$/, '');
  return { kind: 'broken', row, code, raw: line.length > RAW_MAX ? `${line.slice(0, RAW_MAX)}…` : line };
}

async function* readCsv(text: AsyncIterable<string>, dialect: Dialect): TablePieces {
  const reader = new CsvReader(dialect.delimiter);
  let headers: readonly string[] | undefined;
  const clean = (cell: string) => (dialect.isGuarded ? unguardText(cell) : cell);
  const itemOf = ({ line, cells, problem, raw }: CsvRecord): TableItem => {
    if (problem !== null) return broken(line, problem, raw);
    if (headers === undefined) {
      headers = cells.map((cell, index) => clean(cell).trim() || `column ${index + 1}`);
      return { kind: 'headers', headers };
    }
    if (cells.length > headers.length) return broken(line, 'too_many_cells', raw);
    if (cells.length < headers.length) return broken(line, 'too_few_cells', raw);
    const byHeader = new Map<string, string>();
    for (const [index, header] of headers.entries()) byHeader.set(header, clean(cells[index] ?? ''));
    return { kind: 'row', row: line, cells: byHeader };
  };
  let isStart = true;
  for await (const piece of text) {
    if (piece === '') continue;
    yield reader.push(isStart ? withoutSeparatorLine(piece) : piece).map(itemOf);
    isStart = false;
  }
  yield reader.end().map(itemOf);
}

async function* readJsonLines(text: AsyncIterable<string>): TablePieces {
  let rest = '';
  let row = 0;
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    const first = row + 1;
    row += lines.length;
    yield parsedLines(first, lines);
    if (rest.length > RECORD_MAX) {
      // What follows of the line is read as the start of the next row, which fails and is reported too.
      yield [broken(row + 1, 'record_too_long', rest)];
      rest = '';
    }
  }
  yield parsedLines(row + 1, [rest]);
}

function* parsedLines(first: number, lines: readonly string[]): Generator<SourceRow, void> {
  for (const [index, line] of lines.entries()) if (line.trim() !== '') yield parsedLine(first + index, line);
}

function parsedLine(row: number, line: string): SourceRow {
  const value = parsedJson(line);
  return value === undefined ? broken(row, 'not_json', line) : rowOf(row, value, line);
}

async function* readJson(text: AsyncIterable<string>): TablePieces {
  let whole = '';
  for await (const piece of text) {
    whole += piece;
    if (whole.length > JSON_FILE_MAX_BYTES) {
      yield [broken(0, 'too_large')];
      return;
    }
  }
  const value = parsedJson(whole);
  yield value === undefined ? [broken(0, 'not_json')] : elementRows(value);
}

function* elementRows(value: unknown): Generator<SourceRow, void> {
  for (const [index, element] of elementsOf(value).entries()) yield rowOf(index + 1, element);
}

/** A list, or the list that an answer of a programming interface wraps. */
function elementsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [value];
  const wrapped = Object.entries(value).find(
    ([name, each]) => ['items', 'statements', 'data', 'rows'].includes(name) && Array.isArray(each),
  );
  return wrapped !== undefined && Array.isArray(wrapped[1]) ? wrapped[1] : [value];
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A value of a JSON file as text; empty where it is nested deeper than can be written. */
function asJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}

/** @param line the text that the value was read from, where that is known. */
function rowOf(row: number, value: unknown, line?: string): SourceRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return broken(row, 'not_an_object', line ?? asJson(value));
  const cells = new Map<string, string>();
  addCells(cells, '', value, 1);
  return { kind: 'row', row, cells };
}

function addCells(cells: Map<string, string>, path: string, value: object, depth: number): void {
  for (const [name, each] of Object.entries(value)) {
    const header = path === '' ? name : path + PATH_SEPARATOR + name;
    if (each === null || each === undefined) continue;
    if (Array.isArray(each)) cells.set(header, each.filter((item) => typeof item !== 'object').join(LIST_SEPARATOR));
    else if (typeof each !== 'object') cells.set(header, String(each));
    else if (depth < NESTED_MAX) addCells(cells, header, each, depth + 1);
  }
}
