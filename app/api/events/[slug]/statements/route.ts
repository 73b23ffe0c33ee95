import { addStatement } from '#lib/usecases/add-statement';
import { getCheckedScorers, scorerAnswers, scorersOfNewScore } from '#lib/usecases/get-scorer-agreement';
import { findStatementPage, statementPageAnswer } from '#lib/usecases/list-statements';
import { readCodingSession } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readJson, refuseCrossSite } from '../../../../request-body';

type Context = { params: Promise<{ slug: string }> };

/** A page of an event's statements under a filter: `{total, items, next}`, and how far its codes (`agreement`) and scores (`scorers`) may be leaned on. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answering(async () => {
    const { slug } = await params;
    const listed = await findStatementPage(workspace(), {
      eventSlug: slug,
      query: new URL(request.url).searchParams,
      isStrict: true,
      coding: await readCodingSession(),
    });
    if (!listed.ok) return problemResponse(listed.problem);
    return Response.json(statementPageAnswer(listed.value), { headers: { 'cache-control': 'no-store' } });
  });
}

/** Adds one statement. The caller's `externalId` makes the request safe to repeat: 201 the first time, 200 with the same after that. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const body = await readJson(request);
    if (!body.ok) return body.problem;
    const added = await addStatement(workspace(), { eventSlug: slug, statement: body.value, saveSimilar: true });
    if (!added.ok) return problemResponse(added.problem);
    const { id, created, score, input } = added.value;
    const checked = await getCheckedScorers(workspace(), { eventSlug: slug, coding: await readCodingSession() });
    if (!checked.ok) return problemResponse(checked.problem);
    const scorers = scorerAnswers(scorersOfNewScore(checked.value, score));
    return Response.json(
      { id, created, url: `/statements/${id}`, statement: input, score, scorers },
      { status: created ? 201 : 200, headers: { location: `/statements/${id}`, 'cache-control': 'no-store' } },
    );
  });
}
