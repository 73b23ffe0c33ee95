import { DROPPED, foldArabicUnit, isArabicMark } from '#lib/core/text/fold-arabic';

/** A folded text together with the way back to the text that it was made of. */
export interface FoldedText {
  readonly folded: string;
  /**
   * For each UTF-16 unit of `folded` the UTF-16 offset, in the text as it was given, where the character that it came from
   * starts; one more entry at the end holds the length of that text. Never decreasing.
   */
  readonly offsets: readonly number[];
}

/** A half-open range of UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Most marks that one character keeps, the limit of the Stream-Safe Text Format (Unicode Standard Annex 15, section 13). Beyond
 * it canonical reordering takes time that grows with the square of their number.
 */
const MAX_MARKS = 30;

const MARK = /^\p{M}$/u;
const FINAL_SIGMA = 0x03c2;
const SIGMA = 0x03c3;

/**
 * Folds a text to the form that search and the duplicate check compare: NFKC, lower case, no tatweel, no vowel signs, one form
 * for each Arabic letter ({@link foldArabicUnit}), digits as 0-9, no invisible controls. Only a search column or a comparison
 * holds folded text; what is stored and shown never is.
 *
 * Total for every string (lone surrogates stay), linear in its length, and folding twice changes nothing.
 *
 * @param text any text.
 */
export function foldText(text: string): string {
  return fold(text, undefined);
}

/**
 * As {@link foldText}, with the way back, so that a hit in the folded text can be marked in the text as it was written.
 *
 * @param text any text.
 * @returns the folded text and its offsets; see {@link originalRange}.
 */
export function foldTextWithOffsets(text: string): FoldedText {
  const offsets: number[] = [];
  const folded = fold(text, offsets);
  offsets.push(text.length);
  return { folded, offsets };
}

/**
 * The part of the original text that a range of the folded text came from. Vowel signs and tatweel after the last letter belong
 * to it; of a ligature the whole is marked even when only one of its letters was hit.
 *
 * @param offsets as {@link foldTextWithOffsets} gives them.
 * @param start first folded unit of the hit, 0 or more.
 * @param end the folded unit after the hit, more than `start` unless the hit is empty.
 * @returns offsets into the original text.
 */
export function originalRange(offsets: readonly number[], start: number, end: number): TextRange {
  const from = offsets[start] ?? offsets[offsets.length - 1] ?? 0;
  if (end <= start) return { start: from, end: from };
  const last = offsets[end - 1] ?? from;
  let after = end;
  while (after < offsets.length - 1 && offsets[after] === last) after += 1;
  return { start: from, end: offsets[after] ?? last };
}

function fold(text: string, offsets: number[] | undefined): string {
  const parts: string[] = [];
  let units: number[] = [];
  const put = (unit: number, from: number) => {
    units.push(unit);
    offsets?.push(from);
    if (units.length === 4096) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  };

  let i = 0;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    if (unit < 0x80 && (next < 0x0300 || isPlainArabic(next))) {
      put(unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit, i);
      i += 1;
    } else if (isPlainArabic(unit) && (next < 0x0300 || isPlainArabic(next))) {
      const folded = foldArabicUnit(unit);
      if (folded !== DROPPED) put(folded, i);
      i += 1;
    } else if (isInvisible(unit)) {
      i += 1;
    } else {
      const end = clusterEnd(text, i);
      const cluster = foldCluster(text, i, end);
      const unchanged = cluster.length === end - i && cluster === text.slice(i, end);
      for (let k = 0; k < cluster.length; k += 1) put(cluster.charCodeAt(k), unchanged ? i + k : i);
      i = end;
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join('');
}

/** Letters, marks and digits of the basic Arabic block, which NFKC leaves alone but for hamza and the four high-hamza ligatures. */
function isPlainArabic(unit: number): boolean {
  return unit >= 0x0610 && unit <= 0x06ff && unit !== 0x061c && !(unit >= 0x0675 && unit <= 0x0678);
}

/** Controls that print nothing: zero-width characters, bidirectional controls, soft hyphen, byte order mark. */
function isInvisible(unit: number): boolean {
  return (
    unit === 0x00ad ||
    unit === 0x061c ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2064) ||
    (unit >= 0x2066 && unit <= 0x206f) ||
    unit === 0xfeff
  );
}

/** Medial vowels and final consonants, conjoining, compatibility or half-width: NFKC joins them to the syllable before. */
function joinsHangul(unit: number): boolean {
  return (unit >= 0x1160 && unit <= 0x11ff) || (unit >= 0x314f && unit <= 0x3163) || (unit >= 0xffc2 && unit <= 0xffdc);
}

function clusterEnd(text: string, start: number): number {
  let i = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (unit < 0x0300) break;
    const point = text.codePointAt(i) ?? 0;
    if (!joinsHangul(unit) && !isInvisible(unit) && !MARK.test(String.fromCodePoint(point))) break;
    i += point > 0xffff ? 2 : 1;
  }
  return i;
}

/** Folds one character with its marks. Lower case can leave NFKC and reach it again, hence the second normalisation. */
function foldCluster(text: string, start: number, end: number): string {
  let kept = '';
  let marks = 0;
  for (let i = start; i < end; ) {
    const point = text.codePointAt(i) ?? 0;
    const isMark = i > start;
    if (!isInvisible(point) && !isArabicMark(point)) {
      if (!isMark || joinsHangul(point) || marks < MAX_MARKS) kept += String.fromCodePoint(point);
      if (isMark && !joinsHangul(point)) marks += 1;
    }
    i += point > 0xffff ? 2 : 1;
  }
  const normal = kept.normalize('NFKC').toLowerCase().normalize('NFKC');
  let folded = '';
  for (let i = 0; i < normal.length; i += 1) {
    const unit = foldArabicUnit(normal.charCodeAt(i));
    // Which sigma lower case gives depends on what follows, so both become one.
    if (unit !== DROPPED && !isInvisible(unit)) folded += String.fromCharCode(unit === FINAL_SIGMA ? SIGMA : unit);
  }
  return folded;
}
