import { comparisonAnswer, getComparison } from '#lib/usecases/get-comparison';
import { readCodingSession } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { getLocale } from '../../../../locale';
import { answering, problemResponse } from '../../../../problem-response';

/** The numbers behind the charts: for each camp n, counts by stance with Wilson intervals, mean score with interval, k of n scored. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const { slug } = await params;
    const found = await getComparison(workspace(), {
      eventSlug: slug,
      query: new URL(request.url).searchParams,
      language: await getLocale(),
      isStrict: true,
      coding: await readCodingSession(),
    });
    if (!found.ok) return problemResponse(found.problem);
    return Response.json(comparisonAnswer(found.value), { headers: { 'cache-control': 'no-store' } });
  });
}
