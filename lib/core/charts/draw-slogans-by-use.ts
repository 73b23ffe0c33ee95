import { placeRow, planRows } from '#lib/core/charts/camp-rows';
import { drawKey } from '#lib/core/charts/chart-key';
import { type ChartTheme, measuredAs } from '#lib/core/charts/chart-theme';
import { AXIS_HEIGHT, drawXAxis } from '#lib/core/charts/draw-axis';
import { drawEmpty } from '#lib/core/charts/draw-empty';
import { type DrawOptions, LABEL_SIZE } from '#lib/core/charts/draw-options';
import type { Drawing, DrawnMark } from '#lib/core/charts/drawing';
import type { SloganRow, SloganSegment, SlogansByUseModel } from '#lib/core/charts/slogans-by-use';
import { type SvgNode, svg } from '#lib/core/charts/svg-node';
import { textNode } from '#lib/core/charts/text-node';
import { textWidth } from '#lib/core/charts/text-width';
import type { SloganUse } from '#lib/core/stance';

const BAR_HEIGHT = 26;
const ROW_GAP = 14;
const INSET = 8;

/** How a use is filled: by texture, since neither stance nor camp may lend it a colour. */
interface UsePaint {
  readonly fill: string;
  readonly stroke: string;
  readonly dash: string | undefined;
  readonly onFill: string;
}

/** Draws the slogans as stacked counts. */
export function drawSlogansByUse(model: SlogansByUseModel, options: DrawOptions): Drawing {
  const { text, theme, width, idPrefix } = options;
  if (model.empty !== null) return drawEmpty(model.name, text.empty(model.empty), options);
  const labels = model.rows.map(({ label, labelLanguage, n }) => ({
    names: [{ text: label, language: labelLanguage }],
    note: text.n(n),
  }));
  const plan = planRows(labels, options, INSET);
  const key = drawKey(
    model.uses.map((use) => ({ sign: keySign(use, options), signWidth: 18, label: text.sloganUse(use) })),
    { x: 0, y: 0, width, direction: text.direction, theme },
  );
  const top = key.height + 12;
  const back: SvgNode[] = [];
  const placed: { readonly row: SloganRow; readonly middle: number }[] = [];
  let y = top;
  for (const [index, row] of model.rows.entries()) {
    const label = labels[index];
    if (label === undefined) continue;
    const { nodes, bodyTop, bottom } = placeRow(plan, theme, label, y, BAR_HEIGHT);
    back.push(...nodes);
    placed.push({ row, middle: bodyTop + BAR_HEIGHT / 2 });
    y = bottom + ROW_GAP;
  }
  const plot = { x: plan.plotX, y: top - 6, width: plan.plotWidth, height: y - ROW_GAP + 8 - (top - 6) };
  const pxPerStatement = plot.width / (model.domain[1] - model.domain[0]);
  const axis = drawXAxis(
    model.ticks.map((tick) => ({ x: plot.x + tick * pxPerStatement, label: text.count(tick) })),
    { plot, width, theme, direction: text.direction },
  );
  return {
    name: model.name,
    width,
    height: plot.y + plot.height + AXIS_HEIGHT,
    plot,
    xDomain: model.domain,
    yDomain: [0, plot.height],
    defs: texturesOfUses(theme, idPrefix),
    back: [...key.nodes, ...axis, ...back],
    marks: placed.flatMap(({ row, middle }) =>
      row.segments.map((segment) => segmentMark(row, segment, middle - plot.y, pxPerStatement, options)),
    ),
    front: [],
    quoteMarks: text.quoteMarks,
  };
}

function paintOf(use: SloganUse, theme: ChartTheme, idPrefix: string): UsePaint {
  switch (use) {
    case 'endorse':
      return { fill: theme.ink2, stroke: theme.ink2, dash: undefined, onFill: theme.paper };
    case 'mock':
      return { fill: `url(#${idPrefix}-mock)`, stroke: theme.ink2, dash: undefined, onFill: theme.ink };
    case 'report':
      return { fill: theme.paper, stroke: theme.ink2, dash: undefined, onFill: theme.ink };
    case 'unclear':
      return { fill: theme.paper, stroke: theme.ink2, dash: '3 3', onFill: theme.ink };
  }
}

function texturesOfUses(theme: ChartTheme, idPrefix: string): readonly SvgNode[] {
  return [
    svg(
      'pattern',
      { id: `${idPrefix}-mock`, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      [svg('rect', { width: 6, height: 6, fill: theme.paper }), svg('rect', { width: 2.4, height: 6, fill: theme.ink2 })],
    ),
  ];
}

function keySign(use: SloganUse, { theme, idPrefix }: DrawOptions): SvgNode {
  const paint = paintOf(use, theme, idPrefix);
  return svg('rect', {
    x: 0.5,
    y: -6.5,
    width: 17,
    height: 13,
    fill: paint.fill,
    stroke: paint.stroke,
    'stroke-dasharray': paint.dash,
  });
}

function segmentMark(
  row: SloganRow,
  segment: SloganSegment,
  y: number,
  pxPerStatement: number,
  { text, theme, links, idPrefix }: DrawOptions,
): DrawnMark {
  const paint = paintOf(segment.use, theme, idPrefix);
  const width = Math.max(2, (segment.to - segment.from) * pxPerStatement - 3);
  const label = text.count(segment.count);
  const room = textWidth(label, measuredAs(theme, LABEL_SIZE, true)) + 8;
  const children = [
    svg('rect', {
      x: 1.5,
      y: -BAR_HEIGHT / 2,
      width,
      height: BAR_HEIGHT,
      fill: paint.fill,
      stroke: paint.stroke,
      'stroke-dasharray': paint.dash,
    }),
  ];
  if (room <= width) {
    if (segment.use === 'mock') {
      children.push(svg('rect', { x: 1.5 + (width - room) / 2, y: -9, width: room, height: 18, rx: 2, fill: theme.paper }));
    }
    children.push(
      textNode({
        x: 1.5 + width / 2,
        y: 5,
        text: label,
        size: LABEL_SIZE,
        fill: paint.onFill,
        align: 'middle',
        direction: text.direction,
        semibold: true,
      }),
    );
  }
  return {
    id: segment.id,
    x: segment.from,
    y,
    href: links(segment.target),
    facts: text.markFacts({ kind: 'slogan_use', slogan: row.label, use: segment.use, count: segment.count, n: row.n }),
    quote: null,
    node: svg('g', {}, children),
  };
}
