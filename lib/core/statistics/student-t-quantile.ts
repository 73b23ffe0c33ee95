import { normalQuantile } from '#lib/core/statistics/normal-quantile';

/** Above this many degrees of freedom the expansion around the normal is more exact than inverting the integral. */
const EXPANSION_FROM = 1000;

/** Lanczos' coefficients for g = 7 and nine terms (Godfrey's values). */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const;

/** ln Γ(x) for x >= 1/2. */
function logGamma(x: number): number {
  const shifted = x - 1;
  const base = shifted + 7.5;
  const series = LANCZOS.reduce(
    (sum, coefficient, index) => (index === 0 ? coefficient : sum + coefficient / (shifted + index)),
    0,
  );
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}

/** Continued fraction of the incomplete beta function, by Lentz's method (DLMF 8.17.22). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const awayFromZero = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return fraction;
}

/** Regularised incomplete beta function I_x(a, b). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast on one side of the mean only; the other side is its mirror image.
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** P(T > t) for t >= 0. */
function upperTail(t: number, freedom: number): number {
  const square = t * t;
  // Of the two ways to write the same integral, take the one that does not subtract from 1 near the limit.
  return square > freedom
    ? 0.5 * incompleteBeta(freedom / (freedom + square), freedom / 2, 0.5)
    : 0.5 * (1 - incompleteBeta(square / (freedom + square), 0.5, freedom / 2));
}

/** Hill's expansion of t in powers of 1/freedom around the normal quantile (Abramowitz and Stegun 26.7.5). */
function expandedQuantile(z: number, freedom: number): number {
  const z2 = z * z;
  const first = (z * (z2 + 1)) / 4;
  const second = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const third = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  const fourth = (z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92160;
  return z + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom;
}

/**
 * Quantile of Student's t distribution, to 1e-9 or better.
 *
 * @param probability in (0, 1)
 * @param freedom degrees of freedom, at least 1, not necessarily whole
 * @throws RangeError outside these ranges
 * @see Abramowitz and Stegun 26.7.1 (integral) and 26.7.5 (expansion)
 */
export function studentTQuantile(probability: number, freedom: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`probability must lie in (0, 1), got ${probability}`);
  if (!(freedom >= 1)) throw new RangeError(`degrees of freedom must be at least 1, got ${freedom}`);
  if (probability === 0.5) return 0;
  if (freedom > EXPANSION_FROM) return expandedQuantile(normalQuantile(probability), freedom);

  const tail = Math.min(probability, 1 - probability);
  let low = 0;
  let high = 1;
  while (upperTail(high, freedom) > tail) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (upperTail(middle, freedom) > tail) low = middle;
    else high = middle;
  }
  return probability < 0.5 ? -high : high;
}
