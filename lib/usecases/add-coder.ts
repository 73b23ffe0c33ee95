import { CODING_LIMITS } from '#lib/core/codings/coding-input';
import type { Problem, ProblemCode } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { required } from '#lib/core/statement/field-check';
import { seenValue } from '#lib/core/statement/seen-value';
import { lineCheck } from '#lib/core/statement/value-checks';
import { appendLog } from '#lib/db/audit-log';
import { type CoderRecord, findCoder, findOrCreateCoder } from '#lib/db/coders';
import { instant, type Workspace } from '#lib/usecases/workspace';

export interface AddedCoder {
  readonly coder: CoderRecord;
  /** False when somebody of that name was here already. */
  readonly created: boolean;
}

const checkName = required(lineCheck(CODING_LIMITS.coder));

/** Makes a coder of a name, or finds the one that has it. A coder who was deactivated stays so. */
export async function addCoder(workspace: Workspace, request: { readonly name: unknown }): Promise<Result<AddedCoder, Problem>> {
  const name = checkName(request.name);
  if (!name.ok) return refused(name.problem.problem, request.name, name.problem.details);
  return workspace.db.write(async (tx): Promise<Result<AddedCoder, Problem>> => {
    const known = await findCoder(tx, name.value);
    if (known !== null) return known.active ? ok({ coder: known, created: false }) : refused('coder_inactive', name.value);
    const at = instant(workspace);
    const id = await findOrCreateCoder(tx, name.value, { at, newId: workspace.newId });
    await appendLog(tx, [
      { at, actor: name.value, action: 'coder.added', entity: 'coder', entityId: id, eventId: null, after: { name: name.value } },
    ]);
    const coder = await findCoder(tx, name.value);
    if (coder === null) throw new Error('A coder that was just made is not there.');
    return ok({ coder, created: true });
  });
}

function refused(code: ProblemCode, value: unknown, params?: Readonly<Record<string, string | number>>): Result<never, Problem> {
  const seen = seenValue(value);
  return failed({
    kind: 'invalid',
    fields: [
      {
        field: 'coder',
        code,
        ...(seen === undefined || seen === '' ? {} : { seen }),
        ...(params === undefined ? {} : { params }),
      },
    ],
  });
}
