import { type CsvFlavour, csvLine } from '#lib/core/csv/csv-line';
import type { Column } from '#lib/core/csv/statement-columns';

/** Text is handed on in pieces of about this many UTF-16 units: large enough to be fast, small enough to be flat. */
const CHUNK_UNITS = 64 * 1024;

/** Rows as a query gives them: one after the other, never all at once. */
export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

/**
 * A CSV file in pieces, header first. Holds one piece at a time, so that memory stays flat for any number of rows.
 *
 * @param rows read once; a reader that stops early ends the iteration of rows too.
 */
export function csvChunks<Row, Context>(
  rows: Rows<Row>,
  columns: readonly Column<Row, Context>[],
  context: Context,
  flavour: CsvFlavour,
): AsyncGenerator<string, void> {
  const header = csvLine(
    columns.map(({ name }) => name),
    flavour,
  );
  const line = (row: Row) =>
    csvLine(
      columns.map(({ write }) => write(row, context)),
      flavour,
    );
  return inChunks(flavour.byteOrderMark + header, rows, line);
}

/** A JSON Lines file in pieces: one object a row, keys named as the columns of the CSV, null for what is missing. */
export function jsonLineChunks<Row, Context>(
  rows: Rows<Row>,
  columns: readonly Column<Row, Context>[],
  context: Context,
): AsyncGenerator<string, void> {
  const line = (row: Row) =>
    `${JSON.stringify(Object.fromEntries(columns.map(({ name, write }) => [name, write(row, context)])))}\n`;
  return inChunks('', rows, line);
}

async function* inChunks<Row>(first: string, rows: Rows<Row>, line: (row: Row) => string): AsyncGenerator<string, void> {
  let chunk = first;
  if (Symbol.iterator in rows) {
    // Awaiting every row of a synchronous query would cost more than writing it.
    for (const row of rows) {
      chunk += line(row);
      if (chunk.length >= CHUNK_UNITS) {
        yield chunk;
        chunk = '';
      }
    }
  } else {
    for await (const row of rows) {
      chunk += line(row);
      if (chunk.length >= CHUNK_UNITS) {
        yield chunk;
        chunk = '';
      }
    }
  }
  if (chunk !== '') yield chunk;
}
