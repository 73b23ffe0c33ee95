import { parseChangeNote } from '#lib/core/change-note';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { appendLog, type LogEntry } from '#lib/db/audit-log';
import { type EventRecord, readEvent } from '#lib/db/events';
import type { Transaction } from '#lib/db/open-database';
import type { Workspace } from '#lib/usecases/workspace';

/** What every change of an event says beside its own input. */
export interface EventChange {
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

interface CheckedChange<T> {
  readonly event: EventRecord;
  readonly input: T;
  readonly by: string;
  readonly reason: string;
}

/** Finds the event and checks what is asked of it; everything wrong is reported at once. */
export async function checkEventChange<T>(
  workspace: Workspace,
  request: EventChange,
  parse: () => Result<T, Extract<Problem, { readonly kind: 'invalid' }>>,
): Promise<Result<CheckedChange<T>, Problem>> {
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

/** Appends the log row of a change, in the change's own transaction. */
export async function logEventChange(
  tx: Transaction,
  { event, by, reason }: Omit<CheckedChange<unknown>, 'input'>,
  at: string,
  told: Pick<LogEntry, 'action' | 'before' | 'after'>,
): Promise<void> {
  await appendLog(tx, [{ at, actor: by, entity: 'event', entityId: event.slug, eventId: event.id, reason, ...told }]);
}

/** Whether two values have the same words, so that saving without a change writes nothing. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
