import { placeRow, planRows } from '#lib/core/charts/camp-rows';
import { drawKey } from '#lib/core/charts/chart-key';
import { measuredAs } from '#lib/core/charts/chart-theme';
import { drawEmpty } from '#lib/core/charts/draw-empty';
import { type DrawOptions, LABEL_SIZE, SMALL_SIZE } from '#lib/core/charts/draw-options';
import type { Drawing, DrawnMark } from '#lib/core/charts/drawing';
import type { HeatCell, StanceBySentimentModel } from '#lib/core/charts/stance-by-sentiment';
import { moved, type SvgNode, svg } from '#lib/core/charts/svg-node';
import { textNode } from '#lib/core/charts/text-node';
import { cutToWidth } from '#lib/core/charts/text-width';

const CELL_HEIGHT = 46;
const ROW_GAP = { narrow: 10, wide: 2 } as const;
/** Paper between the labels of the scorer and the column of texts that have none. */
const APART_GAP = 10;
/** The darkest cell still carries its figure at 4.5 : 1. */
const MAX_OPACITY = 0.34;
const MIN_OPACITY = 0.05;

/** Draws the heat table of stance and wording. */
export function drawStanceBySentiment(model: StanceBySentimentModel, options: DrawOptions): Drawing {
  const { text, theme, width } = options;
  if (model.empty !== null) return drawEmpty(model.name, text.empty(model.empty), options);
  const labels = model.rows.map(({ stance, n }) => ({
    names: [{ text: text.stance(stance), language: text.language }],
    note: text.n(n),
  }));
  const plan = planRows(labels, options, 0);
  const columnWidth = plan.plotWidth / model.columns.length;
  const key = model.rows.some((row) => row.cells.some((cell) => cell.parted))
    ? drawKey([{ sign: partedSign(theme.ink), signWidth: 12, label: text.key.parted }], {
        x: 0,
        y: 0,
        width,
        direction: text.direction,
        theme,
      })
    : { nodes: [], height: 0 };

  const top = key.height + 48;
  const back: SvgNode[] = [...key.nodes, ...columnHeads(model, plan.plotX, columnWidth, key.height, options)];
  const placed: { readonly cells: readonly HeatCell[]; readonly middle: number }[] = [];
  let y = top;
  for (const [index, row] of model.rows.entries()) {
    const label = labels[index];
    if (label === undefined) continue;
    const { nodes, bodyTop, bottom } = placeRow(plan, theme, label, y, CELL_HEIGHT);
    back.push(...nodes);
    placed.push({ cells: row.cells, middle: bodyTop + CELL_HEIGHT / 2 });
    y = bottom + (plan.narrow ? ROW_GAP.narrow : ROW_GAP.wide);
  }
  const plot = { x: plan.plotX, y: top, width: plan.plotWidth, height: y - top };
  const marks: DrawnMark[] = [];
  for (const { cells, middle } of placed) {
    for (const [index, cell] of cells.entries()) {
      const node = cellNode(cell, columnWidth, options);
      const x = index + 0.5;
      // A cell that holds nothing opens nothing.
      if (cell.count === 0) back.push(moved(plot.x + x * columnWidth, middle, [node]));
      else {
        marks.push({
          id: cell.id,
          x,
          y: middle - plot.y,
          href: options.links(cell.target),
          facts: text.markFacts({
            kind: 'cell',
            stance: cell.stance,
            column: cell.column,
            count: cell.count,
            parted: cell.parted,
          }),
          quote: null,
          node,
        });
      }
    }
  }
  return {
    name: model.name,
    width,
    height: y + 2,
    plot,
    xDomain: model.domain,
    yDomain: [0, plot.height],
    defs: [],
    back,
    marks,
    front: [],
    quoteMarks: text.quoteMarks,
  };
}

function columnHeads(
  model: StanceBySentimentModel,
  plotX: number,
  columnWidth: number,
  y: number,
  { text, theme }: DrawOptions,
): readonly SvgNode[] {
  return model.columns.flatMap((column, index) => {
    const label = text.sentiment(column);
    const x = plotX + (index + 0.5) * columnWidth + (column === 'not_scored' ? APART_GAP / 2 : 0);
    const face = measuredAs(theme, LABEL_SIZE, true);
    return [
      textNode({
        x,
        y: y + 18,
        text: cutToWidth(label, columnWidth - 6, face),
        full: label,
        size: LABEL_SIZE,
        fill: theme.ink,
        align: 'middle',
        direction: text.direction,
        semibold: true,
      }),
      textNode({
        x,
        y: y + 37,
        text: text.n(model.columnTotals[index] ?? 0),
        size: SMALL_SIZE,
        fill: theme.ink2,
        align: 'middle',
        direction: text.direction,
      }),
    ];
  });
}

function cellNode(cell: HeatCell, columnWidth: number, { text, theme }: DrawOptions): SvgNode {
  const apart = cell.column === 'not_scored' ? APART_GAP : 0;
  const x = -columnWidth / 2 + 1 + apart;
  const width = columnWidth - 2 - apart;
  const y = -CELL_HEIGHT / 2;
  const children = [
    svg('rect', { x, y, width, height: CELL_HEIGHT, fill: theme.paper, stroke: theme.rule }),
    svg(
      'text',
      {
        x: x + width / 2,
        y: 6,
        'text-anchor': 'middle',
        'font-size': 17,
        'font-weight': cell.count > 0 ? 600 : undefined,
        fill: cell.count > 0 ? theme.ink : theme.ink2,
      },
      [text.count(cell.count)],
    ),
  ];
  if (cell.count > 0) {
    const opacity = MIN_OPACITY + (MAX_OPACITY - MIN_OPACITY) * cell.strength;
    children.splice(1, 0, svg('rect', { x, y, width, height: CELL_HEIGHT, fill: theme.heat, opacity }));
  }
  if (cell.parted) children.push(moved(x + width - 13, y + 8, [partedSign(theme.ink)]));
  return svg('g', {}, children);
}

/** Two arrowheads that point away from each other. */
function partedSign(colour: string): SvgNode {
  return svg('path', { d: 'M5 -5L0 0L5 5zM7 -5L12 0L7 5z', fill: colour });
}
