import { z } from 'zod';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import { workspace } from '../../db';
import { answering, refusal } from '../../problem-response';
import { readJson, refuseCrossSite } from '../../request-body';

const scoreRequest = z.strictObject({
  text: z.string().max(STATEMENT_LIMITS.translation),
  language: z.string().max(STATEMENT_LIMITS.languageTag).optional(),
});

/** Scores a text without keeping it: the preview of the form. */
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
    const { text, language } = parsed.data;
    const score = await workspace().scoring.score(
      text.toWellFormed(),
      language === undefined || language === '' ? 'auto' : language,
    );
    return Response.json(score, { headers: { 'cache-control': 'no-store' } });
  });
}
