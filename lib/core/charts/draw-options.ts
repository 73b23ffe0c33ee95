import type { ChartLinks } from '#lib/core/charts/chart-target';
import type { ChartText } from '#lib/core/charts/chart-text';
import type { ChartTheme } from '#lib/core/charts/chart-theme';

/** What every drawing needs beside its model. */
export interface DrawOptions {
  readonly text: ChartText;
  readonly theme: ChartTheme;
  readonly links: ChartLinks;
  /** Width in px of the drawing; a narrow one has its labels above their rows. */
  readonly width: number;
  /** Makes ids of patterns unique on a page that carries several drawings. */
  readonly idPrefix: string;
}

/**
 * The two widths that a page draws. Text stays above 11 px where the page shows the first from 272 px on and the
 * second from 560 px on.
 */
export const PAGE_WIDTHS = { narrow: 320, wide: 680 } as const;

/** Width in px of a figure from which the wide drawing is shown; charts.css says the same. */
export const SWITCH_WIDTH = 560;

const NARROW_BELOW = 480;

/** Sizes of type in px. */
export const LABEL_SIZE = 14;
export const SMALL_SIZE = 13.5;

/** Whether a drawing is too narrow for labels beside its rows. */
export function isNarrow(width: number): boolean {
  return width < NARROW_BELOW;
}
