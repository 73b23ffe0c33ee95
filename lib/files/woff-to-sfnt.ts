import { inflateSync } from 'node:zlib';

const SIGNATURE = 0x774f4646;
const HEADER_BYTES = 44;
const ENTRY_BYTES = 20;
/** A font of the web is some 50 kB; a table that claims more than this is broken. */
const TABLE_MAX_BYTES = 32 * 1024 * 1024;

/**
 * Unpacks a font of the web (WOFF 1.0, https://www.w3.org/TR/WOFF/) into the TrueType or OpenType file that
 * was put into it, which is what drawing libraries read.
 * @param woff the whole file.
 * @returns the font, its tables in the order of the file.
 * @throws Error when the bytes are no WOFF 1.0 file.
 */
export function woffToSfnt(woff: Buffer): Buffer {
  if (woff.length < HEADER_BYTES || woff.readUInt32BE(0) !== SIGNATURE) throw new Error('This is not a WOFF 1.0 font.');
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(12 + 16 * count);
  const power = Math.floor(Math.log2(count));
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(2 ** power * 16, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE((count - 2 ** power) * 16, 10);

  const parts: Buffer[] = [directory];
  let at = directory.length;
  for (let index = 0; index < count; index += 1) {
    const entry = HEADER_BYTES + index * ENTRY_BYTES;
    const offset = woff.readUInt32BE(entry + 4);
    const packedLength = woff.readUInt32BE(entry + 8);
    const length = woff.readUInt32BE(entry + 12);
    const packed = woff.subarray(offset, offset + packedLength);
    const table = packedLength < length ? inflateSync(packed, { maxOutputLength: TABLE_MAX_BYTES }) : packed;
    if (table.length !== length) throw new Error('A table of the font is not as long as it says.');
    const place = 12 + index * 16;
    woff.copy(directory, place, entry, entry + 4);
    directory.writeUInt32BE(woff.readUInt32BE(entry + 16), place + 4);
    directory.writeUInt32BE(at, place + 8);
    directory.writeUInt32BE(length, place + 12);
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    parts.push(table, padding);
    at += length + padding.length;
  }
  return Buffer.concat(parts);
}
