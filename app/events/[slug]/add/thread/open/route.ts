import { openThreadPart } from '#lib/usecases/open-thread-part';
import { workspace } from '../../../../../db';
import { answering } from '../../../../../problem-response';
import { seeOther } from '../../../../../see-other';

/** Opens one part of a thread in the form of a new statement. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const { slug } = await params;
    const query = new URL(request.url).searchParams;
    const opened = await openThreadPart(workspace(), { list: query.get('list') ?? '', place: Number(query.get('place') ?? -1) });
    const address = `/events/${encodeURIComponent(slug)}/add`;
    return seeOther(opened.ok ? `${address}?draft=${opened.value}` : `${address}/thread`);
  });
}
