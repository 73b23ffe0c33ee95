import { type ConfusionTable, confusionTable } from '#lib/core/reliability/confusion';
import { SENTIMENT_LABELS, type SentimentLabel } from '#lib/core/score';
import { MIN_N_TO_SUMMARISE } from '#lib/core/statistics/small-sample';

/** Two scores of one text, without what they rest on. */
export interface ScoredTwice {
  readonly statementId: string;
  /** Slug of its camp; null where none is resolved. */
  readonly camp: string | null;
  readonly before: { readonly score: number | null; readonly label: SentimentLabel | null };
  readonly after: { readonly score: number | null; readonly label: SentimentLabel | null };
}

/** How a group of texts moved. */
export interface GroupMove {
  readonly camp: string | null;
  /** Texts that both scored or did not score. */
  readonly n: number;
  /** Texts with both scores; means are of these. */
  readonly scored: number;
  /** Texts whose label is another one now; no score counts as a label of its own. */
  readonly flipped: number;
  /** Null under five texts with both scores. */
  readonly meanBefore: number | null;
  readonly meanAfter: number | null;
  readonly meanChange: number | null;
}

export interface MovesSummary {
  readonly all: GroupMove;
  /** In the order of `camps`, those without a camp last; camps without a text are left out. */
  readonly camps: readonly GroupMove[];
  /** Rows are labels before, columns labels after; `none` is no score. */
  readonly labels: ConfusionTable;
}

/** Stands for "no score" among the labels. */
export const NO_LABEL = 'none';

/**
 * Counts and means of texts that were scored twice, over all and by camp.
 *
 * @param pairs one a text
 * @param camps slugs in the order in which the event lists them
 */
export function summariseMoves(pairs: readonly ScoredTwice[], camps: readonly string[]): MovesSummary {
  const groups = [...camps, null].map((camp) =>
    groupMove(
      camp,
      pairs.filter((pair) => pair.camp === camp),
    ),
  );
  return {
    all: groupMove(null, pairs),
    camps: groups.filter(({ n }) => n > 0),
    labels: confusionTable(
      pairs.map(({ statementId, before, after }) => ({
        unit: statementId,
        first: before.label ?? NO_LABEL,
        second: after.label ?? NO_LABEL,
      })),
      [...SENTIMENT_LABELS, NO_LABEL],
    ),
  };
}

function groupMove(camp: string | null, pairs: readonly ScoredTwice[]): GroupMove {
  const scored = pairs.flatMap(({ before, after }) =>
    before.score === null || after.score === null ? [] : [{ before: before.score, after: after.score }],
  );
  const bearsMean = scored.length >= MIN_N_TO_SUMMARISE;
  const mean = (of: 'before' | 'after'): number => scored.reduce((sum, pair) => sum + pair[of], 0) / scored.length;
  return {
    camp,
    n: pairs.length,
    scored: scored.length,
    flipped: pairs.filter(({ before, after }) => before.label !== after.label).length,
    meanBefore: bearsMean ? mean('before') : null,
    meanAfter: bearsMean ? mean('after') : null,
    meanChange: bearsMean ? mean('after') - mean('before') : null,
  };
}
