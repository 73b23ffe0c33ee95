import { z } from 'zod';
import { editStatement } from '#lib/usecases/edit-statement';
import { workspace } from '../../../db';
import { answering, problemResponse } from '../../../problem-response';
import { readJson, refuseCrossSite } from '../../../request-body';

const body = z.object({
  changes: z.unknown().default({}),
  camp: z.string().nullish(),
  by: z.unknown(),
  reason: z.unknown(),
  base: z.int().nullish(),
});

/** Corrects a statement: `{changes, camp?, by, reason, base?}`, where `changes` is a JSON merge patch. */
export async function PATCH(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { id } = await params;
    const json = await readJson(request);
    if (!json.ok) return json.problem;
    const parsed = body.safeParse(json.value);
    if (!parsed.success) return problemResponse({ kind: 'invalid', fields: [{ field: 'body', code: 'invalid' }] });
    const { changes, camp, by, reason, base } = parsed.data;
    const edited = await editStatement(workspace(), { id, changes, camp: camp ?? null, by, reason, base: base ?? null });
    return edited.ok
      ? Response.json(edited.value, { headers: { 'cache-control': 'no-store' } })
      : problemResponse(edited.problem);
  });
}
