import { exportCodebook } from '#lib/usecases/export-codebook';
import { CODEBOOK_FORMATS } from '#lib/usecases/import-codebook';
import { workspace } from '../../../../db';
import { fileResponse } from '../../../../file-response';
import { answering, problemResponse, refusal } from '../../../../problem-response';

async function* whole(text: string): AsyncGenerator<string, void> {
  yield text;
}

/** A version of the codebook as Markdown, CSV or JSON: `?format=md&version=2`. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const { slug } = await params;
    const query = new URL(request.url).searchParams;
    const format = CODEBOOK_FORMATS.find((known) => known === (query.get('format') ?? 'md'));
    const version = query.get('version');
    if (format === undefined || (version !== null && !/^[1-9]\d{0,8}$/.test(version))) {
      return refusal(422, 'invalid', 'Not valid', 'Use format=md, format=csv or format=json, and version=1 or higher.');
    }
    const flavour = query.get('flavour') === 'data' ? 'data' : 'excel';
    const file = await exportCodebook(workspace(), {
      eventSlug: slug,
      version: version === null ? null : Number(version),
      format,
      flavour,
    });
    return file.ok ? fileResponse(file.value.name, format, whole(file.value.text)) : problemResponse(file.problem);
  });
}
