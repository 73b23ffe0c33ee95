import { decideDuplicate, undoDuplicate } from '#lib/usecases/decide-duplicate';
import { workspace } from '../../../../db';
import { answering, problemResponse } from '../../../../problem-response';
import { readForm, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';

/** Takes a decision about two statements, or takes it back: 303 to the pairs that are left. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const values = form.value;
    const place = values['place'] ?? '';
    const pair = { eventSlug: slug, first: values['first'] ?? '', second: values['second'] ?? '' };
    const isUndo = values['do'] === 'undo';
    const outcome = isUndo
      ? await undoDuplicate(workspace(), { ...pair, by: values['by'] })
      : await decideDuplicate(workspace(), {
          ...pair,
          decision: values[`decision_${place}`],
          original: values[`original_${place}`] ?? null,
          by: values[`by_${place}`],
        });
    const address = `/events/${encodeURIComponent(slug)}/duplicates`;
    if (outcome.ok) return seeOther(`${address}?done=${isUndo ? 'undone' : 'saved'}`);
    const { problem } = outcome;
    if (problem.kind === 'not_found' || problem.kind === 'busy') return problemResponse(problem);
    return seeOther(`${address}?refused=${problem.kind === 'invalid' ? 'required' : 'not_allowed'}`);
  });
}
