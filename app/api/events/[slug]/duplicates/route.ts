import { z } from 'zod';
import { decideDuplicate, undoDuplicate } from '#lib/usecases/decide-duplicate';
import { findDuplicates } from '#lib/usecases/find-duplicates';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readJson, refuseCrossSite } from '../../../../request-body';

type Context = { params: Promise<{ slug: string }> };

const HEADERS = { 'cache-control': 'no-store' };
/** Most proposals of one answer. */
const LIMIT = 500;
/** Milliseconds: after them the answer is what was found by then. */
const PATIENCE = 10_000;

const pair = z.object({
  first: z.string(),
  second: z.string(),
  decision: z.unknown(),
  original: z.string().nullish(),
  by: z.unknown(),
});

/** Pairs that look alike and that nobody has decided about, the most alike first. While `compared` is less than `toCompare` the comparing goes on. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return answering(async () => {
    const { slug } = await params;
    const found = await findDuplicates(workspace(), { eventSlug: slug, limit: LIMIT, patience: PATIENCE });
    if (!found.ok) return problemResponse(found.problem);
    const { total, compared, toCompare, proposed } = found.value;
    return Response.json({ total, compared, toCompare, proposed }, { headers: HEADERS });
  });
}

/** Decides about a pair: `{first, second, decision, original?, by}`; `decision: null` takes a decision back. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const json = await readJson(request);
    if (!json.ok) return json.problem;
    const parsed = pair.safeParse(json.value);
    if (!parsed.success) return problemResponse({ kind: 'invalid', fields: [{ field: 'body', code: 'invalid' }] });
    const { first, second, decision, original, by } = parsed.data;
    const outcome =
      decision === null
        ? await undoDuplicate(workspace(), { eventSlug: slug, first, second, by })
        : await decideDuplicate(workspace(), { eventSlug: slug, first, second, decision, original: original ?? null, by });
    return outcome.ok ? Response.json(outcome.value, { headers: HEADERS }) : problemResponse(outcome.problem);
  });
}
