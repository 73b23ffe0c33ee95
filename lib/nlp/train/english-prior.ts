import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HashedWeights, packWeights, unpackWeights } from '#lib/nlp/weights-file';

/** A weight of a feature: on (positive - negative), and on neutral against the mean of both. */
export type WeightPair = readonly [number, number];

/** What a feature was worth in texts of other kinds, before a tweet is read. */
export interface Prior {
  /** Hashes of the features, ascending. */
  readonly hashes: Uint32Array;
  /** Weight of a feature; undefined when the prior does not know it. */
  readonly of: (hash: number) => WeightPair | undefined;
}

const FILE = join(import.meta.dirname, 'english-prior.bin');

/** Writes the prior beside this file, and returns its size in bytes. */
export function writePrior(weights: HashedWeights): number {
  const packed = packWeights({}, weights);
  writeFileSync(FILE, packed);
  return packed.length;
}

/** Reads the prior that stands beside this file. */
export function readPrior(): Prior {
  const { hashes, find, columns } = unpackWeights(readFileSync(FILE));
  const [polar, neutral] = columns;
  return {
    hashes,
    of: (hash) => {
      const row = find(hash);
      return row < 0 ? undefined : [polar?.[row] ?? 0, neutral?.[row] ?? 0];
    },
  };
}
