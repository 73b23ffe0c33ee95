import { isAbandoned, readStaged, restage } from '#lib/files/staged-file';
import { cancelImport } from '#lib/usecases/cancel-import';
import { getImport } from '#lib/usecases/get-import';
import { workspace } from '../../../db';
import { answering, problemResponse } from '../../../problem-response';
import { refuseCrossSite } from '../../../request-body';
import { seeOther } from '../../../see-other';

/**
 * Goes on with an import that was stopped or interrupted: its file is checked anew, under an id of its own, and what is here already is left
 * out. An import that is running goes on as it is.
 */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { id } = await params;
    const staged = await readStaged(id);
    if (staged === null) return seeOther('/import?gone=1');
    const found = getImport(workspace(), id);
    const isOver = found.ok
      ? found.value.status !== 'running'
      : staged.meta.state !== 'started' || isAbandoned(staged, new Date());
    if (!isOver) return seeOther(`/import/${id}`);
    if (found.ok) {
      const cancelled = await cancelImport(workspace(), { batchId: id, by: found.value.createdBy });
      if (!cancelled.ok) return problemResponse(cancelled.problem);
    }
    const newId = workspace().newId();
    await restage(staged, newId);
    return seeOther(`/import/${newId}/check`);
  });
}
