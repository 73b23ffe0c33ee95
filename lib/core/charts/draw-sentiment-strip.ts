import { type PlacedRow, placeRow, planRows, type RowPlan } from '#lib/core/charts/camp-rows';
import { drawKey, type KeyItem } from '#lib/core/charts/chart-key';
import { measuredAs } from '#lib/core/charts/chart-theme';
import { dodge } from '#lib/core/charts/dodge';
import { AXIS_HEIGHT, drawXAxis } from '#lib/core/charts/draw-axis';
import { drawEmpty } from '#lib/core/charts/draw-empty';
import { drawInterval, INTERVAL_HEIGHT } from '#lib/core/charts/draw-interval';
import { type DrawOptions, SMALL_SIZE } from '#lib/core/charts/draw-options';
import type { Drawing, DrawnMark } from '#lib/core/charts/drawing';
import type { SentimentStripModel, StripRow } from '#lib/core/charts/sentiment-strip';
import { moved, type SvgNode, svg } from '#lib/core/charts/svg-node';
import { textNode } from '#lib/core/charts/text-node';
import { textWidth } from '#lib/core/charts/text-width';

const INSET = 10;
const ROW_GAP = 20;
const MAX_RADIUS = 6.5;
const MIN_RADIUS = 2.5;
const MAX_SWARM_HEIGHT = 132;
const HISTOGRAM_HEIGHT = 64;
const DOT_GAP = 1;

interface RowShape {
  readonly row: StripRow;
  readonly radius: number;
  readonly lanes: readonly number[];
  /** Height of dots or bars above the row's base line. */
  readonly above: number;
  readonly height: number;
}

/** Draws the strip of dots with the mean and its interval under each row. */
export function drawSentimentStrip(model: SentimentStripModel, options: DrawOptions): Drawing {
  const { text, theme, width } = options;
  if (model.empty !== null) return drawEmpty(model.name, text.empty(model.empty), options);
  const labels = model.rows.map(({ camp, scored, tooFew }) => ({
    names: [{ text: camp.label, language: camp.labelLanguage }],
    note: tooFew ? text.tooFewScored(scored, camp.n) : text.scored(scored, camp.n),
  }));
  const plan = planRows(labels, options, INSET);
  const [from, to] = model.domain;
  const xOf = (score: number) => plan.plotX + ((score - from) / (to - from)) * plan.plotWidth;
  const shapes = model.rows.map((row) => shapeRow(row, xOf));

  const key = drawKey(keyItems(model, options), { x: 0, y: 0, width, direction: text.direction, theme });
  const top = key.height + 30;
  const back: SvgNode[] = [];
  const front: SvgNode[] = [];
  const marks: DrawnMark[] = [];
  let y = top;
  const placed: { readonly shape: RowShape; readonly at: PlacedRow }[] = [];
  for (const [index, shape] of shapes.entries()) {
    const label = labels[index];
    if (label === undefined) continue;
    const at = placeRow(plan, theme, label, y, shape.height);
    back.push(...at.nodes);
    placed.push({ shape, at });
    y = at.bottom + ROW_GAP;
  }
  const plot = { x: plan.plotX, y: top - 4, width: plan.plotWidth, height: y - ROW_GAP + 6 - (top - 4) };

  for (const { shape, at } of placed) {
    const base = at.bodyTop + shape.above;
    const colour = theme.camps[shape.row.camp.colour % theme.camps.length] ?? theme.ink2;
    back.push(svg('line', { x1: plot.x, x2: plot.x + plot.width, y1: base, y2: base, stroke: theme.rule }));
    marks.push(
      ...dotMarks(shape, base - plot.y, colour, options),
      ...binMarks(shape, base - plot.y, colour, model, xOf, options),
    );
    front.push(...meanNodes(shape.row, base + 4 + INTERVAL_HEIGHT / 2, colour, xOf, plan, options));
  }

  const axis = drawXAxis(
    model.ticks.map((tick) => ({ x: xOf(tick), label: text.scoreTick(tick), strong: tick === 0 })),
    { plot, width, theme, direction: text.direction },
  );
  const ends = (
    [
      ['left', text.axis.negative, plot.x - INSET],
      ['right', text.axis.positive, plot.x + plot.width + INSET],
    ] as const
  ).map(([align, label, x]) =>
    textNode({ x, y: top - 14, text: label, size: SMALL_SIZE, fill: theme.ink2, align, direction: text.direction }),
  );
  return {
    name: model.name,
    width,
    height: plot.y + plot.height + AXIS_HEIGHT,
    plot,
    xDomain: model.domain,
    yDomain: [0, plot.height],
    defs: [],
    back: [...key.nodes, ...ends, ...axis, ...back],
    marks,
    front,
    quoteMarks: text.quoteMarks,
  };
}

function shapeRow(row: StripRow, xOf: (score: number) => number): RowShape {
  const summary = row.mean === null ? 4 : INTERVAL_HEIGHT + 6;
  if (row.bins.length > 0) {
    return { row, radius: 0, lanes: [], above: HISTOGRAM_HEIGHT, height: HISTOGRAM_HEIGHT + summary };
  }
  const positions = row.dots.map((dot) => xOf(dot.score));
  let radius = MAX_RADIUS;
  let lanes = dodge(positions, 2 * radius + DOT_GAP);
  const heightOf = () => (Math.max(0, ...lanes) + 1) * (2 * radius + DOT_GAP);
  while (heightOf() > MAX_SWARM_HEIGHT && radius > MIN_RADIUS) {
    radius -= 0.5;
    lanes = dodge(positions, 2 * radius + DOT_GAP);
  }
  const above = heightOf() + 4;
  return { row, radius, lanes, above, height: above + summary };
}

function dotMarks(
  { row, radius, lanes }: RowShape,
  base: number,
  colour: string,
  { text, theme, links }: DrawOptions,
): DrawnMark[] {
  return row.dots.map((dot, index) => ({
    id: `${row.camp.slug}:${dot.id}`,
    x: dot.score,
    y: base - 3 - radius - (lanes[index] ?? 0) * (2 * radius + DOT_GAP),
    href: links(dot.target),
    facts: text.markFacts({
      kind: 'statement',
      camp: row.camp.label,
      score: dot.score,
      label: dot.label,
      unsure: dot.unsure,
    }),
    quote: { text: dot.excerpt, language: dot.excerptLanguage },
    node: scoreDot(radius, colour, dot.unsure, theme.paper),
  }));
}

/** A full dot, or a ring where the scorer is unsure. */
function scoreDot(radius: number, colour: string, unsure: boolean, paper: string): SvgNode {
  return unsure
    ? svg('circle', { r: radius - 1, fill: paper, stroke: colour, 'stroke-width': 2 })
    : svg('circle', { r: radius, fill: colour });
}

function binMarks(
  { row }: RowShape,
  base: number,
  colour: string,
  model: SentimentStripModel,
  xOf: (score: number) => number,
  { text, links }: DrawOptions,
): DrawnMark[] {
  return row.bins.map((bin) => {
    const height = Math.max(1.5, (bin.count / model.maxBin) * (HISTOGRAM_HEIGHT - 4));
    return {
      id: bin.id,
      x: bin.from,
      y: base,
      href: links(bin.target),
      facts: text.markFacts({ kind: 'bin', camp: row.camp.label, from: bin.from, to: bin.to, count: bin.count }),
      quote: null,
      node: svg('rect', { x: 0.5, y: -height, width: Math.max(1, xOf(bin.to) - xOf(bin.from) - 1), height, fill: colour }),
    };
  });
}

function meanNodes(
  row: StripRow,
  y: number,
  colour: string,
  xOf: (score: number) => number,
  plan: RowPlan,
  { text, theme }: DrawOptions,
): readonly SvgNode[] {
  if (row.mean === null) return [];
  const low = row.interval === null ? null : xOf(row.interval.low);
  const high = row.interval === null ? null : xOf(row.interval.high);
  const value = text.score(row.mean);
  const room = textWidth(value, measuredAs(theme, SMALL_SIZE, true)) + 12;
  const end = (high ?? xOf(row.mean) + 6) + 8;
  const fits = end + room <= plan.plotX + plan.plotWidth + INSET;
  return [
    ...drawInterval({ low, middle: xOf(row.mean), high }, y, colour, theme),
    textNode({
      x: fits ? end : (low ?? xOf(row.mean) - 6) - 8,
      y: y + 4.5,
      text: value,
      size: SMALL_SIZE,
      fill: theme.ink,
      align: fits ? 'left' : 'right',
      direction: text.direction,
      semibold: true,
      halo: theme.paper,
    }),
  ];
}

function keyItems(model: SentimentStripModel, { text, theme }: DrawOptions): readonly KeyItem[] {
  const items: KeyItem[] = [];
  if (model.rows.some((row) => row.dots.length > 0)) {
    items.push({ sign: moved(7, 0, [svg('circle', { r: 5.5, fill: theme.ink2 })]), signWidth: 14, label: text.key.oneDot });
  }
  if (model.anyUnsure) {
    items.push({ sign: moved(7, 0, [scoreDot(6, theme.ink2, true, theme.paper)]), signWidth: 14, label: text.key.unsure });
  }
  if (model.rows.some((row) => row.mean !== null)) {
    items.push({
      sign: svg('g', {}, drawInterval({ low: 1, middle: 17, high: 33 }, 0, theme.ink2, theme)),
      signWidth: 34,
      label: text.key.meanAndInterval,
    });
  }
  return items;
}
