import { refusal } from '../../problem-response';

/** An address under /api/ that no door has: programs get an answer that they can read, not a page. */
function noSuchDoor(request: Request): Response {
  const { pathname } = new URL(request.url);
  return refusal(404, 'not_found', 'Not found', `There is no ${pathname} here. docs/api.md lists the addresses for programs.`);
}

export { noSuchDoor as DELETE, noSuchDoor as GET, noSuchDoor as PATCH, noSuchDoor as POST, noSuchDoor as PUT };
