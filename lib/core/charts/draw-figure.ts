import type { ChartText } from '#lib/core/charts/chart-text';
import { type ChartTheme, measuredAs } from '#lib/core/charts/chart-theme';
import { type Drawing, furniture, placedMarks } from '#lib/core/charts/drawing';
import { moved, roundPixel, type SvgNode, svg } from '#lib/core/charts/svg-node';
import { textNode } from '#lib/core/charts/text-node';
import { wrapText } from '#lib/core/charts/text-width';

/** What a picture says of itself once it has left its page. Sentences are ready in the reader's language. */
export interface FigureFacts {
  readonly title: string;
  /** What the stances are towards; left out for charts that show none. */
  readonly about?: string | null;
  readonly finding: string;
  readonly n: number;
  /** What was filtered; null for all statements of the event. */
  readonly filter: string | null;
  /** The event and where its statements come from. */
  readonly source: string | null;
  /** When the data were read, already written out. */
  readonly dataOf: string;
  /** Name and version; null for charts that read no score. */
  readonly scorer: string | null;
  /** What the interval means; null for charts without one. */
  readonly caveat: string | null;
  /** Where the page with the quotes is; null when it has no address that others could open. */
  readonly address: string | null;
}

const PADDING = 24;
const TITLE_SIZE = 20;
const ABOUT_SIZE = 13.5;
const FINDING_SIZE = 15;
const NOTE_SIZE = 12.5;

/**
 * Wraps a drawing into a picture that stands alone: title, finding, n, filter, source, date, scorer and caveat are
 * in it, and it needs no font or style from outside.
 */
export function drawFigure(
  drawing: Drawing,
  facts: FigureFacts,
  { text, theme }: { readonly text: ChartText; readonly theme: ChartTheme },
): SvgNode {
  const width = drawing.width + 2 * PADDING;
  const nodes: SvgNode[] = [];
  let y = PADDING;
  const write = (sentence: string, size: number, leading: number, semibold: boolean, fill: string) => {
    for (const line of wrapText(sentence, drawing.width, measuredAs(theme, size, semibold), 8).lines) {
      y += leading;
      nodes.push(
        textNode({
          x: text.direction === 'ltr' ? PADDING : width - PADDING,
          y,
          text: line,
          size,
          fill,
          align: text.direction === 'ltr' ? 'left' : 'right',
          direction: text.direction,
          semibold,
        }),
      );
    }
  };

  write(`${facts.title} (${text.n(facts.n).replaceAll(' ', '\u00a0')})`, TITLE_SIZE, 26, true, theme.ink);
  if (facts.about != null) write(facts.about, ABOUT_SIZE, 20, false, theme.ink2);
  y += 2;
  write(facts.finding, FINDING_SIZE, 22, false, theme.ink);
  const chartTop = y + 20;
  y = chartTop + drawing.height + 14;
  nodes.push(svg('line', { x1: PADDING, x2: width - PADDING, y1: y, y2: y, stroke: theme.rule }));
  y += 4;
  const sources = [
    facts.filter === null ? null : text.figure.filter(facts.filter),
    facts.source === null ? null : text.figure.source(facts.source),
    // A moment is read in one piece.
    text.figure.dataOf(facts.dataOf.replaceAll(' ', '\u00a0')),
    facts.scorer === null ? null : text.figure.scorer(facts.scorer),
  ].filter((part) => part !== null);
  for (const note of [sources.join(' · '), facts.caveat, text.notAPoll, facts.address]) {
    if (note !== null) write(note, NOTE_SIZE, 18, false, theme.ink2);
  }

  const height = roundPixel(y + PADDING);
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${roundPixel(width)} ${height}`,
      width,
      height,
      role: 'img',
      'font-family': theme.fontFamily ?? undefined,
      'xml:lang': text.language,
    },
    [
      svg('title', {}, [facts.title]),
      svg('desc', {}, [facts.finding]),
      svg('defs', {}, drawing.defs),
      svg('rect', { width, height, fill: theme.paper }),
      ...[...nodes, moved(PADDING, chartTop, [furniture(drawing.back), ...placedMarks(drawing), furniture(drawing.front)])].map(
        (node) => inFamilies(node, theme),
      ),
    ],
  );
}

/** Gives semibold text the family that carries it. */
export function inFamilies(node: SvgNode, theme: ChartTheme): SvgNode {
  const family =
    node.attrs['font-weight'] === 600 && theme.semiboldFamily !== null ? { 'font-family': theme.semiboldFamily } : {};
  return {
    tag: node.tag,
    attrs: { ...node.attrs, ...family },
    children: node.children.map((child) => (typeof child === 'string' ? child : inFamilies(child, theme))),
  };
}
