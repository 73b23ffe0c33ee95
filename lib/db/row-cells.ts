/** A column that holds what the schema of the database does not allow, or not the one that was expected. */
export class UnexpectedCell extends Error {
  constructor(expected: string, seen: unknown) {
    // The value stays out: it may be a statement's text.
    super(`A row of the database has ${seen === null ? 'nothing' : `a ${typeof seen}`} where ${expected} was expected.`);
    this.name = 'UnexpectedCell';
  }
}

/*
 * What zod does for rows elsewhere, for queries that give hundreds of thousands of rows with many columns each: a third of their time.
 */

/** @throws UnexpectedCell if the cell is no text. */
export function textCell(cell: unknown): string {
  if (typeof cell !== 'string') throw new UnexpectedCell('text', cell);
  return cell;
}

/** @throws UnexpectedCell if the cell is neither text nor empty. */
export function textOrNull(cell: unknown): string | null {
  return cell === null ? null : textCell(cell);
}

/** @throws UnexpectedCell if the cell is neither a number nor empty. */
export function numberOrNull(cell: unknown): number | null {
  if (cell === null) return null;
  if (typeof cell !== 'number') throw new UnexpectedCell('a number', cell);
  return cell;
}

/** @throws UnexpectedCell if the cell is none of the words. */
export function wordCell<Word extends string>(words: readonly Word[], cell: unknown): Word {
  for (const word of words) if (word === cell) return word;
  throw new UnexpectedCell(`one of ${words.join(', ')}`, cell);
}

/** @throws UnexpectedCell if the cell is neither empty nor one of the words. */
export function wordOrNull<Word extends string>(words: readonly Word[], cell: unknown): Word | null {
  return cell === null ? null : wordCell(words, cell);
}
