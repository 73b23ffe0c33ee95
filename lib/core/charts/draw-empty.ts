import type { ChartName } from '#lib/core/charts/chart-model';
import { measuredAs } from '#lib/core/charts/chart-theme';
import { type DrawOptions, LABEL_SIZE } from '#lib/core/charts/draw-options';
import type { Drawing } from '#lib/core/charts/drawing';
import { svg } from '#lib/core/charts/svg-node';
import { textNode } from '#lib/core/charts/text-node';
import { wrapText } from '#lib/core/charts/text-width';

/** A chart with nothing to show says so in its own place, at a height of its own. */
export function drawEmpty(name: ChartName, message: string, { width, theme, text }: DrawOptions): Drawing {
  const { lines } = wrapText(message, width - 32, measuredAs(theme, LABEL_SIZE), 4);
  const height = 56 + lines.length * 20;
  return {
    name,
    width,
    height,
    plot: { x: 0, y: 0, width, height },
    xDomain: [0, 1],
    yDomain: [0, height],
    defs: [],
    back: [
      svg('rect', {
        x: 0.5,
        y: 0.5,
        width: width - 1,
        height: height - 1,
        rx: 4,
        fill: 'none',
        stroke: theme.rule,
        'stroke-dasharray': '4 4',
      }),
      ...lines.map((line, index) =>
        textNode({
          x: width / 2,
          y: 44 + index * 20,
          text: line,
          size: LABEL_SIZE,
          fill: theme.ink2,
          align: 'middle',
          direction: text.direction,
        }),
      ),
    ],
    marks: [],
    front: [],
    quoteMarks: text.quoteMarks,
  };
}
