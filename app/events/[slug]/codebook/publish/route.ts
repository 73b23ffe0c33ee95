import { findDraft } from '#lib/usecases/find-draft';
import { CODEBOOK_FORMATS, importCodebook } from '#lib/usecases/import-codebook';
import { keepDraft } from '#lib/usecases/keep-draft';
import { readCodingSession } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { problemFields } from '../../../../problem-fields';
import { answering, problemResponse } from '../../../../problem-response';
import { readText, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';

/** Publishes what a preview showed. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const body = await readText(request);
    if (!body.ok) return body.problem;
    const form = new URLSearchParams(body.value);
    const base = `/events/${encodeURIComponent(slug)}/codebook`;
    const draft = await findDraft(workspace(), { form: 'codebook', id: form.get('draft') ?? '' });
    if (draft === null) return seeOther(`${base}/edit`);
    const { text = '', by = '' } = draft.values;
    const published = await importCodebook(workspace(), {
      eventSlug: slug,
      text,
      format: CODEBOOK_FORMATS.find((known) => known === draft.values['format']) ?? 'md',
      basedOn: Number(draft.values['based_on']),
      by,
      coding: await readCodingSession(),
      sameMeaning: form.getAll('same_meaning').map((part) => {
        const [variable = '', code = ''] = part.split('/');
        return { variable, code: code === '' ? null : code };
      }),
    });
    if (published.ok) return seeOther(`${base}?published=${published.value.version}`);
    if (published.problem.kind === 'not_found' || published.problem.kind === 'busy') return problemResponse(published.problem);
    const again = await keepDraft(workspace(), {
      form: 'codebook',
      values: draft.values,
      problems: problemFields(published.problem, 'text'),
    });
    return seeOther(`${base}/edit?draft=${again}`);
  });
}
