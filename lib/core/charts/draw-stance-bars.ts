import { placeRow, planRows, type RowPlan } from '#lib/core/charts/camp-rows';
import { drawKey } from '#lib/core/charts/chart-key';
import { measuredAs } from '#lib/core/charts/chart-theme';
import { AXIS_HEIGHT, coverAxis, drawXAxis } from '#lib/core/charts/draw-axis';
import { drawEmpty } from '#lib/core/charts/draw-empty';
import { type DrawOptions, LABEL_SIZE, SMALL_SIZE } from '#lib/core/charts/draw-options';
import type { Drawing, DrawnMark } from '#lib/core/charts/drawing';
import { APART_GAP, type StanceBarRow, type StanceBarsModel, type StanceSegment } from '#lib/core/charts/stance-bars';
import { stancePaint, stancePatterns } from '#lib/core/charts/stance-paint';
import { type SvgNode, svg } from '#lib/core/charts/svg-node';
import { textNode } from '#lib/core/charts/text-node';
import { textWidth } from '#lib/core/charts/text-width';

const BAR_HEIGHT = 34;
const ROW_GAP = { narrow: 14, wide: 18 } as const;
const INSET = 4;
/** White between two stretches of a bar, and before the first that stands apart. */
const SEGMENT_GAP = 1.5;
const APART_NOTCH = 5;
const DOT_RADIUS = 7;
const DOT_STEP = 20;

/** Draws the stance bars. */
export function drawStanceBars(model: StanceBarsModel, options: DrawOptions): Drawing {
  const { text, theme, width, idPrefix } = options;
  if (model.empty !== null) return drawEmpty(model.name, text.empty(model.empty), options);
  const labels = model.rows.map(({ camp }) => ({
    names: [{ text: camp.label, language: camp.labelLanguage }],
    note: camp.size === 'too_few' ? text.tooFew(camp.n) : text.n(camp.n),
  }));
  const plan = planRows(labels, options, INSET);
  const key = drawKey(
    model.stances.map((stance) => ({ sign: keySign(stance, options), signWidth: 18, label: text.stance(stance) })),
    { x: 0, y: 0, width, direction: text.direction, theme },
  );

  const top = key.height + (model.apartFrom === null ? 10 : 30);
  const back: SvgNode[] = [...key.nodes];
  const placed: { readonly row: StanceBarRow; readonly middle: number }[] = [];
  let y = top;
  for (const [index, row] of model.rows.entries()) {
    const label = labels[index];
    if (label === undefined) continue;
    const { nodes, bodyTop, bottom } = placeRow(plan, theme, label, y, BAR_HEIGHT);
    back.push(...nodes);
    placed.push({ row, middle: bodyTop + BAR_HEIGHT / 2 });
    y = bottom + (plan.narrow ? ROW_GAP.narrow : ROW_GAP.wide);
  }
  const bottom = y - (plan.narrow ? ROW_GAP.narrow : ROW_GAP.wide) + 6;
  const plot = { x: plan.plotX, y: top - 6, width: plan.plotWidth, height: bottom - top + 6 };
  const [from, to] = model.domain;
  const pxPerShare = plot.width / (to - from);
  const xOf = (share: number) => plot.x + (share - from) * pxPerShare;

  // Dots of a camp that is too small are no shares: where they lie there is no axis.
  const hasBars = model.rows.some((row) => row.segments.length > 0);
  const covers = placed.filter(({ row }) => row.dots.length > 0).map(({ middle }) => coverAxis(plot, middle, BAR_HEIGHT, theme));
  const ticks = hasBars ? model.ticks : [];
  const axis = drawXAxis(
    ticks.map((tick) => ({
      x: xOf(tick),
      label: text.share(Math.abs(tick)),
      strong: model.layout === 'diverging' && tick === 0,
    })),
    { plot, width, theme, direction: text.direction },
  );
  const marks = placed.flatMap(({ row, middle }) => [
    ...row.segments.map((segment) => segmentMark(row, segment, middle - plot.y, pxPerShare, options)),
    ...dotMarks(row, middle - plot.y, plan, model, pxPerShare, options),
  ]);
  return {
    name: model.name,
    width,
    height: bottom + (hasBars ? AXIS_HEIGHT : 0),
    plot,
    xDomain: model.domain,
    yDomain: [0, plot.height],
    defs: stancePatterns(theme, idPrefix),
    back: [...axis, ...covers, ...back, ...apartHead(model, xOf, top, options)],
    marks,
    front: [],
    quoteMarks: text.quoteMarks,
  };
}

function keySign(stance: StanceSegment['stance'], { theme, idPrefix }: DrawOptions): SvgNode {
  const paint = stancePaint(stance, theme, idPrefix);
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

/** In a diverging chart the part that stands apart has its own head and no ticks: it is not on the axis. */
function apartHead(model: StanceBarsModel, xOf: (share: number) => number, top: number, { theme, text }: DrawOptions): SvgNode[] {
  if (model.apartFrom === null) return [];
  const x = xOf(model.apartFrom);
  return [
    textNode({
      x: xOf(model.domain[1]),
      y: top - 14,
      text: text.axis.apart,
      size: SMALL_SIZE,
      fill: theme.ink2,
      align: 'right',
      direction: text.direction,
    }),
    svg('line', { x1: x, x2: xOf(model.domain[1]), y1: top - 8, y2: top - 8, stroke: theme.ink2 }),
  ];
}

/** What stands in a stretch of a bar: the fullest label that fits, or nothing. */
function segmentLabel(row: StanceBarRow, segment: StanceSegment, width: number, { text, theme }: DrawOptions): string {
  // A bare count among percentages would be read as one of them; beside "2 of 9" a bare 2 is clear.
  const values =
    row.shareAs === 'per_cent'
      ? [text.share(segment.count / row.camp.n)]
      : [text.ofN(segment.count, row.camp.n), text.count(segment.count)];
  const wordings = [`${text.stance(segment.stance)} ${values[0]}`, ...values];
  return wordings.find((wording) => textWidth(wording, measuredAs(theme, LABEL_SIZE, true)) + 12 <= width) ?? '';
}

function segmentMark(row: StanceBarRow, segment: StanceSegment, y: number, pxPerShare: number, options: DrawOptions): DrawnMark {
  const { text, theme, links, idPrefix } = options;
  const paint = stancePaint(segment.stance, theme, idPrefix);
  const firstApart = row.segments.find((each) => each.apart) === segment && row.segments[0] !== segment;
  const whole = (segment.to - segment.from) * pxPerShare;
  const start = firstApart ? Math.min(APART_NOTCH, whole / 3) : SEGMENT_GAP / 2;
  const width = Math.max(2, whole - start - SEGMENT_GAP / 2);
  const label = segmentLabel(row, segment, width, options);
  const children = [
    svg('rect', {
      x: start,
      y: -BAR_HEIGHT / 2,
      width,
      height: BAR_HEIGHT,
      fill: paint.fill,
      stroke: paint.stroke,
      'stroke-dasharray': paint.dash,
    }),
  ];
  if (label !== '') {
    const labelWidth = textWidth(label, measuredAs(theme, LABEL_SIZE, true)) + 8;
    // Figures on a texture need plain ground under them.
    if (segment.stance === 'disputed' || segment.stance === 'cannot_code' || segment.stance === 'against') {
      children.push(
        svg('rect', {
          x: start + width / 2 - labelWidth / 2,
          y: -10,
          width: labelWidth,
          height: 20,
          rx: 2,
          fill: segment.stance === 'against' ? theme.against : theme.paper,
        }),
      );
    }
    children.push(
      textNode({
        x: start + width / 2,
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
    facts: text.markFacts({
      kind: 'segment',
      camp: row.camp.label,
      stance: segment.stance,
      count: segment.count,
      n: row.camp.n,
      shareAs: row.shareAs,
    }),
    quote: null,
    node: svg('g', {}, children),
  };
}

function dotMarks(
  row: StanceBarRow,
  y: number,
  plan: RowPlan,
  model: StanceBarsModel,
  pxPerShare: number,
  { text, theme, links, idPrefix }: DrawOptions,
): readonly DrawnMark[] {
  const ltr = plan.direction === 'ltr';
  return row.dots.map((dot, index) => {
    const paint = stancePaint(dot.stance, theme, idPrefix);
    const fromStart = (DOT_RADIUS + 2 + index * DOT_STEP) / pxPerShare;
    const [first, last] = [model.domain[0], model.apartFrom === null ? model.domain[1] : model.apartFrom - APART_GAP];
    return {
      id: dot.id,
      x: ltr ? first + fromStart : last - fromStart,
      y,
      href: links(dot.target),
      facts: text.markFacts({ kind: 'statement', camp: row.camp.label, stance: dot.stance }),
      quote: { text: dot.excerpt, language: dot.excerptLanguage },
      node: svg('circle', {
        r: DOT_RADIUS,
        fill: paint.fill,
        stroke: paint.stroke ?? theme.paper,
        'stroke-width': 1.5,
        'stroke-dasharray': paint.dash,
      }),
    };
  });
}
