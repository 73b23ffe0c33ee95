import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type EventRecord, readEvent } from '#lib/db/events';
import { readDraft } from '#lib/db/form-drafts';
import { contentHashReader } from '#lib/db/import-batches';
import { hashOfContent } from '#lib/usecases/prepare-statements';
import { partsOfThread, THREAD_FORM } from '#lib/usecases/thread-draft';
import type { Workspace } from '#lib/usecases/workspace';

/** A part of a pasted thread on its way to be a statement. */
export interface ThreadPart {
  /** Its place in the thread, from 0. */
  readonly place: number;
  readonly text: string;
  /** The statement with this text, once it is saved. */
  readonly statement: string | null;
}

/** The parts of a thread, with the statements that they have become. Threads are kept for a day. */
export async function findThread(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly list: string },
): Promise<Result<{ readonly event: EventRecord; readonly parts: readonly ThreadPart[] }, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const list = await readDraft(workspace.db, THREAD_FORM, request.list);
  if (list === null || list.values['event'] !== event.slug)
    return failed({ kind: 'not_found', what: 'thread', id: request.list });
  const byHash = contentHashReader(workspace.db, event.id);
  const texts = partsOfThread(list.values);
  return ok({ event, parts: texts.map((text, place) => ({ place, text, statement: byHash(hashOfContent(text)) })) });
}
