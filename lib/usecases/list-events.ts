import { readEventList } from '#lib/db/events';
import type { Workspace } from '#lib/usecases/workspace';

/** Every event, newest first, with its count of published statements. */
export function listEvents(workspace: Workspace) {
  return readEventList(workspace.db);
}
