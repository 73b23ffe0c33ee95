import { placeRow, planRows } from '#lib/core/charts/camp-rows';
import { drawKey, type KeyItem } from '#lib/core/charts/chart-key';
import { measuredAs } from '#lib/core/charts/chart-theme';
import { AXIS_HEIGHT, coverAxis, drawXAxis } from '#lib/core/charts/draw-axis';
import { drawEmpty } from '#lib/core/charts/draw-empty';
import { drawInterval } from '#lib/core/charts/draw-interval';
import { type DrawOptions, SMALL_SIZE } from '#lib/core/charts/draw-options';
import type { Drawing, DrawnMark } from '#lib/core/charts/drawing';
import type { ShareIntervalsModel, ShareRow } from '#lib/core/charts/share-intervals';
import { moved, type SvgNode, svg } from '#lib/core/charts/svg-node';
import { textNode } from '#lib/core/charts/text-node';
import { textWidth } from '#lib/core/charts/text-width';

const INSET = 12;
const BODY_HEIGHT = 30;
const ROW_GAP = 16;
const DOT_RADIUS = 6.5;
const DOT_STEP = 18;

/** Draws the interval plot of one stance. */
export function drawShareIntervals(model: ShareIntervalsModel, options: DrawOptions): Drawing {
  const { text, theme, width } = options;
  if (model.empty !== null) return drawEmpty(model.name, text.empty(model.empty), options);
  const labels = model.rows.map(({ camp }) => ({
    names: [{ text: camp.label, language: camp.labelLanguage }],
    note: camp.size === 'too_few' ? text.tooFew(camp.n) : text.n(camp.n),
  }));
  const plan = planRows(labels, options, INSET);
  const key = drawKey(keyItems(model, options), { x: 0, y: 0, width, direction: text.direction, theme });
  const top = key.height + 12;
  const xOf = (share: number) => plan.plotX + share * plan.plotWidth;
  const back: SvgNode[] = [];
  const placed: { readonly row: ShareRow; readonly middle: number }[] = [];
  let y = top;
  for (const [index, row] of model.rows.entries()) {
    const label = labels[index];
    if (label === undefined) continue;
    const { nodes, bodyTop, bottom } = placeRow(plan, theme, label, y, BODY_HEIGHT);
    back.push(...nodes);
    placed.push({ row, middle: bodyTop + BODY_HEIGHT / 2 });
    y = bottom + ROW_GAP;
  }
  const plot = { x: plan.plotX, y: top - 4, width: plan.plotWidth, height: y - ROW_GAP + 6 - (top - 4) };
  // Dots of a camp that is too small are no shares: where they lie there is no axis.
  const hasIntervals = model.rows.some((row) => row.interval !== null);
  const covers = placed.filter(({ row }) => row.dots.length > 0).map(({ middle }) => coverAxis(plot, middle, BODY_HEIGHT, theme));
  const ticks = hasIntervals ? model.ticks : [];
  const axis = drawXAxis(
    ticks.map((tick) => ({ x: xOf(tick), label: text.share(tick) })),
    { plot, width, theme, direction: text.direction },
  );
  const marks = placed.flatMap(({ row, middle }) => [
    ...intervalMark(row, middle - plot.y, xOf, model, options),
    ...dotMarks(row, middle - plot.y, plan.plotWidth, plan.direction, model, options),
  ]);
  return {
    name: model.name,
    width,
    height: plot.y + plot.height + (hasIntervals ? AXIS_HEIGHT : 0),
    plot,
    xDomain: model.domain,
    yDomain: [0, plot.height],
    defs: [],
    back: [...key.nodes, ...axis, ...covers, ...back],
    marks,
    front: [],
    quoteMarks: text.quoteMarks,
  };
}

function colourOf(row: ShareRow, { theme }: DrawOptions): string {
  return theme.camps[row.camp.colour % theme.camps.length] ?? theme.ink2;
}

/** Band, bar, diamond and figure are one mark: all of it opens the statements. */
function intervalMark(
  row: ShareRow,
  y: number,
  xOf: (share: number) => number,
  model: ShareIntervalsModel,
  options: DrawOptions,
): readonly DrawnMark[] {
  if (row.interval === null) return [];
  const { text, theme, links } = options;
  const { share, low, high } = row.interval;
  const at = { low: xOf(low) - xOf(share), middle: 0, high: xOf(high) - xOf(share) };
  const value = row.shareAs === 'per_cent' ? text.share(share) : text.ofN(row.count, row.camp.n);
  const room = textWidth(value, measuredAs(theme, SMALL_SIZE, true)) + 8;
  const fitsRight = xOf(high) + room <= xOf(1) + INSET;
  return [
    {
      id: row.id,
      x: share,
      y,
      href: row.count === 0 ? null : links(row.target),
      facts: text.markFacts({
        kind: 'share',
        camp: row.camp.label,
        stance: model.stance,
        count: row.count,
        n: row.camp.n,
        low,
        high,
        shareAs: row.shareAs,
      }),
      quote: null,
      node: svg('g', {}, [
        ...drawInterval(at, 0, colourOf(row, options), theme),
        textNode({
          x: fitsRight ? at.high + 8 : at.low - 8,
          y: 4.5,
          text: value,
          size: SMALL_SIZE,
          fill: theme.ink,
          align: fitsRight ? 'left' : 'right',
          direction: text.direction,
          semibold: true,
          halo: theme.paper,
        }),
      ]),
    },
  ];
}

function dotMarks(
  row: ShareRow,
  y: number,
  plotWidth: number,
  direction: 'ltr' | 'rtl',
  model: ShareIntervalsModel,
  options: DrawOptions,
): readonly DrawnMark[] {
  const { text, theme, links } = options;
  const colour = colourOf(row, options);
  return row.dots.map((dot, index) => {
    const fromStart = (DOT_RADIUS + index * DOT_STEP) / plotWidth;
    return {
      id: dot.id,
      x: direction === 'ltr' ? model.domain[0] + fromStart : model.domain[1] - fromStart,
      y,
      href: links(dot.target),
      facts: text.markFacts({ kind: 'statement', camp: row.camp.label, stance: dot.stance }),
      quote: { text: dot.excerpt, language: dot.excerptLanguage },
      node: dot.takes
        ? svg('circle', { r: DOT_RADIUS, fill: colour })
        : svg('circle', { r: DOT_RADIUS - 1, fill: theme.paper, stroke: colour, 'stroke-width': 2 }),
    };
  });
}

function keyItems(model: ShareIntervalsModel, { text, theme }: DrawOptions): readonly KeyItem[] {
  const items: KeyItem[] = [];
  if (model.rows.some((row) => row.interval !== null)) {
    items.push({
      sign: svg('g', {}, drawInterval({ low: 1, middle: 17, high: 33 }, 0, theme.ink2, theme)),
      signWidth: 34,
      label: text.key.shareAndInterval,
    });
  }
  if (model.rows.some((row) => row.dots.length > 0)) {
    items.push(
      {
        sign: moved(7, 0, [svg('circle', { r: 6, fill: theme.ink2 })]),
        signWidth: 14,
        label: text.key.takes(text.stance(model.stance)),
      },
      {
        sign: moved(7, 0, [svg('circle', { r: 5.5, fill: theme.paper, stroke: theme.ink2, 'stroke-width': 2 })]),
        signWidth: 14,
        label: text.key.takesNot(text.stance(model.stance)),
      },
    );
  }
  return items;
}
