import { parseChangeNote } from '#lib/core/change-note';
import { parseCodebook } from '#lib/core/codebook/codebook';
import { firstVersion } from '#lib/core/codebook/diff-codebook';
import { generalCodebook } from '#lib/core/codebook/general-codebook';
import { parseEvent } from '#lib/core/events/event-input';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { appendLog } from '#lib/db/audit-log';
import { storeCodebookVersion } from '#lib/db/codebooks';
import { hasEventSlug, insertEvent, updateCamp } from '#lib/db/event-writing';
import { instant, type Workspace } from '#lib/usecases/workspace';

export interface CreatedEvent {
  readonly slug: string;
  readonly camps: readonly string[];
  readonly targets: readonly string[];
  /** Number of the codebook version that its coders start with. */
  readonly codebookVersion: number;
}

/**
 * Makes an event with its targets and camps, and publishes the first version of its codebook: camp, a stance towards each target, and
 * the variables that every event has. From then on statements can be added, coded, imported and compared.
 *
 * @returns `already_exists` for a slug that is taken.
 */
export async function createEvent(
  workspace: Workspace,
  request: { readonly event: unknown; readonly by: unknown },
): Promise<Result<CreatedEvent, Problem>> {
  const parsed = parseEvent(request.event);
  const note = parseChangeNote({ by: request.by, reason: 'created' });
  if (!parsed.ok || !note.ok) {
    const fields = [...(parsed.ok ? [] : parsed.problem.fields), ...(note.ok ? [] : note.problem.fields)];
    return failed({ kind: 'invalid', fields });
  }
  const input = parsed.value;
  const book = parseCodebook(generalCodebook(input));
  if (!book.ok) return failed({ kind: 'invalid', fields: book.problem });
  return workspace.db.write(async (tx): Promise<Result<CreatedEvent, Problem>> => {
    if (await hasEventSlug(tx, input.slug)) {
      return failed({ kind: 'invalid', fields: [{ field: 'slug', code: 'already_exists', seen: input.slug }] });
    }
    const at = instant(workspace);
    const { newId } = workspace;
    const event = await insertEvent(tx, input, { at, newId });
    await appendLog(tx, [
      {
        at,
        actor: note.value.by,
        action: 'event.created',
        entity: 'event',
        entityId: event.slug,
        eventId: event.id,
        after: input,
      },
    ]);
    const version = firstVersion(book.value);
    await storeCodebookVersion(tx, event, version, { actor: note.value.by, at, newId, stale: [] });
    for (const [order, camp] of input.camps.entries()) {
      await updateCamp(tx, event.id, camp.slug, { ...camp, order: order + 1 });
    }
    return ok({
      slug: event.slug,
      camps: input.camps.map(({ slug }) => slug),
      targets: input.targets.map(({ slug }) => slug),
      codebookVersion: version.number,
    });
  });
}
