import { setImmediate } from 'node:timers/promises';
import { pairKey } from '#lib/core/duplicates/duplicate-decision';
import { NearDuplicateIndex } from '#lib/core/duplicates/near-duplicates';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import {
  type ComparedText,
  type DecidedPair,
  iterateTexts,
  type PairMember,
  readDecidedPairs,
  readPairMembers,
  readSettledPairs,
} from '#lib/db/duplicate-pairs';
import { type EventRecord, readEvent } from '#lib/db/events';
import { keepAnswers } from '#lib/usecases/kept-answers';
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
}

/** So many of the nearest are looked at for each statement. */
const NEAREST = 5;
/** They are chosen among so many that are alike: in a crowd of copies any will do. */
const ENOUGH = 100;
/** After so many texts other requests get their turn: one of an event full of stock phrases takes some milliseconds. */
const TURN = 5;
const DECIDED_SHOWN = 50;

interface FoundPair {
  readonly ids: readonly [string, string];
  readonly similarity: number;
  readonly kind: 'similar' | 'contained';
}

/** Pairs of an event's texts, which no coding changes: kept until the event's log has a new row, and shared by who asks meanwhile. */
const keepPairs = keepAnswers<Promise<{ readonly pairs: readonly FoundPair[]; readonly compared: number }>>();

/**
 * Compares all published statements of an event with each other and proposes those that look alike. What somebody decided of is not
 * proposed again.
 *
 * @param request.limit at most so many proposals.
 */
export async function findDuplicates(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly limit: number },
): Promise<Result<FoundDuplicates, Problem>> {
  const { db } = workspace;
  const event = await readEvent(db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const { pairs, compared } = await keepPairs(workspace, event, null, () => {
    const texts = [...iterateTexts(db, event.id)];
    return nearPairs(texts, new Set(readSettledPairs(db, event.id).map(keyOf))).then((found) => ({
      pairs: found,
      compared: texts.length,
    }));
  });
  const shown = pairs.slice(0, request.limit);
  const decided = readDecidedPairs(db, event.id, DECIDED_SHOWN);
  const ids = [...shown.flatMap((pair) => pair.ids), ...decided.flatMap(({ firstId, secondId }) => [firstId, secondId])];
  const members = new Map(readPairMembers(db, ids).map((member) => [member.id, member]));
  return ok({
    event,
    total: pairs.length,
    compared,
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

async function nearPairs(texts: readonly ComparedText[], settled: ReadonlySet<string>): Promise<FoundPair[]> {
  const index = new NearDuplicateIndex();
  for (const [place, { id, text }] of texts.entries()) {
    index.add(id, text);
    if (place % TURN === TURN - 1) await setImmediate();
  }
  const originalOf = originals(texts);
  const found = new Map<string, FoundPair>();
  for (const [place, { id, text }] of texts.entries()) {
    for (const near of index.near(text, NEAREST, id, ENOUGH)) {
      const ids = pairKey(id, near.id);
      const key = keyOf({ firstId: ids[0], secondId: ids[1] });
      if (settled.has(key) || originalOf(id) === originalOf(near.id)) continue;
      const share = near.kind === 'similar' ? near.jaccard : near.containment;
      found.set(key, { ids, similarity: Math.round(share * 1000) / 1000, kind: near.kind });
    }
    if (place % TURN === TURN - 1) await setImmediate();
  }
  return [...found.values()].sort((a, b) => b.similarity - a.similarity || (keyOfPair(a) < keyOfPair(b) ? -1 : 1));
}

/** What each text is a copy of in the end: two copies of one statement are not proposed to each other. */
function originals(texts: readonly ComparedText[]): (id: string) => string {
  const linked = new Map(
    texts.flatMap(({ id, duplicateOfId }) => (duplicateOfId === null ? [] : [[id, duplicateOfId] as const])),
  );
  return (id) => {
    let at = id;
    for (const seen = new Set<string>(); !seen.has(at); ) {
      seen.add(at);
      at = linked.get(at) ?? at;
    }
    return at;
  };
}

function keyOfPair({ ids }: FoundPair): string {
  return ids.join(' ');
}
