import { z } from 'zod';
import { EVENT_LIMITS } from '#lib/core/events/event-input';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import { getCheckedScorers, scorerAnswers, scorersOfNewScore } from '#lib/usecases/get-scorer-agreement';
import { readCodingSession } from '../../coding-session';
import { workspace } from '../../db';
import { answering, problemResponse, refusal } from '../../problem-response';
import { readJson, refuseCrossSite } from '../../request-body';

const scoreRequest = z.strictObject({
  text: z.string().max(STATEMENT_LIMITS.translation),
  language: z.string().max(STATEMENT_LIMITS.languageTag).optional(),
  event: z.string().max(EVENT_LIMITS.slug).optional(),
});

/** Scores a text without keeping it: the preview of the form. With an event, how far its coders agree with the scorer is told too. */
export async function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const body = await readJson(request);
    if (!body.ok) return body.problem;
    const parsed = scoreRequest.safeParse(body.value);
    if (!parsed.success) {
      return refusal(
        422,
        'invalid',
        'Not valid',
        `Send {"text": "…", "language": "en"} with at most ${STATEMENT_LIMITS.translation} characters.`,
      );
    }
    const { text, language, event } = parsed.data;
    const score = await workspace().scoring.score(
      text.toWellFormed(),
      language === undefined || language === '' ? 'auto' : language,
    );
    const headers = { 'cache-control': 'no-store' };
    if (event === undefined) return Response.json(score, { headers });
    const checked = await getCheckedScorers(workspace(), { eventSlug: event, coding: await readCodingSession() });
    if (!checked.ok) return problemResponse(checked.problem);
    return Response.json({ ...score, scorers: scorerAnswers(scorersOfNewScore(checked.value, score)) }, { headers });
  });
}
