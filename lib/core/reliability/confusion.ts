import { orderedCodes } from '#lib/core/reliability/code-order';
import type { PairedCode } from '#lib/core/reliability/coder-pairs';

export interface ConfusionCell {
  readonly row: string;
  readonly column: string;
  readonly count: number;
  /** The units behind the count, so that a cell can open them; a unit stands once even where three coders make three pairs. */
  readonly units: readonly string[];
}

/** Which code meets which. */
export interface ConfusionTable {
  readonly codes: readonly string[];
  /** One array a code of `codes`, each with one cell a code of `codes`. */
  readonly rows: readonly (readonly ConfusionCell[])[];
  readonly n: number;
}

/**
 * Table of two judges: rows are what the first said, columns what the second said.
 *
 * @param order the codebook's codes in its order; codes that occur beside them follow
 */
export function confusionTable(codes: readonly PairedCode[], order?: readonly string[]): ConfusionTable {
  return tabulate(codes, orderedCodes(codesOf(codes), order));
}

/**
 * Table of all pairs of coders together. Who is first has no meaning then, so each pair stands above the
 * diagonal: the code that comes first in the order is its row.
 */
export function pooledConfusionTable(codes: readonly PairedCode[], order?: readonly string[]): ConfusionTable {
  const all = orderedCodes(codesOf(codes), order);
  const place = new Map(all.map((code, index) => [code, index]));
  const turned = codes.map((pair) =>
    (place.get(pair.first) ?? 0) <= (place.get(pair.second) ?? 0)
      ? pair
      : { unit: pair.unit, first: pair.second, second: pair.first },
  );
  return tabulate(turned, all);
}

function codesOf(codes: readonly PairedCode[]): Set<string> {
  return new Set(codes.flatMap(({ first, second }) => [first, second]));
}

function tabulate(codes: readonly PairedCode[], all: readonly string[]): ConfusionTable {
  const cells = new Map<string, Map<string, { count: number; units: Set<string> }>>();
  for (const { unit, first, second } of codes) {
    const row = cells.get(first) ?? new Map<string, { count: number; units: Set<string> }>();
    const cell = row.get(second) ?? { count: 0, units: new Set<string>() };
    cell.count += 1;
    cell.units.add(unit);
    row.set(second, cell);
    cells.set(first, row);
  }
  return {
    codes: all,
    rows: all.map((row) =>
      all.map((column) => {
        const cell = cells.get(row)?.get(column);
        return { row, column, count: cell?.count ?? 0, units: cell === undefined ? [] : [...cell.units] };
      }),
    ),
    n: codes.length,
  };
}
