import { type CodingInput, parseCoding } from '#lib/core/codings/coding-input';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { seenValue } from '#lib/core/statement/seen-value';
import { type CoderRecord, findCoder } from '#lib/db/coders';
import { findOwnCodings, isPublished, type NewCoding, type OwnCoding, storeCodings } from '#lib/db/codings';
import { type EventRecord, readEvent } from '#lib/db/events';
import type { Transaction } from '#lib/db/open-database';
import { findCode, isStanding } from '#lib/usecases/find-code';
import { instant, type Workspace } from '#lib/usecases/workspace';

export interface SubmittedCoding {
  readonly id: string;
  /** False when the same answer was here already: nothing was added. */
  readonly created: boolean;
  readonly statement: string;
  readonly variable: string;
  readonly code: string;
  readonly round: number;
  readonly codebookVersion: number;
}

/** What becomes of an answer: a new row, or the row that says the same already. */
export type CodingDecision =
  | { readonly kind: 'new'; readonly coding: NewCoding }
  | { readonly kind: 'same'; readonly id: string; readonly round: number; readonly codebookVersion: number };

/** The coder of that name, who may code. */
export async function findActiveCoder(tx: Transaction, name: string): Promise<Result<CoderRecord, Problem>> {
  const coder = await findCoder(tx, name);
  const seen = seenValue(name);
  const named = seen === undefined ? {} : { seen };
  if (coder === null) return failed({ kind: 'invalid', fields: [{ field: 'coder', code: 'unknown_coder', ...named }] });
  if (!coder.active) return failed({ kind: 'invalid', fields: [{ field: 'coder', code: 'coder_inactive', ...named }] });
  return ok(coder);
}

/** Whether an answer adds nothing to a row: what it leaves out it does not deny, but another reason would be lost. */
function saysTheSame(row: OwnCoding, input: CodingInput): boolean {
  return (
    row.code === input.code &&
    (input.confidence === null || input.confidence === row.confidence) &&
    (input.rationale === null || input.rationale === row.rationale)
  );
}

/**
 * Decides about one answer inside the transaction that stores it. A coder's second thought is a new round; an answer that is here
 * already is the same row; another answer in a round that is taken is refused, so that of two tabs none overwrites the other.
 */
export async function decideCoding(
  tx: Transaction,
  event: EventRecord,
  coder: CoderRecord,
  input: CodingInput,
  newId: () => string,
): Promise<Result<CodingDecision, Problem>> {
  if (!(await isPublished(tx, event.id, input.statement))) {
    return failed({ kind: 'not_found', what: 'statement', id: input.statement });
  }
  const own = await findOwnCodings(tx, { statementId: input.statement, variableKey: input.variable, coderId: coder.id });
  const version = input.codebookVersion ?? event.codebook.number;
  const inRound = own.find((row) => row.codebookVersion === version && row.round === input.round);
  if (inRound !== undefined) {
    const { id, round, withdrawn } = inRound;
    if (!withdrawn && saysTheSame(inRound, input)) return ok({ kind: 'same', id, round, codebookVersion: version });
    const code = withdrawn ? 'round_taken_back' : 'round_already_submitted';
    return failed({ kind: 'conflict', code, existingId: id, params: { round } });
  }
  const found = await findCode(tx, event, input);
  if (!found.ok) return found;
  const { variable, code } = found.value;

  if (input.round === null) {
    const standing = own.findLast((row) => !row.withdrawn && isStanding(event, { ...row, variableKey: input.variable }));
    if (standing !== undefined) {
      return saysTheSame(standing, input)
        ? ok({ kind: 'same', id: standing.id, round: standing.round, codebookVersion: standing.codebookVersion })
        : failed({
            kind: 'conflict',
            code: 'round_already_submitted',
            existingId: standing.id,
            params: { round: standing.round },
          });
    }
  }
  const next = 1 + Math.max(0, ...own.filter((row) => row.variableId === variable.id).map((row) => row.round));
  if (input.round !== null && input.round !== next) {
    return failed({
      kind: 'invalid',
      fields: [{ field: 'round', code: 'not_next_round', seen: String(input.round), params: { next } }],
    });
  }
  return ok({
    kind: 'new',
    coding: {
      id: newId(),
      statementId: input.statement,
      variableId: variable.id,
      variableKey: variable.key,
      codeId: code.id,
      code: code.key,
      codebookVersion: event.codebook.number,
      coderId: coder.id,
      round: next,
      confidence: input.confidence,
      rationale: input.rationale,
    },
  });
}

/**
 * Stores one coder's judgement of one statement on one variable.
 *
 * @returns the row that was made, or the same row again for the same answer in the same round; `round_already_submitted` for another
 * answer in it, `round_taken_back` for a round whose answer was withdrawn, `code_of_other_version` for a code that the newest codebook does not give.
 */
export async function submitCoding(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly coding: unknown },
): Promise<Result<SubmittedCoding, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const parsed = parseCoding(request.coding);
  if (!parsed.ok) return parsed;
  const input = parsed.value;

  return workspace.db.write(async (tx): Promise<Result<SubmittedCoding, Problem>> => {
    const coder = await findActiveCoder(tx, input.coder);
    if (!coder.ok) return coder;
    const decided = await decideCoding(tx, event, coder.value, input, workspace.newId);
    if (!decided.ok) return decided;
    const decision = decided.value;
    const answer = { statement: input.statement, variable: input.variable, code: input.code };
    if (decision.kind === 'same') {
      return ok({ ...answer, id: decision.id, created: false, round: decision.round, codebookVersion: decision.codebookVersion });
    }
    const { coding } = decision;
    await storeCodings(tx, [coding], { eventId: event.id, actor: coder.value.name, at: instant(workspace) });
    return ok({ ...answer, id: coding.id, created: true, round: coding.round, codebookVersion: coding.codebookVersion });
  });
}
