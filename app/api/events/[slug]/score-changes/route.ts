import { compareScorerVersions } from '#lib/usecases/compare-scorer-versions';
import { scorerAnswers } from '#lib/usecases/get-scorer-agreement';
import { readCodingSession } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';

/** So many moved texts are named; the summary counts all. */
const LISTED = 500;

/** What two versions of the scorers say of an event: `before` and `after` are `scorer@version`, the last two of each text when left out. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const { slug } = await params;
    const query = new URL(request.url).searchParams;
    const found = await compareScorerVersions(workspace(), {
      eventSlug: slug,
      before: query.get('before'),
      after: query.get('after'),
      listed: LISTED,
      coding: await readCodingSession(),
    });
    if (!found.ok) return problemResponse(found.problem);
    const { event, versions, scorers, agreements, moved, summary, words, moves } = found.value;
    return Response.json(
      { event: event.slug, versions, scorers, agreement: scorerAnswers(agreements), moved, summary, words, moves },
      { headers: { 'cache-control': 'no-store' } },
    );
  });
}
