import type { Problem } from '#lib/core/problem';
import type { MachineAgreement } from '#lib/core/reliability/machine-agreement';
import {
  explainScoreChange,
  type ScoreChange,
  sumWordShifts,
  type TotalWordShift,
} from '#lib/core/rescoring/explain-score-change';
import { type MovesSummary, summariseMoves } from '#lib/core/rescoring/summarise-moves';
import { failed, ok, type Result } from '#lib/core/result';
import { compareText } from '#lib/core/text/text-order';
import { type EventRecord, readEvent } from '#lib/db/events';
import { type Excerpt, readExcerpts } from '#lib/db/scored-and-coded';
import {
  readScorePairs,
  readScoresWithEvidence,
  readUsedVersions,
  type ScorePair,
  type ScorerVersion,
  type StoredScore,
  type UsedVersion,
} from '#lib/db/scored-twice';
import { type CodingSession, findBlindness } from '#lib/usecases/find-blindness';
import { everyVersionAgreementOf } from '#lib/usecases/get-scorer-agreement';
import type { Workspace } from '#lib/usecases/workspace';

export const MOVE_ORDERS = ['change', 'before', 'after', 'camp'] as const;
export type MoveOrder = (typeof MOVE_ORDERS)[number];

/** A text with both of its scores and why they differ. */
export interface ExplainedMove extends ScoreChange {
  readonly statementId: string;
  readonly reads: 'original' | 'translation';
  readonly camp: string | null;
  readonly excerpt: Excerpt | null;
  readonly before: StoredScore;
  readonly after: StoredScore;
}

export interface VersionComparison {
  readonly event: EventRecord;
  readonly versions: readonly UsedVersion[];
  /** Null: the score before the later one. */
  readonly before: ScorerVersion | null;
  /** Null: the current score. */
  readonly after: ScorerVersion | null;
  /** Which versions the compared scores are by. */
  readonly scorers: { readonly before: readonly ScorerVersion[]; readonly after: readonly ScorerVersion[] };
  /** How far each of these that somebody checked agrees with the coders, by language. */
  readonly agreements: readonly MachineAgreement[];
  readonly summary: MovesSummary;
  /** Over the texts of `explained`. */
  readonly words: readonly TotalWordShift[];
  /** How many texts, the most moved first, `words` was summed over. */
  readonly explained: number;
  /** Texts whose score or label is another one. */
  readonly moved: number;
  readonly moves: readonly ExplainedMove[];
}

/** Each compared version once, with its agreement in the languages in which somebody checked it: in none where nobody has. */
export function checkedVersions({
  scorers,
  agreements,
}: Pick<VersionComparison, 'scorers' | 'agreements'>): readonly (ScorerVersion & {
  readonly agreements: readonly MachineAgreement[];
})[] {
  const named = [...scorers.before, ...scorers.after].filter(({ scorer }) => scorer !== 'none');
  const versions = new Map(named.map((each) => [`${each.scorer}@${each.version}`, each]));
  return [...versions.values()].map(({ scorer, version }) => ({
    scorer,
    version,
    agreements: agreements.filter((each) => each.scorer === scorer && each.version === version),
  }));
}

/** Reasons are read for so many texts, those that moved most; beyond, they would cost more than they tell. */
const MOST_EXPLAINED = 500;
const WORDS_LISTED = 20;

/** `scorer@version`, as doors write it. */
function parseVersion(written: string): ScorerVersion | null {
  const at = written.lastIndexOf('@');
  return at <= 0 ? null : { scorer: written.slice(0, at), version: written.slice(at + 1) };
}

/**
 * Compares two scores of every text of an event: what moved, in which camp, and by which words. Scores of older versions stay in the
 * database with what they rested on, so nothing is scored here and nothing is written.
 *
 * @param request.before `scorer@version`; the score that stood before the later one when left out
 * @param request.after `scorer@version`; the current score when left out
 * @param request.listed how many moved texts to name
 */
export async function compareScorerVersions(
  workspace: Workspace,
  request: {
    readonly eventSlug: string;
    readonly before?: string | null;
    readonly after?: string | null;
    readonly order?: MoveOrder;
    readonly listed: number;
    readonly coding?: CodingSession | null;
  },
): Promise<Result<VersionComparison, Problem>> {
  const { db } = workspace;
  const event = await readEvent(db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const blind = await findBlindness(workspace, event, request.coding);
  const versions = readUsedVersions(db, event.id, blind);
  const wrong = (['before', 'after'] as const).flatMap((field) => {
    const written = request[field];
    if (written === null || written === undefined || isUsed(versions, parseVersion(written))) return [];
    const allowed = versions.map(({ scorer, version }) => `${scorer}@${version}`).join(', ');
    return [{ field, code: 'not_one_of' as const, seen: written.slice(0, 80), params: { allowed } }];
  });
  if (wrong.length > 0) return failed({ kind: 'invalid', fields: wrong });

  const before = parseVersion(request.before ?? '');
  const after = parseVersion(request.after ?? '');
  const pairs = readScorePairs(db, { eventId: event.id, blind, before, after });
  const camps = event.camps.map(({ slug }) => slug);
  const movedPairs = pairs.filter(hasMoved).sort(byMove('change', camps));
  const explained = movedPairs.slice(0, MOST_EXPLAINED);
  const scores = readScoresWithEvidence(
    db,
    explained.flatMap((pair) => [pair.before.id, pair.after.id]),
  );
  const changes = new Map<string, ScoreChange>();
  for (const pair of explained) {
    const [was, is] = [scores.get(pair.before.id), scores.get(pair.after.id)];
    if (was && is) changes.set(pair.after.id, explainScoreChange(was, is));
  }
  const shown = [...explained].sort(byMove(request.order ?? 'change', camps)).slice(0, request.listed);
  const excerpts = readExcerpts(
    db,
    shown.map(({ statementId }) => statementId),
  );
  const scorers = { before: versionsOf(pairs.map((pair) => pair.before)), after: versionsOf(pairs.map((pair) => pair.after)) };
  const compared = [...scorers.before, ...scorers.after];
  return ok({
    event,
    versions,
    before,
    after,
    scorers,
    agreements: everyVersionAgreementOf(workspace, event, blind).filter(({ scorer, version }) =>
      compared.some((each) => each.scorer === scorer && each.version === version),
    ),
    summary: summariseMoves(pairs, camps),
    words: sumWordShifts([...changes.values()], WORDS_LISTED),
    explained: explained.length,
    moved: movedPairs.length,
    moves: shown.flatMap((pair) => {
      const [was, is, change] = [scores.get(pair.before.id), scores.get(pair.after.id), changes.get(pair.after.id)];
      if (!was || !is || !change) return [];
      const { statementId, reads, camp } = pair;
      return [{ statementId, reads, camp, excerpt: excerpts.get(statementId) ?? null, before: was, after: is, ...change }];
    }),
  });
}

function isUsed(versions: readonly UsedVersion[], asked: ScorerVersion | null): boolean {
  return asked !== null && versions.some(({ scorer, version }) => scorer === asked.scorer && version === asked.version);
}

function hasMoved({ before, after }: ScorePair): boolean {
  return before.score !== after.score || before.label !== after.label;
}

/** How far a text moved; one that won or lost its score moved furthest. */
function distanceOf({ before, after }: ScorePair): number {
  if (before.score === null || after.score === null) return before.score === after.score ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(after.score - before.score);
}

function byMove(order: MoveOrder, camps: readonly string[]): (a: ScorePair, b: ScorePair) => number {
  const place = (pair: ScorePair): number => (pair.camp === null ? camps.length : camps.indexOf(pair.camp));
  // A text without a score comes last.
  const value = (score: number | null): number => score ?? 2;
  const first = (a: ScorePair, b: ScorePair): number => {
    if (order === 'before') return value(a.before.score) - value(b.before.score);
    if (order === 'after') return value(a.after.score) - value(b.after.score);
    return order === 'camp' ? place(a) - place(b) : 0;
  };
  return (a, b) => {
    const [far, near] = [distanceOf(a), distanceOf(b)];
    return (
      first(a, b) || (far === near ? 0 : near - far) || compareText(a.statementId, b.statementId) || compareText(a.reads, b.reads)
    );
  };
}

function versionsOf(scores: readonly ScorerVersion[]): ScorerVersion[] {
  const found = new Map(scores.map(({ scorer, version }) => [`${scorer}@${version}`, { scorer, version }]));
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, version]) => version);
}
