import type { FieldProblem } from '#lib/core/problem';
import { readDraft } from '#lib/db/form-drafts';
import type { Workspace } from '#lib/usecases/workspace';

/** What somebody typed into a form, and what was wrong with it. */
export interface FoundDraft {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

/** The draft of a form; null when it is gone or belongs to another form. */
export async function findDraft(
  workspace: Workspace,
  request: { readonly form: string; readonly id: string },
): Promise<FoundDraft | null> {
  const draft = await readDraft(workspace.db, request.form, request.id);
  if (draft === null) return null;
  const problems = draft.problems.map(({ field, code, seen, params }) => ({
    field,
    code,
    ...(seen === undefined ? {} : { seen }),
    ...(params === undefined ? {} : { params }),
  }));
  return { values: draft.values, problems };
}
