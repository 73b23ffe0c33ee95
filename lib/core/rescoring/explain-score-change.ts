import type { TextScore, TokenEvidence } from '#lib/core/score';
import { compareText } from '#lib/core/text/text-order';

/** What one scorer in one version said of a text. */
export type VersionedScore = Pick<
  TextScore,
  'score' | 'label' | 'unsure' | 'reason' | 'scorer' | 'version' | 'probabilities' | 'evidence'
>;

/** A word (every place where it is written alike) and what it added before and after, as log-odds of positive against negative. */
export interface WordShift {
  readonly text: string;
  /** Null where that version does not name the word or gave no score. */
  readonly before: number | null;
  readonly after: number | null;
  /** after - before, an absent word counting as 0. */
  readonly change: number;
}

/** What moved between two scores of one text, and by what. */
export interface ScoreChange {
  /** after - before, in [-2, 2]; null unless both are scores. */
  readonly change: number | null;
  readonly isFlipped: boolean;
  /** The words whose shares changed, the most changed first. */
  readonly words: readonly WordShift[];
  /** Change of what is added to every text, as log-odds. */
  readonly base: number;
  /** Change of the probability of neutral, in [-1, 1]; it pulls a score towards 0 whatever the words say. Null unless both are scores. */
  readonly neutral: number | null;
}

/** A share that changed by less than this is rounding. */
const LEAST_CHANGE = 0.0005;

/**
 * Factor from a scorer's own scale to log-odds of positive against negative: ln(P(positive) / P(negative)) / raw. Two versions add up
 * on scales of their own, each with its own temperature; only on this one can their words be set beside each other.
 */
function logOddsFactor({ probabilities, evidence: { raw } }: VersionedScore): number {
  if (probabilities === null || raw === null || raw === 0) return 1;
  const factor = Math.log(probabilities.positive / probabilities.negative) / raw;
  return Number.isFinite(factor) && factor > 0 ? factor : 1;
}

function sharesOf(score: VersionedScore): Map<string, number> {
  const shares = new Map<string, number>();
  if (score.score === null) return shares;
  const factor = logOddsFactor(score);
  for (const { text, contribution } of score.evidence.tokens) {
    const word = keyOf(text);
    if (word !== '') shares.set(word, (shares.get(word) ?? 0) + contribution * factor);
  }
  return shares;
}

function keyOf(text: TokenEvidence['text']): string {
  return text.trim().toLowerCase();
}

/**
 * Says what moved between two scores of the same text: the change, the words whose shares differ most, and what no word explains. The words'
 * changes and `base` together are the change of the log-odds of positive against negative.
 *
 * @param before the older score of the text
 * @param after the newer score of the same text
 */
export function explainScoreChange(before: VersionedScore, after: VersionedScore): ScoreChange {
  const old = sharesOf(before);
  const fresh = sharesOf(after);
  const words = [...new Set([...old.keys(), ...fresh.keys()])]
    .map((text) => {
      const [was, is] = [old.get(text) ?? null, fresh.get(text) ?? null];
      return { text, before: was, after: is, change: (is ?? 0) - (was ?? 0) };
    })
    .filter(({ change }) => Math.abs(change) >= LEAST_CHANGE)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || compareText(a.text, b.text));
  const baseOf = (score: VersionedScore): number => (score.score === null ? 0 : score.evidence.bias * logOddsFactor(score));
  return {
    change: before.score === null || after.score === null ? null : after.score - before.score,
    isFlipped: before.label !== after.label,
    words,
    base: baseOf(after) - baseOf(before),
    neutral:
      before.probabilities === null || after.probabilities === null
        ? null
        : after.probabilities.neutral - before.probabilities.neutral,
  };
}

/** A word and what its changes add up to over the texts that it stands in. */
export interface TotalWordShift {
  readonly text: string;
  readonly texts: number;
  /** Sum of its changes, as log-odds. */
  readonly change: number;
}

/**
 * The words whose changes add up to most over several texts.
 *
 * @param changes one a text
 * @param listed how many words to name
 */
export function sumWordShifts(changes: readonly Pick<ScoreChange, 'words'>[], listed: number): TotalWordShift[] {
  const totals = new Map<string, { texts: number; change: number }>();
  for (const { words } of changes) {
    for (const { text, change } of words) {
      const total = totals.get(text) ?? { texts: 0, change: 0 };
      totals.set(text, { texts: total.texts + 1, change: total.change + change });
    }
  }
  return [...totals]
    .map(([text, total]) => ({ text, ...total }))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || compareText(a.text, b.text))
    .slice(0, listed);
}
