import type { EventRecord } from '#lib/db/events';
import { type ChangesSince, readChangesSince } from '#lib/db/saved-views';
import type { Workspace } from '#lib/usecases/workspace';

/** What has changed in an event since the log row that a page is pinned to. */
export function getChangesSince(workspace: Workspace, event: EventRecord, asof: number): ChangesSince {
  return readChangesSince(workspace.db, event.id, asof);
}
