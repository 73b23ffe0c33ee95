import { createHash } from 'node:crypto';
import { Zip, ZipDeflate } from 'fflate';

/** A file of a zip. Its content is not read before those before it are written. */
export interface ZipEntry {
  readonly name: string;
  readonly chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/** Sizes in a zip without the 64-bit extension, which not every spreadsheet's unpacker reads. */
const ENTRY_MAX_BYTES = 0xffff_ffff;

/** A file is too large for a zip: take the tables one by one. */
export class TooLargeForZip extends Error {
  override readonly name = 'TooLargeForZip';
}

/**
 * A zip in pieces, compressed, one file after the other; memory stays flat for any size of file.
 *
 * @param entries taken one by one, so that a later one can be made of what earlier ones turned out to be.
 * @param modified the time that all files carry.
 * @throws {TooLargeForZip} where a file has 4 GiB or more.
 */
export async function* zipChunks(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  modified: Date,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  const ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, data) => {
    if (error !== null) failure = error;
    else ready.push(data);
  });
  function* taken(): Generator<Uint8Array> {
    if (failure !== null) throw failure;
    yield* ready.splice(0);
  }
  try {
    for await (const { name, chunks } of entries) {
      const file = new ZipDeflate(name, { level: 6 });
      file.mtime = modified;
      zip.add(file);
      let bytes = 0;
      for await (const chunk of chunks) {
        const data = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
        bytes += data.length;
        if (bytes > ENTRY_MAX_BYTES) throw new TooLargeForZip(`${name} has 4 GiB or more.`);
        file.push(data);
        yield* taken();
      }
      file.push(new Uint8Array(0), true);
      yield* taken();
    }
    zip.end();
    yield* taken();
  } finally {
    zip.terminate();
  }
}

/** Size and hash of what went by. */
export interface Measured {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Hands pieces on and measures them; ask for the measure when they have been read to the end. */
export function measuring(chunks: AsyncIterable<string | Uint8Array>): {
  readonly chunks: AsyncGenerator<Uint8Array, void>;
  readonly measured: () => Measured;
} {
  const hash = createHash('sha256');
  const encoder = new TextEncoder();
  let bytes = 0;
  async function* passing(): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of chunks) {
      const data = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
      bytes += data.length;
      hash.update(data);
      yield data;
    }
  }
  return { chunks: passing(), measured: () => ({ bytes, sha256: hash.copy().digest('hex') }) };
}
