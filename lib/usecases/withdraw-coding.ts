import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { findCoding, markWithdrawn } from '#lib/db/codings';
import { readEvent } from '#lib/db/events';
import { instant, type Workspace } from '#lib/usecases/workspace';

export interface WithdrawnCoding {
  readonly id: string;
  readonly statement: string;
  readonly variable: string;
  /** False when it was withdrawn before. */
  readonly changed: boolean;
}

/**
 * A coder takes back one of their own codings: the row stays as testimony and no longer counts.
 *
 * @returns `not_allowed` for somebody else's coding; withdrawing twice changes nothing.
 */
export async function withdrawCoding(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly codingId: string; readonly coder: string; readonly reason?: string | null },
): Promise<Result<WithdrawnCoding, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  return workspace.db.write(async (tx): Promise<Result<WithdrawnCoding, Problem>> => {
    const coding = await findCoding(tx, event.id, request.codingId);
    if (coding === null) return failed({ kind: 'not_found', what: 'coding', id: request.codingId });
    if (coding.coder !== request.coder.trim()) {
      return failed({ kind: 'conflict', code: 'not_allowed', existingId: coding.id, params: { why: 'not_own' } });
    }
    if (!coding.withdrawn) {
      const reason = request.reason?.trim() ?? '';
      await markWithdrawn(tx, coding, {
        eventId: event.id,
        actor: coding.coder,
        at: instant(workspace),
        reason: reason === '' ? null : reason.slice(0, 2000),
      });
    }
    return ok({ id: coding.id, statement: coding.statementId, variable: coding.variableKey, changed: !coding.withdrawn });
  });
}
