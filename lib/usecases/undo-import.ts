import { parseChangeNote } from '#lib/core/change-note';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type BatchRecord, batchEventId, readBatch, undoBatch } from '#lib/db/import-batches';
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
  const batch = readBatch(workspace.db, id, workspace.now());
  if (undone === null || batch === null) return failed({ kind: 'not_found', what: 'import', id });
  return ok({ batch, ...undone });
}
