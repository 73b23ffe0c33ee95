import type { Drawing, DrawnMark } from '#lib/core/charts/drawing';

/** What a mark says and opens; the same at every width, so it is sent to the browser once. */
export interface MarkLabel {
  readonly href: string | null;
  readonly facts: string;
  readonly quote: DrawnMark['quote'];
}

export type MarkLabels = Readonly<Record<string, MarkLabel>>;

/** A drawing without what {@link MarkLabel} says. */
export type PageDrawing = Omit<Drawing, 'marks'> & { readonly marks: readonly Omit<DrawnMark, keyof MarkLabel>[] };

/** The two drawings of a figure and the labels that they share. */
export interface PageDrawings {
  readonly narrow: PageDrawing;
  readonly wide: PageDrawing;
  readonly labels: MarkLabels;
}

/** Takes the labels out of two drawings of one model. */
export function toPageDrawings(narrow: Drawing, wide: Drawing): PageDrawings {
  const bare = (drawing: Drawing): PageDrawing => ({
    ...drawing,
    marks: drawing.marks.map(({ id, x, y, node }) => ({ id, x, y, node })),
  });
  const labels = [...wide.marks, ...narrow.marks].map(({ id, href, facts, quote }) => [id, { href, facts, quote }] as const);
  return { narrow: bare(narrow), wide: bare(wide), labels: Object.fromEntries(labels) };
}

/** Puts the labels back, so that page and picture are drawn by the same functions. */
export function withLabels(drawing: PageDrawing, labels: MarkLabels): Drawing {
  return {
    ...drawing,
    marks: drawing.marks.flatMap((mark) => {
      const label = labels[mark.id];
      return label === undefined ? [] : [{ ...mark, ...label }];
    }),
  };
}
