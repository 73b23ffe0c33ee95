import { codingsFile } from '../../../codings-file';

/** All codings of an event, one row a coding. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return codingsFile(request, (await params).slug, 'jsonl');
}
