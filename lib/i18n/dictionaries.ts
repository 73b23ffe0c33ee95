import { ar } from '#lib/i18n/ar';
import type { Dictionary } from '#lib/i18n/dictionary';
import { en } from '#lib/i18n/en';
import type { Locale } from '#lib/i18n/locale';

const dictionaries: Readonly<Record<Locale, Dictionary>> = { en, ar };

/** Every sentence of the interface in one language. */
export function dictionaryOf(locale: Locale): Dictionary {
  return dictionaries[locale];
}
