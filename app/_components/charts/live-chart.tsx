'use client';

import { memo } from 'react';
import { DefaultZIndexes, Scatter, ScatterChart, type ScatterShapeProps, XAxis, YAxis, ZIndexLayer } from 'recharts';
import { furniture, markAt } from '#lib/core/charts/drawing';
import { svg } from '#lib/core/charts/svg-node';
import { plotMargin } from './plot-margin';
import type { ChartViewProps } from './static-chart';
import { SvgNodeView } from './svg-node-view';

// Recharts writes its size in px on its box; ours follows the column, and the drawing scales in it.
const FLUID = { width: '100%', height: 'auto' } as const;

/**
 * The same chart by Recharts: its axes take the drawing's domains, its points are the drawing's marks. Its own
 * keyboard layer stays off, since every mark is a link of its own.
 */
export const LiveChart = memo(function LiveChart({ drawing, name }: ChartViewProps) {
  const shape = ({ cx, cy, index }: ScatterShapeProps) => {
    const mark = drawing.marks[index];
    return mark === undefined || cx === undefined || cy === undefined ? (
      <g />
    ) : (
      <SvgNodeView node={markAt({ x: cx, y: cy }, mark, drawing.quoteMarks)} />
    );
  };
  return (
    <ScatterChart
      width={drawing.width}
      height={drawing.height}
      margin={plotMargin(drawing)}
      style={FLUID}
      accessibilityLayer={false}
      role="group"
      aria-label={name}
    >
      <SvgNodeView node={svg('defs', {}, drawing.defs)} />
      <SvgNodeView node={furniture(drawing.back)} />
      {/* No allowDataOverflow: it clips at the plot, and half of a dot at -1 would be gone. No mark lies outside its domain. */}
      <XAxis type="number" dataKey="x" domain={[...drawing.xDomain]} hide />
      <YAxis type="number" dataKey="y" domain={[...drawing.yDomain]} reversed hide />
      <Scatter data={[...drawing.marks]} shape={shape} isAnimationActive={false} />
      <ZIndexLayer zIndex={DefaultZIndexes.activeBar}>
        <SvgNodeView node={furniture(drawing.front)} />
      </ZIndexLayer>
    </ScatterChart>
  );
});
