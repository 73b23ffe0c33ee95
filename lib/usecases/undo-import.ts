import { parseChangeNote } from '#lib/core/change-note';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { appendLog } from '#lib/db/audit-log';
import { type EventRecord, readEvent } from '#lib/db/events';
import {
  type BatchRecord,
  batchEventId,
  batchStatus,
  readBatch,
  readBatches,
  setBatchStatus,
  undoBatch,
} from '#lib/db/import-batches';
import { instant, type Workspace } from '#lib/usecases/workspace';

export interface UndoneImport {
  readonly batch: BatchRecord;
  readonly deleted: readonly string[];
  /** Statements that were edited, coded or linked since: they stay, for a person to decide about. */
  readonly kept: readonly string[];
}

/** Takes a whole import back. What somebody has worked on since is kept and named. Undoing twice deletes nothing more. */
export async function undoImport(
  workspace: Workspace,
  request: { readonly batchId: string; readonly by: unknown; readonly reason: unknown },
): Promise<Result<UndoneImport, Problem>> {
  const note = parseChangeNote(request);
  if (!note.ok) return note;
  const id = request.batchId;
  const undone = await workspace.db.write(async (tx) => {
    const eventId = await batchEventId(tx, id);
    return eventId === null ? null : undoBatch(tx, { id, eventId, ...note.value, at: instant(workspace) });
  });
  const batch = readBatch(workspace.db, id);
  if (undone === null || batch === null) return failed({ kind: 'not_found', what: 'import', id });
  return ok({ batch, ...undone });
}

/** Stops a running import after the rows that are stored already; they stay, and can be undone. */
export async function cancelImport(
  workspace: Workspace,
  request: { readonly batchId: string; readonly by: string },
): Promise<Result<{ readonly changed: boolean }, Problem>> {
  return workspace.db.write(async (tx): Promise<Result<{ readonly changed: boolean }, Problem>> => {
    const status = await batchStatus(tx, request.batchId);
    if (status === null) return failed({ kind: 'not_found', what: 'import', id: request.batchId });
    if (status !== 'running') return ok({ changed: false });
    const at = instant(workspace);
    await setBatchStatus(tx, request.batchId, 'cancelled', at);
    await appendLog(tx, [
      {
        at,
        actor: request.by,
        action: 'import.cancel_asked',
        entity: 'import',
        entityId: request.batchId,
        eventId: await batchEventId(tx, request.batchId),
      },
    ]);
    return ok({ changed: true });
  });
}

/** Most imports that a list shows. */
const LISTED = 50;

/** The imports into an event, newest first. */
export async function listImports(
  workspace: Workspace,
  eventSlug: string,
): Promise<Result<{ readonly event: EventRecord; readonly batches: readonly BatchRecord[] }, Problem>> {
  const event = await readEvent(workspace.db, eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: eventSlug });
  return ok({ event, batches: readBatches(workspace.db, event.id, LISTED) });
}

/** One import. */
export function getImport(workspace: Workspace, id: string): Result<BatchRecord, Problem> {
  const batch = readBatch(workspace.db, id);
  return batch === null ? failed({ kind: 'not_found', what: 'import', id }) : ok(batch);
}
