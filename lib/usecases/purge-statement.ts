import { parseChangeNote } from '#lib/core/change-note';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { appendLog } from '#lib/db/audit-log';
import { copiesHolding, type PurgeCounts, planPurge, removePurged } from '#lib/db/purge-statement';
import { removeStaged, stagedFilesHolding } from '#lib/files/staged-file';
import { instant, type Workspace } from '#lib/usecases/workspace';

export interface PurgeInput {
  readonly id: string;
  readonly by: unknown;
  readonly reason: unknown;
  readonly isDryRun: boolean;
}

export interface PurgeOutcome {
  readonly id: string;
  readonly event: string;
  readonly purged: boolean;
  readonly counts: PurgeCounts;
  /** Files that were sent to be imported, hold its words and are kept still; they are removed whole. */
  readonly uploads: number;
  /** Log rows whose reason repeats the words or the name; a reason is part of the chain and stays. */
  readonly quotingReasons: readonly number[];
  /** Copies of the database beside it that still hold the statement. */
  readonly copies: readonly string[];
  /** Whether the write-ahead log could be emptied; null where nothing was purged. */
  readonly logEmptied: boolean | null;
}

/**
 * Removes a statement for good: with its translations, codings, scores and search rows, the details of every log row that holds its
 * words, the speaker, source and slogan that only it had, and files sent for an import that hold it. The log keeps its rows, their hashes, and a row about the purge. The file
 * is then written anew, so that no byte of the text is left in it.
 */
export async function purgeStatement(workspace: Workspace, request: PurgeInput): Promise<Result<PurgeOutcome, Problem>> {
  const note = parseChangeNote(request);
  if (!note.ok) return note;
  const { db } = workspace;
  const plan = await db.write(async (tx) => {
    const found = await planPurge(tx, request.id);
    if (found === null || request.isDryRun) return found;
    await removePurged(tx, found);
    await appendLog(tx, [
      {
        at: instant(workspace),
        actor: note.value.by,
        action: 'statement.purged',
        entity: 'statement',
        entityId: found.id,
        eventId: found.eventId,
        reason: note.value.reason,
        after: found.counts,
      },
    ]);
    return found;
  });
  if (plan === null) return failed({ kind: 'not_found', what: 'statement', id: request.id });
  const uploads = await stagedFilesHolding(plan.texts);
  if (!request.isDryRun) for (const upload of uploads) await removeStaged(upload);
  const logEmptied = request.isDryRun ? null : (await db.compact()).logEmptied;
  return ok({
    id: plan.id,
    event: plan.eventSlug,
    purged: !request.isDryRun,
    counts: plan.counts,
    uploads: uploads.length,
    quotingReasons: plan.quotingReasons,
    copies: await copiesHolding(db.file, plan.id),
    logEmptied,
  });
}
