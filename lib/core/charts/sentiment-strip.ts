import { scaleLinear } from 'd3-scale';
import type { ChartStatement } from '#lib/core/chart-statement';
import { type CampRow, campRow, type EmptyReason } from '#lib/core/charts/chart-model';
import type { ChartTarget } from '#lib/core/charts/chart-target';
import { type CompareCampsInput, groupByCamp, summariseSentiment } from '#lib/core/comparison/compare-camps';
import { findWordingMeans } from '#lib/core/findings/find-wording-means';
import type { Finding } from '#lib/core/findings/finding';
import type { SentimentLabel } from '#lib/core/score';
import type { ResolvedStance } from '#lib/core/stance';
import { smallSampleRule } from '#lib/core/statistics/small-sample';

/** Past this many dots in a row they hide each other: the row becomes a histogram. */
export const MAX_DOTS = 300;

/** Bins of the histogram over [-1, 1]. */
export const HISTOGRAM_BINS = 20;

/** A score axis is pinned: two pictures of two days can be laid side by side. */
const SCORE_DOMAIN = [-1, 1] as const;

/** One scored statement. */
interface ScoreDot {
  /** Id of the statement. */
  readonly id: string;
  readonly score: number;
  readonly label: SentimentLabel | null;
  readonly unsure: boolean;
  readonly stance: ResolvedStance;
  readonly excerpt: string;
  readonly excerptLanguage: string;
  readonly target: ChartTarget;
}

/** Statements whose score lies from `from` (counted in) to `to` (left out, but for 1). */
interface ScoreBin {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly target: ChartTarget;
}

export interface StripRow {
  readonly camp: CampRow;
  readonly scored: number;
  readonly notScored: number;
  /** In order of score; empty where there are too many and `bins` stand for them. */
  readonly dots: readonly ScoreDot[];
  readonly bins: readonly ScoreBin[];
  /** Null under 5 scored statements. */
  readonly mean: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Whether the row's scored statements are too few to summarise. */
  readonly tooFew: boolean;
}

/** Where the wording of each camp lies, statement by statement. */
export interface SentimentStripModel {
  readonly name: 'sentiment-strip';
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly rows: readonly StripRow[];
  /** Largest bin of any row, for one scale of all histograms. */
  readonly maxBin: number;
  readonly anyUnsure: boolean;
  readonly n: number;
  readonly scored: number;
  readonly empty: EmptyReason | null;
  readonly finding: Finding;
}

/** Model of the strip of dots: one row a camp, one dot a scored statement. */
export function sentimentStrip(input: CompareCampsInput): SentimentStripModel {
  const rows = groupByCamp(input).camps.map(({ camp, statements }): StripRow => {
    const scored = statements.filter((statement) => statement.score !== null);
    const summary = summariseSentiment(statements);
    const crowded = scored.length > MAX_DOTS;
    return {
      camp: campRow(camp, statements.length, smallSampleRule(statements.length).size),
      scored: summary.scored,
      notScored: summary.notScored,
      dots: crowded ? [] : toDots(scored),
      bins: crowded ? toBins(camp.slug, scored) : [],
      mean: summary.mean,
      interval: summary.interval,
      tooFew: smallSampleRule(summary.scored).size === 'too_few',
    };
  });
  const n = rows.reduce((sum, row) => sum + row.camp.n, 0);
  const scored = rows.reduce((sum, row) => sum + row.scored, 0);
  return {
    name: 'sentiment-strip',
    domain: SCORE_DOMAIN,
    ticks: scaleLinear().domain(SCORE_DOMAIN).ticks(4),
    rows,
    maxBin: Math.max(0, ...rows.flatMap((row) => row.bins.map((bin) => bin.count))),
    anyUnsure: rows.some((row) => row.dots.some((dot) => dot.unsure)),
    n,
    scored,
    empty: rows.length === 0 ? 'no_camps' : n === 0 ? 'no_statements' : scored === 0 ? 'nothing_scored' : null,
    finding: findWordingMeans(input),
  };
}

function toDots(statements: readonly ChartStatement[]): readonly ScoreDot[] {
  return statements
    .flatMap((statement) => {
      if (statement.score === null) return [];
      const { id, score, label, unsure, stance, excerpt, excerptLanguage } = statement;
      return [{ id, score, label, unsure, stance, excerpt, excerptLanguage, target: { kind: 'statement', id } as const }];
    })
    .sort((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1));
}

function toBins(camp: string, statements: readonly ChartStatement[]): readonly ScoreBin[] {
  const counts = Array.from({ length: HISTOGRAM_BINS }, () => 0);
  for (const { score } of statements) {
    if (score === null) continue;
    // Scores have three decimals: in thousandths the bounds of the bins are whole numbers and no score falls between two.
    const index = Math.min(HISTOGRAM_BINS - 1, Math.floor((Math.round(score * 1000) + 1000) / (2000 / HISTOGRAM_BINS)));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const bound = (index: number) => Math.round(-1000 + (2000 / HISTOGRAM_BINS) * index) / 1000;
  return counts.flatMap((count, index) => {
    if (count === 0) return [];
    const [from, to] = [bound(index), bound(index + 1)];
    return [
      {
        id: `${camp}:${from}`,
        from,
        to,
        count,
        target: {
          kind: 'statements',
          camp,
          scoreFrom: from,
          scoreTo: to,
        } as const,
      },
    ];
  });
}
