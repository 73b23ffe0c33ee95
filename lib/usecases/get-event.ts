import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type EventCounters, readEventCounters } from '#lib/db/event-counters';
import { type EventRecord, readEvent } from '#lib/db/events';
import type { Workspace } from '#lib/usecases/workspace';

/** The event with that slug and its counters. */
export async function getEvent(
  workspace: Workspace,
  slug: string,
): Promise<Result<{ readonly event: EventRecord; readonly counters: EventCounters }, Problem>> {
  const event = await readEvent(workspace.db, slug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: slug });
  return ok({ event, counters: readEventCounters(workspace.db, event.id) });
}
