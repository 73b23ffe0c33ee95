import { CODE_FORM_FIELDS, withCode } from '#lib/core/codebook/edit-code';
import type { FieldProblem } from '#lib/core/problem';
import { getCodebook } from '#lib/usecases/get-codebook';
import { CODEBOOK_FORMATS, importCodebook } from '#lib/usecases/import-codebook';
import { keepDraft } from '#lib/usecases/keep-draft';
import { keepCoderName, readCodingSession } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { problemFields } from '../../../../problem-fields';
import { answering, problemResponse, refusal } from '../../../../problem-response';
import { BODY_LIMIT, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';

/** Everything that a codebook form sends: its fields, and the text of a file where one was chosen. */
async function readFields(request: Request): Promise<{ values: Record<string, string>; format: string } | Response> {
  const length = request.headers.get('content-length');
  if (length === null || Number(length) > BODY_LIMIT) {
    return refusal(
      413,
      'too_large',
      'Too large',
      `The form may have at most ${BODY_LIMIT} bytes. Use the terminal for larger files.`,
    );
  }
  const form = await request.formData();
  const values: Record<string, string> = {};
  let format = 'md';
  for (const [name, value] of form) {
    if (typeof value === 'string') values[name] = value;
    else if (value.size > 0) {
      values['text'] = await value.text();
      format = value.name.split('.').at(-1)?.toLowerCase() ?? 'md';
    }
  }
  return { values, format };
}

/** Works out what an edit would change and shows it; nothing is published yet. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const read = await readFields(request);
    if (read instanceof Response) return read;
    const { values } = read;
    const address = `/events/${encodeURIComponent(slug)}/codebook/edit`;
    const basedOn = Number(values['based_on']);
    const by = values['by'] ?? '';
    const isCode = values['variable'] !== undefined;
    const format = CODEBOOK_FORMATS.find((known) => known === read.format);

    let text = values['text'] ?? '';
    if (isCode) {
      const current = await getCodebook(workspace(), { eventSlug: slug });
      if (!current.ok) return problemResponse(current.problem);
      const code = Object.fromEntries(CODE_FORM_FIELDS.map((field) => [field, values[field] ?? '']));
      text = JSON.stringify(withCode(current.value.content, values['variable'] ?? '', code, values['note'] ?? ''));
    }
    const used = isCode ? 'json' : format;
    const keep = async (problems: readonly FieldProblem[]) => {
      const kept = {
        text,
        format: used ?? 'md',
        based_on: String(basedOn),
        by,
        ...(isCode ? { code: JSON.stringify(values) } : {}),
      };
      const draft = await keepDraft(workspace(), { form: 'codebook', values: kept, problems });
      const query = new URLSearchParams({ draft });
      if (isCode) query.set('code', `${values['variable']}/${values['code'] ?? ''}`);
      return seeOther(`${address}?${query}`);
    };
    if (used === undefined)
      return keep([{ field: 'file', code: 'not_one_of', seen: read.format, params: { allowed: 'md, csv, json' } }]);
    const coding = await readCodingSession();
    const tried = await importCodebook(workspace(), { eventSlug: slug, text, format: used, basedOn, by, coding, dryRun: true });
    if (!tried.ok) {
      if (tried.problem.kind === 'not_found' || tried.problem.kind === 'busy') return problemResponse(tried.problem);
      return keep(problemFields(tried.problem, 'text'));
    }
    await keepCoderName(by.trim());
    return keep([]);
  });
}
