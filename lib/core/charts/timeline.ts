import { scaleUtc } from 'd3-scale';
import type { ChartStatement } from '#lib/core/chart-statement';
import { type CampRow, campRow, type EmptyReason } from '#lib/core/charts/chart-model';
import type { ChartTarget } from '#lib/core/charts/chart-target';
import { type DatePrecision, type DateSpan, dateSpan, isoDay } from '#lib/core/charts/date-span';
import { MAX_DOTS } from '#lib/core/charts/sentiment-strip';
import { BAR_STANCES } from '#lib/core/charts/stance-bars';
import { type CompareCampsInput, groupByCamp, summariseSentiment } from '#lib/core/comparison/compare-camps';
import { findTimeSpan } from '#lib/core/findings/find-time-span';
import type { Finding } from '#lib/core/findings/finding';
import type { SentimentLabel } from '#lib/core/score';
import type { ResolvedStance } from '#lib/core/stance';
import { smallSampleRule } from '#lib/core/statistics/small-sample';

/** What the dots of a time line tell. */
type TimelineMeasure = 'stance' | 'wording';

/** Under this many points a smoothed line would draw what is not there. */
export const MIN_POINTS_TO_SMOOTH = 8;
/** Points that one step of the running mean takes in. */
const SMOOTHING_WINDOW = 5;

/** Something that happened, as a rule across the chart. */
export interface TimelineEvent {
  readonly id: string;
  readonly label: string;
  readonly labelLanguage: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
}

export interface TimelineDot {
  readonly id: string;
  readonly statementId: string;
  readonly date: string;
  readonly span: DateSpan;
  readonly stance: ResolvedStance;
  readonly score: number | null;
  readonly label: SentimentLabel | null;
  readonly unsure: boolean;
  readonly excerpt: string;
  readonly excerptLanguage: string;
  readonly target: ChartTarget;
}

/** A line through a camp's points: straight between 2 or 3, a running mean from 8 on, none in between. */
interface TimelineLine {
  readonly kind: 'slope' | 'running_mean';
  readonly points: readonly { readonly time: number; readonly score: number }[];
}

/** Statements of a camp within some days, where there are too many for dots. */
export interface TimelineBin {
  readonly id: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly fromDay: string;
  readonly toDay: string;
  /** Milliseconds since 1970, UTC. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** By stance, in the order of the bars. */
  readonly stances: readonly { readonly stance: ResolvedStance; readonly count: number; readonly target: ChartTarget }[];
  readonly scored: number;
  /** Null under 5 scored statements. */
  readonly mean: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly target: ChartTarget;
}

export interface TimelineRow {
  readonly camp: CampRow;
  /** In order of time; empty where there are too many and `bins` stand for them. */
  readonly dots: readonly TimelineDot[];
  readonly bins: readonly TimelineBin[];
  readonly undated: number;
  /** Dated, but without a score; shown only where the measure is stance. */
  readonly notScored: number;
  /** Only where the measure is wording. */
  readonly line: TimelineLine | null;
}

/** Statements by the day on which they were said, one row a camp. */
export interface TimelineModel {
  readonly name: 'timeline';
  readonly measure: TimelineMeasure;
  /** Milliseconds since 1970, UTC. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickPrecision: DatePrecision;
  readonly rows: readonly TimelineRow[];
  readonly events: readonly (TimelineEvent & { readonly span: DateSpan })[];
  /** Stances that occur, in the order of the bars. */
  readonly stances: readonly ResolvedStance[];
  /** Largest bin of any row, for one scale of all. */
  readonly maxBin: number;
  readonly anyPeriod: boolean;
  readonly n: number;
  readonly dated: number;
  readonly undated: number;
  readonly empty: EmptyReason | null;
  readonly finding: Finding;
}

export interface TimelineOptions extends CompareCampsInput {
  readonly measure?: TimelineMeasure;
  readonly events?: readonly TimelineEvent[];
}

const DAY = 86_400_000;

/** Stretches of days that stand for a camp with too many dots. */
const MAX_BINS = 24;

interface DatedStatement {
  readonly statement: ChartStatement;
  readonly date: string;
  readonly span: DateSpan;
}

/** Model of the time line. */
export function timeline(options: TimelineOptions): TimelineModel {
  const measure = options.measure ?? 'stance';
  const grouped = groupByCamp(options).camps.map(({ camp, statements }) => ({
    camp,
    n: statements.length,
    dated: toDated(statements),
  }));
  const events = (options.events ?? []).flatMap((event) => {
    const span = dateSpan(event.date);
    return span === null ? [] : [{ ...event, span }];
  });
  const allDated = grouped.flatMap(({ dated }) => dated);
  const axis = timeAxis([...allDated, ...events].map(({ span }) => span));

  const rows = grouped.map(({ camp, n, dated }): TimelineRow => {
    const scored = dated.filter(({ statement }) => statement.score !== null);
    const shown = measure === 'stance' ? dated : scored;
    const crowded = shown.length > MAX_DOTS;
    return {
      camp: campRow(camp, n, smallSampleRule(n).size),
      dots: crowded ? [] : shown.map((each) => toDot(camp.slug, each)),
      bins: crowded ? toBins(camp.slug, dated, axis.domain) : [],
      undated: n - dated.length,
      notScored: dated.length - scored.length,
      line: measure === 'stance' || crowded ? null : lineThrough(scored),
    };
  });
  const n = rows.reduce((sum, row) => sum + row.camp.n, 0);
  const undated = rows.reduce((sum, row) => sum + row.undated, 0);
  return {
    name: 'timeline',
    measure,
    ...axis,
    rows,
    events,
    stances: BAR_STANCES.filter((stance) => allDated.some(({ statement }) => statement.stance === stance)),
    maxBin: Math.max(0, ...rows.flatMap((row) => row.bins.map((bin) => bin.n))),
    anyPeriod: rows.some((row) => row.dots.some((dot) => dot.span.precision !== 'day')),
    n,
    dated: n - undated,
    undated,
    empty: emptyReason(rows, n, undated),
    finding: findTimeSpan(options),
  };
}

function emptyReason(rows: readonly TimelineRow[], n: number, undated: number): EmptyReason | null {
  if (rows.length === 0) return 'no_camps';
  if (n === 0) return 'no_statements';
  if (n === undated) return 'nothing_dated';
  return rows.every((row) => row.dots.length === 0 && row.bins.length === 0) ? 'nothing_scored' : null;
}

/** In order of time, ties by id. */
function toDated(statements: readonly ChartStatement[]): readonly DatedStatement[] {
  return statements
    .flatMap((statement) => {
      const span = statement.saidOn === null ? null : dateSpan(statement.saidOn);
      return span === null || statement.saidOn === null ? [] : [{ statement, date: statement.saidOn, span }];
    })
    .sort((a, b) => a.span.middle - b.span.middle || (a.statement.id < b.statement.id ? -1 : 1));
}

function toDot(camp: string, { statement, date, span }: DatedStatement): TimelineDot {
  const { id, stance, score, label, unsure, excerpt, excerptLanguage } = statement;
  return {
    id: `${camp}:${id}`,
    statementId: id,
    date,
    span,
    stance,
    score,
    label,
    unsure,
    excerpt,
    excerptLanguage,
    target: { kind: 'statement', id },
  };
}

/** Whole days, the same stretches for every camp; a date that is known to the month counts at its middle. */
function toBins(
  camp: string,
  dated: readonly DatedStatement[],
  [first, last]: readonly [number, number],
): readonly TimelineBin[] {
  const start = Math.floor(first / DAY) * DAY;
  const length = Math.ceil((last - start) / DAY / MAX_BINS) * DAY;
  const byBin = new Map<number, ChartStatement[]>();
  for (const { statement, span } of dated) {
    const index = Math.floor((span.middle - start) / length);
    const bin = byBin.get(index) ?? [];
    bin.push(statement);
    byBin.set(index, bin);
  }
  return [...byBin.entries()].map(([index, statements]): TimelineBin => {
    const from = start + index * length;
    const fromDay = isoDay(from);
    const toDay = isoDay(from + length - DAY);
    const target = {
      kind: 'statements',
      camp,
      from: fromDay,
      to: toDay,
    } as const;
    const { scored, mean, interval } = summariseSentiment(statements);
    return {
      id: `${camp}:${fromDay}`,
      fromDay,
      toDay,
      from,
      to: from + length,
      n: statements.length,
      stances: BAR_STANCES.flatMap((stance) => {
        const count = statements.filter((statement) => statement.stance === stance).length;
        return count === 0 ? [] : [{ stance, count, target: { ...target, stance } }];
      }),
      scored,
      mean,
      interval,
      target,
    };
  });
}

/** An axis with a margin of a 25th at both ends, a day at least; ticks no finer than days. */
function timeAxis(spans: readonly DateSpan[]): Pick<TimelineModel, 'domain' | 'ticks' | 'tickPrecision'> {
  if (spans.length === 0) return { domain: [0, DAY], ticks: [], tickPrecision: 'day' };
  const first = Math.min(...spans.map(({ from }) => from));
  const last = Math.max(...spans.map(({ to }) => to));
  const margin = Math.max(DAY, (last - first) / 25);
  const domain = [first - margin, last + margin] as const;
  const days = (last - first) / DAY;
  const ticks = scaleUtc()
    .domain(domain)
    .ticks(5)
    .map((tick) => tick.getTime())
    .filter((time) => isoDay(time) !== isoDay(time - 1));
  const tickPrecision = days > 730 ? 'year' : days > 75 ? 'month' : 'day';
  return { domain, ticks: distinctTicks(ticks, tickPrecision), tickPrecision };
}

/** Ticks that would carry one and the same label are drawn once. */
function distinctTicks(ticks: readonly number[], precision: DatePrecision): readonly number[] {
  const length = precision === 'year' ? 4 : precision === 'month' ? 7 : 10;
  return ticks.filter((tick, index) => {
    const before = ticks[index - 1];
    return before === undefined || isoDay(before).slice(0, length) !== isoDay(tick).slice(0, length);
  });
}

function lineThrough(dated: readonly DatedStatement[]): TimelineLine | null {
  const points = dated.flatMap(({ span, statement: { score } }) => (score === null ? [] : [{ time: span.middle, score }]));
  const times = new Set(points.map(({ time }) => time)).size;
  if (points.length === times && (times === 2 || times === 3)) return { kind: 'slope', points };
  if (points.length < MIN_POINTS_TO_SMOOTH) return null;
  // Only where the window is full: at the ends a mean of fewer points would be drawn as if it were as firm.
  const half = (SMOOTHING_WINDOW - 1) / 2;
  const smooth = points.slice(half, points.length - half).map(({ time }, index) => {
    const window = points.slice(index, index + SMOOTHING_WINDOW);
    return { time, score: window.reduce((sum, { score }) => sum + score, 0) / window.length };
  });
  return { kind: 'running_mean', points: smooth };
}
