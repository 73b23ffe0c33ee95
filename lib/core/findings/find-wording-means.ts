import { type CompareCampsInput, compareCamps } from '#lib/core/comparison/compare-camps';
import { nameCamp } from '#lib/core/findings/find-stance-shares';
import type { Finding } from '#lib/core/findings/finding';

/** What the strip of scores shows, in one finding. */
export function findWordingMeans(input: CompareCampsInput): Finding {
  const { camps, totals } = compareCamps(input);
  if (totals.compared === 0) return { kind: 'no_statements' };
  if (totals.scored === 0) return { kind: 'nobody_scored', n: totals.compared };
  const means = camps.flatMap((camp) => {
    const { mean, interval, scored } = camp.sentiment;
    return mean === null ? [] : [{ ...nameCamp(camp), mean, interval, scored }];
  });
  if (means.length === 0) return { kind: 'too_few_scored', scored: totals.scored, n: totals.compared };
  const tooFew = camps
    .filter((camp) => camp.n > 0 && camp.sentiment.mean === null)
    .map((camp) => ({ ...nameCamp(camp), scored: camp.sentiment.scored }));
  return { kind: 'wording_means', camps: means, tooFew };
}
