import { memo } from 'react';
import { type Drawing, drawingToSvg } from '#lib/core/charts/drawing';
import { SvgNodeView } from './svg-node-view';

export interface ChartViewProps {
  readonly drawing: Drawing;
  /** Accessible name of the whole. */
  readonly name: string;
}

/** The chart as the server sends it: complete, with its links, without JavaScript. */
export const StaticChart = memo(function StaticChart({ drawing, name }: ChartViewProps) {
  return <SvgNodeView node={drawingToSvg(drawing, name)} />;
});
