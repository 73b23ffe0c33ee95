import type { ChartCamp } from '#lib/core/chart-statement';
import type { SampleSize } from '#lib/core/statistics/small-sample';

export const CHART_NAMES = [
  'stance-bars',
  'sentiment-strip',
  'stance-by-sentiment',
  'share-intervals',
  'camp-differences',
  'timeline',
  'term-contrast',
  'slogans-by-use',
] as const;
export type ChartName = (typeof CHART_NAMES)[number];

/** A camp as a row of a chart: the same camps in the same order, with the same colour, on all charts of a page. */
export interface CampRow {
  readonly slug: string;
  readonly label: string;
  /** BCP 47 tag of `label`. */
  readonly labelLanguage: string;
  /** Statements that count. */
  readonly n: number;
  readonly size: SampleSize;
  /** Index of the camp's colour, from 0. */
  readonly colour: number;
}

/** Row of a camp. Its colour goes by its place in the event, so that a filter never repaints a camp. */
export function campRow(camp: ChartCamp, n: number, size: SampleSize): CampRow {
  return { slug: camp.slug, label: camp.label, labelLanguage: camp.labelLanguage, n, size, colour: Math.max(1, camp.order) - 1 };
}

/** Why a chart has nothing to draw, or null. */
export type EmptyReason =
  | 'no_camps'
  | 'no_statements'
  | 'nothing_scored'
  | 'nothing_dated'
  | 'one_camp'
  | 'too_few'
  | 'not_enough_text'
  | 'no_slogans';
