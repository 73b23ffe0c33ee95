import { orderedCodes } from '#lib/core/reliability/code-order';
import type { PairedCode } from '#lib/core/reliability/coder-pairs';
import { twoSidedZ } from '#lib/core/statistics/normal-quantile';
import { MIN_N_TO_SUMMARISE } from '#lib/core/statistics/small-sample';

/** How much a disagreement counts: all alike, or by its distance in the order of the codes, or by the square of it. */
export const KAPPA_WEIGHTS = ['none', 'linear', 'quadratic'] as const;
export type KappaWeights = (typeof KAPPA_WEIGHTS)[number];

export const KAPPA_REASONS = ['no_shared_unit', 'one_category'] as const;
export type KappaReason = (typeof KAPPA_REASONS)[number];

/**
 * `no_disagreement` and `no_variation` (a judge with one code for all, say): the formula's standard error is 0, and an interval of no
 * width would be a lie.
 */
export const NO_KAPPA_INTERVAL_REASONS = ['not_computable', 'few_units', 'no_disagreement', 'no_variation'] as const;
export type NoKappaIntervalReason = (typeof NO_KAPPA_INTERVAL_REASONS)[number];

export interface KappaResult {
  /** At most 1; 0 is what chance gives. Null exactly when `reason` is not. */
  readonly kappa: number | null;
  readonly reason: KappaReason | null;
  /** Null exactly when `intervalReason` is not; cut to [-1, 1]. */
  readonly ci: readonly [low: number, high: number] | null;
  readonly intervalReason: NoKappaIntervalReason | null;
  readonly standardError: number | null;
  readonly confidence: number;
  readonly n: number;
  readonly weights: KappaWeights;
  /** (Weighted) agreement that was seen, and that which chance gives, in [0, 1]; null for n = 0. */
  readonly observed: number | null;
  readonly expected: number | null;
}

export interface KappaOptions {
  readonly weights?: KappaWeights | undefined;
  /** Codes from lowest to highest; weights need it unless the codes are numbers, whose order is taken then. */
  readonly order?: readonly string[] | undefined;
  /** In (0, 1). */
  readonly confidence?: number | undefined;
}

/**
 * Cohen's kappa of two judges with its large-sample interval. Weighted kappa spaces the codes of the order evenly,
 * those that do not occur included. Under some 30 units the interval is a rough guide; under five there is none.
 *
 * @see Cohen (1960), Educational and Psychological Measurement 20, 37-46; Cohen (1968), Psychological Bulletin 70, 213-220;
 * Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323-327 (standard error)
 */
export function cohenKappa(codes: readonly PairedCode[], options: KappaOptions = {}): KappaResult {
  const { weights = 'none', order, confidence = 0.95 } = options;
  const z = twoSidedZ(confidence);
  const n = codes.length;
  const shape = { confidence, n, weights };
  if (n === 0) {
    return {
      ...shape,
      kappa: null,
      reason: 'no_shared_unit',
      ci: null,
      intervalReason: 'not_computable',
      standardError: null,
      observed: null,
      expected: null,
    };
  }

  const all = orderedCodes(
    codes.flatMap(({ first, second }) => [first, second]),
    order,
  );
  const place = new Map(all.map((code, index) => [code, index]));
  const weightOf = weighting(weights, all.length);
  const rowShare = all.map(() => 0);
  const columnShare = all.map(() => 0);
  const cellShare = new Map<number, number>();
  for (const { first, second } of codes) {
    const row = place.get(first) ?? 0;
    const column = place.get(second) ?? 0;
    rowShare[row] = (rowShare[row] ?? 0) + 1 / n;
    columnShare[column] = (columnShare[column] ?? 0) + 1 / n;
    const cell = row * all.length + column;
    cellShare.set(cell, (cellShare.get(cell) ?? 0) + 1 / n);
  }

  // Mean weight that a code meets in the other judge's codes; its mean over a judge's own codes is the expected agreement.
  const rowMean = all.map((_, row) => columnShare.reduce((sum, share, column) => sum + share * weightOf(row, column), 0));
  const columnMean = all.map((_, column) => rowShare.reduce((sum, share, row) => sum + share * weightOf(row, column), 0));
  const expected = rowShare.reduce((sum, share, row) => sum + share * (rowMean[row] ?? 0), 0);
  const cells = [...cellShare].map(([cell, share]) => ({ row: Math.floor(cell / all.length), column: cell % all.length, share }));
  const observed = cells.reduce((sum, { row, column, share }) => sum + share * weightOf(row, column), 0);

  const used = new Set(codes.flatMap(({ first, second }) => [first, second]));
  if (used.size < 2) {
    return {
      ...shape,
      kappa: null,
      reason: 'one_category',
      ci: null,
      intervalReason: 'not_computable',
      standardError: null,
      observed: 1,
      expected: 1,
    };
  }

  const agreedOnAll = codes.every(({ first, second }) => first === second);
  // Sums of shares in another order: what is left of chance agreement is rounding.
  const beyond = Math.abs(observed - expected) < 1e-12 ? 0 : observed - expected;
  const kappa = agreedOnAll ? 1 : beyond / (1 - expected);
  const result = { ...shape, kappa, reason: null, observed: agreedOnAll ? 1 : observed, expected };
  if (n < MIN_N_TO_SUMMARISE) return { ...result, ci: null, intervalReason: 'few_units', standardError: null };
  if (agreedOnAll) return { ...result, ci: null, intervalReason: 'no_disagreement', standardError: null };

  const spread = cells.reduce((sum, { row, column, share }) => {
    const term = weightOf(row, column) * (1 - expected) - ((rowMean[row] ?? 0) + (columnMean[column] ?? 0)) * (1 - observed);
    return sum + share * term * term;
  }, 0);
  const variance = (spread - (observed * expected - 2 * expected + observed) ** 2) / (n * (1 - expected) ** 4);
  const standardError = Math.sqrt(Math.max(0, variance));
  // Below this it is what rounding left of 0.
  if (standardError < 1e-7) return { ...result, ci: null, intervalReason: 'no_variation', standardError: null };
  return {
    ...result,
    ci: [Math.max(-1, kappa - z * standardError), Math.min(1, kappa + z * standardError)],
    intervalReason: null,
    standardError,
  };
}

function weighting(weights: KappaWeights, codes: number): (row: number, column: number) => number {
  const width = Math.max(1, codes - 1);
  switch (weights) {
    case 'none':
      return (row, column) => (row === column ? 1 : 0);
    case 'linear':
      return (row, column) => 1 - Math.abs(row - column) / width;
    case 'quadratic':
      return (row, column) => 1 - ((row - column) / width) ** 2;
  }
}
