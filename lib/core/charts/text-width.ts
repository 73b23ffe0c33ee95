/**
 * How wide a text will be, without a browser: advance widths of Inter and IBM Plex Sans Arabic in thousandths of
 * the font size, as measured once in a browser. Arabic letters count as the mean of their joined forms, weighted
 * towards the medial one. Good to some 5 %, which is what keeping labels apart asks for.
 */
const LATIN_REGULAR: readonly number[] = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646, 593, 620, 566, 619,
  620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765,
  644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242,
  549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
];
const LATIN_SEMIBOLD: readonly number[] = [
  252, 321, 523, 644, 650, 1004, 663, 326, 373, 373, 540, 673, 319, 465, 319, 379, 660, 423, 623, 636, 666, 612, 640, 576, 640,
  640, 319, 329, 673, 673, 673, 543, 999, 728, 659, 737, 722, 605, 588, 749, 746, 277, 580, 703, 565, 922, 759, 769, 645, 773,
  652, 650, 660, 736, 728, 1020, 720, 713, 652, 373, 379, 373, 481, 469, 351, 574, 624, 583, 624, 591, 389, 625, 612, 262, 262,
  569, 262, 900, 612, 609, 624, 624, 397, 549, 353, 612, 587, 839, 569, 588, 566, 455, 359, 455, 673,
];
const OTHER: ReadonlyMap<string, number> = new Map([
  ['–', 500],
  ['—', 1000],
  ['−', 662],
  ['×', 662],
  ['·', 288],
  ['…', 864],
  ['“', 440],
  ['”', 440],
  ['‘', 261],
  ['’', 261],
  ['«', 583],
  ['»', 583],
  ['°', 456],
  ['±', 662],
  ['≤', 549],
  ['≥', 549],
  ['→', 1000],
  ['é', 583],
  ['ü', 591],
  ['ñ', 591],
  ['ç', 571],
  ['ö', 600],
  ['ä', 562],
  ['ß', 616],
  ['€', 667],
  ['ء', 872],
  ['آ', 168],
  ['أ', 168],
  ['ؤ', 348],
  ['إ', 168],
  ['ئ', 309],
  ['ا', 168],
  ['ب', 421],
  ['ة', 374],
  ['ت', 421],
  ['ث', 421],
  ['ج', 616],
  ['ح', 616],
  ['خ', 616],
  ['د', 429],
  ['ذ', 429],
  ['ر', 217],
  ['ز', 217],
  ['س', 881],
  ['ش', 881],
  ['ص', 919],
  ['ض', 919],
  ['ط', 672],
  ['ظ', 672],
  ['ع', 460],
  ['غ', 460],
  ['ف', 531],
  ['ق', 468],
  ['ك', 527],
  ['ل', 369],
  ['م', 513],
  ['ن', 369],
  ['ه', 428],
  ['و', 348],
  ['ى', 309],
  ['ي', 309],
  ['٠', 282],
  ['١', 263],
  ['٢', 485],
  ['٣', 630],
  ['٤', 486],
  ['٥', 526],
  ['٦', 503],
  ['٧', 531],
  ['٨', 531],
  ['٩', 508],
  ['٪', 566],
  ['٫', 272],
  ['٬', 282],
  ['،', 272],
  ['؛', 272],
  ['؟', 477],
  ['ـ', 107],
]);

/** What a letter of a script without a table takes; wide enough for Cyrillic and Greek. */
const UNKNOWN = 640;
const NO_BREAK_SPACE = 281;
/** Han, kana, hangul and emoji fill their square. */
const FULL_WIDTH = 1000;
const SEMIBOLD_FACTOR = 1.05;

const COMBINING = /\p{Mn}|\p{Me}|\p{Cf}/u;
const WIDE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}/u;

function charWidth(char: string, semibold: boolean): number {
  const code = char.codePointAt(0) ?? 0;
  const latin = (semibold ? LATIN_SEMIBOLD : LATIN_REGULAR)[code - 32];
  if (latin !== undefined) return latin;
  const other = OTHER.get(char);
  if (other !== undefined) return semibold ? other * SEMIBOLD_FACTOR : other;
  if (code === 0xa0 || code === 0x202f) return NO_BREAK_SPACE;
  if (COMBINING.test(char)) return 0;
  return WIDE.test(char) ? FULL_WIDTH : UNKNOWN;
}

/** The face of a text: size in pixels and weight. */
export interface TextFace {
  readonly size: number;
  readonly semibold?: boolean;
}

/**
 * Approximate width of one line of text.
 * @param text any text; marks that combine and format characters take no room.
 * @param face size in px, and whether it is set semibold (600).
 * @returns the width in px, 0 for an empty text.
 */
export function textWidth(text: string, face: TextFace): number {
  let thousandths = 0;
  for (const char of text) thousandths += charWidth(char, face.semibold ?? false);
  return (thousandths * face.size) / 1000;
}

const ELLIPSIS = '…';

/**
 * Cuts a text so that it fits, with an ellipsis in place of what is gone.
 * @param maxWidth room in px.
 * @returns the text itself when it fits; never half a character (letters stay whole with their marks).
 */
export function cutToWidth(text: string, maxWidth: number, face: TextFace): string {
  if (textWidth(text, face) <= maxWidth) return text;
  const graphemes = Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), (part) => part.segment);
  let kept = '';
  let width = textWidth(ELLIPSIS, face);
  for (const grapheme of graphemes) {
    width += textWidth(grapheme, face);
    if (width > maxWidth) break;
    kept += grapheme;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
}

/** Lines of a wrapped text, and whether anything had to be left out. */
export interface WrappedText {
  readonly lines: readonly string[];
  readonly cut: boolean;
}

/**
 * Breaks a text into lines between words; a word wider than a line is cut.
 * @param maxLines what is left after this many lines is cut with an ellipsis.
 */
export function wrapText(text: string, maxWidth: number, face: TextFace, maxLines: number): WrappedText {
  const words = text.trim().split(/[ \t\r\n]+/u);
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(joined, face) > maxWidth) {
      if (lines.length === maxLines - 1) {
        const rest = [line, ...words.slice(index)].join(' ');
        return { lines: [...lines, cutToWidth(rest, maxWidth, face)], cut: true };
      }
      lines.push(line);
      line = word;
    } else {
      line = joined;
    }
  }
  lines.push(line);
  const fitted = lines.map((each) => cutToWidth(each, maxWidth, face));
  return { lines: fitted, cut: fitted.some((each, index) => each !== lines[index]) };
}
