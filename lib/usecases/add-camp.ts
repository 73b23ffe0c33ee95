import { changeCodes } from '#lib/core/codebook/edit-code';
import { campCode } from '#lib/core/codebook/general-codebook';
import { EVENT_LIMITS, parseCamp } from '#lib/core/events/event-input';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { CAMP_VARIABLE } from '#lib/db/codebooks';
import { updateCamp } from '#lib/db/event-writing';
import { type ChangedEvent, checkEventChange, type EventChange, logEventChange } from '#lib/usecases/check-event-change';
import { storeNextCodebook } from '#lib/usecases/store-next-codebook';
import { instant, type Workspace } from '#lib/usecases/workspace';

/** Adds a camp and publishes the next version of the codebook with it; what the other camps mean does not change. */
export async function addCamp(
  workspace: Workspace,
  request: EventChange & { readonly camp: unknown },
): Promise<Result<ChangedEvent, Problem>> {
  const checked = await checkEventChange(workspace, request, () => parseCamp(request.camp));
  if (!checked.ok) return checked;
  const { event, input, by } = checked.value;
  if (event.camps.some(({ slug }) => slug === input.slug)) {
    return failed({ kind: 'invalid', fields: [{ field: 'slug', code: 'already_exists', seen: input.slug }] });
  }
  if (event.camps.length >= EVENT_LIMITS.camps) {
    return failed({
      kind: 'invalid',
      fields: [{ field: 'slug', code: 'out_of_range', params: { min: 2, max: EVENT_LIMITS.camps } }],
    });
  }
  return workspace.db.write(async (tx): Promise<Result<ChangedEvent, Problem>> => {
    const at = instant(workspace);
    const { newId } = workspace;
    const stored = await storeNextCodebook(
      tx,
      event,
      (content) => changeCodes(content, CAMP_VARIABLE, (codes) => [...codes, campCode(input)]),
      { actor: by, at, newId },
    );
    if (!stored.ok) return stored;
    await updateCamp(tx, event.id, input.slug, input);
    await logEventChange(tx, checked.value, at, { action: 'camp.added', after: input });
    return ok({ slug: event.slug, changed: true, codebookVersion: stored.value });
  });
}
