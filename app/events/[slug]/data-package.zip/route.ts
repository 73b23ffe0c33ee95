import { columnLabels } from '#lib/i18n/column-labels';
import { exportPackage } from '#lib/usecases/export-package';
import { readCodingSession } from '../../../coding-session';
import { workspace } from '../../../db';
import { fileResponse } from '../../../file-response';
import { getLocale } from '../../../locale';
import { answering, problemResponse } from '../../../problem-response';
import { siteAddress } from '../../../site-address';

/** All that the numbers of a filter rest on, as one zip. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const { slug } = await params;
    const query = new URL(request.url).searchParams;
    const language = await getLocale();
    const page = `${await siteAddress()}/events/${encodeURIComponent(slug)}`;
    const file = await exportPackage(workspace(), {
      eventSlug: slug,
      query,
      language,
      labels: columnLabels(language),
      readmeLabels: columnLabels('en'),
      homepage: query.size === 0 ? page : `${page}?${query.toString()}`,
      coding: await readCodingSession(),
    });
    return file.ok ? fileResponse(file.value.name, 'zip', file.value.chunks) : problemResponse(file.problem);
  });
}
