import { codingFromForm } from '#lib/core/codings/coding-input';
import { keepDraft } from '#lib/usecases/keep-draft';
import { submitCoding } from '#lib/usecases/submit-coding';
import { readCodingSession } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { problemFields } from '../../../../problem-fields';
import { answering, problemResponse } from '../../../../problem-response';
import { readForm, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';
import { refusalOfOtherCoder } from '../other-coder';

/** Takes one answer: on to the next unit, or back to the same with what was wrong and what was typed. */
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
    if (session === null || session.event !== slug) return seeOther(address);
    const values = { ...form.value, coder: session.coder };
    const given = await submitCoding(workspace(), { eventSlug: slug, coding: codingFromForm(values) });
    if (given.ok) return seeOther(`${address}?saved=1`);
    const { problem } = given;
    if (problem.kind === 'not_found' || problem.kind === 'busy') return problemResponse(problem);
    const draft = await keepDraft(workspace(), { form: 'code', values, problems: problemFields(problem, 'code') });
    const unit = new URLSearchParams({ statement: form.value['statement'] ?? '', variable: form.value['variable'] ?? '', draft });
    return seeOther(`${address}?${unit}`);
  });
}
