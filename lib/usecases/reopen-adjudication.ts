import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { findAdjudicationById, markReopened } from '#lib/db/adjudications';
import { readEvent } from '#lib/db/events';
import { findActiveCoder } from '#lib/usecases/submit-coding';
import { instant, type Workspace } from '#lib/usecases/workspace';

export interface Reopened {
  readonly id: string;
  readonly statement: string;
  readonly variable: string;
  /** False when it was reopened before. */
  readonly changed: boolean;
}

/** Takes the effect of an adjudication away, so that the codings speak for themselves again. Its row stays; twice is the same as once. */
export async function reopenAdjudication(
  workspace: Workspace,
  request: {
    readonly eventSlug: string;
    readonly adjudicationId: string;
    readonly coder: string;
    readonly reason?: string | null;
  },
): Promise<Result<Reopened, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  return workspace.db.write(async (tx): Promise<Result<Reopened, Problem>> => {
    const coder = await findActiveCoder(tx, request.coder);
    if (!coder.ok) return coder;
    const adjudication = await findAdjudicationById(tx, event.id, request.adjudicationId);
    if (adjudication === null) return failed({ kind: 'not_found', what: 'adjudication', id: request.adjudicationId });
    if (!adjudication.reopened) {
      const reason = request.reason?.trim() ?? '';
      await markReopened(tx, adjudication, {
        eventId: event.id,
        actor: coder.value.name,
        at: instant(workspace),
        reason: reason === '' ? null : reason.slice(0, 2000),
      });
    }
    return ok({
      id: adjudication.id,
      statement: adjudication.statementId,
      variable: adjudication.variableKey,
      changed: !adjudication.reopened,
    });
  });
}
