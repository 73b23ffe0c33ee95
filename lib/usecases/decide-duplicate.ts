import { parseActor } from '#lib/core/change-note';
import { DUPLICATE_DECISIONS, type DuplicateDecision, isCountedOut } from '#lib/core/duplicates/duplicate-decision';
import { similarityOf } from '#lib/core/duplicates/near-duplicates';
import type { FieldProblem, Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { required } from '#lib/core/statement/field-check';
import { seenValue } from '#lib/core/statement/seen-value';
import { choiceCheck } from '#lib/core/statement/value-checks';
import { appendLog } from '#lib/db/audit-log';
import { findDecision, findOriginal, findPairSide, type PairSide, removeDecision, storeDecision } from '#lib/db/duplicate-pairs';
import { readEvent } from '#lib/db/events';
import type { Transaction } from '#lib/db/open-database';
import { instant, type Workspace } from '#lib/usecases/workspace';

export interface DecisionInput {
  readonly eventSlug: string;
  readonly first: string;
  readonly second: string;
  readonly decision: unknown;
  /** Id of the one that stays on the charts; the earlier one where it is left out. */
  readonly original?: string | null;
  readonly by: unknown;
}

export interface DecidedDuplicate {
  readonly original: string;
  readonly copy: string;
  readonly decision: DuplicateDecision;
  /** False when the same was decided before. */
  readonly changed: boolean;
}

const checkDecision = required(choiceCheck(DUPLICATE_DECISIONS));

/** Both statements of a pair, the one that stays first. */
async function findSides(
  tx: Transaction,
  eventId: string,
  request: Pick<DecisionInput, 'first' | 'second' | 'original'>,
): Promise<Result<{ readonly original: PairSide; readonly copy: PairSide }, Problem>> {
  const first = await findPairSide(tx, eventId, request.first);
  if (first === null) return failed({ kind: 'not_found', what: 'statement', id: request.first });
  const second = await findPairSide(tx, eventId, request.second);
  if (second === null) return failed({ kind: 'not_found', what: 'statement', id: request.second });
  if (first.id === second.id) return failed({ kind: 'conflict', code: 'not_allowed', existingId: first.id });
  const isFirstEarlier = first.createdSeq === second.createdSeq ? first.id < second.id : first.createdSeq < second.createdSeq;
  const isFirstKept = request.original === second.id ? false : request.original === first.id || isFirstEarlier;
  return ok(isFirstKept ? { original: first, copy: second } : { original: second, copy: first });
}

/**
 * Remembers what a person says of two statements that look alike. A copy is linked to its original and counted out of charts; a pair
 * that is no duplicate is not proposed again. Deciding once more takes the earlier decision back first.
 */
export async function decideDuplicate(workspace: Workspace, request: DecisionInput): Promise<Result<DecidedDuplicate, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const decision = checkDecision(request.decision);
  const by = parseActor(request.by);
  if (!decision.ok || !by.ok) {
    const fields: FieldProblem[] = [];
    if (!decision.ok) {
      const seen = seenValue(request.decision);
      fields.push({
        field: 'decision',
        code: decision.problem.problem,
        ...(seen === undefined ? {} : { seen }),
        ...(decision.problem.details === undefined ? {} : { params: decision.problem.details }),
      });
    }
    if (!by.ok) fields.push(...by.problem.fields);
    return failed({ kind: 'invalid', fields });
  }
  return workspace.db.write(async (tx): Promise<Result<DecidedDuplicate, Problem>> => {
    const sides = await findSides(tx, event.id, request);
    if (!sides.ok) return sides;
    const { original, copy } = sides.value;
    const answer = { original: original.id, copy: copy.id, decision: decision.value };
    const before = await findDecision(tx, original.id, copy.id);
    const isLinked = copy.duplicateOfId !== null;
    if (before?.decision === decision.value && isLinked === isCountedOut(decision.value))
      return ok({ ...answer, changed: false });
    const linkTo = await findOriginal(tx, original.id, before?.decidedSeq ?? null);
    if (linkTo === copy.id && isCountedOut(decision.value)) {
      return failed({ kind: 'conflict', code: 'not_allowed', existingId: copy.id });
    }
    const { jaccard, containment, kind } = similarityOf(original.text, copy.text);
    const similarity = Math.round((kind === 'contained' ? containment : jaccard) * 1000) / 1000;
    const at = instant(workspace);
    const [seq = 0] = await appendLog(tx, [
      {
        at,
        actor: by.value,
        action: 'duplicate.decided',
        entity: 'statement',
        entityId: copy.id,
        eventId: event.id,
        before: { decision: before?.decision ?? null },
        after: { original: original.id, decision: decision.value, similarity },
      },
    ]);
    if (before !== null) {
      await removeDecision(tx, { one: original.id, other: copy.id, decidedSeq: before.decidedSeq, seq, at });
    }
    await storeDecision(tx, {
      id: workspace.newId(),
      eventId: event.id,
      original: original.id,
      copy: copy.id,
      linkTo,
      similarity,
      decision: decision.value,
      by: by.value,
      at,
      seq,
    });
    return ok({ ...answer, changed: true });
  });
}

/** Takes a decision back: the pair is proposed again, and a copy counts again. Without a decision there is nothing to do. */
export async function undoDuplicate(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly first: string; readonly second: string; readonly by: unknown },
): Promise<Result<{ readonly changed: boolean }, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const by = parseActor(request.by);
  if (!by.ok) return by;
  return workspace.db.write(async (tx): Promise<Result<{ readonly changed: boolean }, Problem>> => {
    const sides = await findSides(tx, event.id, request);
    if (!sides.ok) return sides;
    const { original, copy } = sides.value;
    const before = await findDecision(tx, original.id, copy.id);
    if (before === null) return ok({ changed: false });
    const at = instant(workspace);
    const [seq = 0] = await appendLog(tx, [
      {
        at,
        actor: by.value,
        action: 'duplicate.undone',
        entity: 'statement',
        entityId: copy.id,
        eventId: event.id,
        before: { original: original.id, decision: before.decision },
      },
    ]);
    await removeDecision(tx, { one: original.id, other: copy.id, decidedSeq: before.decidedSeq, seq, at });
    return ok({ changed: true });
  });
}
