import { addCoder } from '#lib/usecases/add-coder';
import { drawCodingSample } from '#lib/usecases/draw-coding-sample';
import { keepDraft } from '#lib/usecases/keep-draft';
import { keepCoderName } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { problemFields } from '../../../../problem-fields';
import { answering, problemResponse } from '../../../../problem-response';
import { readText, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';

/** Digits with or without a per-cent sign; what is none is refused with the value seen. */
function numberOf(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  return Number(text.trim().replace(/[%\u066a]$/u, ''));
}

/** Draws a queue and leads back to where it can be chosen. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const text = await readText(request);
    if (!text.ok) return text.problem;
    const form = new URLSearchParams(text.value);
    const values = { ...Object.fromEntries(form), variables: form.getAll('variables').join(' ') };
    const address = `/events/${encodeURIComponent(slug)}/code`;
    const refuse = async (problems: ReturnType<typeof problemFields>) => {
      const fields = problems.map((problem) => ({ ...problem, field: problem.field === 'coder' ? 'draw_coder' : problem.field }));
      const draft = await keepDraft(workspace(), { form: 'code sample', values, problems: fields });
      return seeOther(`${address}?sample_draft=${draft}#draw`);
    };
    const coder = await addCoder(workspace(), { name: form.get('draw_coder') });
    if (!coder.ok) return refuse(problemFields(coder.problem, 'coder'));
    const percent = numberOf(form.get('share'));
    const drawn = await drawCodingSample(workspace(), {
      eventSlug: slug,
      rule: form.get('rule') ?? '',
      variables: form.getAll('variables'),
      share: percent === null ? null : percent / 100,
      seed: numberOf(form.get('seed')),
      by: coder.value.coder.name,
    });
    if (!drawn.ok) {
      if (drawn.problem.kind === 'not_found') return problemResponse(drawn.problem);
      return refuse(problemFields(drawn.problem, 'rule'));
    }
    await keepCoderName(coder.value.coder.name);
    return seeOther(`${address}?drawn=${encodeURIComponent(drawn.value.id)}`);
  });
}
