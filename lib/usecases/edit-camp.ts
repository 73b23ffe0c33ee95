import { changeCodes } from '#lib/core/codebook/edit-code';
import { parseCampWords } from '#lib/core/events/event-input';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { CAMP_VARIABLE } from '#lib/db/codebooks';
import { campWordsOf, updateCamp } from '#lib/db/event-writing';
import {
  type ChangedEvent,
  checkEventChange,
  type EventChange,
  logEventChange,
  saysTheSame,
} from '#lib/usecases/check-event-change';
import { storeNextCodebook } from '#lib/usecases/store-next-codebook';
import { instant, type Workspace } from '#lib/usecases/workspace';

/**
 * Corrects a camp. Another label or definition is another version of the codebook; a new definition makes codings of the camp stale
 * unless only its wording changes.
 */
export async function editCamp(
  workspace: Workspace,
  request: EventChange & { readonly camp: string; readonly words: unknown; readonly isWordingOnly: boolean },
): Promise<Result<ChangedEvent, Problem>> {
  const checked = await checkEventChange(workspace, request, () => parseCampWords(request.words));
  if (!checked.ok) return checked;
  const { event, input, by } = checked.value;
  const camp = event.camps.find(({ slug }) => slug === request.camp);
  if (camp === undefined) return failed({ kind: 'not_found', what: 'camp', id: request.camp });
  const before = campWordsOf(camp);
  const after = { label: input.label, definition: input.definition, selfNamed: input.selfNamed, role: input.role };
  if (saysTheSame(before, after)) return ok({ slug: event.slug, changed: false, codebookVersion: event.codebook.number });
  return workspace.db.write(async (tx): Promise<Result<ChangedEvent, Problem>> => {
    const at = instant(workspace);
    const stored = await storeNextCodebook(
      tx,
      event,
      (content) =>
        changeCodes(content, CAMP_VARIABLE, (codes) =>
          codes.map((code) => (code.key === camp.slug ? { ...code, label: input.label, definition: input.definition } : code)),
        ),
      {
        actor: by,
        at,
        newId: workspace.newId,
        sameMeaning: request.isWordingOnly ? [{ variable: CAMP_VARIABLE, code: camp.slug }] : [],
      },
    );
    if (!stored.ok) return stored;
    await updateCamp(tx, event.id, camp.slug, input);
    await logEventChange(tx, checked.value, at, {
      action: 'camp.edited',
      before: { slug: camp.slug, ...before },
      after: { slug: camp.slug, ...after, isWordingOnly: request.isWordingOnly },
    });
    return ok({ slug: event.slug, changed: true, codebookVersion: stored.value });
  });
}
