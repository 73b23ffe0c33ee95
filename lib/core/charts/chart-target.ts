import { SCORE_DECIMALS, type SentimentLabel } from '#lib/core/score';
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
    };

/** Gives the address that a mark leads to; null where a picture has no links. */
export type ChartLinks = (target: ChartTarget) => string | null;

/** For pictures that leave the page. */
export const NO_LINKS: ChartLinks = () => null;

/** Scores have three decimals: the last one below a bound. */
const SCORE_STEP = 0.001;

/** The words of a search: those of the page, and the word of the mark. */
function searchFor(word: string | undefined, kept: string | undefined): string | undefined {
  return word === undefined || kept === undefined ? word : `${kept} ${word}`;
}

/**
 * Links to the pages of one event, in the parameters of a statement filter.
 * @param eventSlug slug as it stands in the address.
 * @param kept filter parameters of the page that the marks must keep, such as the target.
 * @returns paths with the filter in the query; what the mark stands for replaces the same part of the page's filter.
 */
export function eventChartLinks(eventSlug: string, kept: Readonly<Record<string, string>> = {}): ChartLinks {
  return (target) => {
    if (target.kind === 'statement') return `/statements/${encodeURIComponent(target.id)}`;
    const { camp, camps, stance, sentiment, scoreFrom, scoreTo, from, to, word, slogan, use } = target;
    const parameters = {
      camp: camp ?? camps?.join(','),
      stance,
      sentiment,
      scoreMin: scoreFrom,
      // The filter counts its bound in, a bin leaves it to the next one; the last bin has no next one.
      scoreMax: scoreTo === undefined || scoreTo === 1 ? scoreTo : Number((scoreTo - SCORE_STEP).toFixed(SCORE_DECIMALS)),
      from,
      to,
      q: searchFor(word, kept['q']),
      slogan,
      use,
      // Charts leave context camps out unless asked, lists show them unless told: a mark that names no camp says which.
      context: camp === undefined && camps === undefined ? (kept['context'] ?? 'out') : undefined,
    };
    const query = new URLSearchParams(kept);
    for (const [key, value] of Object.entries(parameters)) {
      if (value !== undefined) query.set(key, String(value));
    }
    return `/events/${encodeURIComponent(eventSlug)}/statements?${query}`;
  };
}
