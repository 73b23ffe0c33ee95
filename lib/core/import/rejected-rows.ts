import type { Column } from '#lib/core/csv/statement-columns';
import { COMPUTED_HEADERS } from '#lib/core/import/field-words';
import type { RowProblem } from '#lib/core/import/import-problem';
import type { RowOutcome, SourceRow } from '#lib/core/import/plan-import';

/** A row that was not imported, as the file had it, and why. */
export interface RejectedRow {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
  /** The row as it stands in the file, where it could not be read as cells. */
  readonly raw: string | null;
  readonly problems: readonly RowProblem[];
}

const NO_CELLS: ReadonlyMap<string, string> = new Map();

/** The row of the file of rejected rows; null for a row that was not rejected. */
export function rejectedRow(outcome: RowOutcome, source: SourceRow): RejectedRow | null {
  if (outcome.kind !== 'rejected') return null;
  const { row, problems } = outcome;
  return source.kind === 'row'
    ? { row, problems, cells: source.cells, raw: null }
    : { row, problems, cells: NO_CELLS, raw: source.raw };
}

/** The sentence of a problem, from the dictionary of the reader's language. */
export type ProblemSentence = (problem: RowProblem) => string;

/**
 * The columns of the file of rejected rows: those of the file that was read, then the line it stood on, the row itself where it could
 * not be read as cells, and what is wrong with it. Mended, it can be imported as it is: these columns are known and left alone.
 */
export function rejectedColumns(headers: readonly string[]): readonly Column<RejectedRow, ProblemSentence>[] {
  const own = headers
    // In a file that comes back they are written anew.
    .filter((header) => !COMPUTED_HEADERS.includes(header))
    .map(
      (header): Column<RejectedRow, ProblemSentence> => ({
        name: header,
        type: 'string',
        description: 'As in the file that was imported.',
        write: ({ cells }) => cells.get(header) ?? null,
      }),
    );
  return [
    ...own,
    {
      name: 'line',
      type: 'integer',
      description: 'Line of the file that was imported.',
      write: ({ row }) => row,
    },
    {
      name: 'raw_row',
      type: 'string',
      description: 'The row as it stands in the file, where it could not be read as cells.',
      // A row that comes back as it was keeps what it was made from.
      write: ({ raw, cells }) => raw ?? cells.get('raw_row') ?? null,
    },
    {
      name: 'error',
      type: 'string',
      description: 'What is wrong with the row.',
      write: ({ problems }, sentence) => problems.map(sentence).join(' | '),
    },
  ];
}
