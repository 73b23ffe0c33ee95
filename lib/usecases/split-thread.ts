import { splitThread as splitText } from '#lib/core/import/split-thread';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import { readEvent } from '#lib/db/events';
import { keepDraft } from '#lib/usecases/keep-draft';
import { THREAD_FORM } from '#lib/usecases/thread-draft';
import type { Workspace } from '#lib/usecases/workspace';

/**
 * Splits a pasted thread at its blank lines into drafts of statements, each with what all of them share: the source, who codes.
 *
 * @param request.shared values of the form of a new statement, by their flat names.
 * @returns the id of the list of drafts; `required` without any text, `too_long` where a part is longer than a statement may be.
 */
export async function splitThread(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly text: string; readonly shared: Readonly<Record<string, string>> },
): Promise<Result<{ readonly list: string; readonly count: number }, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const parts = splitText(request.text);
  if (parts.length === 0) return failed({ kind: 'invalid', fields: [{ field: 'thread', code: 'required' }] });
  const longest = Math.max(...parts.map((part) => part.length));
  if (longest > STATEMENT_LIMITS.text) {
    const params = { max: STATEMENT_LIMITS.text, length: longest };
    return failed({ kind: 'invalid', fields: [{ field: 'thread', code: 'too_long', params }] });
  }
  const list = await keepDraft(workspace, {
    form: THREAD_FORM,
    values: { event: event.slug, parts: JSON.stringify(parts), shared: JSON.stringify(request.shared) },
    problems: [],
  });
  return ok({ list, count: parts.length });
}
