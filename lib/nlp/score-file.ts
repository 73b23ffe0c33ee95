import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import type { TextScore } from '#lib/core/score';
import { type ScoreOptions, scoreText } from '#lib/nlp/score-text';

/** One row of a file with its score. */
export interface ScoredRow {
  /** Number of the row after the header, from 1. */
  readonly row: number;
  readonly text: string;
  /** The row's other columns by name; a column that the row lacks is the empty string. */
  readonly columns: ReadonlyMap<string, string>;
  readonly score: TextScore;
}

export interface ScoreFileOptions {
  readonly path: string;
  /** Name of the column that holds the text. */
  readonly column: string;
  /** BCP 47 tag of all rows, or `auto` to have each row's language told. */
  readonly language?: string;
  readonly options?: ScoreOptions;
}

/** The file stops being one: a quotation mark that never closes. What was read before it has been handed out. */
export class BrokenFile extends Error {
  constructor(line: number, cause: CsvError) {
    super(`The file cannot be read on from line ${line}: ${cause.message}`, { cause });
    this.name = 'BrokenFile';
  }
}

/**
 * Scores a column of a file row by row, in order, without holding the file in memory. A name that ends in `.csv` is read as
 * comma-separated with quotation marks, any other as tab-separated, where a quotation mark is a character like any other. A line without
 * anything is a row of a file with one column, and no row of a file with more.
 *
 * @returns the rows as they are scored; `not_found` for a file that cannot be read, `invalid` for a column that the header does not name.
 * @throws {@link BrokenFile} while the rows are read.
 */
export async function scoreFile(request: ScoreFileOptions): Promise<Result<AsyncGenerator<ScoredRow, void, undefined>, Problem>> {
  const { path, column } = request;
  try {
    await access(path, constants.R_OK);
    if ((await stat(path)).isDirectory()) return failed({ kind: 'not_found', what: 'file', id: path });
  } catch {
    return failed({ kind: 'not_found', what: 'file', id: path });
  }
  const rows = readRows(path);
  const first = await rows.next();
  const header = first.done ? [] : first.value;
  const at = header.indexOf(column);
  if (at < 0) {
    await rows.return(undefined);
    return failed({
      kind: 'invalid',
      fields: [
        { field: 'column', code: 'not_one_of', seen: column.slice(0, 80), params: { allowed: header.join(', ').slice(0, 200) } },
      ],
    });
  }
  return ok(scoreRows(rows, header, at, request));
}

async function* readRows(path: string): AsyncGenerator<string[], void, undefined> {
  const commas = path.toLowerCase().endsWith('.csv');
  const parser = parse({
    delimiter: commas ? ',' : '\t',
    quote: commas ? '"' : null,
    relax_quotes: true,
    bom: true,
    relax_column_count: true,
  });
  const file = createReadStream(path);
  file.on('error', (cause) => parser.destroy(cause));
  file.pipe(parser);
  let width = 0;
  try {
    for await (const record of parser) {
      if (!Array.isArray(record)) continue;
      const fields = record.map(String);
      if (width === 0) width = fields.length;
      if (width > 1 && fields.length === 1 && fields[0] === '') continue;
      yield fields;
    }
  } catch (cause) {
    if (cause instanceof CsvError) throw new BrokenFile(parser.info.lines, cause);
    throw cause;
  } finally {
    file.destroy();
  }
}

async function* scoreRows(
  rows: AsyncGenerator<string[], void, undefined>,
  header: readonly string[],
  at: number,
  request: ScoreFileOptions,
): AsyncGenerator<ScoredRow, void, undefined> {
  let row = 0;
  for await (const fields of rows) {
    row += 1;
    const text = fields[at] ?? '';
    const columns = new Map<string, string>();
    header.forEach((name, index) => {
      if (index !== at) columns.set(name, fields[index] ?? '');
    });
    yield { row, text, columns, score: scoreText(text, request.language ?? 'auto', request.options ?? {}) };
  }
}
