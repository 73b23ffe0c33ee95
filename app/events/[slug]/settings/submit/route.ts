import { campFromForm, formName } from '#lib/core/events/event-input';
import type { Problem } from '#lib/core/problem';
import type { Result } from '#lib/core/result';
import { addCamp } from '#lib/usecases/add-camp';
import { addTarget } from '#lib/usecases/add-target';
import type { ChangedEvent } from '#lib/usecases/check-event-change';
import { editCamp } from '#lib/usecases/edit-camp';
import { editEvent } from '#lib/usecases/edit-event';
import { keepDraft } from '#lib/usecases/keep-draft';
import { workspace } from '../../../../db';
import { answering, problemResponse, refusal } from '../../../../problem-response';
import { readForm, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';

type Flat = Readonly<Record<string, string>>;

/** What each form of the page does. */
function change(eventSlug: string, values: Flat): Promise<Result<ChangedEvent, Problem>> | null {
  const note = { eventSlug, by: values['by'], reason: values['reason'] };
  switch (values['do']) {
    case 'event':
      return editEvent(workspace(), {
        ...note,
        words: {
          title: { en: values['title_en'], ar: values['title_ar'] },
          heldOn: values['held_on'],
          description: { en: values['description_en'], ar: values['description_ar'] },
        },
      });
    case 'target':
      return addTarget(workspace(), {
        ...note,
        target: { slug: values['target_slug'], proposition: { en: values['proposition_en'], ar: values['proposition_ar'] } },
      });
    case 'camp': {
      const { slug: typed, ...words } = campFromForm(values, '');
      const known = values['camp'] ?? '';
      return known === ''
        ? addCamp(workspace(), { ...note, camp: { slug: typed, ...words } })
        : editCamp(workspace(), { ...note, camp: known, words, isWordingOnly: values['wording_only'] === 'yes' });
    }
    default:
      return null;
  }
}

/** Takes one of the forms of the settings: 303 back to it, saved or with what was typed. */
export async function POST(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const foreign = refuseCrossSite(request);
    if (foreign !== null) return foreign;
    const { slug } = await params;
    const form = await readForm(request);
    if (!form.ok) return form.problem;
    const values = form.value;
    const asked = change(slug, values);
    if (asked === null) return refusal(422, 'invalid', 'Not valid', 'Send do=event, do=target or do=camp.');
    const changed = await asked;
    const address = `/events/${encodeURIComponent(slug)}/settings`;
    if (changed.ok) return seeOther(`${address}?saved=${savedAs(values, changed.value)}`);
    const { problem } = changed;
    if (problem.kind === 'not_found' || problem.kind === 'busy') return problemResponse(problem);
    const fields = problem.kind === 'invalid' ? problem.fields : [{ field: 'reason', code: problem.code }];
    const isTarget = values['do'] === 'target';
    const problems = fields.map((field) => ({
      ...field,
      field: isTarget && field.field === 'slug' ? 'target_slug' : formName(field.field),
    }));
    const draft = await keepDraft(workspace(), { form: `settings ${slug}`, values, problems });
    return seeOther(`${address}?${new URLSearchParams({ edit: editOf(values), draft }).toString()}`);
  });
}

/** Which form of the page is open again. */
function editOf(values: Flat): string {
  if (values['do'] !== 'camp') return values['do'] ?? '';
  return `camp:${values['camp'] ?? ''}`;
}

/** What the page says afterwards: the version of the codebook, where the change made one. */
function savedAs(values: Flat, { changed, codebookVersion }: ChangedEvent): string {
  if (!changed) return 'unchanged';
  return values['do'] === 'event' ? 'yes' : String(codebookVersion);
}
