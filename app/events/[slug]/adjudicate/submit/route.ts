import { adjudicationFromForm } from '#lib/core/codings/coding-input';
import { addCoder } from '#lib/usecases/add-coder';
import { adjudicateStatement } from '#lib/usecases/adjudicate-statement';
import { keepDraft } from '#lib/usecases/keep-draft';
import { keepCoderName } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { problemFields } from '../../../../problem-fields';
import { answering, problemResponse } from '../../../../problem-response';
import { readForm, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';

/** Takes a final code. Whoever decides needs a name; one that is new becomes a coder. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const values = form.value;
    const address = `/events/${encodeURIComponent(slug)}/adjudicate`;
    const refuse = async (problems: ReturnType<typeof problemFields>) => {
      const unit = `${values['variable'] ?? ''}/${values['statement'] ?? ''}`;
      const draft = await keepDraft(workspace(), { form: 'adjudicate', values, problems });
      return seeOther(`${address}?${new URLSearchParams({ unit, draft })}`);
    };
    const coder = await addCoder(workspace(), { name: values['coder'] });
    if (!coder.ok) return refuse(problemFields(coder.problem, 'coder'));
    const { name } = coder.value.coder;
    const decided = await adjudicateStatement(workspace(), {
      eventSlug: slug,
      adjudication: adjudicationFromForm({ ...values, coder: name }),
    });
    if (!decided.ok) {
      if (decided.problem.kind === 'not_found' || decided.problem.kind === 'busy') return problemResponse(decided.problem);
      return refuse(problemFields(decided.problem, 'code'));
    }
    await keepCoderName(name);
    return seeOther(`${address}?${new URLSearchParams({ variable: values['back'] ?? '', done: 'decided' })}`);
  });
}
