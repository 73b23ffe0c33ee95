import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { appendLog } from '#lib/db/audit-log';
import { type CoderRecord, findCoder, setCoderActive } from '#lib/db/coders';
import { instant, type Workspace } from '#lib/usecases/workspace';

/**
 * Ends, or with `active: true` resumes, somebody's coding. All codings stay and count as before; only new ones are refused.
 * Asking for what is so already changes nothing.
 */
export async function deactivateCoder(
  workspace: Workspace,
  request: { readonly name: string; readonly by: string; readonly active?: boolean; readonly reason?: string | null },
): Promise<Result<CoderRecord, Problem>> {
  const active = request.active === true;
  return workspace.db.write(async (tx): Promise<Result<CoderRecord, Problem>> => {
    const coder = await findCoder(tx, request.name);
    if (coder === null) return failed({ kind: 'not_found', what: 'coder', id: request.name });
    if (coder.active !== active) {
      await setCoderActive(tx, coder.id, active);
      await appendLog(tx, [
        {
          at: instant(workspace),
          actor: request.by,
          action: active ? 'coder.reactivated' : 'coder.deactivated',
          entity: 'coder',
          entityId: coder.id,
          eventId: null,
          reason: request.reason ?? null,
          before: { active: coder.active },
          after: { active },
        },
      ]);
    }
    return ok({ ...coder, active });
  });
}
