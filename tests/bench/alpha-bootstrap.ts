/**
 * How long alpha with its interval takes for 10,000 units by 3 coders and 2,000 draws, on one core:
 * `npx tsx tests/bench/alpha-bootstrap.ts`. On a busy machine, read the time of the processor.
 */
import { alphaWithInterval } from '#lib/core/reliability/alpha-bootstrap';
import { RELIABILITY_LEVELS } from '#lib/core/reliability/reliability-coding';
import { createSeededRandom } from '#lib/core/statistics/seeded-random';

const UNITS = 10_000;
const random = createSeededRandom(1);

for (const level of RELIABILITY_LEVELS) {
  for (const values of ['five codes', 'six decimals'] as const) {
    const codings = Array.from({ length: UNITS }, (_, unit) => {
      const truth = random.fraction();
      return ['A', 'B', 'C'].flatMap((coder) => {
        if (random.fraction() < 0.05) return [];
        const seen = Math.min(1, Math.max(0, truth + 0.3 * (random.fraction() - 0.5)));
        return [
          { unit: `u${unit}`, coder, code: values === 'five codes' ? String(1 + Math.floor(seen * 4.999)) : seen.toFixed(6) },
        ];
      });
    }).flat();
    const started = performance.now();
    const cpuBefore = process.cpuUsage();
    const { alpha, ci, units } = alphaWithInterval({ codings, level });
    const took = performance.now() - started;
    const { user, system } = process.cpuUsage(cpuBefore);
    const cpu = (user + system) / 1000;
    const [low, high] = ci ?? [Number.NaN, Number.NaN];
    console.log(
      `${level}, ${values}: ${took.toFixed(0)} ms (${cpu.toFixed(0)} ms of processor), alpha ${alpha?.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}], ${units} units`,
    );
  }
}
