import { compileCodings } from '#lib/core/reliability/alpha-patterns';
import { parseCodeNumber } from '#lib/core/reliability/parse-code-number';
import type { ReliabilityInput } from '#lib/core/reliability/reliability-coding';
import { compareText } from '#lib/core/text/text-order';

/** One coding, and whether it entered the coefficient. */
export interface DiagnosisRow {
  readonly unit: string;
  readonly coder: string;
  readonly code: string;
  /** The number that the coefficient took for the code; null for nominal codes. */
  readonly number: number | null;
  /** Whether the unit was coded by two or more, without which a coding says nothing of agreement. */
  readonly entersAlpha: boolean;
}

/**
 * The codings behind a coefficient, by unit and coder, so that another program computes the same number: take the rows that
 * enter, put units in rows and coders in columns, `number` for ordinal, interval and ratio codes and `code` for nominal ones.
 *
 * @returns rows in the order of their ids; `entersAlpha` is false for all where alpha is not computable
 * @throws RangeError when a coder has two codings of one unit
 */
export function diagnosisRows(input: ReliabilityInput): DiagnosisRow[] {
  const { codings, level, order } = input;
  const compiled = compileCodings(input);
  const entering = new Set(compiled.ok ? compiled.base.unitIds : []);
  const place = new Map(order?.map((code, index) => [code, index + 1]));
  const numberOf = (code: string): number | null => {
    if (level === 'nominal') return null;
    return level === 'ordinal' && order !== undefined ? (place.get(code) ?? null) : parseCodeNumber(code);
  };
  return codings
    .map(({ unit, coder, code }) => ({ unit, coder, code, number: numberOf(code), entersAlpha: entering.has(unit) }))
    .sort((a, b) => compareText(a.unit, b.unit) || compareText(a.coder, b.coder));
}
