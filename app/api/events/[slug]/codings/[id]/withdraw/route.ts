import { z } from 'zod';
import { withdrawCoding } from '#lib/usecases/withdraw-coding';
import { workspace } from '../../../../../../db';
import { answering, problemResponse } from '../../../../../../problem-response';
import { readJson, refuseCrossSite } from '../../../../../../request-body';

const withdrawal = z.object({ coder: z.string(), reason: z.string().nullish() });

/** Takes back one's own coding: `{coder, reason?}`. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string; id: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug, id } = await params;
    const body = await readJson(request);
    if (!body.ok) return body.problem;
    const asked = withdrawal.safeParse(body.value);
    if (!asked.success) return problemResponse({ kind: 'invalid', fields: [{ field: 'coder', code: 'required' }] });
    const taken = await withdrawCoding(workspace(), {
      eventSlug: slug,
      codingId: id,
      coder: asked.data.coder,
      reason: asked.data.reason ?? null,
    });
    return taken.ok ? Response.json(taken.value, { headers: { 'cache-control': 'no-store' } }) : problemResponse(taken.problem);
  });
}
