import { addCoder } from '#lib/usecases/add-coder';
import { keepDraft } from '#lib/usecases/keep-draft';
import { openQueue } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { problemFields } from '../../../../problem-fields';
import { answering } from '../../../../problem-response';
import { readForm, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';

/** Says who codes what; from then on the reader codes blind. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const values = form.value;
    const address = `/events/${encodeURIComponent(slug)}/code`;
    const added = await addCoder(workspace(), { name: values['coder'] });
    if (!added.ok) {
      const draft = await keepDraft(workspace(), { form: 'code start', values, problems: problemFields(added.problem, 'coder') });
      return seeOther(`${address}?draft=${draft}`);
    }
    const queue = values['queue'] ?? 'all';
    await openQueue({ coder: added.value.coder.name, event: slug, sample: queue === 'all' || queue === '' ? null : queue });
    return seeOther(address);
  });
}
