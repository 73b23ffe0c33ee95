import { randomUUID } from 'node:crypto';
import type { FieldProblem } from '#lib/core/problem';
import { storeDraft } from '#lib/db/form-drafts';
import type { Workspace } from '#lib/usecases/workspace';

/** Half of a surrogate pair and NUL cannot be stored: they come back as U+FFFD, the rest of the typing as it was. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/**
 * Keeps what somebody typed into a form together with what was wrong with it, for the page that shows both again.
 *
 * @returns the id of the draft, which is a secret of the person who typed it.
 */
export async function keepDraft(
  workspace: Workspace,
  draft: { readonly form: string; readonly values: Readonly<Record<string, string>>; readonly problems: readonly FieldProblem[] },
): Promise<string> {
  const id = randomUUID();
  const values = Object.fromEntries(Object.entries(draft.values).map(([name, value]) => [name, storable(value)]));
  await storeDraft(workspace.db, id, { form: draft.form, values, problems: [...draft.problems] }, workspace.now());
  return id;
}
