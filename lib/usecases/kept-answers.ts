import type { BlindCoder } from '#lib/db/blind-coding';
import type { EventRecord } from '#lib/db/events';
import type { Database } from '#lib/db/open-database';
import { readLastSeq } from '#lib/db/reliability-codings';
import type { Workspace } from '#lib/usecases/workspace';

/** So many answers are kept of a database: one an event, and one for each of its coders who code. */
const MOST_KEPT = 100;

/** Works an answer out, or gives the one of before where nothing of the event has changed since. */
export type Keep<T> = (workspace: Workspace, event: EventRecord, blind: BlindCoder | null, compute: () => T) => T;

/**
 * Keeps answers that cost much and are asked for by every chart. They rest on an event's rows and on what is kept from the reader, so
 * they hold as long as the event's log has no new row, for a reader from whom the same is kept.
 */
export function keepAnswers<T>(): Keep<T> {
  const kept = new WeakMap<Database, Map<string, { readonly seq: number; readonly answer: T }>>();
  return ({ db }, event, blind, compute) => {
    const seq = readLastSeq(db, event.id);
    const answers = kept.get(db) ?? new Map<string, { readonly seq: number; readonly answer: T }>();
    kept.set(db, answers);
    const key = JSON.stringify([event.id, blind]);
    const known = answers.get(key);
    if (known !== undefined && known.seq === seq) return known.answer;
    const answer = compute();
    // The one that was made longest ago goes first.
    answers.delete(key);
    answers.set(key, { seq, answer });
    for (const oldest of answers.keys()) if (answers.size > MOST_KEPT) answers.delete(oldest);
    return answer;
  };
}
