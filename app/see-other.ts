import 'server-only';

/** The answer to an accepted form, or to one whose typing was kept: go and look there. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
