import type { PairedCode } from '#lib/core/reliability/coder-pairs';
import { wilsonInterval } from '#lib/core/statistics/wilson-interval';

/** On how many of n units two judges said the same. Chance is not taken out of it: read it beside kappa or alpha. */
export interface PercentAgreement {
  readonly agreed: number;
  readonly n: number;
  /** Share in [0, 1] with Wilson's interval; null when they share no unit. */
  readonly share: number | null;
  readonly ci: readonly [low: number, high: number] | null;
}

/** Plain agreement of two judges; `confidence` in (0, 1). */
export function percentAgreement(codes: readonly PairedCode[], confidence = 0.95): PercentAgreement {
  const agreed = codes.filter(({ first, second }) => first === second).length;
  const interval = wilsonInterval(agreed, codes.length, confidence);
  return {
    agreed,
    n: codes.length,
    share: interval?.share ?? null,
    ci: interval === null ? null : [interval.low, interval.high],
  };
}
