import type { SentimentLabel } from '#lib/core/score';
import type { ResolvedStance, SloganUse } from '#lib/core/stance';

/** Which statements a mark stands for; it opens exactly these. */
export type ChartTarget =
  | { readonly kind: 'statement'; readonly id: string }
  | {
      readonly kind: 'statements';
      readonly camp?: string;
      /** Several camps, where a mark pools them. */
      readonly camps?: readonly string[];
      readonly stance?: ResolvedStance;
      readonly sentiment?: SentimentLabel | 'not_scored';
      /** Scores from this bound (counted in) to the next (left out, but for 1), for a bin of a histogram. */
      readonly scoreFrom?: number;
      readonly scoreTo?: number;
      /** First and last day on which they were said, `YYYY-MM-DD`. */
      readonly from?: string;
      readonly to?: string;
      readonly word?: string;
      readonly slogan?: string;
      readonly use?: SloganUse;
      /** Set where duplicates were left out of the count, so that the list leaves them out too. */
      readonly withoutDuplicates?: boolean;
    };

/** Gives the address that a mark leads to; null where a picture has no links. */
export type ChartLinks = (target: ChartTarget) => string | null;

/** For pictures that leave the page. */
export const NO_LINKS: ChartLinks = () => null;

/**
 * Links to the pages of one event.
 * @param eventSlug slug as it stands in the address.
 * @param kept filter parameters of the page that the marks must keep, such as the target.
 * @returns paths with the filter in the query; parameters in a fixed order.
 */
export function eventChartLinks(eventSlug: string, kept: Readonly<Record<string, string>> = {}): ChartLinks {
  return (target) => {
    if (target.kind === 'statement') return `/statements/${encodeURIComponent(target.id)}`;
    const query = new URLSearchParams(kept);
    const { camp, camps, stance, sentiment, scoreFrom, scoreTo, from, to, word, slogan, use } = target;
    const duplicates = target.withoutDuplicates === true ? 'without' : undefined;
    for (const each of camps ?? []) query.append('camp', each);
    for (const [key, value] of Object.entries({
      camp,
      stance,
      sentiment,
      scoreFrom,
      scoreTo,
      from,
      to,
      word,
      slogan,
      use,
      duplicates,
    })) {
      if (value !== undefined) query.set(key, String(value));
    }
    return `/events/${encodeURIComponent(eventSlug)}/statements?${query}`;
  };
}
