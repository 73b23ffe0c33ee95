import { getReliability } from '#lib/usecases/get-reliability';
import { readCodingSession } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';

/** How far coders agree: a mark for every variable, and all numbers of `variable`. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const { slug } = await params;
    const found = await getReliability(workspace(), {
      eventSlug: slug,
      variable: new URL(request.url).searchParams.get('variable'),
      coding: await readCodingSession(),
    });
    if (!found.ok) return problemResponse(found.problem);
    const { event, marks, detail, isBlind } = found.value;
    return Response.json(
      {
        event: event.slug,
        codebookVersion: event.codebook.number,
        marks,
        variable: detail.variable.key,
        stale: detail.stale,
        sharedUnits: detail.sharedUnits,
        resolved: detail.resolved,
        ...detail.report,
        isBlind,
      },
      { headers: { 'cache-control': 'no-store' } },
    );
  });
}
