/** What the codes of a variable allow to be said of their differences. */
export const RELIABILITY_LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type ReliabilityLevel = (typeof RELIABILITY_LEVELS)[number];

/**
 * One coder's code for one unit (a statement and its target, or a line of a file). A coder codes a unit
 * once; what is missing has no row.
 */
export interface ReliabilityCoding {
  readonly unit: string;
  readonly coder: string;
  readonly code: string;
  /** Groups that the unit belongs to, such as `{ camp: 'pragmatic', language: 'ar' }`. */
  readonly groups?: Readonly<Record<string, string>>;
}

/** The codes of one variable and how to read them. */
export interface ReliabilityInput {
  readonly codings: readonly ReliabilityCoding[];
  readonly level: ReliabilityLevel;
  /** Codes from lowest to highest, as the codebook has them. Ordinal codes without an order are read as numbers. */
  readonly order?: readonly string[] | undefined;
}

/**
 * All codings by unit, then by coder.
 *
 * @throws RangeError when a coder has two codings of one unit: which of them counts must be decided before
 */
export function codingsByUnit(codings: readonly ReliabilityCoding[]): Map<string, Map<string, ReliabilityCoding>> {
  const units = new Map<string, Map<string, ReliabilityCoding>>();
  for (const coding of codings) {
    const unit = units.get(coding.unit) ?? new Map<string, ReliabilityCoding>();
    if (unit.has(coding.coder)) throw new RangeError(`coder "${coding.coder}" coded unit "${coding.unit}" twice`);
    unit.set(coding.coder, coding);
    units.set(coding.unit, unit);
  }
  return units;
}
