import type { ChartText } from '#lib/core/charts/chart-text';
import { formatDate, formatNumber, formatPercent, formatPlainNumber, formatScore } from '#lib/i18n/format';
import { INTL_LOCALES, type Locale } from '#lib/i18n/locale';

type ChartNumbers = Pick<ChartText, 'count' | 'share' | 'score' | 'scoreTick' | 'points' | 'z' | 'date' | 'timeTick'>;

/** Numbers and dates of charts in one language; digits, signs and names of months are Intl's. */
export function chartNumbers(locale: Locale): ChartNumbers {
  const day = new Intl.DateTimeFormat(INTL_LOCALES[locale], { timeZone: 'UTC', day: 'numeric', month: 'short' });
  const month = new Intl.DateTimeFormat(INTL_LOCALES[locale], { timeZone: 'UTC', month: 'short', year: 'numeric' });
  return {
    count: (count) => formatNumber(locale, count),
    share: (share) => formatPercent(locale, share),
    score: (score) => formatScore(locale, score),
    scoreTick: (score) => formatScore(locale, score, Number.isInteger(score) ? 0 : 1),
    points: (difference) => formatScore(locale, Math.round(difference * 100), 0),
    z: (z) => formatScore(locale, z, 1),
    date: (date) => formatDate(locale, date),
    timeTick: (date, precision) => {
      const instant = new Date(`${date}T00:00:00Z`);
      if (precision === 'year') return formatPlainNumber(locale, instant.getUTCFullYear());
      return (precision === 'month' ? month : day).format(instant);
    },
  };
}
