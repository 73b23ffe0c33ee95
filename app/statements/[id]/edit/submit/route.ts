import type { FieldProblem } from '#lib/core/problem';
import { editFromForm } from '#lib/core/statement/statement-edit';
import { withFlatFields } from '#lib/core/statement/statement-input';
import { editStatement } from '#lib/usecases/edit-statement';
import { keepDraft } from '#lib/usecases/keep-draft';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readForm, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';

/** A stored name that is shown to nobody is kept where its empty field was left empty. */
function typed(values: Readonly<Record<string, string>>): Readonly<Record<string, string | undefined>> {
  if (values['speaker_hidden'] !== 'yes' || (values['speaker'] ?? '').trim() !== '') return values;
  return { ...values, speaker: undefined };
}

/** What is kept for the form to show again; never a name that must be stored nowhere. */
function keepable(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return values['speaker_risk'] === 'protected' ? { ...values, speaker: '' } : values;
}

/** Takes a correction: 303 to the statement, or back to the form with what was typed. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { id } = await params;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const values = form.value;
    const base = values['base'];
    const edited = await editStatement(workspace(), {
      id,
      changes: editFromForm(typed(values)),
      camp: values['camp'] === undefined || values['camp'] === '' ? null : values['camp'],
      by: values['by'],
      reason: values['reason'],
      base: base !== undefined && /^\d{1,15}$/.test(base) ? Number(base) : null,
    });
    const address = `/statements/${encodeURIComponent(id)}`;
    if (edited.ok) {
      const { changed, isCampDisputed } = edited.value;
      const said = changed.length === 0 ? 'unchanged' : isCampDisputed && changed.includes('camp') ? 'disputed' : 'yes';
      return seeOther(`${address}?edited=${said}`);
    }
    const { problem } = edited;
    if (problem.kind === 'not_found' || problem.kind === 'busy') return problemResponse(problem);
    const problems: readonly FieldProblem[] =
      problem.kind === 'invalid' ? withFlatFields(problem.fields) : [{ field: 'reason', code: problem.code }];
    const draft = await keepDraft(workspace(), { form: `edit ${id}`, values: keepable(values), problems });
    return seeOther(`${address}/edit?draft=${draft}`);
  });
}
