import { comparisonSchema } from '#lib/core/comparison/comparison-schema';
import { formatFilter } from '#lib/core/filter/statement-filter';
import { getComparison, stanceMark } from '#lib/usecases/get-comparison';
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
    const { scope, comparison, counters, marks } = found.value;
    return Response.json(
      {
        event: scope.event.slug,
        target: scope.target,
        filter: formatFilter(scope.filter),
        asof: scope.filter.asof ?? counters.lastSeq,
        // How far the codes may be leaned on: band, alpha with interval, n of doubly coded units.
        agreement: { camp: marks['camp'] ?? null, stance: stanceMark(found.value) },
        ...comparisonSchema.parse(comparison),
      },
      { headers: { 'cache-control': 'no-store' } },
    );
  });
}
