import { cookies } from 'next/headers';
import { isLocale, LOCALE_COOKIE } from '#lib/i18n/locale';
import { returnAddress, YEAR_SECONDS } from '../return-address';

/** Keeps the language that the switch names, and leads back to the page it was pressed on. */
export async function POST(request: Request): Promise<Response> {
  const chosen = new URLSearchParams(await request.text()).get('lang');
  if (isLocale(chosen)) {
    (await cookies()).set(LOCALE_COOKIE, chosen, { maxAge: YEAR_SECONDS, path: '/', sameSite: 'lax', httpOnly: true });
  }
  return new Response(null, { status: 303, headers: { Location: returnAddress(request.headers.get('referer')) } });
}
