import { parseEventWords } from '#lib/core/events/event-input';
import type { Problem } from '#lib/core/problem';
import { ok, type Result } from '#lib/core/result';
import { updateEvent } from '#lib/db/event-writing';
import {
  type ChangedEvent,
  checkEventChange,
  type EventChange,
  logEventChange,
  saysTheSame,
} from '#lib/usecases/check-event-change';
import { instant, type Workspace } from '#lib/usecases/workspace';

/** Corrects title, date and description of an event. Its slug is in addresses that people cite, so it stays. */
export async function editEvent(
  workspace: Workspace,
  request: EventChange & { readonly words: unknown },
): Promise<Result<ChangedEvent, Problem>> {
  const checked = await checkEventChange(workspace, request, () => parseEventWords(request.words));
  if (!checked.ok) return checked;
  const { event, input } = checked.value;
  const before = { title: event.title, heldOn: event.heldOn, description: event.description };
  const answer = { slug: event.slug, codebookVersion: event.codebook.number };
  if (saysTheSame(before, { title: input.title, heldOn: input.heldOn, description: input.description })) {
    return ok({ ...answer, changed: false });
  }
  return workspace.db.write(async (tx): Promise<Result<ChangedEvent, Problem>> => {
    const at = instant(workspace);
    await updateEvent(tx, event.id, input, at);
    await logEventChange(tx, checked.value, at, { action: 'event.edited', before, after: input });
    return ok({ ...answer, changed: true });
  });
}
