import { parseChangeNote } from '#lib/core/change-note';
import { parseSource } from '#lib/core/events/source-input';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { appendLog } from '#lib/db/audit-log';
import { findSameSource, findSource, insertSource, type SourceRecord, updateSource } from '#lib/db/source-list';
import { instant, today, type Workspace } from '#lib/usecases/workspace';

export interface SaveSourceInput {
  /** Null makes a new source. */
  readonly id: string | null;
  /** What is given of the source; of one that is here, what is left out stays. */
  readonly source: Readonly<Record<string, unknown>>;
  readonly by: unknown;
  readonly reason: unknown;
}

export interface SavedSource {
  readonly id: string;
  readonly created: boolean;
  /** False when nothing differs, or when the same source was here already. */
  readonly changed: boolean;
}

/** Makes a source, or corrects one for all statements that have it. The same particulars again are the same source. */
export async function saveSource(workspace: Workspace, request: SaveSourceInput): Promise<Result<SavedSource, Problem>> {
  const { id } = request;
  const current = id === null ? null : await findSource(workspace.db.read, id);
  if (id !== null && current === null) return failed({ kind: 'not_found', what: 'source', id });
  const parsed = parseSource({ ...withoutId(current), ...request.source }, today(workspace));
  const note = parseChangeNote(request);
  if (!parsed.ok || !note.ok) {
    const fields = [...(parsed.ok ? [] : parsed.problem.fields), ...(note.ok ? [] : note.problem.fields)];
    return failed({ kind: 'invalid', fields });
  }
  const input = parsed.value;
  return workspace.db.write(async (tx): Promise<Result<SavedSource, Problem>> => {
    const at = instant(workspace);
    const before = withoutId(id === null ? null : await findSource(tx, id));
    if (id === null) {
      const same = await findSameSource(tx, input);
      if (same !== null) return ok({ id: same, created: false, changed: false });
    } else if (
      Object.entries(input).every(([name, value]) => Object.entries(before).some(([key, old]) => key === name && old === value))
    ) {
      return ok({ id, created: false, changed: false });
    }
    const saved = id ?? workspace.newId();
    if (id === null) await insertSource(tx, saved, input, at);
    else await updateSource(tx, saved, input);
    await appendLog(tx, [
      {
        at,
        actor: note.value.by,
        action: id === null ? 'source.added' : 'source.edited',
        entity: 'source',
        entityId: saved,
        eventId: null,
        reason: note.value.reason,
        ...(id === null ? {} : { before }),
        after: input,
      },
    ]);
    return ok({ id: saved, created: id === null, changed: true });
  });
}

function withoutId(source: SourceRecord | null): Partial<Omit<SourceRecord, 'id'>> {
  if (source === null) return {};
  const { id: _id, ...rest } = source;
  return rest;
}
