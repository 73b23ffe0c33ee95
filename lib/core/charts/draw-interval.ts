import type { ChartTheme } from '#lib/core/charts/chart-theme';
import { type SvgNode, svg } from '#lib/core/charts/svg-node';

/** Height that an interval takes. */
export const INTERVAL_HEIGHT = 18;

/**
 * An interval: a light band, a thin bar, and a diamond at the estimate.
 * @param at px of low, middle and high; the bar is left out where low and high are null.
 * @param y middle in px.
 */
export function drawInterval(
  at: { readonly low: number | null; readonly middle: number; readonly high: number | null },
  y: number,
  colour: string,
  theme: ChartTheme,
): readonly SvgNode[] {
  const nodes: SvgNode[] = [];
  if (at.low !== null && at.high !== null) {
    nodes.push(
      svg('rect', { x: at.low, y: y - 7, width: Math.max(1, at.high - at.low), height: 14, fill: colour, opacity: 0.16 }),
      svg('line', { x1: at.low, x2: at.high, y1: y, y2: y, stroke: colour, 'stroke-width': 2 }),
      svg('line', { x1: at.low, x2: at.low, y1: y - 5, y2: y + 5, stroke: colour, 'stroke-width': 2 }),
      svg('line', { x1: at.high, x2: at.high, y1: y - 5, y2: y + 5, stroke: colour, 'stroke-width': 2 }),
    );
  }
  nodes.push(
    svg('path', {
      d: `M${at.middle.toFixed(2)} ${y - 7}l4.5 7l-4.5 7l-4.5 -7z`,
      fill: theme.ink,
      stroke: theme.paper,
      'stroke-width': 1.5,
    }),
  );
  return nodes;
}
