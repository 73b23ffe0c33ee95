import { stanceVariableOf } from '#lib/core/codebook/general-codebook';
import { EVENT_LIMITS, parseTarget } from '#lib/core/events/event-input';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { newestVersionNumber } from '#lib/db/codings';
import { insertTarget } from '#lib/db/event-writing';
import { type ChangedEvent, checkEventChange, type EventChange, logEventChange } from '#lib/usecases/check-event-change';
import { storeNextCodebook } from '#lib/usecases/store-next-codebook';
import { instant, type Workspace } from '#lib/usecases/workspace';

/** Adds a target, and to the codebook the variable that asks for the stance towards it. Statements are coded on it anew. */
export async function addTarget(
  workspace: Workspace,
  request: EventChange & { readonly target: unknown },
): Promise<Result<ChangedEvent, Problem>> {
  const checked = await checkEventChange(workspace, request, () => parseTarget(request.target));
  if (!checked.ok) return checked;
  const { event, input, by } = checked.value;
  if (event.targets.some(({ slug }) => slug === input.slug)) {
    return failed({ kind: 'invalid', fields: [{ field: 'slug', code: 'already_exists', seen: input.slug }] });
  }
  if (event.targets.length >= EVENT_LIMITS.targets) {
    return failed({
      kind: 'invalid',
      fields: [{ field: 'slug', code: 'out_of_range', params: { min: 1, max: EVENT_LIMITS.targets } }],
    });
  }
  return workspace.db.write(async (tx): Promise<Result<ChangedEvent, Problem>> => {
    const at = instant(workspace);
    const { newId } = workspace;
    if ((await newestVersionNumber(tx, event.codebook.codebookId)) !== event.codebook.number) {
      return failed({ kind: 'conflict', code: 'changed_meanwhile' });
    }
    const target = await insertTarget(tx, event.id, input, event.targets.length, newId);
    const lastStance = event.codebook.variables.findLastIndex(({ key }) => key.startsWith('stance.'));
    const stored = await storeNextCodebook(
      tx,
      { ...event, targets: [...event.targets, target] },
      (content) => ({ ...content, variables: content.variables.toSpliced(lastStance + 1, 0, stanceVariableOf(input)) }),
      { actor: by, at, newId },
    );
    // The target must not stay without its variable: a throw undoes what was written.
    if (!stored.ok) throw new Error('The codebook with the new target could not be published.');
    await logEventChange(tx, checked.value, at, { action: 'target.added', after: input });
    return ok({ slug: event.slug, changed: true, codebookVersion: stored.value });
  });
}
