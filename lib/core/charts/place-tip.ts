/** Edges in px of the chart's box. */
export interface MarkEdges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a tip stands: its inline middle, and whether it is above or below its mark. */
export interface TipPlace {
  readonly left: number;
  readonly top: number;
  readonly side: 'above' | 'below';
}

/**
 * Places a tip at a mark so that it does not leave the chart sideways and does not cover the mark.
 * @param tipWidth width of the tip in px, as its style sets it; a box that is narrower than the tip gets it centred.
 * @param roomAbove px between the top of the window and the top of the chart's box; may be negative.
 * @param tipHeight the most that a tip grows to.
 */
export function placeTip(mark: MarkEdges, boxWidth: number, tipWidth: number, roomAbove: number, tipHeight: number): TipPlace {
  const middle = (mark.left + mark.right) / 2;
  const half = Math.min(tipWidth, boxWidth) / 2;
  const side = roomAbove + mark.top > tipHeight ? 'above' : 'below';
  return {
    left: Math.min(Math.max(middle, half), boxWidth - half),
    top: side === 'above' ? mark.top : mark.bottom,
    side,
  };
}
