import { adjudicateStatement } from '#lib/usecases/adjudicate-statement';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readJson, refuseCrossSite } from '../../../../request-body';

/** Gives a final code: `{statement, variable, code, coder, basis, cause?, note?, codebookVersion?}`. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const body = await readJson(request);
    if (!body.ok) return body.problem;
    const decided = await adjudicateStatement(workspace(), { eventSlug: slug, adjudication: body.value });
    if (!decided.ok) return problemResponse(decided.problem);
    return Response.json(decided.value, { status: decided.value.created ? 201 : 200, headers: { 'cache-control': 'no-store' } });
  });
}
