import type { ChartName } from '#lib/core/charts/chart-model';
import { moved, roundPixel, type SvgNode, svg } from '#lib/core/charts/svg-node';

/** A rectangle in px of the drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A mark as it is drawn: what a reader points at, tabs to and opens. */
export interface DrawnMark {
  readonly id: string;
  /** Place in data coordinates of {@link Drawing.xDomain} and {@link Drawing.yDomain}. */
  readonly x: number;
  readonly y: number;
  readonly href: string | null;
  /** What the mark stands for, in words. */
  readonly facts: string;
  /** The statement behind it, where it stands for one. */
  readonly quote: { readonly text: string; readonly language: string } | null;
  /** Drawn around the origin. */
  readonly node: SvgNode;
}

/**
 * A chart at one width: what lies behind the marks, the marks, and what lies on them. The server writes it as
 * SVG; in the browser Recharts places the same marks by the same domains.
 */
export interface Drawing {
  readonly name: ChartName;
  readonly width: number;
  readonly height: number;
  /** Where the domains are mapped to; y grows downwards. */
  readonly plot: Box;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly defs: readonly SvgNode[];
  readonly back: readonly SvgNode[];
  /** In visual order, which is the order of the keyboard. */
  readonly marks: readonly DrawnMark[];
  readonly front: readonly SvgNode[];
  /** What the language puts around a quote. */
  readonly quoteMarks: readonly [string, string];
}

/** A name is read aloud before anything else can be: the quote in it is cut at this many characters. */
const QUOTE_IN_NAME = 100;

/** Accessible name of a mark: its facts and the beginning of its quote. */
export function nameOfMark({ facts, quote }: Pick<DrawnMark, 'facts' | 'quote'>, [open, close]: Drawing['quoteMarks']): string {
  if (quote === null) return facts;
  const characters = Array.from(quote.text);
  const cut = characters.length > QUOTE_IN_NAME ? `${characters.slice(0, QUOTE_IN_NAME).join('').trimEnd()}…` : quote.text;
  return `${facts}: ${open}${cut}${close}`;
}

/** Where a mark lands, in px of the drawing. */
export function placeOfMark(drawing: Drawing, mark: Pick<DrawnMark, 'x' | 'y'>): { readonly x: number; readonly y: number } {
  const along = (value: number, [from, to]: readonly [number, number], start: number, length: number) =>
    roundPixel(start + (to === from ? 0 : ((value - from) / (to - from)) * length));
  return {
    x: along(mark.x, drawing.xDomain, drawing.plot.x, drawing.plot.width),
    y: along(mark.y, drawing.yDomain, drawing.plot.y, drawing.plot.height),
  };
}

/** The mark around the origin: a link where it leads somewhere. */
function markNode(mark: DrawnMark, quoteMarks: Drawing['quoteMarks']): SvgNode {
  const shared = { class: 'chart-mark', 'data-mark': mark.id, 'aria-label': nameOfMark(mark, quoteMarks) };
  return mark.href === null
    ? svg('g', { ...shared, role: 'img' }, [mark.node])
    : svg('a', { ...shared, href: mark.href }, [mark.node]);
}

/** A mark at a place in px. */
export function markAt(
  place: { readonly x: number; readonly y: number },
  mark: DrawnMark,
  quoteMarks: Drawing['quoteMarks'],
): SvgNode {
  return moved(place.x, place.y, [markNode(mark, quoteMarks)]);
}

/** Marks placed by the drawing itself. */
export function placedMarks(drawing: Drawing): readonly SvgNode[] {
  return drawing.marks.map((mark) => markAt(placeOfMark(drawing, mark), mark, drawing.quoteMarks));
}

/** What lies behind or on the marks. Hidden from screen readers, which get the same numbers from the marks and the table. */
export function furniture(nodes: readonly SvgNode[]): SvgNode {
  return svg('g', { 'aria-hidden': 'true', class: 'chart-layer' }, nodes);
}

/**
 * The drawing as one static SVG element.
 * @param name accessible name of the whole: the title and the finding.
 */
export function drawingToSvg(drawing: Drawing, name: string): SvgNode {
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${roundPixel(drawing.width)} ${roundPixel(drawing.height)}`,
      width: drawing.width,
      height: drawing.height,
      class: 'chart-svg',
      role: 'group',
      'aria-label': name,
      direction: 'ltr',
    },
    [svg('defs', {}, drawing.defs), furniture(drawing.back), ...placedMarks(drawing), furniture(drawing.front)],
  );
}
