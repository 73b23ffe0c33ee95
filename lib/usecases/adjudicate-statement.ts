import { parseAdjudication } from '#lib/core/codings/coding-input';
import type { Problem } from '#lib/core/problem';
import { latestCodings } from '#lib/core/resolve-code';
import { failed, ok, type Result } from '#lib/core/result';
import { findAdjudication, readUnitCodings, storeAdjudication } from '#lib/db/adjudications';
import { isPublished } from '#lib/db/codings';
import { readEvent } from '#lib/db/events';
import { findCode } from '#lib/usecases/find-code';
import { findActiveCoder } from '#lib/usecases/submit-coding';
import { instant, type Workspace } from '#lib/usecases/workspace';

export interface Adjudicated {
  readonly id: string;
  /** False when the same decision was in force already. */
  readonly created: boolean;
  readonly statement: string;
  readonly variable: string;
  readonly code: string;
}

/**
 * Gives a unit its final code. The codings stay as they were; reopening takes the effect away again.
 *
 * @returns `not_allowed` where nobody has coded the unit, or where `majority` is claimed for a code that most coders did not give;
 * `already_exists` where another decision is in force and has to be reopened first.
 */
export async function adjudicateStatement(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly adjudication: unknown },
): Promise<Result<Adjudicated, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const parsed = parseAdjudication(request.adjudication);
  if (!parsed.ok) return parsed;
  const input = parsed.value;
  const unit = { statementId: input.statement, variableKey: input.variable };

  return workspace.db.write(async (tx): Promise<Result<Adjudicated, Problem>> => {
    const coder = await findActiveCoder(tx, input.coder);
    if (!coder.ok) return coder;
    if (!(await isPublished(tx, event.id, input.statement))) {
      return failed({ kind: 'not_found', what: 'statement', id: input.statement });
    }
    const answer = { statement: input.statement, variable: input.variable, code: input.code };
    const inForce = await findAdjudication(tx, unit);
    if (inForce !== null) {
      return inForce.code === input.code && inForce.basis === input.basis && inForce.coderId === coder.value.id
        ? ok({ ...answer, id: inForce.id, created: false })
        : failed({ kind: 'conflict', code: 'already_exists', existingId: inForce.id, params: { what: 'decision' } });
    }
    const found = await findCode(tx, event, input);
    if (!found.ok) return found;
    const codings = latestCodings(await readUnitCodings(tx, unit));
    if (codings.length === 0) return failed({ kind: 'conflict', code: 'not_allowed', params: { why: 'nothing_coded' } });
    const agreeing = codings.filter((coding) => coding.code === input.code).length;
    if (input.basis === 'majority' && agreeing * 2 <= codings.length) {
      return failed({
        kind: 'invalid',
        fields: [
          {
            field: 'basis',
            code: 'not_allowed',
            seen: input.basis,
            params: { why: 'no_majority', agreeing, coders: codings.length },
          },
        ],
      });
    }
    const id = workspace.newId();
    await storeAdjudication(
      tx,
      {
        id,
        eventId: event.id,
        ...unit,
        variableId: found.value.variable.id,
        codeId: found.value.code.id,
        code: found.value.code.key,
        codebookVersion: event.codebook.number,
        basis: input.basis,
        cause: input.cause,
        note: input.note,
        coderId: coder.value.id,
      },
      { eventId: event.id, actor: coder.value.name, at: instant(workspace) },
    );
    return ok({ ...answer, id, created: true });
  });
}
