import { splitThread as splitText } from '#lib/core/import/split-thread';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import { type EventRecord, readEvent } from '#lib/db/events';
import { readDraft } from '#lib/db/form-drafts';
import { contentHashReader } from '#lib/db/import-batches';
import { keepDraft } from '#lib/usecases/keep-draft';
import { hashOfContent } from '#lib/usecases/prepare-statements';
import type { Workspace } from '#lib/usecases/workspace';

/** The form whose drafts are the parts of a thread. */
const PART_FORM = 'add';
const LIST_FORM = 'thread';

/** A part of a pasted thread on its way to be a statement. */
export interface ThreadPart {
  /** Id of the draft that the form of a new statement opens. */
  readonly draft: string;
  readonly text: string;
  /** The statement with this text, once it is saved. */
  readonly statement: string | null;
}

/**
 * Splits a pasted thread at its blank lines into drafts of statements, each with what all of them share: the source, who codes.
 *
 * @param request.shared values of the form of a new statement, by their flat names.
 * @returns the id of the list of drafts; `required` without any text, `too_long` where a part is longer than a statement may be.
 */
export async function splitThread(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly text: string; readonly shared: Readonly<Record<string, string>> },
): Promise<Result<{ readonly list: string; readonly count: number }, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const parts = splitText(request.text);
  if (parts.length === 0) return failed({ kind: 'invalid', fields: [{ field: 'thread', code: 'required' }] });
  const longest = Math.max(...parts.map((part) => part.length));
  if (longest > STATEMENT_LIMITS.text) {
    const params = { max: STATEMENT_LIMITS.text, length: longest };
    return failed({ kind: 'invalid', fields: [{ field: 'thread', code: 'too_long', params }] });
  }
  const drafts: string[] = [];
  for (const text of parts) {
    drafts.push(await keepDraft(workspace, { form: PART_FORM, values: { ...request.shared, text }, problems: [] }));
  }
  const values = { event: event.slug, drafts: drafts.join(' ') };
  const list = await keepDraft(workspace, { form: LIST_FORM, values, problems: [] });
  return ok({ list, count: drafts.length });
}

/** The parts of a thread, with the statements that they have become. Drafts are kept for a day. */
export async function findThread(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly list: string },
): Promise<Result<{ readonly event: EventRecord; readonly parts: readonly ThreadPart[] }, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const list = await readDraft(workspace.db, LIST_FORM, request.list);
  if (list === null || list.values['event'] !== event.slug)
    return failed({ kind: 'not_found', what: 'thread', id: request.list });
  const byHash = contentHashReader(workspace.db, event.id);
  const parts: ThreadPart[] = [];
  for (const draft of (list.values['drafts'] ?? '').split(' ')) {
    const found = await readDraft(workspace.db, PART_FORM, draft);
    const text = found?.values['text'];
    if (text !== undefined) parts.push({ draft, text, statement: byHash(hashOfContent(text)) });
  }
  return ok({ event, parts });
}
