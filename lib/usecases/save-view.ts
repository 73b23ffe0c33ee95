import { checkActor } from '#lib/core/change-note';
import { formatFilter, parseStatementFilter, withoutPaging } from '#lib/core/filter/statement-filter';
import type { FieldProblem, Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type Check, required } from '#lib/core/statement/field-check';
import { seenValue } from '#lib/core/statement/seen-value';
import { lineCheck, textCheck } from '#lib/core/statement/value-checks';
import { appendLog } from '#lib/db/audit-log';
import { readEvent } from '#lib/db/events';
import { hasViewName, insertView, type SavedViewRecord } from '#lib/db/saved-views';
import { instant, type Workspace } from '#lib/usecases/workspace';

/** Longest name and note of a view in UTF-16 units. */
export const VIEW_LIMITS = { name: 100, note: 1000 } as const;

export interface SaveViewInput {
  readonly eventSlug: string;
  readonly name: unknown;
  readonly note: unknown;
  /** The filter as in the address of a page. */
  readonly query: string;
  /** Whether the view keeps the numbers of now, or follows the data. */
  readonly isPinned: boolean;
  readonly by: unknown;
}

const CHECKS = {
  name: required(lineCheck(VIEW_LIMITS.name)),
  note: textCheck(VIEW_LIMITS.note),
  by: checkActor,
} as const;

/** A checked value, or null with its problem noted. */
function checkedOr<T>(field: string, check: Check<T>, value: unknown, problems: FieldProblem[]): T | null {
  const checked = check(value);
  if (checked.ok) return checked.value;
  const { problem: code, details } = checked.problem;
  problems.push({ field, code, ...(details === undefined ? {} : { params: details }) });
  return null;
}

/**
 * Saves a filter under a name. A pinned view leaves out what is done after this moment, so that a link to it keeps its numbers.
 *
 * @returns `already_exists` for a name that another view of the event has.
 */
export async function saveView(workspace: Workspace, request: SaveViewInput): Promise<Result<SavedViewRecord, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const problems: FieldProblem[] = [];
  const name = checkedOr('name', CHECKS.name, request.name, problems);
  const note = checkedOr('note', CHECKS.note, request.note, problems);
  const by = checkedOr('by', CHECKS.by, request.by, problems);
  const target = new URLSearchParams(request.query).get('target');
  if (target !== null && !event.targets.some(({ slug }) => slug === target)) {
    problems.push({ field: 'query', code: 'unknown_target', seen: seenValue(target) ?? '' });
  }
  const filter = parseStatementFilter(request.query, { camps: event.camps.map(({ slug }) => slug) });
  if (!filter.ok) problems.push(...filter.problem.fields);
  if (problems.length > 0 || name === null || by === null || !filter.ok) return failed({ kind: 'invalid', fields: problems });

  const { asof: asked, ...rest } = filter.value;
  const query = new URLSearchParams(formatFilter(withoutPaging({ ...rest, asof: null })));
  if (target !== null) query.set('target', target);
  return workspace.db.write(async (tx): Promise<Result<SavedViewRecord, Problem>> => {
    if (await hasViewName(tx, event.id, name)) {
      return failed({ kind: 'invalid', fields: [{ field: 'name', code: 'already_exists', seen: seenValue(name) ?? '' }] });
    }
    const at = instant(workspace);
    const id = workspace.newId();
    const [seq = 0] = await appendLog(tx, [
      {
        at,
        actor: by,
        action: 'view.saved',
        entity: 'view',
        entityId: id,
        eventId: event.id,
        after: { name, note, query: query.toString(), isPinned: request.isPinned },
      },
    ]);
    const asof = request.isPinned ? (asked ?? seq) : null;
    const view = { id, name, note, query: query.toString(), asof, createdBy: by, createdAt: at };
    await insertView(tx, event.id, view);
    return ok(view);
  });
}
