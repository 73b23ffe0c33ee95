import { cancelImport } from '#lib/usecases/cancel-import';
import { getImport } from '#lib/usecases/get-import';
import { workspace } from '../../../db';
import { answering, problemResponse } from '../../../problem-response';
import { refuseCrossSite } from '../../../request-body';
import { seeOther } from '../../../see-other';

/** Stops a running import after the rows that are stored. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { id } = await params;
    const found = getImport(workspace(), id);
    if (!found.ok) return problemResponse(found.problem);
    const cancelled = await cancelImport(workspace(), { batchId: id, by: found.value.createdBy });
    return cancelled.ok ? seeOther(`/import/${id}`) : problemResponse(cancelled.problem);
  });
}
