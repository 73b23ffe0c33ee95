import { deactivateCoder } from '#lib/usecases/deactivate-coder';
import { readCoderName } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readForm, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';

/** Ends or resumes somebody's coding; their codings stay. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const changed = await deactivateCoder(workspace(), {
      name: form.value['name'] ?? '',
      by: (await readCoderName()) ?? 'unknown',
      active: form.value['do'] === 'activate',
    });
    if (!changed.ok) return problemResponse(changed.problem);
    return seeOther(`/events/${encodeURIComponent(slug)}/reliability?coder=${changed.value.id}#coders`);
  });
}
