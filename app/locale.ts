import 'server-only';

import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import type { Dictionary } from '#lib/i18n/dictionary';
import { chooseLocale, LOCALE_COOKIE, LOCALE_HEADER, type Locale } from '#lib/i18n/locale';

/** Language of the page that is being rendered, chosen once for each request. */
export const getLocale = cache(async (): Promise<Locale> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return chooseLocale({
    query: head.get(LOCALE_HEADER),
    cookie: jar.get(LOCALE_COOKIE)?.value ?? null,
    acceptLanguage: head.get('accept-language'),
  });
});

/** The sentences of the page that is being rendered. */
export async function getDictionary(): Promise<Dictionary> {
  return dictionaryOf(await getLocale());
}
