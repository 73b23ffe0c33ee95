import type { FieldProblem } from '#lib/core/problem';
import { statementFromForm, withFlatFields } from '#lib/core/statement/statement-input';
import { addStatement } from '#lib/usecases/add-statement';
import { keepDraft } from '#lib/usecases/keep-draft';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readForm, refuseCrossSite } from '../../../../request-body';

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

/** The list of drafts that a pasted thread was split into. */
const THREAD_ID = /^[0-9a-f-]{36}$/;

/**
 * Takes the form. Saved: on to the statement, or to the next empty form. Not saved: what was typed and what was wrong are kept as a
 * draft, and the form shows both again.
 */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const values = form.value;
    const added = await addStatement(workspace(), {
      eventSlug: slug,
      statement: statementFromForm(values),
      saveSimilar: values['save_similar'] === 'yes',
    });
    const address = `/events/${encodeURIComponent(slug)}/add`;
    if (added.ok) {
      const { thread } = values;
      const isOfThread = thread !== undefined && THREAD_ID.test(thread);
      const next = isOfThread
        ? `${address}/thread?list=${thread}&saved=${added.value.id}`
        : values['then'] === 'another'
          ? `${address}?after=${added.value.id}`
          : `/statements/${added.value.id}?added=1`;
      return seeOther(next);
    }
    const { problem } = added;
    if (problem.kind === 'not_found' || problem.kind === 'busy') return problemResponse(problem);
    const problems: readonly FieldProblem[] =
      problem.kind === 'invalid'
        ? withFlatFields(problem.fields)
        : [
            {
              field: 'text',
              code: problem.code,
              params: { existingId: problem.existingId ?? problem.similar?.map(({ id }) => id).join(' ') ?? '' },
            },
          ];
    const draft = await keepDraft(workspace(), { form: 'add', values, problems });
    return seeOther(`${address}?draft=${draft}`);
  });
}
