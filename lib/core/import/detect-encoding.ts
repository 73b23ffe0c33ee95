/** Encodings that a file can have, by the names that TextDecoder knows. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What a file's bytes seem to be. */
export interface DetectedEncoding {
  readonly encoding: Encoding;
  readonly hasByteOrderMark: boolean;
  /** In [0, 1]; below {@link SURE_ENCODING} a person should look at a preview and confirm. */
  readonly confidence: number;
}

export const SURE_ENCODING = 0.8;
const UNSURE = SURE_ENCODING / 2;

/** Bytes that windows-1256 gives to Arabic letters and vowel signs; the gaps are the letters of French. */
function isArabicByte(byte: number): boolean {
  return (
    byte === 0x81 ||
    byte === 0x8d ||
    byte === 0x8e ||
    byte === 0x90 ||
    byte === 0x98 ||
    (byte >= 0xc0 && byte <= 0xdf && byte !== 0xd7) ||
    byte === 0xe1 ||
    (byte >= 0xe3 && byte <= 0xe6) ||
    byte === 0xec ||
    byte === 0xed ||
    (byte >= 0xf0 && byte <= 0xf3) ||
    byte === 0xf5 ||
    byte === 0xf6 ||
    byte === 0xf8 ||
    byte === 0xfa
  );
}

/**
 * Guesses the encoding of a text file.
 *
 * UTF-8 and UTF-16 are told by their byte order mark, UTF-8 else by being well-formed, UTF-16 by every second byte
 * being that of its script. What is left is windows-1256 where the bytes above ASCII stand in runs, as
 * the letters of Arabic words do, and windows-1252 where they stand alone, as accented letters do. Every byte is a letter of
 * windows-1252, so also of a file of another encoding that is damaged: this guess is never sure.
 *
 * @param bytes the start of the file, some 64 KiB are enough.
 * @param isUtf8 whether the whole file is well-formed UTF-8.
 */
export function detectEncoding(bytes: Uint8Array, isUtf8: boolean): DetectedEncoding {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', hasByteOrderMark: true, confidence: isUtf8 ? 1 : 0.5 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', hasByteOrderMark: true, confidence: 1 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', hasByteOrderMark: true, confidence: 1 };
  const wide = wideShares(bytes);
  if (wide.little > 0.7 && wide.little > wide.big) return unmarked('utf-16le', wide.little);
  if (wide.big > 0.7) return unmarked('utf-16be', wide.big);
  if (isUtf8) return unmarked('utf-8', 1);
  const { high, inRuns } = arabicRuns(bytes);
  const share = high === 0 ? 0 : inRuns / high;
  return share >= 0.5 ? unmarked('windows-1256', share) : unmarked('windows-1252', Math.min(1 - share, UNSURE));
}

function unmarked(encoding: Encoding, confidence: number): DetectedEncoding {
  return { encoding, hasByteOrderMark: false, confidence };
}

/** Shares of the pairs of bytes that are a character of ASCII or Arabic in UTF-16, for both orders. */
function wideShares(bytes: Uint8Array): { readonly little: number; readonly big: number } {
  const pairs = Math.floor(bytes.length / 2);
  if (pairs === 0) return { little: 0, big: 0 };
  let little = 0;
  let big = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = bytes[2 * pair] ?? 0;
    const second = bytes[2 * pair + 1] ?? 0;
    if ((second === 0 && first !== 0) || second === 6) little += 1;
    if ((first === 0 && second !== 0) || first === 6) big += 1;
  }
  return { little: little / pairs, big: big / pairs };
}

/** How many bytes above ASCII there are, and how many of them are Arabic letters beside another. */
function arabicRuns(bytes: Uint8Array): { readonly high: number; readonly inRuns: number } {
  let high = 0;
  let inRuns = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    high += 1;
    if (isArabicByte(byte) && (isArabicByte(bytes[at - 1] ?? 0) || isArabicByte(bytes[at + 1] ?? 0))) inRuns += 1;
  }
  return { high, inRuns };
}
