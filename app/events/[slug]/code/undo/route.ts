import { withdrawCoding } from '#lib/usecases/withdraw-coding';
import { readCodingSession } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readForm, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';
import { refusalOfOtherCoder } from '../other-coder';

/** Takes back one's own last answer and leads to it again. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const address = `/events/${encodeURIComponent(slug)}/code`;
    const session = await readCodingSession();
    const other = await refusalOfOtherCoder({ slug, as: form.value['as'], session });
    if (other !== null) return seeOther(`${address}?${other}`);
    if (session === null) return seeOther(address);
    const taken = await withdrawCoding(workspace(), {
      eventSlug: slug,
      codingId: form.value['coding'] ?? '',
      coder: session.coder,
    });
    if (!taken.ok) return problemResponse(taken.problem);
    const unit = new URLSearchParams({ statement: taken.value.statement, variable: taken.value.variable, undone: '1' });
    return seeOther(`${address}?${unit}`);
  });
}
