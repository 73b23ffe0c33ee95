import { placeRow, planRows } from '#lib/core/charts/camp-rows';
import { drawKey } from '#lib/core/charts/chart-key';
import { measuredAs } from '#lib/core/charts/chart-theme';
import { drawEmpty } from '#lib/core/charts/draw-empty';
import { type DrawOptions, LABEL_SIZE, SMALL_SIZE } from '#lib/core/charts/draw-options';
import type { Drawing, DrawnMark } from '#lib/core/charts/drawing';
import type { HeatCell, StanceBySentimentModel } from '#lib/core/charts/stance-by-sentiment';
import { moved, type SvgNode, svg } from '#lib/core/charts/svg-node';
import { textNode } from '#lib/core/charts/text-node';
import { wrapText } from '#lib/core/charts/text-width';

const CELL_HEIGHT = 46;
const HEAD_LINE = 18;
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

  const heads = columnHeads(model, plan.plotX, columnWidth, key.height, options);
  const top = key.height + heads.height;
  const back: SvgNode[] = [...key.nodes, ...heads.nodes];
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

/** Labels of the columns with their totals, set on the cells below them. */
function columnHeads(
  model: StanceBySentimentModel,
  plotX: number,
  columnWidth: number,
  y: number,
  { text, theme }: DrawOptions,
): { readonly nodes: readonly SvgNode[]; readonly height: number } {
  const heads = model.columns.map((column, index) => {
    const apart = column === 'not_scored' ? APART_GAP : 0;
    const { lines } = wrapText(text.sentiment(column), columnWidth - apart - 2, measuredAs(theme, LABEL_SIZE, true), 3);
    return { lines, x: plotX + (index + 0.5) * columnWidth + apart / 2, total: model.columnTotals[index] ?? 0 };
  });
  const most = Math.max(...heads.map(({ lines }) => lines.length));
  const nodes = heads.flatMap(({ lines, x, total }) => [
    ...lines.map((line, index) =>
      textNode({
        x,
        // The last line of each head stands on one level, next to its total.
        y: y + 18 + (most - lines.length + index) * HEAD_LINE,
        text: line,
        size: LABEL_SIZE,
        fill: theme.ink,
        align: 'middle',
        direction: text.direction,
        semibold: true,
      }),
    ),
    textNode({
      x,
      y: y + 18 + most * HEAD_LINE,
      text: text.n(total),
      size: SMALL_SIZE,
      fill: theme.ink2,
      align: 'middle',
      direction: text.direction,
    }),
  ]);
  return { nodes, height: 30 + most * HEAD_LINE };
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
