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

/**
 * Rules through the plot and their labels below. Labels at the edges are pulled in so that none is cut, and one
 * that would touch its neighbour is left out (its rule stays).
 */
export function drawXAxis(
  ticks: readonly AxisTick[],
  options: { readonly plot: Box; readonly width: number; readonly theme: ChartTheme; readonly direction: 'ltr' | 'rtl' },
): readonly SvgNode[] {
  const { plot, theme, width, direction } = options;
  const nodes: SvgNode[] = [];
  const bottom = plot.y + plot.height;
  let taken = Number.NEGATIVE_INFINITY;
  // The strong tick gets its label first: it is the one that must not be left out.
  const placed = ticks.map((tick) => {
    const half = textWidth(tick.label, measuredAs(theme, SMALL_SIZE)) / 2;
    return { ...tick, half, middle: Math.min(Math.max(tick.x, half), width - half) };
  });
  const strong = placed.find((tick) => tick.strong);
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
    const clashes =
      tick.middle - tick.half < taken + 6 ||
      (strong !== undefined && tick !== strong && Math.abs(strong.middle - tick.middle) < strong.half + tick.half + 6);
    if (clashes) continue;
    taken = tick.middle + tick.half;
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
