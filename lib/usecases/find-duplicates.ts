import { setImmediate, setTimeout } from 'node:timers/promises';
import { pairKey } from '#lib/core/duplicates/duplicate-decision';
import { NearDuplicateIndex } from '#lib/core/duplicates/near-duplicates';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import {
  type ComparedText,
  countTexts,
  type DecidedPair,
  haveTextsChanged,
  type PairMember,
  readCopies,
  readDecidedPairs,
  readPairMembers,
  readSettledPairs,
  readTexts,
} from '#lib/db/duplicate-pairs';
import { type EventRecord, readEvent } from '#lib/db/events';
import type { Database } from '#lib/db/open-database';
import { readLastSeq } from '#lib/db/reliability-codings';
import type { Workspace } from '#lib/usecases/workspace';

/** Two statements that look alike, the earlier one first. */
export interface ProposedPair {
  readonly earlier: PairMember;
  readonly later: PairMember;
  /** Share of trigrams in common, in [0, 1]; of the shorter text where one holds the other. */
  readonly similarity: number;
  /** `contained` where one text holds nearly all of the other, as a quotation does. */
  readonly kind: 'similar' | 'contained';
}

export interface FoundDuplicates {
  readonly event: EventRecord;
  /** The most alike first. */
  readonly proposed: readonly ProposedPair[];
  /** How many pairs are proposed in all. */
  readonly total: number;
  readonly decided: readonly (DecidedPair & { readonly first: PairMember; readonly second: PairMember })[];
  readonly compared: number;
  /** How many are to be compared in all: more than were compared while the comparing goes on. */
  readonly toCompare: number;
}

/** So many of the nearest are looked at for each statement. */
const NEAREST = 5;
/** They are chosen among so many that are alike: in a crowd of copies any will do. */
const ENOUGH = 100;
/** After so many milliseconds other requests get their turn. */
const TURN_MS = 5;
/** So many texts are read at a time. */
const READ_AT_ONCE = 1000;
const DECIDED_SHOWN = 50;

interface FoundPair {
  readonly ids: readonly [string, string];
  readonly similarity: number;
  readonly kind: 'similar' | 'contained';
}

/** The comparing of an event's texts, under way or done. */
interface Comparing {
  /** The last row of the log when it began. */
  readonly seq: number;
  readonly found: Map<string, FoundPair>;
  compared: number;
  toCompare: number;
  isDone: boolean;
  done: Promise<void>;
}

/** Texts never change, so what was compared holds, whatever is coded or decided, until one comes or goes. */
const kept = new WeakMap<Database, Map<string, Comparing>>();

/**
 * Compares all published statements of an event with each other and proposes those that look alike. What somebody decided of is not
 * proposed again.
 *
 * @param request.limit at most so many proposals.
 * @param request.patience after so many milliseconds the answer is what has been found by then, and the comparing goes on; without it
 * the answer waits for the end.
 */
export async function findDuplicates(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly limit: number; readonly patience?: number },
): Promise<Result<FoundDuplicates, Problem>> {
  const { db } = workspace;
  const event = await readEvent(db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const comparing = comparingOf(db, event.id);
  const waits = new AbortController();
  await Promise.race([
    comparing.done,
    ...(request.patience === undefined ? [] : [setTimeout(request.patience, null, { signal: waits.signal }).catch(() => null)]),
  ]);
  waits.abort();
  const pairs = undecided(db, event.id, comparing);
  const shown = pairs.slice(0, request.limit);
  const decided = readDecidedPairs(db, event.id, DECIDED_SHOWN);
  const ids = [...shown.flatMap((pair) => pair.ids), ...decided.flatMap(({ firstId, secondId }) => [firstId, secondId])];
  const members = new Map(readPairMembers(db, ids).map((member) => [member.id, member]));
  return ok({
    event,
    total: pairs.length,
    compared: comparing.compared,
    toCompare: comparing.toCompare,
    proposed: shown.flatMap(({ ids: [one, other], similarity, kind }) => {
      const a = members.get(one);
      const b = members.get(other);
      if (a === undefined || b === undefined) return [];
      return [{ ...(isEarlier(a, b) ? { earlier: a, later: b } : { earlier: b, later: a }), similarity, kind }];
    }),
    decided: decided.flatMap((pair) => {
      const first = members.get(pair.firstId);
      const second = members.get(pair.secondId);
      return first === undefined || second === undefined ? [] : [{ ...pair, first, second }];
    }),
  });
}

function isEarlier(a: PairMember, b: PairMember): boolean {
  return a.createdSeq === b.createdSeq ? a.id < b.id : a.createdSeq < b.createdSeq;
}

function keyOf({ firstId, secondId }: { readonly firstId: string; readonly secondId: string }): string {
  return `${firstId} ${secondId}`;
}

function keyOfPair({ ids }: FoundPair): string {
  return ids.join(' ');
}

/** The comparing that is under way (of an event there is one at a time), or whose outcome still holds, or a new one. */
function comparingOf(db: Database, eventId: string): Comparing {
  const ofEvents = kept.get(db) ?? new Map<string, Comparing>();
  kept.set(db, ofEvents);
  const known = ofEvents.get(eventId);
  if (known !== undefined && (!known.isDone || !haveTextsChanged(db, eventId, known.seq))) return known;
  const comparing: Comparing = {
    seq: readLastSeq(db, eventId),
    found: new Map(),
    compared: 0,
    toCompare: countTexts(db, eventId),
    isDone: false,
    done: Promise.resolve(),
  };
  comparing.done = compareAll(db, eventId, comparing).catch((cause: unknown) => {
    ofEvents.delete(eventId);
    throw cause;
  });
  // Whoever waits hears of it; where nobody does any more, the next who asks begins anew.
  comparing.done.catch(() => null);
  ofEvents.set(eventId, comparing);
  return comparing;
}

async function compareAll(db: Database, eventId: string, comparing: Comparing): Promise<void> {
  const takeTurn = turns();
  const index = new NearDuplicateIndex();
  const texts: ComparedText[] = [];
  for (let read = readTexts(db, eventId, null, READ_AT_ONCE); read.length > 0; ) {
    for (const text of read) {
      index.add(text.id, text.text);
      texts.push(text);
      await takeTurn();
    }
    read = readTexts(db, eventId, read.at(-1) ?? null, READ_AT_ONCE);
  }
  comparing.toCompare = texts.length;
  for (const { id, text } of texts) {
    for (const near of index.near(text, NEAREST, id, ENOUGH)) {
      const ids = pairKey(id, near.id);
      const share = near.kind === 'similar' ? near.jaccard : near.containment;
      comparing.found.set(ids.join(' '), { ids, similarity: Math.round(share * 1000) / 1000, kind: near.kind });
    }
    comparing.compared += 1;
    await takeTurn();
  }
  comparing.isDone = true;
}

/** Lets others of this process have their turn, when this one has lasted long enough. */
function turns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < TURN_MS) return;
    await setImmediate();
    began = performance.now();
  };
}

/** What was found and is still to decide, the most alike first. */
function undecided(db: Database, eventId: string, { found }: Comparing): FoundPair[] {
  const settled = new Set(readSettledPairs(db, eventId).map(keyOf));
  const originalOf = originals(readCopies(db, eventId));
  return [...found.values()]
    .filter((pair) => !settled.has(keyOfPair(pair)) && originalOf(pair.ids[0]) !== originalOf(pair.ids[1]))
    .sort((a, b) => b.similarity - a.similarity || (keyOfPair(a) < keyOfPair(b) ? -1 : 1));
}

/** What each text is a copy of in the end: two copies of one statement are not proposed to each other. */
function originals(linked: ReadonlyMap<string, string>): (id: string) => string {
  return (id) => {
    let at = id;
    for (const seen = new Set<string>(); !seen.has(at); ) {
      seen.add(at);
      at = linked.get(at) ?? at;
    }
    return at;
  };
}
