import { readStaged } from '#lib/files/staged-file';
import { getImport } from '#lib/usecases/get-import';
import { workspace } from '../../../db';
import { problemResponse } from '../../../problem-response';

/** How far an import is: `{status, total, added, unchanged, rejected}`. `preparing` while its file is read the first time. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const headers = { 'cache-control': 'no-store' };
  const found = getImport(workspace(), id);
  if (found.ok) {
    const { status, total, added, unchanged, rejected } = found.value;
    return Response.json({ status, total, added, unchanged, rejected }, { headers });
  }
  const staged = await readStaged(id);
  if (staged === null) return problemResponse(found.problem);
  const { state } = staged.meta;
  return Response.json(
    { status: state === 'started' ? 'preparing' : state, total: 0, added: 0, unchanged: 0, rejected: 0 },
    { headers },
  );
}
