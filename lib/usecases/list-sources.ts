import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type EventRecord, readEvent } from '#lib/db/events';
import { findSource, type ListedSource, readSources, type SourceRecord } from '#lib/db/source-list';
import type { Workspace } from '#lib/usecases/workspace';

/** The sources of an event with the count of their published statements. */
export async function listSources(
  workspace: Workspace,
  eventSlug: string,
): Promise<Result<{ readonly event: EventRecord; readonly sources: readonly ListedSource[] }, Problem>> {
  const event = await readEvent(workspace.db, eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: eventSlug });
  return ok({ event, sources: readSources(workspace.db, event.id) });
}

/** One source. */
export async function getSource(workspace: Workspace, id: string): Promise<Result<SourceRecord, Problem>> {
  const source = await findSource(workspace.db.read, id);
  return source === null ? failed({ kind: 'not_found', what: 'source', id }) : ok(source);
}
