/** How exactly a date is known. */
export const DATE_PRECISIONS = ['year', 'month', 'day'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** A date as exact as its source says it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface PartialDate {
  readonly value: string;
  readonly precision: DatePrecision;
}

/** Nothing that this tool compares was said before this year: an earlier one is a slip of the keyboard. */
export const EARLIEST_YEAR = 1900;

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const ARABIC_DIGITS = /[٠-٩۰-۹]/g;

/** Arabic-Indic and Persian digits as 0-9; every other character is kept. */
export function westernDigits(text: string): string {
  return text.replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Days of a month (1 to 12) in the proleptic Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, in Western, Arabic-Indic or Persian digits.
 *
 * @returns The date in Western digits with its precision, or null for any other text and for a day
 * that the calendar does not have (2025-02-30).
 */
export function parsePartialDate(text: string): PartialDate | null {
  const value = westernDigits(text.trim());
  const match = SHAPE.exec(value);
  if (match === null) return null;
  const [, year, month, day] = match;
  if (month === undefined) return { value, precision: 'year' };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return { value, precision: 'month' };
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))) return null;
  return { value, precision: 'day' };
}

/**
 * Whether the whole of a partial date lies after `today` (`YYYY-MM-DD`); the running year and the
 * running month do not.
 */
export function isAfter(date: PartialDate, today: string): boolean {
  return date.value > today.slice(0, date.value.length);
}

/** The first day (`YYYY-MM-DD`) that a checked partial date can mean. */
export function firstDay(value: string): string {
  return value.length === 4 ? `${value}-01-01` : value.length === 7 ? `${value}-01` : value;
}

/** The last day (`YYYY-MM-DD`) that a checked partial date can mean. */
export function lastDay(value: string): string {
  if (value.length === 4) return `${value}-12-31`;
  if (value.length > 7) return value;
  return `${value}-${daysInMonth(Number(value.slice(0, 4)), Number(value.slice(5)))}`;
}
