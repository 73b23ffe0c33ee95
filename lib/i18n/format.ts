import { INTL_LOCALES, LOCALES, type Locale } from '#lib/i18n/locale';

/** Forms of a word by plural category; `other` is the one that every language has. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const numberFormats = new Map<string, Intl.NumberFormat>();

// Building an Intl object takes far longer than using it; a page formats hundreds of numbers.
function numberFormat(locale: Locale, key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = `${locale} ${key}`;
  const known = numberFormats.get(id);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(INTL_LOCALES[locale], options);
  numberFormats.set(id, made);
  return made;
}

/** A count or a measure with the language's digits; `decimals` fixes how many decimals are written. */
export function formatNumber(locale: Locale, value: number, decimals?: number): string {
  if (decimals === undefined) return numberFormat(locale, 'plain', {}).format(value);
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return numberFormat(locale, `decimals ${decimals}`, options).format(value);
}

/** A year or another number that is a name: no thousands separator. */
export function formatPlainNumber(locale: Locale, value: number): string {
  return numberFormat(locale, 'ungrouped', { useGrouping: false }).format(value);
}

/**
 * A score in [-1, 1] with its sign, so that a reader need not guess it from a colour; 0 has none.
 * English takes the true minus sign, which is as wide as the plus.
 */
export function formatScore(locale: Locale, score: number, decimals = 2): string {
  const options: Intl.NumberFormatOptions = {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  };
  const written = numberFormat(locale, `score ${decimals}`, options).format(score);
  return locale === 'en' ? written.replace('-', '\u2212') : written;
}

/** A share in [0, 1] as a percentage. */
export function formatPercent(locale: Locale, share: number, decimals = 0): string {
  const options: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: decimals };
  return numberFormat(locale, `percent ${decimals}`, options).format(share);
}

const pluralRules = new Map<Locale, Intl.PluralRules>();

/** The form that goes with a count; Arabic tells zero, one, two, few, many and other apart. */
export function choosePlural(locale: Locale, count: number, forms: PluralForms): string {
  const rules = pluralRules.get(locale) ?? new Intl.PluralRules(INTL_LOCALES[locale]);
  pluralRules.set(locale, rules);
  return forms[rules.select(count)] ?? forms.other;
}

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * A date as precisely as it is known, and no more so.
 * @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else comes back as it is, for a reader to judge
 */
export function formatDate(locale: Locale, date: string, style: 'long' | 'short' = 'long'): string {
  const parts = PARTIAL_DATE.exec(date);
  if (parts === null) return date;
  const [, year = '', month, day] = parts;
  const instant = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return date;
  const monthStyle = style === 'long' ? 'long' : 'short';
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month !== undefined) options.month = monthStyle;
  if (day !== undefined) options.day = 'numeric';
  return new Intl.DateTimeFormat(INTL_LOCALES[locale], options).format(instant);
}

/** Whether a text, such as a title, names the year of a date in the digits of either language. */
export function saysYear(text: string, date: string): boolean {
  const year = Number.parseInt(date, 10);
  return LOCALES.some((locale) => text.includes(formatPlainNumber(locale, year)));
}

/** A moment, to the minute, in UTC and saying so: people who share a link sit in several time zones. */
export function formatMoment(locale: Locale, moment: Date): string {
  const format = new Intl.DateTimeFormat(INTL_LOCALES[locale], {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return format.format(moment);
}

/** Words joined as the language joins them: "a, b and c". */
export function formatList(
  locale: Locale,
  words: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(INTL_LOCALES[locale], { type }).format(words);
}

/** Intl calls a language that nobody could tell "root". */
const UNKNOWN_LANGUAGE: Readonly<Record<Locale, string>> = { en: 'unknown language', ar: 'لغة غير معروفة' };

/** Name of a language in the interface's language; the tag itself where Intl knows no name. */
export function languageName(locale: Locale, tag: string): string {
  if (tag === 'und') return UNKNOWN_LANGUAGE[locale];
  try {
    return new Intl.DisplayNames([INTL_LOCALES[locale]], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/**
 * Fills `{name}` in a sentence that had to travel to the browser as plain text.
 * A placeholder without a value stays as it is, where a test or a reader will see it.
 */
export function fillSentence(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}
