import type { ResolvedStance, SloganUse } from '#lib/core/stance';

/** A camp as a sentence names it. */
export interface NamedCamp {
  readonly slug: string;
  readonly label: string;
  /** BCP 47 tag of `label`. */
  readonly labelLanguage: string;
  readonly n: number;
}

/** A camp and how many of its n statements are meant. */
export interface CampCount extends NamedCamp {
  readonly count: number;
}

/** Camps of whose statements more than half are disputed among coders, or not coded yet: a low share of theirs says little. */
export interface UnsettledCamps {
  readonly disputed: readonly CampCount[];
  readonly uncoded: readonly CampCount[];
}

/**
 * The one plain thing that a chart shows, as numbers; the dictionaries turn it into a sentence. What is left
 * unsaid is left out here too: no sentence can speak of a share under 5 statements, since no finding holds one.
 */
export type Finding =
  | { readonly kind: 'no_statements' }
  /** Every compared camp is too small to summarise. */
  | { readonly kind: 'all_too_few'; readonly tooFew: readonly NamedCamp[] }
  /** Nobody has coded a stance yet. */
  | { readonly kind: 'nobody_coded'; readonly n: number }
  /** How many statements of each camp take one stance: the one on which the camps are furthest apart. */
  | {
      readonly kind: 'stance_shares';
      readonly stance: ResolvedStance;
      readonly camps: readonly CampCount[];
      readonly unsettled: UnsettledCamps;
      readonly tooFew: readonly NamedCamp[];
    }
  /** Camps that lean different ways: the stance that more than half of each camp's statements take. */
  | {
      readonly kind: 'stance_leads';
      readonly camps: readonly (CampCount & { readonly stance: ResolvedStance })[];
      readonly tooFew: readonly NamedCamp[];
    }
  /** One camp alone, and its most frequent stance (several where they tie). */
  | {
      readonly kind: 'one_camp_stance';
      readonly camp: NamedCamp;
      readonly stances: readonly ResolvedStance[];
      readonly count: number;
      readonly tooFew: readonly NamedCamp[];
    }
  /** More than half of the statements of every camp that can be summarised are disputed among coders. */
  | { readonly kind: 'mostly_disputed'; readonly camps: readonly CampCount[]; readonly tooFew: readonly NamedCamp[] }
  /** No text has a score. */
  | { readonly kind: 'nobody_scored'; readonly n: number }
  /** Some have, but nowhere enough for a mean. */
  | { readonly kind: 'too_few_scored'; readonly scored: number; readonly n: number }
  /** Mean wording of each camp with at least 5 scored statements. */
  | {
      readonly kind: 'wording_means';
      readonly camps: readonly (NamedCamp & {
        readonly mean: number;
        readonly interval: { readonly low: number; readonly high: number } | null;
        readonly scored: number;
      })[];
      readonly tooFew: readonly (NamedCamp & { readonly scored: number })[];
    }
  /** On how many scored statements that are for or against the wording points the other way. */
  | {
      readonly kind: 'parted_ways';
      readonly n: number;
      readonly againstPositive: number;
      readonly favorNegative: number;
    }
  /** No statement that is for or against has a score; `n` counts all. */
  | { readonly kind: 'no_sided_score'; readonly n: number }
  /** Lowest and highest share of one stance, and whether the two intervals overlap. */
  | {
      readonly kind: 'share_range';
      readonly stance: ResolvedStance;
      readonly lowest: CampCount;
      readonly highest: CampCount;
      readonly overlap: boolean;
      readonly unsettled: UnsettledCamps;
      readonly tooFew: readonly NamedCamp[];
    }
  /** All camps have the same share, or only one can be summarised. */
  | {
      readonly kind: 'share_alike';
      readonly stance: ResolvedStance;
      readonly camps: readonly CampCount[];
      readonly unsettled: UnsettledCamps;
      readonly tooFew: readonly NamedCamp[];
    }
  /** The largest difference between two camps, in shares of 1. */
  | {
      readonly kind: 'camp_difference';
      readonly stance: ResolvedStance;
      readonly more: CampCount;
      readonly fewer: CampCount;
      readonly difference: number;
      readonly low: number;
      readonly high: number;
      /** Whether both camps bear a difference in points, or only their counts. */
      readonly shareAs: 'counts' | 'per_cent';
      /** Whether the interval holds 0: the camps may stand alike. */
      readonly holdsZero: boolean;
      readonly unsettled: UnsettledCamps;
    }
  /** A difference wants two camps of at least 5 statements; `camp` is the only one that has them, null where none has. */
  | { readonly kind: 'one_camp_only'; readonly camp: NamedCamp | null }
  /** What the time line spans. Dates as they were given: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  | {
      readonly kind: 'time_span';
      readonly first: string;
      readonly last: string;
      readonly dated: number;
      readonly undated: number;
    }
  /** All dated statements share one date. */
  | { readonly kind: 'one_date'; readonly date: string; readonly dated: number; readonly undated: number }
  | { readonly kind: 'nothing_dated'; readonly undated: number }
  /** The words that most set two camps apart, strongest first. */
  | {
      readonly kind: 'telling_terms';
      readonly first: NamedCamp;
      readonly second: NamedCamp;
      readonly firstTerms: readonly string[];
      readonly secondTerms: readonly string[];
    }
  | { readonly kind: 'not_enough_text'; readonly first: NamedCamp; readonly second: NamedCamp }
  /** The slogan that is used most, and how. */
  | {
      readonly kind: 'slogan_uses';
      readonly slogan: string;
      readonly sloganLanguage: string;
      readonly n: number;
      readonly uses: readonly { readonly use: SloganUse; readonly count: number }[];
    }
  /** Several slogans are used most, in `n` statements each; the first three by name. */
  | { readonly kind: 'slogans_tied'; readonly slogans: readonly string[]; readonly tied: number; readonly n: number }
  | { readonly kind: 'no_slogans' };
