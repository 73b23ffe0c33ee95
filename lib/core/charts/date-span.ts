/** How precisely a date is known. */
export type DatePrecision = 'year' | 'month' | 'day';

/** A date as a stretch of time: all that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` leaves open. */
export interface DateSpan {
  readonly precision: DatePrecision;
  /** Milliseconds since 1970, UTC: the first day's midnight, the last day's, and the middle between them. */
  readonly from: number;
  readonly to: number;
  readonly middle: number;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/**
 * Reads a date with its precision.
 * @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 * @returns null for anything else, and for a day that no calendar has.
 */
export function dateSpan(date: string): DateSpan | null {
  const parts = DATE.exec(date);
  if (parts === null) return null;
  const year = Number(parts[1]);
  const month = parts[2] === undefined ? null : Number(parts[2]);
  const day = parts[3] === undefined ? null : Number(parts[3]);
  const precision = day !== null ? 'day' : month !== null ? 'month' : 'year';
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const start = new Date(from);
  if (start.getUTCMonth() !== (month ?? 1) - 1 || start.getUTCDate() !== (day ?? 1)) return null;
  // Day 0 of the next month is the last of this one.
  const to = day !== null ? from : month !== null ? Date.UTC(year, month, 0) : Date.UTC(year, 11, 31);
  return { precision, from, to, middle: (from + to) / 2 };
}

/** `YYYY-MM-DD` of a moment. */
export function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
