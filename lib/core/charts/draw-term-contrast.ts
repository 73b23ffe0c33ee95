import { measuredAs } from '#lib/core/charts/chart-theme';
import { AXIS_HEIGHT, drawXAxis } from '#lib/core/charts/draw-axis';
import { drawEmpty } from '#lib/core/charts/draw-empty';
import { type DrawOptions, LABEL_SIZE, SMALL_SIZE } from '#lib/core/charts/draw-options';
import type { Drawing, DrawnMark } from '#lib/core/charts/drawing';
import { type SvgNode, svg } from '#lib/core/charts/svg-node';
import type { TermContrastModel, TermRow } from '#lib/core/charts/term-contrast';
import { directionOfTag, textNode } from '#lib/core/charts/text-node';
import { cutToWidth, wrapText } from '#lib/core/charts/text-width';

const ROW_HEIGHT = 25;
const INSET = 14;
const RADIUS = 6;
/** Lines that the name of a camp may take above its half: one of 60 characters fits on the narrowest screen. */
const HEAD_LINES = 6;

/** Draws the words of two camps: a dot at each word's z, its name on the other side of the middle. */
export function drawTermContrast(model: TermContrastModel, options: DrawOptions): Drawing {
  const { text, theme, width } = options;
  if (model.empty !== null) return drawEmpty(model.name, text.empty(model.empty), options);
  const plotWidth = width - 2 * INSET;
  const [from, to] = model.domain;
  const xOf = (z: number) => INSET + ((z - from) / (to - from)) * plotWidth;
  const heads = [
    campHead(model.second, 'left', 0, width / 2 - 10, options),
    campHead(model.first, 'right', width, width / 2 - 10, options),
  ];
  const top = Math.max(...heads.map(({ height }) => height)) + 8;
  const plot = { x: INSET, y: top, width: plotWidth, height: model.rows.length * ROW_HEIGHT + 8 };
  const bottom = plot.y + plot.height;
  const axis = drawXAxis(
    model.ticks.map((tick) => ({ x: xOf(tick), label: text.scoreTick(tick), strong: tick === 0 })),
    { plot, width, theme, direction: text.direction },
  );
  const bounds = [-model.bound, model.bound].map((bound) =>
    svg('line', { x1: xOf(bound), x2: xOf(bound), y1: plot.y, y2: bottom, stroke: theme.rule, 'stroke-dasharray': '3 3' }),
  );
  const caption = textNode({
    x: width / 2,
    y: bottom + AXIS_HEIGHT + 14,
    text: text.axis.z,
    size: SMALL_SIZE,
    fill: theme.ink2,
    align: 'middle',
    direction: text.direction,
  });
  return {
    name: model.name,
    width,
    height: bottom + AXIS_HEIGHT + 22,
    plot,
    xDomain: model.domain,
    yDomain: [0, plot.height],
    defs: [],
    back: [...heads.flatMap(({ nodes }) => nodes), ...axis, ...bounds, caption],
    marks: model.rows.map((row, index) => termMark(row, 4 + (index + 0.5) * ROW_HEIGHT, xOf, model, options)),
    front: [],
    quoteMarks: text.quoteMarks,
  };
}

function campHead(
  camp: TermContrastModel['first'],
  align: 'left' | 'right',
  x: number,
  room: number,
  { text, theme }: DrawOptions,
): { readonly nodes: readonly SvgNode[]; readonly height: number } {
  const { lines, cut } = wrapText(camp.label, room, measuredAs(theme, LABEL_SIZE, true), HEAD_LINES);
  const names = lines.map((line, index) =>
    textNode({
      x,
      y: 14 + index * 18,
      text: line,
      size: LABEL_SIZE,
      fill: theme.ink,
      align,
      direction: directionOfTag(camp.labelLanguage),
      semibold: true,
      language: camp.labelLanguage,
      full: cut && index === lines.length - 1 ? camp.label : undefined,
    }),
  );
  const n = textNode({
    x,
    y: 14 + lines.length * 18,
    text: text.n(camp.n),
    size: SMALL_SIZE,
    fill: theme.ink2,
    align,
    direction: text.direction,
  });
  return { nodes: [...names, n], height: (lines.length + 1) * 18 };
}

function termMark(
  row: TermRow,
  y: number,
  xOf: (z: number) => number,
  model: TermContrastModel,
  { text, theme, links }: DrawOptions,
): DrawnMark {
  const camp = row.z > 0 ? model.first : model.second;
  const colour = theme.camps[camp.colour % theme.camps.length] ?? theme.ink2;
  const toMiddle = xOf(0) - xOf(row.z);
  const direction = directionOfTag(model.termLanguage);
  const room = xOf(model.domain[1]) - xOf(0) - 12;
  return {
    id: row.id,
    x: row.z,
    y,
    href: links(row.target),
    facts: text.markFacts({
      kind: 'term',
      term: row.label,
      camp: camp.label,
      z: row.z,
      countFirst: row.countFirst,
      countSecond: row.countSecond,
    }),
    quote: null,
    node: svg('g', {}, [
      svg('line', { x1: 0, x2: toMiddle, y1: 0, y2: 0, stroke: colour, 'stroke-width': 2, opacity: 0.45 }),
      svg('circle', { r: RADIUS, fill: colour }),
      textNode({
        x: toMiddle + (row.z > 0 ? -8 : 8),
        y: 4.5,
        text: cutToWidth(row.label, room, measuredAs(theme, LABEL_SIZE)),
        full: row.label,
        size: LABEL_SIZE,
        fill: theme.ink,
        align: row.z > 0 ? 'right' : 'left',
        direction,
        language: model.termLanguage,
        halo: theme.paper,
      }),
    ]),
  };
}
