/**
 * How often does each way to make a 95 % interval hold the true mean of scores in [-1, 1]? Run it with
 * `npx tsx tests/bench/mean-interval-coverage.ts`; the figures are quoted at `meanInterval`.
 */
import { meanInterval } from '#lib/core/statistics/mean-interval';
import { normalQuantile } from '#lib/core/statistics/normal-quantile';
import { quantileOfSorted } from '#lib/core/statistics/quantile';
import { createSeededRandom, type SeededRandom } from '#lib/core/statistics/seeded-random';

const SAMPLES = 4000;
const DRAWS = 999;

interface Population {
  readonly name: string;
  readonly mean: number;
  readonly draw: (random: SeededRandom) => number;
}

const populations: Population[] = [
  { name: 'even over [-1, 1]', mean: 0, draw: (random) => 2 * random.fraction() - 1 },
  // Most statements mildly negative, one in five strongly positive.
  {
    name: 'two humps, skewed',
    mean: 0.8 * -0.4 + 0.2 * 0.7,
    draw: (random) => (random.fraction() < 0.8 ? -0.4 : 0.7) + 0.3 * (random.fraction() - 0.5),
  },
  // Half of the texts score exactly 0, as lexicon scorers do.
  { name: 'half are 0', mean: -0.25, draw: (random) => (random.fraction() < 0.5 ? 0 : -random.fraction()) },
];

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function resampledMeans(values: readonly number[], random: SeededRandom): Float64Array {
  const means = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    let sum = 0;
    for (let index = 0; index < values.length; index += 1) sum += values[random.below(values.length)] ?? 0;
    means[draw] = sum / values.length;
  }
  return means.sort();
}

/** P(Z < z), good enough to count coverage: bisection over the quantile. */
function normalShare(z: number): number {
  let low = 1e-12;
  let high = 1 - 1e-12;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (normalQuantile(middle) < z) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function bca(values: readonly number[], means: Float64Array): [number, number] {
  const mean = average(values);
  const below = (means.filter((value) => value < mean).length + means.filter((value) => value <= mean).length) / 2;
  const bias = normalQuantile(Math.min(1 - 1e-6, Math.max(1e-6, below / means.length)));
  const cubes = values.reduce((sum, value) => sum + (value - mean) ** 3, 0);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const acceleration = squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
  const bound = (z: number) => {
    const shifted = bias + z;
    return quantileOfSorted(means, normalShare(bias + shifted / (1 - acceleration * shifted))) ?? Number.NaN;
  };
  return [bound(-1.959963984540054), bound(1.959963984540054)];
}

for (const population of populations) {
  for (const n of [5, 8, 12, 20, 40]) {
    const random = createSeededRandom(n);
    let t = 0;
    let percentile = 0;
    let corrected = 0;
    let none = 0;
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const values = Array.from({ length: n }, () => population.draw(random));
      const { interval } = meanInterval(values);
      if (interval === null) none += 1;
      else if (interval.low <= population.mean && population.mean <= interval.high) t += 1;
      const means = resampledMeans(values, random);
      const low = quantileOfSorted(means, 0.025) ?? Number.NaN;
      const high = quantileOfSorted(means, 0.975) ?? Number.NaN;
      if (low <= population.mean && population.mean <= high) percentile += 1;
      const [bcaLow, bcaHigh] = bca(values, means);
      if (bcaLow <= population.mean && population.mean <= bcaHigh) corrected += 1;
    }
    const share = (count: number, of: number) => (count / of).toFixed(3);
    console.log(
      `${population.name}, n = ${n}: t ${share(t, SAMPLES - none)} (no interval ${none}), percentile ${share(percentile, SAMPLES)}, BCa ${share(corrected, SAMPLES)}`,
    );
  }
}
