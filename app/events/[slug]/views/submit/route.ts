import { deleteView } from '#lib/usecases/delete-view';
import { keepDraft } from '#lib/usecases/keep-draft';
import { saveView } from '#lib/usecases/save-view';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readForm, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';

/** Saves or removes a view: 303 to the list, or back with what was typed. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const values = form.value;
    const address = `/events/${encodeURIComponent(slug)}/views`;
    if (values['do'] === 'delete') {
      const removed = await deleteView(workspace(), { eventSlug: slug, id: values['id'] ?? '', by: values['by'] });
      return removed.ok ? seeOther(`${address}?done=deleted`) : problemResponse(removed.problem);
    }
    const saved = await saveView(workspace(), {
      eventSlug: slug,
      name: values['name'],
      note: values['note'],
      query: values['query'] ?? '',
      isPinned: values['pinned'] === 'yes',
      by: values['by'],
    });
    if (saved.ok) return seeOther(`${address}?done=saved`);
    const { problem } = saved;
    if (problem.kind !== 'invalid') return problemResponse(problem);
    const draft = await keepDraft(workspace(), { form: `view ${slug}`, values, problems: problem.fields });
    return seeOther(`${address}?draft=${draft}`);
  });
}
