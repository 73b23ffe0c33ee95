import { scaleUtc } from 'd3-scale';
import { type CampRow, campRow, type EmptyReason } from '#lib/core/charts/chart-model';
import type { ChartTarget } from '#lib/core/charts/chart-target';
import { type DatePrecision, type DateSpan, dateSpan, isoDay } from '#lib/core/charts/date-span';
import { type CompareCampsInput, groupByCamp } from '#lib/core/comparison/compare-camps';
import { findTimeSpan } from '#lib/core/findings/find-time-span';
import type { Finding } from '#lib/core/findings/finding';
import type { SentimentLabel } from '#lib/core/score';
import type { ResolvedStance } from '#lib/core/stance';
import { smallSampleRule } from '#lib/core/statistics/small-sample';

export const TIMELINE_MEASURES = ['stance', 'wording'] as const;
export type TimelineMeasure = (typeof TIMELINE_MEASURES)[number];

/** Under this many points a smoothed line would draw what is not there. */
export const MIN_POINTS_TO_SMOOTH = 8;
/** Points that one step of the running mean takes in. */
export const SMOOTHING_WINDOW = 5;

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
export interface TimelineLine {
  readonly kind: 'slope' | 'running_mean';
  readonly points: readonly { readonly time: number; readonly score: number }[];
}

export interface TimelineRow {
  readonly camp: CampRow;
  /** In order of time. */
  readonly dots: readonly TimelineDot[];
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
  /** Stances that occur among the dots. */
  readonly stances: readonly ResolvedStance[];
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

/** Model of the time line. */
export function timeline(options: TimelineOptions): TimelineModel {
  const measure = options.measure ?? 'stance';
  const rows = groupByCamp(options).camps.map(({ camp, statements }, index): TimelineRow => {
    const dated = statements
      .flatMap((statement): TimelineDot[] => {
        const span = statement.saidOn === null ? null : dateSpan(statement.saidOn);
        if (span === null || statement.saidOn === null) return [];
        const { id, stance, score, label, unsure, excerpt, excerptLanguage } = statement;
        return [
          {
            id: `${camp.slug}:${id}`,
            statementId: id,
            date: statement.saidOn,
            span,
            stance,
            score,
            label,
            unsure,
            excerpt,
            excerptLanguage,
            target: { kind: 'statement', id },
          },
        ];
      })
      .sort((a, b) => a.span.middle - b.span.middle || (a.id < b.id ? -1 : 1));
    const scored = dated.filter((dot) => dot.score !== null);
    return {
      camp: campRow(camp, index, statements.length, smallSampleRule(statements.length).size),
      dots: measure === 'stance' ? dated : scored,
      undated: statements.length - dated.length,
      notScored: dated.length - scored.length,
      line: measure === 'stance' ? null : lineThrough(scored),
    };
  });

  const dots = rows.flatMap((row) => row.dots);
  const events = (options.events ?? []).flatMap((event) => {
    const span = dateSpan(event.date);
    return span === null ? [] : [{ ...event, span }];
  });
  const { domain, ticks, tickPrecision } = timeAxis([...dots, ...events].map(({ span }) => span));
  const n = rows.reduce((sum, row) => sum + row.camp.n, 0);
  const undated = rows.reduce((sum, row) => sum + row.undated, 0);
  const empty =
    rows.length === 0
      ? 'no_camps'
      : n === 0
        ? 'no_statements'
        : n === undated
          ? 'nothing_dated'
          : dots.length === 0
            ? 'nothing_scored'
            : null;
  return {
    name: 'timeline',
    measure,
    domain,
    ticks,
    tickPrecision,
    rows,
    events,
    stances: [...new Set(dots.map((dot) => dot.stance))],
    anyPeriod: dots.some((dot) => dot.span.precision !== 'day'),
    n,
    dated: n - undated,
    undated,
    empty,
    finding: findTimeSpan(options),
  };
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

function lineThrough(dots: readonly TimelineDot[]): TimelineLine | null {
  const points = dots.flatMap(({ span, score }) => (score === null ? [] : [{ time: span.middle, score }]));
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
