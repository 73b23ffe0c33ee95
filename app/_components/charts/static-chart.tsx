import { memo } from 'react';
import { type Drawing, drawingToSvg } from '#lib/core/charts/drawing';
import { svgToString } from '#lib/core/charts/svg-to-string';

export interface ChartViewProps {
  readonly drawing: Drawing;
  /** Accessible name of the whole. */
  readonly name: string;
}

/**
 * The chart as the server sends it: complete, with its links, without JavaScript. It is one piece of markup, so that React takes
 * over a page of eight charts without going through their thousands of elements.
 */
export const StaticChart = memo(function StaticChart({ drawing, name }: ChartViewProps) {
  const markup = svgToString(drawingToSvg(drawing, name));
  // biome-ignore lint/security/noDangerouslySetInnerHtml: svgToString escapes every text and attribute value
  return <div dangerouslySetInnerHTML={{ __html: markup }} />;
});
