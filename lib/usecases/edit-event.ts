import { parseChangeNote } from '#lib/core/change-note';
import { campCode, stanceVariableOf } from '#lib/core/codebook/general-codebook';
import { EVENT_LIMITS, parseCamp, parseCampWords, parseEventWords, parseTarget } from '#lib/core/events/event-input';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { appendLog } from '#lib/db/audit-log';
import { CAMP_VARIABLE } from '#lib/db/codebooks';
import { newestVersionNumber } from '#lib/db/codings';
import { campWordsOf, insertTarget, updateCamp, updateEvent } from '#lib/db/event-writing';
import { type EventRecord, readEvent } from '#lib/db/events';
import { storeNextCodebook } from '#lib/usecases/store-next-codebook';
import { instant, type Workspace } from '#lib/usecases/workspace';

interface ChangeOfEvent {
  readonly eventSlug: string;
  readonly by: unknown;
  readonly reason: unknown;
}

export interface ChangedEvent {
  readonly slug: string;
  readonly changed: boolean;
  /** The newest version of the codebook afterwards. */
  readonly codebookVersion: number;
}

interface Checked<T> {
  readonly event: EventRecord;
  readonly input: T;
  readonly by: string;
  readonly reason: string;
}

/** Finds the event and checks what is asked of it; everything wrong is reported at once. */
async function check<T>(
  workspace: Workspace,
  request: ChangeOfEvent,
  parse: () => Result<T, Extract<Problem, { readonly kind: 'invalid' }>>,
): Promise<Result<Checked<T>, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const parsed = parse();
  const note = parseChangeNote(request);
  if (!parsed.ok || !note.ok) {
    const fields = [...(parsed.ok ? [] : parsed.problem.fields), ...(note.ok ? [] : note.problem.fields)];
    return failed({ kind: 'invalid', fields });
  }
  return ok({ event, input: parsed.value, ...note.value });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Corrects title, date and description of an event. Its slug is in addresses that people cite, so it stays. */
export async function editEvent(
  workspace: Workspace,
  request: ChangeOfEvent & { readonly words: unknown },
): Promise<Result<ChangedEvent, Problem>> {
  const checked = await check(workspace, request, () => parseEventWords(request.words));
  if (!checked.ok) return checked;
  const { event, input, by, reason } = checked.value;
  const before = { title: event.title, heldOn: event.heldOn, description: event.description };
  const answer = { slug: event.slug, codebookVersion: event.codebook.number };
  if (isSame(before, { title: input.title, heldOn: input.heldOn, description: input.description })) {
    return ok({ ...answer, changed: false });
  }
  return workspace.db.write(async (tx): Promise<Result<ChangedEvent, Problem>> => {
    const at = instant(workspace);
    await updateEvent(tx, event.id, input, at);
    await appendLog(tx, [
      {
        at,
        actor: by,
        action: 'event.edited',
        entity: 'event',
        entityId: event.slug,
        eventId: event.id,
        reason,
        before,
        after: input,
      },
    ]);
    return ok({ ...answer, changed: true });
  });
}

/** Adds a camp and publishes the next version of the codebook with it; what the other camps mean does not change. */
export async function addCamp(
  workspace: Workspace,
  request: ChangeOfEvent & { readonly camp: unknown },
): Promise<Result<ChangedEvent, Problem>> {
  const checked = await check(workspace, request, () => parseCamp(request.camp));
  if (!checked.ok) return checked;
  const { event, input, by, reason } = checked.value;
  if (event.camps.some(({ slug }) => slug === input.slug)) {
    return failed({ kind: 'invalid', fields: [{ field: 'slug', code: 'already_exists', seen: input.slug }] });
  }
  if (event.camps.length >= EVENT_LIMITS.camps) {
    return failed({
      kind: 'invalid',
      fields: [{ field: 'slug', code: 'out_of_range', params: { min: 2, max: EVENT_LIMITS.camps } }],
    });
  }
  return workspace.db.write(async (tx): Promise<Result<ChangedEvent, Problem>> => {
    const at = instant(workspace);
    const { newId } = workspace;
    const stored = await storeNextCodebook(
      tx,
      event,
      (content) => ({
        ...content,
        variables: content.variables.map((variable) =>
          variable.key === CAMP_VARIABLE ? { ...variable, codes: [...variable.codes, campCode(input)] } : variable,
        ),
      }),
      { actor: by, at, newId },
    );
    if (!stored.ok) return stored;
    await updateCamp(tx, event.id, input.slug, input);
    await appendLog(tx, [
      {
        at,
        actor: by,
        action: 'camp.added',
        entity: 'event',
        entityId: event.slug,
        eventId: event.id,
        reason,
        after: input,
      },
    ]);
    return ok({ slug: event.slug, changed: true, codebookVersion: stored.value });
  });
}

/**
 * Corrects a camp. Another label or definition is another version of the codebook; a new definition makes codings of the camp stale
 * unless only its wording changes.
 */
export async function editCamp(
  workspace: Workspace,
  request: ChangeOfEvent & { readonly camp: string; readonly words: unknown; readonly isWordingOnly: boolean },
): Promise<Result<ChangedEvent, Problem>> {
  const checked = await check(workspace, request, () => parseCampWords(request.words));
  if (!checked.ok) return checked;
  const { event, input, by, reason } = checked.value;
  const camp = event.camps.find(({ slug }) => slug === request.camp);
  if (camp === undefined) return failed({ kind: 'not_found', what: 'camp', id: request.camp });
  const before = campWordsOf(camp);
  const after = { label: input.label, definition: input.definition, selfNamed: input.selfNamed, role: input.role };
  if (isSame(before, after)) return ok({ slug: event.slug, changed: false, codebookVersion: event.codebook.number });
  return workspace.db.write(async (tx): Promise<Result<ChangedEvent, Problem>> => {
    const at = instant(workspace);
    const stored = await storeNextCodebook(
      tx,
      event,
      (content) => ({
        ...content,
        variables: content.variables.map((variable) =>
          variable.key === CAMP_VARIABLE
            ? {
                ...variable,
                codes: variable.codes.map((code) =>
                  code.key === camp.slug ? { ...code, label: input.label, definition: input.definition } : code,
                ),
              }
            : variable,
        ),
      }),
      {
        actor: by,
        at,
        newId: workspace.newId,
        sameMeaning: request.isWordingOnly ? [{ variable: CAMP_VARIABLE, code: camp.slug }] : [],
      },
    );
    if (!stored.ok) return stored;
    await updateCamp(tx, event.id, camp.slug, input);
    await appendLog(tx, [
      {
        at,
        actor: by,
        action: 'camp.edited',
        entity: 'event',
        entityId: event.slug,
        eventId: event.id,
        reason,
        before: { slug: camp.slug, ...before },
        after: { slug: camp.slug, ...after, isWordingOnly: request.isWordingOnly },
      },
    ]);
    return ok({ slug: event.slug, changed: true, codebookVersion: stored.value });
  });
}

/** Adds a target, and to the codebook the variable that asks for the stance towards it. Statements are coded on it anew. */
export async function addTarget(
  workspace: Workspace,
  request: ChangeOfEvent & { readonly target: unknown },
): Promise<Result<ChangedEvent, Problem>> {
  const checked = await check(workspace, request, () => parseTarget(request.target));
  if (!checked.ok) return checked;
  const { event, input, by, reason } = checked.value;
  if (event.targets.some(({ slug }) => slug === input.slug)) {
    return failed({ kind: 'invalid', fields: [{ field: 'slug', code: 'already_exists', seen: input.slug }] });
  }
  if (event.targets.length >= EVENT_LIMITS.targets) {
    return failed({
      kind: 'invalid',
      fields: [{ field: 'slug', code: 'out_of_range', params: { min: 1, max: EVENT_LIMITS.targets } }],
    });
  }
  return workspace.db.write(async (tx): Promise<Result<ChangedEvent, Problem>> => {
    const at = instant(workspace);
    const { newId } = workspace;
    if ((await newestVersionNumber(tx, event.codebook.codebookId)) !== event.codebook.number) {
      return failed({ kind: 'conflict', code: 'changed_meanwhile' });
    }
    const target = await insertTarget(tx, event.id, input, event.targets.length, newId);
    const lastStance = event.codebook.variables.findLastIndex(({ key }) => key.startsWith('stance.'));
    const stored = await storeNextCodebook(
      tx,
      { ...event, targets: [...event.targets, target] },
      (content) => ({ ...content, variables: content.variables.toSpliced(lastStance + 1, 0, stanceVariableOf(input)) }),
      { actor: by, at, newId },
    );
    // The target must not stay without its variable: a throw undoes what was written.
    if (!stored.ok) throw new Error('The codebook with the new target could not be published.');
    await appendLog(tx, [
      {
        at,
        actor: by,
        action: 'target.added',
        entity: 'event',
        entityId: event.slug,
        eventId: event.id,
        reason,
        after: input,
      },
    ]);
    return ok({ slug: event.slug, changed: true, codebookVersion: stored.value });
  });
}
