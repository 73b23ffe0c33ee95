import type { ChartStatement } from '#lib/core/chart-statement';
import type { SentimentLabel } from '#lib/core/score';
import type { ResolvedStance } from '#lib/core/stance';

/** From this share of statements on a page says that stance and wording part. */
const PARTING_NOTE_SHARE = 0.25;

/** Whether a stance and the label of a wording point opposite ways. */
export function partsWays(stance: ResolvedStance, label: SentimentLabel | null): boolean {
  return (stance === 'against' && label === 'positive') || (stance === 'favor' && label === 'negative');
}

/** How often stance and wording point opposite ways. */
export interface PartedWays {
  /** Statements that are for or against and have a score. */
  readonly n: number;
  readonly againstPositive: number;
  readonly favorNegative: number;
  /** Whether they part on more than a quarter. */
  readonly worthNote: boolean;
}

/**
 * Counts where stance and wording part.
 * @param statements those of the compared camps; one that takes no side or has no score cannot part and is not in n.
 */
export function countPartedWays(statements: readonly ChartStatement[]): PartedWays {
  const sided = statements.filter(({ stance, label }) => (stance === 'against' || stance === 'favor') && label !== null);
  const parted = sided.filter(({ stance, label }) => partsWays(stance, label));
  const againstPositive = parted.filter(({ stance }) => stance === 'against').length;
  return {
    n: sided.length,
    againstPositive,
    favorNegative: parted.length - againstPositive,
    worthNote: parted.length > sided.length * PARTING_NOTE_SHARE,
  };
}
