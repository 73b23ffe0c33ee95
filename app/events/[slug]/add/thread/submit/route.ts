import { keepDraft } from '#lib/usecases/keep-draft';
import { splitThread } from '#lib/usecases/split-thread';
import { workspace } from '../../../../../db';
import { answering, problemResponse } from '../../../../../problem-response';
import { readForm, refuseCrossSite } from '../../../../../request-body';
import { seeOther } from '../../../../../see-other';

/** A thread is many statements at once. */
const THREAD_LIMIT = 4 * 1024 * 1024;

const SHARED = ['source_outlet', 'source_title', 'source_url', 'said_on', 'attribution', 'coder'] as const;

/** Splits a pasted thread into drafts and leads to them. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const form = await readForm(request, THREAD_LIMIT);
    if (!form.ok) return form.problem;
    const values = form.value;
    const shared = Object.fromEntries(
      SHARED.flatMap((name) => {
        const value = values[name]?.trim() ?? '';
        return value === '' ? [] : [[name, value]];
      }),
    );
    const split = await splitThread(workspace(), { eventSlug: slug, text: values['thread'] ?? '', shared });
    const address = `/events/${encodeURIComponent(slug)}/add/thread`;
    if (split.ok) return seeOther(`${address}?list=${split.value.list}`);
    const { problem } = split;
    if (problem.kind !== 'invalid') return problemResponse(problem);
    const draft = await keepDraft(workspace(), { form: `thread ${slug}`, values, problems: problem.fields });
    return seeOther(`${address}?draft=${draft}`);
  });
}
