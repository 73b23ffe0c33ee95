import { cookies } from 'next/headers';
import { parseTheme, THEME_COOKIE } from '../../theme';
import { returnAddress, YEAR_SECONDS } from '../return-address';

/** Keeps the colours that the switch names; anything but light and dark means "as the system". */
export async function POST(request: Request): Promise<Response> {
  const chosen = parseTheme(new URLSearchParams(await request.text()).get('theme'));
  const jar = await cookies();
  if (chosen === null) jar.delete(THEME_COOKIE);
  else jar.set(THEME_COOKIE, chosen, { maxAge: YEAR_SECONDS, path: '/', sameSite: 'lax', httpOnly: true });
  return new Response(null, { status: 303, headers: { Location: returnAddress(request.headers.get('referer')) } });
}
