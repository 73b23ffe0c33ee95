import { addCoder } from '#lib/usecases/add-coder';
import { reopenAdjudication } from '#lib/usecases/reopen-adjudication';
import { readCoderName } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readForm, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';

/** Takes the effect of a decision away. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const coder = await addCoder(workspace(), { name: form.value['coder'] ?? (await readCoderName()) });
    if (!coder.ok) return problemResponse(coder.problem);
    const reopened = await reopenAdjudication(workspace(), {
      eventSlug: slug,
      adjudicationId: form.value['adjudication'] ?? '',
      coder: coder.value.coder.name,
      reason: form.value['reason'] ?? null,
    });
    if (!reopened.ok) return problemResponse(reopened.problem);
    return seeOther(`/events/${encodeURIComponent(slug)}/adjudicate?done=reopened`);
  });
}
