import type { Column } from '#lib/core/csv/statement-columns';
import type { RowProblem } from '#lib/core/import/import-problem';

/** A row that was not imported, as the file had it, and why. */
export interface RejectedRow {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
  readonly problems: readonly RowProblem[];
}

/** The sentence of a problem, from the dictionary of the reader's language. */
export type ProblemSentence = (problem: RowProblem) => string;

/**
 * The columns of the file of rejected rows: those of the file that was read, then the line it stood on and what is wrong
 * with it. Mended, it can be imported as it is: both columns are known and left alone.
 */
export function rejectedColumns(headers: readonly string[]): readonly Column<RejectedRow, ProblemSentence>[] {
  const own = headers
    .filter((header) => header !== 'line' && header !== 'error')
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
      name: 'error',
      type: 'string',
      description: 'What is wrong with the row.',
      write: ({ problems }, sentence) => problems.map(sentence).join(' | '),
    },
  ];
}
