import type { SentimentLabel } from '#lib/core/score';
import type { Attribution, ResolvedStance } from '#lib/core/stance';

/** A camp as charts need it. Every event orders its own camps; the order is the same on all charts. */
export interface ChartCamp {
  readonly slug: string;
  readonly label: string;
  /** BCP 47 tag of `label`. */
  readonly labelLanguage: string;
  readonly order: number;
  /** A context camp (officials) is left out of the comparison unless asked for. */
  readonly role: 'compared' | 'context';
}

/** One published statement, reduced to what charts read. */
export interface ChartStatement {
  readonly id: string;
  /** Resolved camp: a camp's slug, `disputed` or `uncoded`. */
  readonly camp: string;
  /** Resolved stance towards the one target that the page is about. */
  readonly stance: ResolvedStance;
  /** Current machine score in [-1, 1], or null for "not scored". */
  readonly score: number | null;
  readonly label: SentimentLabel | null;
  readonly unsure: boolean;
  readonly attribution: Attribution;
  /** BCP 47 tag of the original. */
  readonly language: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null when undated. */
  readonly saidOn: string | null;
  readonly sourceId: string | null;
  readonly speakerId: string | null;
  /** The statement or, with an ellipsis, its first 200 characters, to show at a mark: in the reader's language where a translation exists. */
  readonly excerpt: string;
  readonly excerptLanguage: string;
  /** True when another statement is its original (repost, syndicated copy). */
  readonly isDuplicate: boolean;
  /** True when the resolved stance rests on a coding with confidence 1. */
  readonly lowConfidence: boolean;
}
