import { parseActor } from '#lib/core/change-note';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { appendLog } from '#lib/db/audit-log';
import { readEvent } from '#lib/db/events';
import { removeView, type SavedViewRecord } from '#lib/db/saved-views';
import { instant, type Workspace } from '#lib/usecases/workspace';

/** Removes a saved view; what it shows stays. */
export async function deleteView(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly id: string; readonly by: unknown },
): Promise<Result<SavedViewRecord, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const by = parseActor(request.by);
  if (!by.ok) return by;
  return workspace.db.write(async (tx): Promise<Result<SavedViewRecord, Problem>> => {
    const view = await removeView(tx, event.id, request.id);
    if (view === null) return failed({ kind: 'not_found', what: 'view', id: request.id });
    const at = instant(workspace);
    await appendLog(tx, [
      { at, actor: by.value, action: 'view.deleted', entity: 'view', entityId: view.id, eventId: event.id, before: view },
    ]);
    return ok(view);
  });
}
