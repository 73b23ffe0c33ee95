import { choosePlural, formatNumber } from '#lib/i18n/format';

/** A count with its noun: "1 statement", "12 statements". */
export function counted(n: number, one: string, other: string): string {
  return `${formatNumber('en', n)} ${choosePlural('en', n, { one, other })}`;
}
