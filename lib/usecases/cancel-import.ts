import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { appendLog } from '#lib/db/audit-log';
import { batchEventId, batchStatus, setBatchStatus } from '#lib/db/import-batches';
import { instant, type Workspace } from '#lib/usecases/workspace';

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
