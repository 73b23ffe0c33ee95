import { z } from 'zod';
import { changeStatementStatus, STATUS_CHANGES } from '#lib/usecases/change-statement-status';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readJson, refuseCrossSite } from '../../../../request-body';

const body = z.object({ do: z.enum(STATUS_CHANGES), by: z.unknown(), reason: z.unknown() });

/** Withholds, deletes or restores a statement: `{do, by, reason}`. Safe to repeat. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { id } = await params;
    const json = await readJson(request);
    if (!json.ok) return json.problem;
    const parsed = body.safeParse(json.value);
    if (!parsed.success) {
      const allowed = STATUS_CHANGES.join(', ');
      return problemResponse({ kind: 'invalid', fields: [{ field: 'do', code: 'not_one_of', params: { allowed } }] });
    }
    const changed = await changeStatementStatus(workspace(), {
      id,
      change: parsed.data.do,
      by: parsed.data.by,
      reason: parsed.data.reason,
    });
    return changed.ok
      ? Response.json(changed.value, { headers: { 'cache-control': 'no-store' } })
      : problemResponse(changed.problem);
  });
}
