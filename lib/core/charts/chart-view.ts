import { BAR_LAYOUTS, type BarLayout } from '#lib/core/charts/stance-bars';
import type { FieldProblem } from '#lib/core/problem';
import { RESOLVED_STANCES, type ResolvedStance } from '#lib/core/stance';
import { seenValue } from '#lib/core/statement/seen-value';

export const CHART_MEASURES = ['stance', 'wording'] as const;
export const PICTURE_THEMES = ['light', 'dark'] as const;
export type PictureTheme = (typeof PICTURE_THEMES)[number];

/** Width in px of a whole picture. */
export const PICTURE_WIDTHS = { min: 360, usual: 800, max: 1600 } as const;

/** What a reader chose of a chart beside its filter. */
export interface ChartView {
  readonly bars: BarLayout;
  /** What a time line shows. */
  readonly measure: (typeof CHART_MEASURES)[number];
  /** The stance of charts that are about one; null for the one on which the camps are furthest apart. */
  readonly about: ResolvedStance | null;
  /** Slugs of the two camps whose words are set against each other; null for the first two that can be summarised. */
  readonly pair: readonly [string, string] | null;
}

/** How a chart is set as a picture. */
export interface PictureView {
  readonly theme: PictureTheme;
  readonly width: number;
}

export const USUAL_VIEW: ChartView = { bars: 'stacked', measure: 'stance', about: null, pair: null };
export const USUAL_PICTURE: PictureView = { theme: 'light', width: PICTURE_WIDTHS.usual };

/** Names of the parameters that say how a chart is shown; all others are the filter's. */
export const VIEW_PARAMETERS = ['bars', 'measure', 'about', 'pair', 'theme', 'width'] as const;

export interface ReadView {
  readonly view: ChartView;
  readonly picture: PictureView;
  readonly problems: readonly FieldProblem[];
}

/**
 * Reads how a chart is to be shown. Total: what is wrong is left at its default and reported.
 * @param query `bars` (stacked | diverging), `measure` (stance | wording), `about` (a stance), `pair` (two slugs of camps with a
 *   comma between), `theme` (light | dark), `width` (360 to 1600); anything else is ignored here.
 */
export function readChartView(query: URLSearchParams): ReadView {
  const problems: FieldProblem[] = [];
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | null => {
    const given = query.get(name);
    const code = known.find((each) => each === given) ?? null;
    if (given !== null && code === null) {
      problems.push({ field: name, code: 'not_one_of', seen: seenValue(given) ?? '', params: { allowed: known.join(', ') } });
    }
    return code;
  };
  const view: ChartView = {
    bars: oneOf('bars', BAR_LAYOUTS) ?? USUAL_VIEW.bars,
    measure: oneOf('measure', CHART_MEASURES) ?? USUAL_VIEW.measure,
    about: oneOf('about', RESOLVED_STANCES),
    pair: readPair(query.get('pair'), problems),
  };
  const picture: PictureView = {
    theme: oneOf('theme', PICTURE_THEMES) ?? USUAL_PICTURE.theme,
    width: readWidth(query.get('width'), problems),
  };
  return { view, picture, problems };
}

function readPair(given: string | null, problems: FieldProblem[]): ChartView['pair'] {
  if (given === null) return null;
  const [first = '', second = '', ...more] = given.split(',').map((slug) => slug.trim());
  if (first !== '' && second !== '' && first !== second && more.length === 0) return [first, second];
  problems.push({ field: 'pair', code: 'invalid', seen: seenValue(given) ?? '' });
  return null;
}

function readWidth(given: string | null, problems: FieldProblem[]): number {
  if (given === null) return PICTURE_WIDTHS.usual;
  const { min, max } = PICTURE_WIDTHS;
  const seen = seenValue(given) ?? '';
  if (!/^\d{1,5}$/.test(given)) {
    problems.push({ field: 'width', code: 'not_a_number', seen, params: { min, max } });
    return PICTURE_WIDTHS.usual;
  }
  const width = Number(given);
  if (width >= min && width <= max) return width;
  problems.push({ field: 'width', code: 'out_of_range', seen, params: { min, max } });
  return PICTURE_WIDTHS.usual;
}

/** The view as parameters, without defaults, so that one view has one address. */
export function chartViewParameters(view: ChartView): readonly (readonly [string, string])[] {
  const parameters: (readonly [string, string])[] = [];
  if (view.bars !== USUAL_VIEW.bars) parameters.push(['bars', view.bars]);
  if (view.measure !== USUAL_VIEW.measure) parameters.push(['measure', view.measure]);
  if (view.about !== null) parameters.push(['about', view.about]);
  if (view.pair !== null) parameters.push(['pair', view.pair.join(',')]);
  return parameters;
}
