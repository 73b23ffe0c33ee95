/** Beyond this a term's difference is called real (two-sided 5 %); charts show nothing under it. */
export const LOG_ODDS_SHOWN_Z = 1.96;

/** The prior weighs no more than this many words, as in Monroe et al.'s own study, nor more than the data. */
export const MAX_PRIOR_SIZE = 500;

export interface TermContrast {
  readonly term: string;
  readonly firstCount: number;
  readonly secondCount: number;
  /** Difference of the two log-odds; above 0 the term belongs to the first group. */
  readonly logOdds: number;
  /** `logOdds` in its own standard errors. */
  readonly z: number;
}

/**
 * Which terms tell two groups apart: log-odds ratio with an informative Dirichlet prior. The prior has the
 * shape of both groups and the background together, so a term that is rare everywhere cannot win by chance.
 *
 * @param input.first how often each term stands in the first group; counts are whole and not negative
 * @param input.second the same for the second group
 * @param input.background counts of a larger corpus (all camps of the event, say), added to the prior's shape
 * @param input.priorSize weight of the prior in words; by default that of the data, at most {@link MAX_PRIOR_SIZE}
 * @returns one row a term that either group has, by falling z, ties by term; nothing where a group has no words
 * or both know one term only, for then there is no contrast
 * @throws RangeError when a count is no count or the prior has no weight
 * @see Monroe, Colaresi and Quinn (2008), Political Analysis 16, 372-403
 */
export function logOddsContrast(input: {
  readonly first: ReadonlyMap<string, number>;
  readonly second: ReadonlyMap<string, number>;
  readonly background?: ReadonlyMap<string, number>;
  readonly priorSize?: number;
}): TermContrast[] {
  const firstTotal = total(input.first);
  const secondTotal = total(input.second);
  if (firstTotal === 0 || secondTotal === 0) return [];

  const priorSize = input.priorSize ?? Math.min(MAX_PRIOR_SIZE, firstTotal + secondTotal);
  if (!(priorSize > 0)) throw new RangeError(`the prior must weigh more than 0 words, got ${priorSize}`);

  const shape = new Map<string, number>();
  for (const counts of [input.first, input.second, input.background ?? new Map<string, number>()]) {
    for (const [term, count] of counts) if (count > 0) shape.set(term, (shape.get(term) ?? 0) + count);
  }
  if (shape.size < 2) return [];
  const shapeTotal = total(shape);

  const contrasts: TermContrast[] = [];
  for (const [term, weight] of shape) {
    const firstCount = input.first.get(term) ?? 0;
    const secondCount = input.second.get(term) ?? 0;
    if (firstCount + secondCount === 0) continue;
    const prior = (priorSize * weight) / shapeTotal;
    const logOdds =
      Math.log((firstCount + prior) / (firstTotal + priorSize - firstCount - prior)) -
      Math.log((secondCount + prior) / (secondTotal + priorSize - secondCount - prior));
    const variance = 1 / (firstCount + prior) + 1 / (secondCount + prior);
    contrasts.push({ term, firstCount, secondCount, logOdds, z: logOdds / Math.sqrt(variance) });
  }
  return contrasts.sort((a, b) => b.z - a.z || (a.term < b.term ? -1 : 1));
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [term, count] of counts) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`"${term}" must have a count, got ${count}`);
    sum += count;
  }
  return sum;
}
