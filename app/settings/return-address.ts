/**
 * Where a form that stands on every page leads back to: the page that it was sent from.
 * @param referrer the Referer header; it comes from outside, so of it only path and query are kept
 * @returns an address within this site, without `lang`, which would overrule the choice just made
 */
export function returnAddress(referrer: string | null): string {
  if (referrer === null || !URL.canParse(referrer)) return '/';
  const { pathname, searchParams } = new URL(referrer);
  // Two slashes at the start would name another host.
  if (!pathname.startsWith('/') || pathname.startsWith('//')) return '/';
  searchParams.delete('lang');
  const query = searchParams.toString();
  return query === '' ? pathname : `${pathname}?${query}`;
}

/** How long a choice of language or colours is kept. */
export const YEAR_SECONDS = 365 * 24 * 60 * 60;
