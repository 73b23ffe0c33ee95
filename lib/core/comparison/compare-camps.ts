import type { ChartCamp, ChartStatement } from '#lib/core/chart-statement';
import type { CampComparison, Comparison } from '#lib/core/comparison/comparison-schema';
import { SCORE_DECIMALS, SENTIMENT_LABELS } from '#lib/core/score';
import { DISPUTED, RESOLVED_STANCES } from '#lib/core/stance';
import { meanInterval } from '#lib/core/statistics/mean-interval';
import { median } from '#lib/core/statistics/quantile';
import { smallSampleRule } from '#lib/core/statistics/small-sample';
import { wilsonInterval } from '#lib/core/statistics/wilson-interval';

/** What is compared. */
export interface CompareCampsInput {
  /** Published statements, each at most once. */
  readonly statements: readonly ChartStatement[];
  readonly camps: readonly ChartCamp[];
  /** Whether camps that are context only (officials) are compared too. */
  readonly includeContext: boolean;
}

/** The statements that charts and numbers rest on, camp by camp, and what was left out. */
export interface ComparedStatements {
  readonly camps: readonly {
    readonly camp: ChartCamp;
    readonly statements: readonly ChartStatement[];
    readonly duplicates: number;
  }[];
  readonly contextLeftOut: number;
  readonly campDisputed: number;
  readonly campUncoded: number;
}

/**
 * Sorts statements by camp, without duplicates. Every chart and every number starts from this one answer, so
 * that no two of them can disagree on an n.
 * @returns camps in their order; each statement is in one camp or in one of the counts.
 */
export function groupByCamp({ statements, camps, includeContext }: CompareCampsInput): ComparedStatements {
  const ordered = [...camps].sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1));
  const known = new Set(camps.map((camp) => camp.slug));
  const shown = ordered.filter((camp) => includeContext || camp.role === 'compared');
  const shownSlugs = new Set(shown.map((camp) => camp.slug));
  const countWhere = (matches: (statement: ChartStatement) => boolean) => statements.filter(matches).length;
  return {
    camps: shown.map((camp) => {
      const own = statements.filter((statement) => statement.camp === camp.slug);
      const kept = own.filter((statement) => !statement.isDuplicate);
      return { camp, statements: kept, duplicates: own.length - kept.length };
    }),
    contextLeftOut: countWhere(({ camp }) => known.has(camp) && !shownSlugs.has(camp)),
    campDisputed: countWhere(({ camp }) => !known.has(camp) && camp === DISPUTED),
    campUncoded: countWhere(({ camp }) => !known.has(camp) && camp !== DISPUTED),
  };
}

function roundScore(value: number): number {
  const factor = 10 ** SCORE_DECIMALS;
  return Math.round(value * factor) / factor + 0;
}

/**
 * Summary of the machine scores of a group.
 * @param statements of one camp, duplicates already left out.
 * @returns no mean, interval or median under 5 scored statements; scores are rounded as the scorer rounds them.
 */
export function summariseSentiment(statements: readonly ChartStatement[]): CampComparison['sentiment'] {
  const scores = statements.map(({ score }) => score).filter((score) => score !== null);
  const rule = smallSampleRule(scores.length);
  const summary = rule.drawInterval ? meanInterval(scores) : null;
  const middle = rule.drawInterval ? median(scores) : null;
  const noIntervalReason = rule.size === 'empty' ? 'nothing_scored' : rule.size === 'too_few' ? 'too_few' : 'no_spread';
  return {
    scored: scores.length,
    notScored: statements.length - scores.length,
    mean: summary?.mean == null ? null : roundScore(summary.mean),
    interval: summary?.interval ? { low: roundScore(summary.interval.low), high: roundScore(summary.interval.high) } : null,
    noIntervalReason: summary?.interval ? null : noIntervalReason,
    median: middle === null ? null : roundScore(middle),
    labels: SENTIMENT_LABELS.map((label) => ({ label, count: statements.filter((each) => each.label === label).length })),
    unsure: statements.filter(({ score, unsure }) => score !== null && unsure).length,
  };
}

/**
 * Compares camps on the two axes: stance as people coded it, and wording as the machine scored it. Neither is
 * computed from the other.
 * @returns the numbers behind the charts; no share, mean or interval under 5 statements.
 */
export function compareCamps(input: CompareCampsInput): Comparison {
  const grouped = groupByCamp(input);
  const camps = grouped.camps.map(({ camp, statements, duplicates }): CampComparison => {
    const n = statements.length;
    const rule = smallSampleRule(n);
    const stances = RESOLVED_STANCES.map((stance) => {
      const count = statements.filter((statement) => statement.stance === stance).length;
      return { stance, count, share: rule.drawInterval ? wilsonInterval(count, n) : null };
    });
    return {
      camp: camp.slug,
      label: camp.label,
      labelLanguage: camp.labelLanguage,
      role: camp.role,
      n,
      sampleSize: rule.size,
      stances,
      sentiment: summariseSentiment(statements),
      disputed: statements.filter((statement) => statement.stance === DISPUTED).length,
      lowConfidence: statements.filter((statement) => statement.lowConfidence).length,
      duplicatesLeftOut: duplicates,
    };
  });
  const sum = (of: (camp: CampComparison) => number) => camps.reduce((total, camp) => total + of(camp), 0);
  return {
    camps,
    totals: {
      statements: input.statements.length,
      compared: sum((camp) => camp.n),
      scored: sum((camp) => camp.sentiment.scored),
      duplicatesLeftOut: sum((camp) => camp.duplicatesLeftOut),
      contextLeftOut: grouped.contextLeftOut,
      campDisputed: grouped.campDisputed,
      campUncoded: grouped.campUncoded,
    },
  };
}
