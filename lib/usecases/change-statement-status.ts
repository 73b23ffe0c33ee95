import { parseChangeNote } from '#lib/core/change-note';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import type { StatementStatus } from '#lib/core/stance';
import { appendLog } from '#lib/db/audit-log';
import {
  type EditableRecord,
  findLinked,
  findSameText,
  readEditable,
  statusBeforeDeletion,
  storeStatus,
} from '#lib/db/editable-statement';
import type { Transaction } from '#lib/db/open-database';
import { instant, type Workspace } from '#lib/usecases/workspace';

/** What can be done with a whole statement. `restore` takes back a withholding or a deletion. */
export const STATUS_CHANGES = ['withhold', 'delete', 'restore'] as const;
export type StatusChange = (typeof STATUS_CHANGES)[number];

export interface StatusChangeInput {
  readonly id: string;
  readonly change: StatusChange;
  readonly by: unknown;
  readonly reason: unknown;
}

export interface StatusOutcome {
  readonly id: string;
  readonly event: string;
  readonly status: StatementStatus;
  /** False when it was so already. */
  readonly changed: boolean;
  /** Statements that are still published and are marked as copies of this one, or this one of them: they may need the same. */
  readonly linked: readonly string[];
}

const ACTIONS = { withhold: 'statement.withheld', delete: 'statement.deleted', restore: 'statement.restored' } as const;

/** A statement that was withheld when it was deleted comes back withheld: what was hidden is not shown by an undo. */
async function statusAfter(tx: Transaction, record: EditableRecord, change: StatusChange): Promise<StatementStatus> {
  if (change === 'withhold') return 'withheld';
  if (change === 'delete') return 'deleted';
  if (record.status !== 'deleted') return 'published';
  const before = await statusBeforeDeletion(tx, record.id);
  return before === null || before === 'deleted' ? 'withheld' : before;
}

/**
 * Withholds, deletes or restores a statement. Withheld and deleted ones leave every page, chart, file and search at once; all that is
 * stored of them stays, so that either can be undone.
 *
 * @returns `exact_duplicate` for a deleted statement whose text somebody has added again since; `not_allowed` for withholding a deleted
 * one. What is so already is no change and writes nothing.
 */
export async function changeStatementStatus(
  workspace: Workspace,
  request: StatusChangeInput,
): Promise<Result<StatusOutcome, Problem>> {
  const note = parseChangeNote(request);
  if (!note.ok) return note;
  const { by, reason } = note.value;
  return workspace.db.write(async (tx): Promise<Result<StatusOutcome, Problem>> => {
    const record = await readEditable(tx, request.id);
    if (record === null) return failed({ kind: 'not_found', what: 'statement', id: request.id });
    if (record.status === 'deleted' && request.change === 'withhold') {
      return failed({ kind: 'conflict', code: 'not_allowed', existingId: record.id });
    }
    const status = await statusAfter(tx, record, request.change);
    const linked = await findLinked(tx, record.id);
    const outcome = { id: record.id, event: record.eventSlug, status, linked };
    if (status === record.status) return ok({ ...outcome, changed: false });
    if (record.status === 'deleted') {
      const same = await findSameText(tx, record);
      if (same !== null) return failed({ kind: 'conflict', code: 'exact_duplicate', existingId: same });
    }
    const at = instant(workspace);
    const [seq = 0] = await appendLog(tx, [
      {
        at,
        actor: by,
        action: ACTIONS[request.change],
        entity: 'statement',
        entityId: record.id,
        eventId: record.eventId,
        reason,
        before: { status: record.status },
        after: { status },
      },
    ]);
    await storeStatus(tx, { record, status, at, seq });
    return ok({ ...outcome, changed: true });
  });
}
