import type { FieldProblem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { inspectFile, readRows } from '#lib/files/read-rows';
import type { OpenFile } from '#lib/files/read-text';

/** A row by the names of its columns. */
export interface TableRow {
  /** Line of the file (CSV, JSON Lines) or number of the element (JSON), from 1. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A table that fits in memory: a codebook, a file of codings. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Rows that cannot be read, each with `params.row` and `params.reason`. */
  readonly broken: readonly FieldProblem[];
}

/** Text as a file. */
export function textFile(text: string): OpenFile {
  return async function* open() {
    yield new TextEncoder().encode(text);
  };
}

/** Reads a CSV, JSON or JSON Lines file whole, in whatever of the known encodings and delimiters it is written. */
export async function readTable(open: OpenFile): Promise<Result<Table, readonly FieldProblem[]>> {
  const inspected = await inspectFile(open);
  if (!inspected.ok) {
    const { code, headers } = inspected.problem;
    return failed([
      {
        field: 'file',
        code: 'invalid',
        ...(headers === undefined ? {} : { seen: headers.join(', ') }),
        params: { reason: code, row: 0 },
      },
    ]);
  }
  const rows: TableRow[] = [];
  const broken: FieldProblem[] = [];
  for await (const source of readRows(open, inspected.value)) {
    if (source.kind === 'row') rows.push({ row: source.row, cells: Object.fromEntries(source.cells) });
    else
      broken.push({
        field: 'row',
        code: 'invalid',
        params: { row: source.row, reason: source.code },
      });
  }
  return ok({ columns: inspected.value.headers, rows, broken });
}
