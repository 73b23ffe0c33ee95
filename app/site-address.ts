import 'server-only';

import { headers } from 'next/headers';

/** Scheme and host under which the reader sees this site, for links that are copied out of it. */
export async function siteAddress(): Promise<string> {
  const head = await headers();
  const scheme = head.get('x-forwarded-proto') === 'https' ? 'https' : 'http';
  return `${scheme}://${head.get('host') ?? '127.0.0.1'}`;
}
