import { parsePartialDate, westernDigits } from '#lib/core/statement/partial-date';
import { foldText } from '#lib/core/text/fold-text';

/** In which order a date of numbers gives day, month and year. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What a cell says of a date. */
export type ImportDate =
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  | { readonly kind: 'date'; readonly value: string }
  /** It can be read in more than one order, each giving another day. */
  | { readonly kind: 'ambiguous'; readonly orders: readonly DateOrder[] }
  | { readonly kind: 'none' };

/** Months in English, as Levantine and as Egyptian Arabic has them, and short; folded where they are looked up. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'january jan كانون-الثاني يناير',
    'february feb شباط فبراير',
    'march mar آذار مارس',
    'april apr نيسان أبريل إبريل',
    'may أيار مايو',
    'june jun حزيران يونيو يونية',
    'july jul تموز يوليو يولية',
    'august aug آب أغسطس',
    'september sep sept أيلول سبتمبر',
    'october oct تشرين-الأول أكتوبر',
    'november nov تشرين-الثاني نوفمبر',
    'december dec كانون-الأول ديسمبر',
  ].flatMap((names, index) => names.split(' ').map((name) => [foldText(name.replace('-', ' ')), index + 1])),
);

const NUMBERS = /^(\d{1,4})\s*[-/.\u2010-\u2015]\s*(\d{1,2})\s*[-/.\u2010-\u2015]\s*(\d{1,4})$/;
/** The time behind a date is passed over, as it was written. */
const TIME = /[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]m)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?\s+(\D+?)\s+(\d{4})$/;
const MONTH_FIRST = /^([^\d\s]+(?:\s+[^\d\s]+)?)\s+(\d{1,2})(?:st|nd|rd|th)?\s+(\d{4})$/;
const MONTH_ONLY = /^(\D+?)\s+(\d{4})$/;

/**
 * Reads a date as a file has it: a partial ISO date, with or without a time; numbers in any order; months in English
 * or Arabic words. Digits may be Arabic. Never guesses: what different orders read differently is ambiguous
 * unless `order` settles it, or all readings but one lie in the future.
 *
 * @param order what was answered for this file, or null.
 * @param today `YYYY-MM-DD`.
 */
export function readImportDate(cell: string, order: DateOrder | null, today: string): ImportDate {
  const text = westernDigits(cell).trim().replace(TIME, '');
  const iso = parsePartialDate(text);
  if (iso !== null) return { kind: 'date', value: iso.value };
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) return readNumbers(numbers[1] ?? '', numbers[2] ?? '', numbers[3] ?? '', order, today);
  const words = foldText(text).replace(/[,،.]/g, ' ').replace(/\s+/g, ' ').trim();
  const dayFirst = DAY_FIRST.exec(words);
  if (dayFirst !== null) return dateOf(dayFirst[3], MONTHS.get(dayFirst[2] ?? ''), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(words);
  if (monthFirst !== null) return dateOf(monthFirst[3], MONTHS.get(monthFirst[1] ?? ''), monthFirst[2]);
  const month = MONTH_ONLY.exec(words);
  return month === null ? { kind: 'none' } : dateOf(month[2], MONTHS.get(month[1] ?? ''), undefined);
}

function readNumbers(first: string, second: string, third: string, order: DateOrder | null, today: string): ImportDate {
  const readings = new Map<DateOrder, string>();
  const read = (name: DateOrder, year: string, month: string, day: string) => {
    if (year.length !== 4 && year.length !== 2) return;
    if (month.length > 2 || day.length > 2) return;
    const date = dateOf(year.length === 2 ? `20${year}` : year, Number(month), day);
    if (date.kind === 'date') readings.set(name, date.value);
  };
  read('dmy', third, second, first);
  read('mdy', third, first, second);
  read('ymd', first, second, third);
  const answered = order === null ? undefined : readings.get(order);
  if (answered !== undefined) return { kind: 'date', value: answered };
  const past = [...readings].filter(([, value]) => value <= today);
  const likely = past.length === 0 ? [...readings] : past;
  const [value, ...others] = new Set(likely.map(([, each]) => each));
  if (value === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'date', value } : { kind: 'ambiguous', orders: likely.map(([name]) => name) };
}

function dateOf(year: string | undefined, month: number | undefined, day: string | undefined): ImportDate {
  if (year === undefined || month === undefined) return { kind: 'none' };
  const parts = [year, String(month).padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])];
  const date = parsePartialDate(parts.join('-'));
  return date === null ? { kind: 'none' } : { kind: 'date', value: date.value };
}
