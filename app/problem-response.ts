import 'server-only';

import type { Problem } from '#lib/core/problem';
import { DatabaseBusy } from '#lib/db/database-failure';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { problemSentence } from '#lib/i18n/problem-sentence';

/** What a machine door answers when it does not do what was asked, in the shape of RFC 9457. */
export interface ProblemBody {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly existingId?: string;
  readonly similar?: readonly { readonly id: string; readonly similarity: number }[];
  readonly errors?: readonly {
    readonly field: string;
    readonly code: string;
    readonly seen?: string;
    readonly message: string;
  }[];
}

const HEADERS = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' };

/** A refusal with a sentence of its own. */
export function refusal(
  status: number,
  code: string,
  title: string,
  detail: string,
  headers: Record<string, string> = {},
): Response {
  const body: ProblemBody = { title, status, detail, code };
  return new Response(JSON.stringify(body), { status, headers: { ...HEADERS, ...headers } });
}

function statusOf(problem: Problem): number {
  switch (problem.kind) {
    case 'invalid':
      return 422;
    case 'not_found':
      return 404;
    case 'conflict':
      return 409;
    case 'busy':
      return 503;
  }
}

/** The answer of a machine door to a problem of a use case. Machine doors speak English. */
export function problemResponse(problem: Problem): Response {
  const english = dictionaryOf('en');
  const status = statusOf(problem);
  switch (problem.kind) {
    case 'invalid': {
      const errors = problem.fields.map((field) => ({
        field: field.field,
        code: field.code,
        ...(field.seen === undefined ? {} : { seen: field.seen }),
        message: problemSentence(english, field),
      }));
      const body: ProblemBody = {
        title: 'Some fields are not valid',
        status,
        detail: errors.map((error) => `${error.field}: ${error.message}`).join(' '),
        code: 'invalid',
        errors,
      };
      return new Response(JSON.stringify(body), { status, headers: HEADERS });
    }
    case 'not_found':
      return refusal(status, 'not_found', 'Not found', `There is no ${problem.what} "${problem.id}" here.`);
    case 'conflict': {
      const body: ProblemBody = {
        title: 'This conflicts with what is here',
        status,
        detail: problemSentence(english, {
          code: problem.code,
          ...(problem.seen === undefined ? {} : { seen: problem.seen }),
          ...(problem.params === undefined ? {} : { params: problem.params }),
        }),
        code: problem.code,
        ...(problem.existingId === undefined ? {} : { existingId: problem.existingId }),
        ...(problem.similar === undefined ? {} : { similar: problem.similar.map(({ id, similarity }) => ({ id, similarity })) }),
      };
      return new Response(JSON.stringify(body), { status, headers: HEADERS });
    }
    case 'busy':
      return refusal(status, 'busy', 'Busy', 'The database is busy. Try again in a moment.', {
        'retry-after': String(problem.retryAfterSeconds),
      });
  }
}

/** Runs a door; a database that stays locked becomes 503 with Retry-After, everything else unexpected is thrown on. */
export async function answering(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseBusy) return problemResponse({ kind: 'busy', retryAfterSeconds: error.retryAfterSeconds });
    throw error;
  }
}
