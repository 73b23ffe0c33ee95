import type { FieldProblem } from '#lib/core/problem';
import { changeStatementStatus, STATUS_CHANGES } from '#lib/usecases/change-statement-status';
import { keepDraft } from '#lib/usecases/keep-draft';
import { workspace } from '../../../db';
import { answering, problemResponse, refusal } from '../../../problem-response';
import { readForm, refuseCrossSite } from '../../../request-body';
import { seeOther } from '../../../see-other';

/** Withholds, deletes or restores: 303 to the form that can take it back, or with what was wrong. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { id } = await params;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const values = form.value;
    const change = STATUS_CHANGES.find((known) => known === values['do']);
    if (change === undefined) {
      return refusal(422, 'invalid', 'Not valid', `Send do=${STATUS_CHANGES.join(', do=')}.`);
    }
    const changed = await changeStatementStatus(workspace(), {
      id,
      change,
      by: values['status_by'],
      reason: values['status_reason'],
    });
    const address = `/statements/${encodeURIComponent(id)}/edit`;
    if (changed.ok) return seeOther(`${address}?done=${change}`);
    const { problem } = changed;
    if (problem.kind === 'not_found' || problem.kind === 'busy') return problemResponse(problem);
    const problems: readonly FieldProblem[] =
      problem.kind === 'invalid' ? problem.fields : [{ field: 'reason', code: problem.code }];
    const fields = problems.map((each) => ({ ...each, field: `status_${each.field}` }));
    const kept = { status_by: values['status_by'] ?? '', status_reason: values['status_reason'] ?? '' };
    const draft = await keepDraft(workspace(), { form: `edit ${id}`, values: kept, problems: fields });
    return seeOther(`${address}?draft=${draft}`);
  });
}
