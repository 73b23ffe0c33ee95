/** Languages that the interface speaks. */
export const LOCALES = ['en', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

const DEFAULT_LOCALE: Locale = 'en';

/** Name of the cookie in which the language switch keeps its choice. */
export const LOCALE_COOKIE = 'lang';

/**
 * Name of the request header in which `?lang=` reaches the pages; a layout cannot read the query
 * string, so the request handler in front of the pages copies it here.
 */
export const LOCALE_HEADER = 'x-stanceboard-lang';

/**
 * The Intl locale behind each language, chosen on purpose:
 * - English is British, for its spelling ("favour") and day-month dates.
 * - Arabic is Syrian, because its press writes تموز where the region-less `ar` writes يوليو, with
 *   Arabic-Indic digits fixed by `nu-arab`: the default for `ar` has changed between ICU releases,
 *   and a page whose server and browser disagree on digits would repaint them.
 */
export const INTL_LOCALES: Readonly<Record<Locale, string>> = { en: 'en-GB', ar: 'ar-SY-u-nu-arab' };

/** Whether a value names a language that the interface speaks. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** Direction in which the interface of a language is read. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

const RTL_SCRIPTS = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

/**
 * Direction of a text in any language.
 * @param tag a BCP 47 tag, such as the language of a quotation
 * @returns `auto` where the tag is not one that Intl can read, so that the browser decides by the letters
 */
export function directionOfLanguage(tag: string): 'ltr' | 'rtl' | 'auto' {
  try {
    const script = new Intl.Locale(tag).maximize().script;
    if (script === undefined) return 'auto';
    return RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  } catch {
    return 'auto';
  }
}

/**
 * Reads an Accept-Language header.
 * @param header for example `ar;q=0.9, en-GB, *;q=0.1`; null when the browser sent none
 * @returns its languages that the interface speaks, most wanted first; refused ones (`q=0`) are left out
 */
export function acceptedLocales(header: string | null): readonly Locale[] {
  if (header === null) return [];
  const wanted: { readonly locale: Locale; readonly quality: number; readonly position: number }[] = [];
  // A header is sent by a stranger: past 20 entries nobody states a wish any more.
  for (const [position, part] of header.split(',').slice(0, 20).entries()) {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const written = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const quality = written === undefined ? 1 : Number(written);
    const locale = LOCALES.find((candidate) => tag === candidate || tag.startsWith(`${candidate}-`));
    if (locale !== undefined && quality > 0 && quality <= 1) wanted.push({ locale, quality, position });
  }
  wanted.sort((a, b) => b.quality - a.quality || a.position - b.position);
  return [...new Set(wanted.map((wish) => wish.locale))];
}

/** Where a request can say in which language it wants its page; each part as it arrived. */
export interface LocaleRequest {
  /** Value of `?lang=`: a link that names its language is obeyed first. */
  readonly query?: string | null;
  /** Value of the cookie {@link LOCALE_COOKIE}. */
  readonly cookie?: string | null;
  /** The Accept-Language header. */
  readonly acceptLanguage?: string | null;
}

/**
 * Chooses the language of a page: the link's, else the one chosen by the switch, else the browser's, else English.
 */
export function chooseLocale(request: LocaleRequest): Locale {
  if (isLocale(request.query)) return request.query;
  if (isLocale(request.cookie)) return request.cookie;
  return acceptedLocales(request.acceptLanguage ?? null)[0] ?? DEFAULT_LOCALE;
}
