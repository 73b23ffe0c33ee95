import { type DetectedEncoding, detectEncoding, type Encoding } from '#lib/core/import/detect-encoding';

/** Bytes of a file, piece by piece; asked for again for every reading of the file. */
export type OpenFile = () => AsyncIterable<Uint8Array>;

/** Enough of a file to tell how it is written. */
const HEAD_BYTES = 64 * 1024;

/** What one reading of a file's bytes tells. */
export interface InspectedBytes {
  readonly bytes: number;
  readonly head: Uint8Array;
  readonly detected: DetectedEncoding;
}

/** Reads a file once, in bounded memory, and tells its size and encoding. */
export async function inspectBytes(open: OpenFile): Promise<InspectedBytes> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const head = new Uint8Array(HEAD_BYTES);
  let bytes = 0;
  let isUtf8 = true;
  for await (const chunk of open()) {
    if (bytes < HEAD_BYTES) head.set(chunk.subarray(0, HEAD_BYTES - bytes), bytes);
    bytes += chunk.length;
    if (isUtf8) isUtf8 = canDecode(decoder, chunk, true);
  }
  if (isUtf8) isUtf8 = canDecode(decoder, new Uint8Array(0), false);
  const start = head.subarray(0, Math.min(bytes, HEAD_BYTES));
  return { bytes, head: start, detected: detectEncoding(start, isUtf8) };
}

function canDecode(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The bytes do not fit the encoding that they are read in. */
export class WrongEncoding extends Error {
  override readonly name = 'WrongEncoding';
}

/**
 * Decodes a file piece by piece, without its byte order mark.
 *
 * @throws {WrongEncoding} where bytes are none of the encoding: a character that cannot be read is never replaced.
 */
export async function* decodeText(open: OpenFile, encoding: Encoding): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of open()) yield decoded(decoder, chunk, true, encoding);
  yield decoded(decoder, new Uint8Array(0), false, encoding);
}

function decoded(decoder: TextDecoder, chunk: Uint8Array, stream: boolean, encoding: Encoding): string {
  try {
    return decoder.decode(chunk, { stream });
  } catch (error) {
    if (error instanceof TypeError) throw new WrongEncoding(`These bytes are not ${encoding}.`, { cause: error });
    throw error;
  }
}
