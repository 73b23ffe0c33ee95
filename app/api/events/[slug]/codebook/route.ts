import { getCodebook } from '#lib/usecases/get-codebook';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';

/** A version of the codebook, the newest unless `version` names one. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const { slug } = await params;
    const asked = new URL(request.url).searchParams.get('version');
    if (asked !== null && !/^[1-9]\d{0,8}$/.test(asked)) {
      return problemResponse({ kind: 'not_found', what: 'codebook version', id: asked.slice(0, 80) });
    }
    const found = await getCodebook(workspace(), { eventSlug: slug, version: asked === null ? null : Number(asked) });
    if (!found.ok) return problemResponse(found.problem);
    const { version, content, versions } = found.value;
    return Response.json(
      { event: slug, version: version.number, publishedAt: version.publishedAt, versions, ...content },
      { headers: { 'cache-control': 'no-store' } },
    );
  });
}
