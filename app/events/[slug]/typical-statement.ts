import type { ChartStatement } from '#lib/core/chart-statement';
import { median } from '#lib/core/statistics/quantile';

function isVerbatim({ attribution }: ChartStatement): boolean {
  return attribution === 'direct' || attribution === 'slogan';
}

/**
 * The statement that stands for a camp where there is room for one, chosen by rule and never by hand: words quoted as
 * they were said come first, then the wording nearest to the camp's median, then the order of ids.
 * @param statements of one camp, duplicates already left out
 * @returns null where there are none
 */
export function typicalStatement(statements: readonly ChartStatement[]): ChartStatement | null {
  const scores = statements.map(({ score }) => score).filter((score) => score !== null);
  const middle = median(scores);
  // Without a score there is no distance: such a statement comes after all that have one.
  const distance = ({ score }: ChartStatement): number => (score === null || middle === null ? 2 : Math.abs(score - middle));
  const ranked = [...statements].sort(
    (a, b) => Number(isVerbatim(b)) - Number(isVerbatim(a)) || distance(a) - distance(b) || (a.id < b.id ? -1 : 1),
  );
  return ranked[0] ?? null;
}
