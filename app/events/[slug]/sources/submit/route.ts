import { formName } from '#lib/core/events/event-input';
import { sourceFromForm } from '#lib/core/events/source-input';
import { keepDraft } from '#lib/usecases/keep-draft';
import { saveSource } from '#lib/usecases/save-source';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readForm, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';

/** Makes or corrects a source: 303 to the list, or back with what was typed. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const values = form.value;
    const id = values['id'] === undefined || values['id'] === '' ? null : values['id'];
    const saved = await saveSource(workspace(), {
      id,
      source: sourceFromForm(values),
      by: values['by'],
      reason: values['reason'],
    });
    const list = `/events/${encodeURIComponent(slug)}/sources`;
    if (saved.ok) return seeOther(`${list}?saved=${saved.value.changed ? 'yes' : 'unchanged'}`);
    const { problem } = saved;
    if (problem.kind !== 'invalid') return problemResponse(problem);
    const problems = problem.fields.map((field) => ({ ...field, field: formName(field.field) }));
    const draft = await keepDraft(workspace(), { form: `source ${id ?? 'new'}`, values, problems });
    return seeOther(`${list}/${encodeURIComponent(id ?? 'new')}?draft=${draft}`);
  });
}
