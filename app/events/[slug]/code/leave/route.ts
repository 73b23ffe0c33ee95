import { closeQueue } from '../../../../coding-session';
import { refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';

/** Stops coding: nothing is hidden from the reader any more. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const foreign = refuseCrossSite(request);
  if (foreign !== null) return foreign;
  const { slug } = await params;
  await closeQueue();
  return seeOther(`/events/${encodeURIComponent(slug)}/code`);
}
