import { eventFormField, eventFromForm } from '#lib/core/events/event-input';
import { createEvent } from '#lib/usecases/create-event';
import { keepDraft } from '#lib/usecases/keep-draft';
import { workspace } from '../../../db';
import { answering, problemResponse } from '../../../problem-response';
import { readForm, refuseCrossSite } from '../../../request-body';
import { seeOther } from '../../../see-other';

/** Makes an event: on to its settings, or back with what was typed. */
export async function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const values = form.value;
    const created = await createEvent(workspace(), { event: eventFromForm(values), by: values['by'] });
    if (created.ok) return seeOther(`/events/${created.value.slug}/settings?saved=${created.value.codebookVersion}`);
    const { problem } = created;
    if (problem.kind !== 'invalid') return problemResponse(problem);
    const problems = problem.fields.map((field) => ({ ...field, field: eventFormField(field.field, values) }));
    const draft = await keepDraft(workspace(), { form: 'event', values, problems });
    return seeOther(`/events/new?draft=${draft}`);
  });
}
