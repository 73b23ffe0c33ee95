import type { Drawing } from '#lib/core/charts/drawing';

/** Room around the plot, as Recharts asks for it. */
export function plotMargin({ width, height, plot }: Pick<Drawing, 'width' | 'height' | 'plot'>) {
  return {
    top: plot.y,
    left: plot.x,
    right: width - plot.x - plot.width,
    bottom: height - plot.y - plot.height,
  };
}
