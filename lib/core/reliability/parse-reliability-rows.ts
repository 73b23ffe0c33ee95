import type { FieldProblem } from '#lib/core/problem';
import { parseCodeNumber } from '#lib/core/reliability/parse-code-number';
import type { ReliabilityCoding, ReliabilityLevel } from '#lib/core/reliability/reliability-coding';

/** Columns that a file of codings must have. */
export const RELIABILITY_COLUMNS = ['unit', 'coder', 'code'] as const;

export interface ParsedReliabilityRows {
  readonly codings: readonly ReliabilityCoding[];
  /** Rows whose code is empty: missing codings, which are no fault. */
  readonly missing: number;
  /** `params.row` counts data rows from 1; 0 means the header. A row with a problem is in no coding. */
  readonly problems: readonly FieldProblem[];
}

/**
 * Reads codings from the records of any file with the columns unit, coder and code.
 *
 * @param input.columns the header, so that a missing column is one problem and not one a row; `Unit` and `UNIT` are read as `unit`
 * @param input.records one object a data row
 * @param input.level decides whether codes must be numbers
 * @param input.order ordinal codes from lowest to highest; without it ordinal codes must be numbers
 */
export function parseReliabilityRows(input: {
  readonly columns: readonly string[];
  readonly records: readonly Readonly<Record<string, string>>[];
  readonly level: ReliabilityLevel;
  readonly order?: readonly string[] | undefined;
}): ParsedReliabilityRows {
  const headers = new Map(RELIABILITY_COLUMNS.map((column) => [column, headerOf(column, input.columns)]));
  const absent = RELIABILITY_COLUMNS.filter((column) => headers.get(column) === undefined);
  if (absent.length > 0) {
    return { codings: [], missing: 0, problems: absent.map((field) => ({ field, code: 'required', params: { row: 0 } })) };
  }

  const codings: ReliabilityCoding[] = [];
  const problems: FieldProblem[] = [];
  const firstRow = new Map<string, Map<string, number>>();
  let missing = 0;
  input.records.forEach((record, index) => {
    const row = index + 1;
    const cell = (column: (typeof RELIABILITY_COLUMNS)[number]) => record[headers.get(column) ?? column]?.trim() ?? '';
    const [unit, coder, code] = [cell('unit'), cell('coder'), cell('code')];
    if (code === '') {
      missing += 1;
      return;
    }
    const found: FieldProblem[] = [];
    if (unit === '') found.push({ field: 'unit', code: 'required', params: { row } });
    if (coder === '') found.push({ field: 'coder', code: 'required', params: { row } });
    const codeProblem = checkCode(code, row, input.level, input.order);
    if (codeProblem !== null) found.push(codeProblem);

    const coders = firstRow.get(unit) ?? new Map<string, number>();
    const earlier = coders.get(coder);
    if (unit !== '' && coder !== '') {
      if (earlier !== undefined) {
        found.push({ field: 'unit', code: 'already_exists', seen: unit.slice(0, 80), params: { row, firstRow: earlier } });
      } else {
        coders.set(coder, row);
        firstRow.set(unit, coders);
      }
    }
    if (found.length > 0) problems.push(...found);
    else codings.push({ unit, coder, code });
  });
  return { codings, missing, problems };
}

function headerOf(column: string, headers: readonly string[]): string | undefined {
  return headers.find((header) => header === column) ?? headers.find((header) => header.trim().toLowerCase() === column);
}

function checkCode(
  code: string,
  row: number,
  level: ReliabilityLevel,
  order: readonly string[] | undefined,
): FieldProblem | null {
  const seen = code.slice(0, 80);
  if (level === 'nominal') return null;
  if (level === 'ordinal' && order !== undefined) {
    return order.includes(code) ? null : { field: 'code', code: 'not_one_of', seen, params: { row, allowed: order.join(', ') } };
  }
  const value = parseCodeNumber(code);
  if (value === null) return { field: 'code', code: 'not_a_number', seen, params: { row } };
  if (level === 'ratio' && value < 0) return { field: 'code', code: 'out_of_range', seen, params: { row, min: 0 } };
  return null;
}
