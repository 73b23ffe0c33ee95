import type { ChartText } from '#lib/core/charts/chart-text';
import { type ChartTheme, measuredAs } from '#lib/core/charts/chart-theme';
import { inFamilies } from '#lib/core/charts/draw-figure';
import { type Drawing, furniture, placedMarks } from '#lib/core/charts/drawing';
import { roundPixel, type SvgNode, svg } from '#lib/core/charts/svg-node';
import { textNode } from '#lib/core/charts/text-node';
import { textWidth, wrapText } from '#lib/core/charts/text-width';

/** Size in px at which social networks and messengers show a link. */
export const PREVIEW_SIZE = { width: 1200, height: 630 } as const;

const MARGIN = 48;
const INNER = PREVIEW_SIZE.width - 2 * MARGIN;
const FOOT_SIZE = 20;
const FOOT_LEADING = 28;
const FOOT_GAP = 32;
/** Sizes at which a title and a finding are set, largest first, with the lines that they may take: the first that holds all words is taken. */
const TITLE_SIZES = [
  { size: 40, leading: 48, lines: 2 },
  { size: 30, leading: 38, lines: 3 },
  { size: 24, leading: 31, lines: 5 },
] as const;
const FINDING_SIZES = [
  { size: 25, leading: 34, lines: 3 },
  { size: 21, leading: 29, lines: 4 },
  { size: 18, leading: 25, lines: 8 },
] as const;
/** Widths in px at which the chart may be drawn before it is enlarged to the width of the picture, largest type first. */
const DRAWING_WIDTHS = [560, 680, 800, 940, INNER] as const;

export interface PreviewFacts {
  readonly product: string;
  readonly title: string;
  readonly finding: string;
  /** n, "not a poll" and how far codes may be leaned on, at the foot: as many lines as it takes. */
  readonly foot: string;
}

/**
 * The picture by which a link to an event is shown elsewhere: its title, its finding and its first chart.
 * @param draw the chart at a width in px; it is drawn with the largest type at which it still fits.
 */
export function drawPreview(
  draw: (width: number) => Drawing,
  facts: PreviewFacts,
  { text, theme }: { readonly text: ChartText; readonly theme: ChartTheme },
): SvgNode {
  const { width, height } = PREVIEW_SIZE;
  const isLtr = text.direction === 'ltr';
  const nodes: SvgNode[] = [];
  let y = MARGIN - 12;
  const write = (sentence: string, sizes: typeof TITLE_SIZES | typeof FINDING_SIZES, semibold: boolean) => {
    const fitted = sizes.map(({ size, leading, lines }) => ({
      size,
      leading,
      ...wrapText(sentence, INNER, measuredAs(theme, size, semibold), lines),
    }));
    const { size, leading, lines } = fitted.find(({ cut }) => !cut) ?? fitted.reduce((_, smallest) => smallest);
    for (const line of lines) {
      y += leading;
      const align = isLtr ? 'left' : 'right';
      const x = isLtr ? MARGIN : width - MARGIN;
      nodes.push(textNode({ x, y, text: line, size, fill: theme.ink, align, direction: text.direction, semibold }));
    }
  };
  write(facts.title, TITLE_SIZES, true);
  y += 4;
  write(facts.finding, FINDING_SIZES, false);
  const chartTop = y + 26;
  const footY = height - MARGIN + 16;
  // Beside the name of the product; what does not fit there takes further lines above. A caveat is never cut.
  const footWidth = INNER - textWidth(facts.product, measuredAs(theme, FOOT_SIZE, true)) - FOOT_GAP;
  const footLines = wrapText(facts.foot, footWidth, measuredAs(theme, FOOT_SIZE), Number.POSITIVE_INFINITY).lines;
  const footTop = footY - (footLines.length - 1) * FOOT_LEADING;
  const room = footTop - 40 - chartTop;
  const scaleOf = ({ width: wide, height: tall }: Drawing) => Math.min(INNER / wide, room / tall);
  const drawings = DRAWING_WIDTHS.map(draw);
  const fills = drawings.find((each) => scaleOf(each) * each.width >= INNER - 1);
  const drawing = fills ?? draw(INNER);
  const scale = scaleOf(drawing);
  const left = isLtr ? MARGIN : width - MARGIN - drawing.width * scale;
  nodes.push(
    svg('g', { transform: `translate(${roundPixel(left)},${roundPixel(chartTop)}) scale(${roundPixel(scale)})` }, [
      furniture(drawing.back),
      ...placedMarks(drawing),
      furniture(drawing.front),
    ]),
  );
  const foot = { size: FOOT_SIZE, fill: theme.ink2 };
  const ends = isLtr ? ([MARGIN, width - MARGIN] as const) : ([width - MARGIN, MARGIN] as const);
  nodes.push(
    ...footLines.map((line, index) =>
      textNode({
        ...foot,
        x: ends[0],
        y: footTop + index * FOOT_LEADING,
        text: line,
        align: isLtr ? 'left' : 'right',
        direction: text.direction,
      }),
    ),
    textNode({
      ...foot,
      x: ends[1],
      y: footY,
      text: facts.product,
      align: isLtr ? 'right' : 'left',
      direction: 'ltr',
      semibold: true,
    }),
  );
  return inFamilies(
    svg(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: 'img',
        'font-family': theme.fontFamily ?? undefined,
        'xml:lang': text.language,
      },
      [
        svg('title', {}, [facts.title]),
        svg('defs', {}, drawing.defs),
        svg('rect', { width, height, fill: theme.paper }),
        ...nodes,
      ],
    ),
    theme,
  );
}
