import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { readDraft } from '#lib/db/form-drafts';
import { keepDraft } from '#lib/usecases/keep-draft';
import { partsOfThread, sharedOfThread, THREAD_FORM } from '#lib/usecases/thread-draft';
import type { Workspace } from '#lib/usecases/workspace';

/**
 * Opens a part of a thread in the form of a new statement, with what all parts share.
 *
 * @returns the id of a draft of that form.
 */
export async function openThreadPart(
  workspace: Workspace,
  request: { readonly list: string; readonly place: number },
): Promise<Result<string, Problem>> {
  const list = await readDraft(workspace.db, THREAD_FORM, request.list);
  const text = partsOfThread(list?.values)[request.place];
  if (list === null || text === undefined) return failed({ kind: 'not_found', what: 'thread', id: request.list });
  return ok(
    await keepDraft(workspace, {
      form: 'add',
      values: { ...sharedOfThread(list.values), text, thread: request.list },
      problems: [],
    }),
  );
}
