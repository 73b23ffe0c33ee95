import { placeRow, planRows } from '#lib/core/charts/camp-rows';
import { drawKey, type KeyItem } from '#lib/core/charts/chart-key';
import { measuredAs } from '#lib/core/charts/chart-theme';
import { isoDay } from '#lib/core/charts/date-span';
import { dodge } from '#lib/core/charts/dodge';
import { AXIS_HEIGHT, drawXAxis } from '#lib/core/charts/draw-axis';
import { drawEmpty } from '#lib/core/charts/draw-empty';
import { type DrawOptions, SMALL_SIZE } from '#lib/core/charts/draw-options';
import type { Drawing, DrawnMark } from '#lib/core/charts/drawing';
import { BAR_STANCES, SIDED_STANCES } from '#lib/core/charts/stance-bars';
import { stancePaint, stancePatterns } from '#lib/core/charts/stance-paint';
import { moved, type SvgNode, svg } from '#lib/core/charts/svg-node';
import { directionOfTag, textNode } from '#lib/core/charts/text-node';
import { textWidth, wrapText } from '#lib/core/charts/text-width';
import type { TimelineBin, TimelineDot, TimelineModel, TimelineRow } from '#lib/core/charts/timeline';

const INSET = 10;
const ROW_GAP = 20;
const RADIUS = 6;
const STEP = 2 * RADIUS + 1;
const WORDING_HEIGHT = 92;
const BIN_HEIGHT = 72;
const EVENT_LINE = 19;
const EVENT_LABEL_MAX = 300;
const EVENT_LABEL_LINES = 3;
const FLAG_GAP = 5;
/** Room beside the plot for the ends of the score scale. */
const SCORE_INSET = 26;

/** Dots of a row with their distance from its top. */
interface PlacedDots {
  readonly row: TimelineRow;
  readonly tops: readonly number[];
  readonly height: number;
}

/** Draws the time line. */
export function drawTimeline(model: TimelineModel, options: DrawOptions): Drawing {
  const { text, theme, width, idPrefix } = options;
  if (model.empty !== null) return drawEmpty(model.name, text.empty(model.empty), options);
  const labels = model.rows.map((row) => ({
    names: [{ text: row.camp.label, language: row.camp.labelLanguage }],
    note: noteOf(row, model, options),
  }));
  const plan = planRows(labels, options, model.measure === 'stance' ? INSET : SCORE_INSET);
  const [from, to] = model.domain;
  const xOf = (time: number) => plan.plotX + ((time - from) / (to - from)) * plan.plotWidth;
  const shapes = model.rows.map((row) => placeDots(row, model, xOf));

  const key = drawKey(keyItems(model, options), { x: 0, y: 0, width, direction: text.direction, theme });
  const eventLanes = placeEvents(model, xOf, width, options);
  const top = key.height + 12 + eventLanes.height;
  const back: SvgNode[] = [];
  const lines: SvgNode[] = [];
  const marks: DrawnMark[] = [];
  const placed: { readonly shape: PlacedDots; readonly bodyTop: number }[] = [];
  let y = top;
  for (const [index, shape] of shapes.entries()) {
    const label = labels[index];
    if (label === undefined) continue;
    const { nodes, bodyTop, bottom } = placeRow(plan, theme, label, y, shape.height);
    back.push(...nodes);
    placed.push({ shape, bodyTop });
    y = bottom + ROW_GAP;
  }
  const plot = { x: plan.plotX, y: top - 6, width: plan.plotWidth, height: y - ROW_GAP + 8 - (top - 6) };

  for (const { shape, bodyTop } of placed) {
    const { row, tops, height } = shape;
    const colour = theme.camps[row.camp.colour % theme.camps.length] ?? theme.ink2;
    const level = model.measure === 'wording' ? bodyTop + height / 2 : bodyTop + height;
    back.push(svg('line', { x1: plot.x, x2: plot.x + plot.width, y1: level, y2: level, stroke: theme.rule }));
    if (model.measure === 'wording') back.push(...scoreScale(bodyTop, plot.x + plot.width, options));
    if (row.line !== null) lines.push(lineNode(row.line, bodyTop, colour, xOf));
    marks.push(...binMarks(row, bodyTop - plot.y, height, colour, xOf, model, options));
    for (const [index, dot] of row.dots.entries()) {
      const dotY = bodyTop + (tops[index] ?? 0);
      if (dot.span.precision !== 'day') {
        lines.push(
          svg('line', {
            x1: xOf(dot.span.from),
            x2: xOf(dot.span.to),
            y1: dotY,
            y2: dotY,
            stroke: theme.ink2,
            'stroke-width': 1.5,
            'stroke-dasharray': '2 3',
          }),
        );
      }
      marks.push(dotMark(dot, row, dotY - plot.y, colour, model, options));
    }
  }

  const axis = drawXAxis(
    model.ticks.map((tick) => ({ x: xOf(tick), label: text.timeTick(isoDay(tick), model.tickPrecision) })),
    { plot, width, theme, direction: text.direction },
  );
  return {
    name: model.name,
    width,
    height: plot.y + plot.height + AXIS_HEIGHT,
    plot,
    xDomain: model.domain,
    yDomain: [0, plot.height],
    defs: stancePatterns(theme, idPrefix),
    back: [
      ...key.nodes,
      ...axis,
      ...eventNodes(model, eventLanes, key.height + 8, plot.y + plot.height, xOf, options),
      ...back,
      ...lines,
    ],
    marks,
    front: [],
    quoteMarks: text.quoteMarks,
  };
}

function noteOf(row: TimelineRow, model: TimelineModel, { text }: DrawOptions): string {
  const base = row.camp.size === 'too_few' ? text.tooFew(row.camp.n) : text.n(row.camp.n);
  const undated = row.undated === 0 ? [] : [text.undated(row.undated)];
  const notScored = model.measure === 'stance' || row.notScored === 0 ? [] : [text.notScored(row.notScored)];
  return [base, ...undated, ...notScored].join(' · ');
}

function placeDots(row: TimelineRow, model: TimelineModel, xOf: (time: number) => number): PlacedDots {
  if (model.measure === 'wording') return byScore(row);
  return row.bins.length > 0 ? { row, tops: [], height: BIN_HEIGHT } : byStance(row, xOf);
}

/** In favour on top, against at the bottom, what stands apart below; only where it occurs. */
function byStance(row: TimelineRow, xOf: (time: number) => number): PlacedDots {
  const order = [
    ...[...SIDED_STANCES].reverse(),
    ...BAR_STANCES.filter((stance) => !SIDED_STANCES.some((sided) => sided === stance)),
  ];
  const tops = new Map<string, number>();
  let height = 0;
  for (const stance of order) {
    const own = row.dots.filter((dot) => dot.stance === stance);
    if (own.length === 0) continue;
    const lanes = dodge(
      own.map((dot) => xOf(dot.span.middle)),
      STEP,
    );
    const laneHeight = (Math.max(...lanes) + 1) * STEP;
    for (const [index, dot] of own.entries()) tops.set(dot.id, height + laneHeight - RADIUS - (lanes[index] ?? 0) * STEP);
    height += laneHeight + 6;
  }
  return { row, tops: row.dots.map((dot) => tops.get(dot.id) ?? 0), height: Math.max(2 * STEP, height) };
}

function byScore(row: TimelineRow): PlacedDots {
  return { row, tops: row.dots.map((dot) => heightOfScore(dot.score ?? 0)), height: WORDING_HEIGHT };
}

/** Ends and middle of a row's score scale, at its right. */
function scoreScale(bodyTop: number, x: number, { text, theme }: DrawOptions): readonly SvgNode[] {
  return [1, 0, -1].map((score) =>
    textNode({
      x: x + SCORE_INSET,
      y: bodyTop + heightOfScore(score) + 4.5,
      text: text.scoreTick(score),
      size: SMALL_SIZE,
      fill: theme.ink2,
      align: 'right',
      direction: text.direction,
    }),
  );
}

/** +1 on top, −1 at the bottom. */
function heightOfScore(score: number): number {
  return RADIUS + ((1 - score) / 2) * (WORDING_HEIGHT - 2 * RADIUS);
}

function lineNode(
  line: NonNullable<TimelineRow['line']>,
  bodyTop: number,
  colour: string,
  xOf: (time: number) => number,
): SvgNode {
  return svg('polyline', {
    points: line.points
      .map(({ time, score }) => `${xOf(time).toFixed(2)},${(bodyTop + heightOfScore(score)).toFixed(2)}`)
      .join(' '),
    fill: 'none',
    stroke: colour,
    'stroke-width': line.kind === 'slope' ? 1.5 : 2.5,
    opacity: 0.6,
  });
}

function dotMark(
  dot: TimelineDot,
  row: TimelineRow,
  y: number,
  colour: string,
  model: TimelineModel,
  { text, theme, links, idPrefix }: DrawOptions,
): DrawnMark {
  const paint = stancePaint(dot.stance, theme, idPrefix);
  const facts = { kind: 'statement', camp: row.camp.label, date: text.date(dot.date) } as const;
  const byWording = { ...facts, label: dot.label, unsure: dot.unsure, ...(dot.score !== null && { score: dot.score }) };
  return {
    id: dot.id,
    x: dot.span.middle,
    y,
    href: links(dot.target),
    facts: text.markFacts(model.measure === 'stance' ? { ...facts, stance: dot.stance } : byWording),
    quote: { text: dot.excerpt, language: dot.excerptLanguage },
    node:
      model.measure === 'stance'
        ? svg('circle', {
            r: RADIUS,
            fill: paint.fill,
            stroke: paint.stroke,
            'stroke-width': 1.5,
            'stroke-dasharray': paint.dash,
          })
        : dot.unsure
          ? svg('circle', { r: RADIUS - 1, fill: theme.paper, stroke: colour, 'stroke-width': 2 })
          : svg('circle', { r: RADIUS, fill: colour, stroke: theme.paper, 'stroke-width': 1 }),
  };
}

/** Bars of counts by stance, or means of scores with their intervals, by stretches of days. */
function binMarks(
  row: TimelineRow,
  top: number,
  height: number,
  colour: string,
  xOf: (time: number) => number,
  model: TimelineModel,
  { text, theme, links, idPrefix }: DrawOptions,
): readonly DrawnMark[] {
  const facts = (bin: TimelineBin) => ({ kind: 'days', camp: row.camp.label, from: bin.fromDay, to: bin.toDay }) as const;
  return row.bins.flatMap((bin): DrawnMark[] => {
    const width = Math.max(1.5, xOf(bin.to) - xOf(bin.from) - 1);
    if (model.measure === 'wording') {
      if (bin.mean === null) return [];
      const y = top + heightOfScore(bin.mean);
      const whisker =
        bin.interval === null
          ? []
          : [
              svg('line', {
                x1: 0,
                x2: 0,
                y1: top + heightOfScore(bin.interval.high) - y,
                y2: top + heightOfScore(bin.interval.low) - y,
                stroke: colour,
                'stroke-width': 2,
              }),
            ];
      return [
        {
          id: bin.id,
          x: (bin.from + bin.to) / 2,
          y,
          href: links(bin.target),
          facts: text.markFacts({ ...facts(bin), count: bin.scored, mean: bin.mean }),
          quote: null,
          node: svg('g', {}, [...whisker, svg('circle', { r: 4.5, fill: colour, stroke: theme.paper })]),
        },
      ];
    }
    let below = 0;
    return bin.stances.map(({ stance, count, target }) => {
      const paint = stancePaint(stance, theme, idPrefix);
      const tall = (count / model.maxBin) * height;
      below += tall;
      return {
        id: `${bin.id}:${stance}`,
        x: bin.from,
        y: top + height - below,
        href: links(target),
        facts: text.markFacts({ ...facts(bin), stance, count }),
        quote: null,
        node: svg('rect', { x: 0.5, y: 0, width, height: Math.max(0.75, tall), fill: paint.fill, stroke: paint.stroke }),
      };
    });
  });
}

/** An event's label in its lane above the plot. */
interface EventLabel {
  readonly lane: number;
  readonly lines: readonly string[];
  readonly cut: boolean;
  /** Where the lines begin, or where they end. */
  readonly x: number;
  readonly align: 'left' | 'right';
}

/** Labels of events go into lanes, so that none lies on another. */
function placeEvents(
  model: TimelineModel,
  xOf: (time: number) => number,
  width: number,
  { theme }: DrawOptions,
): { readonly lanes: readonly EventLabel[]; readonly laneHeight: number; readonly height: number } {
  const face = measuredAs(theme, SMALL_SIZE);
  const ends: number[] = [];
  const lanes = model.events.map((event): EventLabel => {
    const rule = xOf(event.span.middle);
    const after = width - rule - FLAG_GAP;
    const before = rule - FLAG_GAP;
    const whole = Math.min(EVENT_LABEL_MAX, textWidth(event.label, face));
    // A flag at its rule: to the right of it, and to the left where there is more room.
    const align = after >= Math.min(whole, before) ? 'left' : 'right';
    const room = Math.min(EVENT_LABEL_MAX, align === 'left' ? after : before);
    const { lines, cut } = wrapText(event.label, room, face, EVENT_LABEL_LINES);
    const wide = Math.max(...lines.map((line) => textWidth(line, face)));
    const x = align === 'left' ? rule + FLAG_GAP : rule - FLAG_GAP;
    const free = ends.findIndex((end) => (align === 'left' ? rule : x - wide) - end >= 10);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = align === 'left' ? x + wide : rule;
    return { lane, lines, cut, x, align };
  });
  const laneHeight = Math.max(1, ...lanes.map(({ lines }) => lines.length)) * EVENT_LINE;
  return { lanes, laneHeight, height: ends.length * laneHeight + (ends.length === 0 ? 0 : 6) };
}

function eventNodes(
  model: TimelineModel,
  { lanes, laneHeight }: ReturnType<typeof placeEvents>,
  top: number,
  bottom: number,
  xOf: (time: number) => number,
  { theme }: DrawOptions,
): readonly SvgNode[] {
  const rules = model.events.map((event, index) =>
    svg('line', {
      x1: xOf(event.span.middle),
      x2: xOf(event.span.middle),
      y1: top + (lanes[index]?.lane ?? 0) * laneHeight + 3,
      y2: bottom,
      stroke: theme.ink,
      'stroke-width': 1.25,
      'stroke-dasharray': '5 3',
    }),
  );
  const labels = model.events.flatMap((event, index) => {
    const label = lanes[index];
    if (label === undefined) return [];
    const direction = directionOfTag(event.labelLanguage);
    return label.lines.map((line, place) =>
      textNode({
        x: label.x,
        y: top + label.lane * laneHeight + place * EVENT_LINE + 14,
        text: line,
        full: label.cut && place === label.lines.length - 1 ? event.label : undefined,
        size: SMALL_SIZE,
        fill: theme.ink,
        align: label.align,
        direction,
        language: event.labelLanguage,
        halo: theme.paper,
      }),
    );
  });
  return [...rules, ...labels];
}

function keyItems(model: TimelineModel, { text, theme, idPrefix }: DrawOptions): readonly KeyItem[] {
  const items: KeyItem[] =
    model.measure === 'stance'
      ? BAR_STANCES.filter((stance) => model.stances.includes(stance)).map((stance) => {
          const paint = stancePaint(stance, theme, idPrefix);
          return {
            sign: moved(7, 0, [
              svg('circle', { r: RADIUS, fill: paint.fill, stroke: paint.stroke, 'stroke-dasharray': paint.dash }),
            ]),
            signWidth: 14,
            label: text.stance(stance),
          };
        })
      : [];
  const line = (dash: string | undefined, strokeWidth: number, colour: string) =>
    svg('line', { x1: 0, x2: 26, y1: 0, y2: 0, stroke: colour, 'stroke-width': strokeWidth, 'stroke-dasharray': dash });
  if (model.rows.some((row) => row.line?.kind === 'slope')) {
    items.push({ sign: line(undefined, 1.5, theme.ink2), signWidth: 26, label: text.key.slope });
  }
  if (model.rows.some((row) => row.line?.kind === 'running_mean')) {
    items.push({ sign: line(undefined, 2.5, theme.ink2), signWidth: 26, label: text.key.runningMean });
  }
  if (model.measure === 'wording' && model.rows.some((row) => row.dots.some((dot) => dot.unsure))) {
    items.push({
      sign: moved(7, 0, [svg('circle', { r: 5, fill: theme.paper, stroke: theme.ink2, 'stroke-width': 2 })]),
      signWidth: 14,
      label: text.key.unsure,
    });
  }
  if (model.maxBin > 0) {
    const sign =
      model.measure === 'stance' ? svg('rect', { x: 2, y: -7, width: 8, height: 14, fill: theme.ink2 }) : meanSign(theme.ink2);
    const label = model.measure === 'stance' ? text.key.tallest(model.maxBin) : text.key.meanAndInterval;
    items.push({ sign, signWidth: 12, label });
  }
  if (model.anyPeriod) items.push({ sign: line('2 3', 1.5, theme.ink2), signWidth: 26, label: text.key.datePeriod });
  if (model.events.length > 0) items.push({ sign: line('5 3', 1.25, theme.ink), signWidth: 26, label: text.key.event });
  return items;
}

function meanSign(colour: string): SvgNode {
  return moved(6, 0, [
    svg('line', { x1: 0, x2: 0, y1: -8, y2: 8, stroke: colour, 'stroke-width': 2 }),
    svg('circle', { r: 4.5, fill: colour }),
  ]);
}
