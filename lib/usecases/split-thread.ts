import { z } from 'zod';
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

/** The form whose draft holds a thread, and the one in which its parts are opened. */
const LIST_FORM = 'thread';
const PART_FORM = 'add';

const storedParts = z.array(z.string());
const storedShared = z.record(z.string(), z.string());

/** A part of a pasted thread on its way to be a statement. */
export interface ThreadPart {
  /** Its place in the thread, from 0. */
  readonly place: number;
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
  const list = await keepDraft(workspace, {
    form: LIST_FORM,
    values: { event: event.slug, parts: JSON.stringify(parts), shared: JSON.stringify(request.shared) },
    problems: [],
  });
  return ok({ list, count: parts.length });
}

/** The parts of a thread, with the statements that they have become. Threads are kept for a day. */
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
  const texts = storedParts.parse(JSON.parse(list.values['parts'] ?? '[]'));
  return ok({ event, parts: texts.map((text, place) => ({ place, text, statement: byHash(hashOfContent(text)) })) });
}

/**
 * Opens a part of a thread in the form of a new statement, with what all parts share.
 *
 * @returns the id of a draft of that form.
 */
export async function openThreadPart(
  workspace: Workspace,
  request: { readonly list: string; readonly place: number },
): Promise<Result<string, Problem>> {
  const list = await readDraft(workspace.db, LIST_FORM, request.list);
  const text = storedParts.parse(JSON.parse(list?.values['parts'] ?? '[]'))[request.place];
  if (list === null || text === undefined) return failed({ kind: 'not_found', what: 'thread', id: request.list });
  const shared = storedShared.parse(JSON.parse(list.values['shared'] ?? '{}'));
  return ok(await keepDraft(workspace, { form: PART_FORM, values: { ...shared, text, thread: request.list }, problems: [] }));
}
