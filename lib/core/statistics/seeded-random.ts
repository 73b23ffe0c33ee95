/** Numbers that look random and are the same for the same seed on every machine. */
export interface SeededRandom {
  /** Whole number in [0, 2^32). */
  uint32(): number;
  /** Number in [0, 1), in steps of 2^-32. */
  fraction(): number;
  /** Whole number in [0, bound), each equally likely; `bound` from 1 to 2^32. */
  below(bound: number): number;
}

/**
 * Doty-Humphrey's sfc32, seeded as PractRand does it: the seed in the state, then twelve rounds thrown away.
 * For samples and bootstraps, not for secrets.
 *
 * @param seed whole number in [0, 2^32)
 * @throws RangeError for another seed
 */
export function createSeededRandom(seed: number): SeededRandom {
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw new RangeError(`seed must be a whole number from 0 to ${2 ** 32 - 1}, got ${seed}`);
  }
  let a = 0;
  let b = seed | 0;
  let c = 0;
  let counter = 1;

  function uint32(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  for (let round = 0; round < 12; round += 1) uint32();

  // Draws come in millions with the same bound, and the limit costs more than the draw.
  let lastBound = 1;
  let limit = 2 ** 32;

  return {
    uint32,
    fraction: () => uint32() / 2 ** 32,
    below(bound) {
      // The last, incomplete run of `bound` numbers would favour the small ones.
      if (bound !== lastBound) {
        lastBound = bound;
        limit = 2 ** 32 - (2 ** 32 % bound);
      }
      let drawn = uint32();
      while (drawn >= limit) drawn = uint32();
      // The same as `drawn % bound`, which costs several times as much; with 32 bits the quotient's floor is exact.
      return drawn - Math.floor(drawn / bound) * bound;
    },
  };
}

/**
 * A random sample that anybody can draw again: it depends on the set of ids and the seed, not on their order.
 *
 * @param ids ids without doubles
 * @param size how many to draw; all of them when there are fewer
 * @param seed as for {@link createSeededRandom}
 * @returns the sample in the order drawn
 */
export function seededSample(ids: readonly string[], size: number, seed: number): string[] {
  const random = createSeededRandom(seed);
  const pool = ids.toSorted();
  const sample: string[] = [];
  while (sample.length < size && pool.length > 0) {
    const index = random.below(pool.length);
    const last = pool.pop();
    if (last === undefined) break;
    const drawn = pool[index] ?? last;
    if (index < pool.length) pool[index] = last;
    sample.push(drawn);
  }
  return sample;
}
