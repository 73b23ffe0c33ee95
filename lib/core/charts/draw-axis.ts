import { type ChartTheme, measuredAs } from '#lib/core/charts/chart-theme';
import { SMALL_SIZE } from '#lib/core/charts/draw-options';
import type { Box } from '#lib/core/charts/drawing';
import { type SvgNode, svg } from '#lib/core/charts/svg-node';
import { textNode } from '#lib/core/charts/text-node';
import { textWidth } from '#lib/core/charts/text-width';

/** A tick: where in px, and what stands there. */
export interface AxisTick {
  readonly x: number;
  readonly label: string;
  /** The tick that others are read from (0 of a score): drawn stronger. */
  readonly strong?: boolean;
}

/** Height that {@link drawXAxis} takes under the plot. */
export const AXIS_HEIGHT = 24;

const LABEL_GAP = 6;

/**
 * Rules through the plot and their labels below. Labels at the edges are pulled in so that none is cut; where they
 * would touch, every second or third is set, counted from the strong tick (all rules stay).
 */
export function drawXAxis(
  ticks: readonly AxisTick[],
  options: { readonly plot: Box; readonly width: number; readonly theme: ChartTheme; readonly direction: 'ltr' | 'rtl' },
): readonly SvgNode[] {
  const { plot, theme, width, direction } = options;
  const nodes: SvgNode[] = [];
  const bottom = plot.y + plot.height;
  const placed = ticks.map((tick) => {
    const half = textWidth(tick.label, measuredAs(theme, SMALL_SIZE)) / 2;
    return { ...tick, half, middle: Math.min(Math.max(tick.x, half), width - half) };
  });
  const anchor = Math.max(
    0,
    placed.findIndex((tick) => tick.strong),
  );
  const everyNth = (stride: number) => placed.filter((_, index) => (index - anchor) % stride === 0);
  const touch = (labels: typeof placed) =>
    labels.some((label, index) => {
      const next = labels[index + 1];
      return next !== undefined && label.middle + label.half + LABEL_GAP > next.middle - next.half;
    });
  let stride = 1;
  while (stride < placed.length && touch(everyNth(stride))) stride += 1;
  const labelled = new Set(everyNth(stride));
  for (const tick of placed) {
    nodes.push(
      svg('line', {
        x1: tick.x,
        x2: tick.x,
        y1: plot.y,
        y2: bottom + 4,
        stroke: tick.strong ? theme.ink2 : theme.rule,
        'stroke-width': 1,
      }),
    );
    if (!labelled.has(tick)) continue;
    nodes.push(
      textNode({
        x: tick.middle,
        y: bottom + 18,
        text: tick.label,
        size: SMALL_SIZE,
        fill: theme.ink2,
        align: 'middle',
        direction,
      }),
    );
  }
  return nodes;
}

/**
 * Takes the rules of an axis out of one row, whose marks are not placed by it.
 * @param middle of the row, and `height` of its marks, in px.
 */
export function coverAxis(plot: Box, middle: number, height: number, theme: ChartTheme): SvgNode {
  return svg('rect', { x: plot.x - 2, y: middle - height / 2 - 2, width: plot.width + 4, height: height + 4, fill: theme.paper });
}
