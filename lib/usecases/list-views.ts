import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { readEventCounters } from '#lib/db/event-counters';
import { type EventRecord, readEvent } from '#lib/db/events';
import { type ChangesSince, readChangesSince, readViews, type SavedViewRecord } from '#lib/db/saved-views';
import type { Workspace } from '#lib/usecases/workspace';

/** A view with what has changed since it was pinned; null where it follows the data. */
export interface ListedView extends SavedViewRecord {
  readonly since: ChangesSince | null;
}

/** The saved views of an event, newest first. */
export async function listViews(
  workspace: Workspace,
  eventSlug: string,
): Promise<Result<{ readonly event: EventRecord; readonly lastSeq: number; readonly views: readonly ListedView[] }, Problem>> {
  const event = await readEvent(workspace.db, eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: eventSlug });
  const views = readViews(workspace.db, event.id).map((view) => ({
    ...view,
    since: view.asof === null ? null : readChangesSince(workspace.db, event.id, view.asof),
  }));
  return ok({ event, lastSeq: readEventCounters(workspace.db, event.id).lastSeq, views });
}
