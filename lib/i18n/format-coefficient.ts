import { formatNumber } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';

/** A coefficient that cannot pass 1, as footnotes write it: ".52" in English, with its zero in Arabic. */
export function formatCoefficient(locale: Locale, value: number, decimals = 2): string {
  // What rounds to nothing has no sign.
  const rounded = Math.round(value * 10 ** decimals) === 0 ? 0 : value;
  const written = formatNumber(locale, rounded, decimals);
  return locale === 'en' ? written.replace(/^(-?)0\./, '$1.').replace('-', '\u2212') : written;
}

/** An interval of a coefficient in brackets. */
export function formatCoefficientInterval(locale: Locale, [low, high]: readonly [number, number], decimals = 2): string {
  const separator = locale === 'ar' ? '؛ ' : ', ';
  return `[${formatCoefficient(locale, low, decimals)}${separator}${formatCoefficient(locale, high, decimals)}]`;
}
