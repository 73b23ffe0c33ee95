import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeWeight } from '#lib/nlp/english/model-file';

/** What a feature was worth in texts of other kinds, before a tweet is read. */
export interface Prior {
  /** Hashes of the features, ascending. */
  readonly hashes: Uint32Array;
  /** Weight of a feature on (positive - negative) and on neutral; undefined when the prior does not know it. */
  readonly of: (hash: number) => readonly [number, number] | undefined;
}

interface PackedPrior {
  readonly hashes: Uint32Array;
  /** Eight-bit weights, two a feature. */
  readonly bytes: Int8Array;
  readonly peaks: readonly [number, number];
}

const FILE = join(import.meta.dirname, 'english-prior.bin');
const HEAD_BYTES = 20;

/** Writes the prior: how many features, the two peaks, all hashes, all weights; little-endian. */
export function writePrior({ hashes, bytes, peaks }: PackedPrior): number {
  const packed = new Uint8Array(HEAD_BYTES + hashes.length * 6);
  const view = new DataView(packed.buffer);
  view.setUint32(0, hashes.length, true);
  view.setFloat64(4, peaks[0], true);
  view.setFloat64(12, peaks[1], true);
  hashes.forEach((hash, index) => {
    view.setUint32(HEAD_BYTES + index * 4, hash, true);
  });
  packed.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), HEAD_BYTES + hashes.length * 4);
  writeFileSync(FILE, packed);
  return packed.length;
}

/** Reads the prior that stands beside this file. */
export function readPrior(): Prior {
  const packed = readFileSync(FILE);
  const count = packed.readUInt32LE(0);
  const peaks = [packed.readDoubleLE(4), packed.readDoubleLE(12)] as const;
  const hashes = Uint32Array.from({ length: count }, (_, index) => packed.readUInt32LE(HEAD_BYTES + index * 4));
  const weightAt = (index: number, side: 0 | 1): number =>
    decodeWeight(packed.readInt8(HEAD_BYTES + count * 4 + index * 2 + side), peaks[side]);
  const weights = new Map(
    [...hashes].map((hash, index): [number, readonly [number, number]] => [hash, [weightAt(index, 0), weightAt(index, 1)]]),
  );
  return { hashes, of: (hash) => weights.get(hash) };
}
