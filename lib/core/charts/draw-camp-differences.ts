import type { CampDifferencesModel, DifferenceRow } from '#lib/core/charts/camp-differences';
import { placeRow, planRows } from '#lib/core/charts/camp-rows';
import { drawKey } from '#lib/core/charts/chart-key';
import { measuredAs } from '#lib/core/charts/chart-theme';
import { AXIS_HEIGHT, drawXAxis } from '#lib/core/charts/draw-axis';
import { drawEmpty } from '#lib/core/charts/draw-empty';
import { drawInterval } from '#lib/core/charts/draw-interval';
import { type DrawOptions, SMALL_SIZE } from '#lib/core/charts/draw-options';
import type { Drawing, DrawnMark } from '#lib/core/charts/drawing';
import { type SvgNode, svg } from '#lib/core/charts/svg-node';
import { textNode } from '#lib/core/charts/text-node';
import { textWidth, wrapText } from '#lib/core/charts/text-width';
import { isolate } from '#lib/core/text/isolate';

const INSET = 14;
const BODY_HEIGHT = 30;
const ROW_GAP = 16;

/** Draws the difference of each two camps with its interval. */
export function drawCampDifferences(model: CampDifferencesModel, options: DrawOptions): Drawing {
  const { text, theme, width } = options;
  if (model.empty !== null) return drawEmpty(model.name, text.empty(model.empty), options);
  const labels = model.rows.map(({ first, second, firstCount, secondCount, shareAs }) => ({
    names: [
      { text: first.label, language: first.labelLanguage },
      { text: text.minusSecond(isolate(second.label)), language: text.language },
    ],
    note:
      shareAs === 'per_cent'
        ? text.nPair(first.n, second.n)
        : text.countPair(text.ofN(firstCount, first.n), text.ofN(secondCount, second.n)),
  }));
  const plan = planRows(labels, options, INSET);
  const key = drawKey(
    [
      {
        sign: svg('g', {}, drawInterval({ low: 1, middle: 17, high: 33 }, 0, theme.ink2, theme)),
        signWidth: 34,
        label: text.key.differenceAndInterval,
      },
    ],
    { x: 0, y: 0, width, direction: text.direction, theme },
  );
  const [from, to] = model.domain;
  const xOf = (difference: number) => plan.plotX + ((difference - from) / (to - from)) * plan.plotWidth;
  const top = key.height + 12;
  const back: SvgNode[] = [];
  const placed: { readonly row: DifferenceRow; readonly middle: number }[] = [];
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
  const axis = drawXAxis(
    model.ticks.map((tick) => ({ x: xOf(tick), label: text.points(tick), strong: tick === 0 })),
    { plot, width, theme, direction: text.direction },
  );
  const tooFew = wrapText(
    model.tooFew.map((camp) => `${isolate(camp.label)}: ${text.tooFew(camp.n)}`).join(' · '),
    width,
    measuredAs(theme, SMALL_SIZE),
    3,
  ).lines.filter((line) => line !== '');
  const bottom = plot.y + plot.height + AXIS_HEIGHT;
  const tooFewNodes = tooFew.map((line, index) =>
    textNode({
      x: text.direction === 'ltr' ? 0 : width,
      y: bottom + 18 + index * 18,
      text: line,
      size: SMALL_SIZE,
      fill: theme.ink2,
      align: text.direction === 'ltr' ? 'left' : 'right',
      direction: text.direction,
    }),
  );
  return {
    name: model.name,
    width,
    height: bottom + (tooFew.length === 0 ? 0 : 6 + tooFew.length * 18),
    plot,
    xDomain: model.domain,
    yDomain: [0, plot.height],
    defs: [],
    back: [...key.nodes, ...axis, ...back, ...tooFewNodes],
    marks: placed.map(({ row, middle }) => differenceMark(row, middle - plot.y, xOf, model, options)),
    front: [],
    quoteMarks: text.quoteMarks,
  };
}

function differenceMark(
  row: DifferenceRow,
  y: number,
  xOf: (difference: number) => number,
  model: CampDifferencesModel,
  { text, theme, links }: DrawOptions,
): DrawnMark {
  const middle = xOf(row.difference);
  const at = { low: xOf(row.low) - middle, middle: 0, high: xOf(row.high) - middle };
  const value = row.shareAs === 'per_cent' ? text.points(row.difference) : null;
  const room = value === null ? 0 : textWidth(value, measuredAs(theme, SMALL_SIZE, true)) + 8;
  const fitsRight = xOf(row.high) + room <= xOf(model.domain[1]) + INSET;
  return {
    id: row.id,
    x: row.difference,
    y,
    href: row.firstCount + row.secondCount === 0 ? null : links(row.target),
    facts: text.markFacts({
      kind: 'difference',
      first: row.first.label,
      second: row.second.label,
      stance: model.stance,
      counts: [text.ofN(row.firstCount, row.first.n), text.ofN(row.secondCount, row.second.n)],
      difference: row.shareAs === 'per_cent' ? row.difference : null,
      low: row.low,
      high: row.high,
    }),
    quote: null,
    node: svg('g', {}, [
      ...drawInterval(at, 0, theme.ink2, theme),
      ...(value === null
        ? []
        : [
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
    ]),
  };
}
