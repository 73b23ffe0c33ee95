import { submitCoding } from '#lib/usecases/submit-coding';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readJson, refuseCrossSite } from '../../../../request-body';

/** Gives one coder's judgement: `{statement, variable, code, coder, codebookVersion?, round?, confidence?, rationale?}`. 200 for the same answer again. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const body = await readJson(request);
    if (!body.ok) return body.problem;
    const given = await submitCoding(workspace(), { eventSlug: slug, coding: body.value });
    if (!given.ok) return problemResponse(given.problem);
    return Response.json(given.value, { status: given.value.created ? 201 : 200, headers: { 'cache-control': 'no-store' } });
  });
}
