import { keepDraft } from '#lib/usecases/keep-draft';
import { undoImport } from '#lib/usecases/undo-import';
import { workspace } from '../../../db';
import { answering, problemResponse } from '../../../problem-response';
import { readForm, refuseCrossSite } from '../../../request-body';
import { seeOther } from '../../../see-other';

/** Takes an import back; what was kept stands on the page that follows. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { id } = await params;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const values = form.value;
    const undone = await undoImport(workspace(), { batchId: id, by: values['by'], reason: values['reason'] });
    const address = `/import/${id}`;
    if (undone.ok) return seeOther(`${address}?undone=${undone.value.deleted.length}`);
    const { problem } = undone;
    if (problem.kind !== 'invalid') return problemResponse(problem);
    const draft = await keepDraft(workspace(), { form: `undo ${id}`, values, problems: problem.fields });
    return seeOther(`${address}?draft=${draft}`);
  });
}
