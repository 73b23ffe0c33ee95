import { type CompareCampsInput, groupByCamp } from '#lib/core/comparison/compare-camps';
import { countPartedWays } from '#lib/core/comparison/parts-ways';
import type { Finding } from '#lib/core/findings/finding';

/** What the heat table of stance and wording shows, in one finding. */
export function findPartedWays(input: CompareCampsInput): Finding {
  const statements = groupByCamp(input).camps.flatMap((camp) => camp.statements);
  if (statements.length === 0) return { kind: 'no_statements' };
  if (statements.every(({ score }) => score === null)) return { kind: 'nobody_scored', n: statements.length };
  const { n, againstPositive, favorNegative } = countPartedWays(statements);
  if (n === 0) return { kind: 'no_sided_score', n: statements.length };
  return { kind: 'parted_ways', n, againstPositive, favorNegative };
}
