import { openTable, packHashes, unpackHashes } from '#lib/nlp/hashed-rows';

/** First four bytes of a weights file: "SBW1". */
const MAGIC = 0x31574253;

/** Weights by hashed feature: row i of `columns` values each belongs to `hashes[i]`. */
export interface HashedWeights {
  /** Ascending, without repeats. */
  readonly hashes: Uint32Array;
  readonly columns: number;
  readonly values: Float32Array;
}

/**
 * Packs a head and hashed weights: magic, length of the head, the head as JSON, the hashes as differences of seven bits a byte,
 * then each column as signed bytes on a square scale, which keeps small weights apart where most of them are: a byte `b` stands for
 * `sign(b) (b / 127)² max`.
 *
 * @param head anything that JSON can hold; its keys keep their order, so the same head gives the same bytes.
 * @param weights rows in ascending order of their hash.
 */
export function packWeights(head: Readonly<Record<string, unknown>>, weights: HashedWeights): Uint8Array {
  const { hashes, columns, values } = weights;
  const largest = Array.from({ length: columns }, (_, column) => {
    let most = 0;
    for (let row = 0; row < hashes.length; row += 1) most = Math.max(most, Math.abs(values[row * columns + column] ?? 0));
    return Math.fround(most);
  });
  const headBytes = new TextEncoder().encode(JSON.stringify({ rows: hashes.length, largest, ...head }));
  const body = packHashes(hashes);
  for (let column = 0; column < columns; column += 1) {
    const most = largest[column] ?? 0;
    for (let row = 0; row < hashes.length; row += 1) {
      const value = values[row * columns + column] ?? 0;
      const byte = most === 0 ? 0 : Math.sign(value) * Math.round(127 * Math.sqrt(Math.abs(value) / most));
      body.push(byte & 0xff);
    }
  }
  const packed = new Uint8Array(8 + headBytes.length + body.length);
  const view = new DataView(packed.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, headBytes.length, true);
  packed.set(headBytes, 8);
  packed.set(body, 8 + headBytes.length);
  return packed;
}

/** A weights file in memory. */
export interface LoadedWeights {
  /** The head as it was packed, with `rows` and `largest`; to be parsed by who knows its shape. */
  readonly head: unknown;
  /** Ascending, without repeats. */
  readonly hashes: Uint32Array;
  /** Row of a hash, or -1. */
  readonly find: (hash: number) => number;
  /** Values, one column after the other. */
  readonly columns: readonly Float32Array[];
}

/** Reads packed weights. Throws when the bytes are none, since then the installation is broken. */
export function unpackWeights(packed: Uint8Array): LoadedWeights {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('The file holds no weights.');
  const bodyAt = 8 + view.getUint32(4, true);
  const head: { readonly rows: number; readonly largest: readonly number[] } = JSON.parse(
    new TextDecoder().decode(packed.subarray(8, bodyAt)),
  );
  const { hashes, end: at } = unpackHashes(packed, bodyAt, head.rows);
  if (packed.byteLength !== at + head.rows * head.largest.length) throw new Error('The weights file is cut off.');
  const columns = head.largest.map((most, column) => {
    const values = new Float32Array(head.rows);
    for (let row = 0; row < head.rows; row += 1) {
      const byte = view.getInt8(at + column * head.rows + row);
      values[row] = (Math.sign(byte) * (byte * byte) * most) / (127 * 127);
    }
    return values;
  });
  return { head, hashes, find: openTable(hashes), columns };
}
