import 'server-only';
import type { AsyncLocalStorage } from 'node:async_hooks';
import NotFound from './not-found';

declare global {
  /** The answer that a request is getting; lib/setup/server.mjs keeps it here. */
  var stanceboardAnswers: AsyncLocalStorage<{ statusCode: number }> | undefined;
}

/**
 * The page of a record that is not here, answered with 404. Next's `notFound()` sends a document that only a script fills; this one can be
 * read without JavaScript.
 */
export function missingPage() {
  const answer = globalThis.stanceboardAnswers?.getStore();
  if (answer !== undefined) answer.statusCode = 404;
  return <NotFound />;
}
