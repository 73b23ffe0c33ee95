import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type CoderRecord, readCoders } from '#lib/db/coders';
import { type CodingSample, readCodingSamples } from '#lib/db/coding-samples';
import { readEventCounters } from '#lib/db/event-counters';
import { type EventRecord, readEvent } from '#lib/db/events';
import type { Workspace } from '#lib/usecases/workspace';

/** What can be coded in an event, and by whom. */
export interface CodingQueues {
  readonly event: EventRecord;
  readonly samples: readonly CodingSample[];
  /** Who may code. */
  readonly coders: readonly CoderRecord[];
  /** Published statements of the event. */
  readonly statements: number;
}

/** The queues of an event and the coders that are known. */
export async function listCodingQueues(
  workspace: Workspace,
  request: { readonly eventSlug: string },
): Promise<Result<CodingQueues, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  return ok({
    event,
    samples: readCodingSamples(workspace.db, event.id),
    coders: (await readCoders(workspace.db)).filter(({ active }) => active),
    statements: readEventCounters(workspace.db, event.id).statements,
  });
}
