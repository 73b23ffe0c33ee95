import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type EventRecord, readEvent } from '#lib/db/events';
import { type BatchRecord, readBatches } from '#lib/db/import-batches';
import type { Workspace } from '#lib/usecases/workspace';

/** Most imports that a list shows. */
const LISTED = 50;

/** The imports into an event, newest first. */
export async function listImports(
  workspace: Workspace,
  eventSlug: string,
): Promise<Result<{ readonly event: EventRecord; readonly batches: readonly BatchRecord[] }, Problem>> {
  const event = await readEvent(workspace.db, eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: eventSlug });
  return ok({ event, batches: readBatches(workspace.db, event.id, LISTED, workspace.now()) });
}
