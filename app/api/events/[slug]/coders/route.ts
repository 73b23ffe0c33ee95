import { z } from 'zod';
import { addCoder } from '#lib/usecases/add-coder';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readJson, refuseCrossSite } from '../../../../request-body';

const named = z.object({ name: z.unknown() });

/** Makes a coder of `{name}`; 200 for one who is here already. */
export async function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const body = await readJson(request);
    if (!body.ok) return body.problem;
    const asked = named.safeParse(body.value);
    const added = await addCoder(workspace(), { name: asked.success ? asked.data.name : undefined });
    if (!added.ok) return problemResponse(added.problem);
    return Response.json(added.value, { status: added.value.created ? 201 : 200, headers: { 'cache-control': 'no-store' } });
  });
}
