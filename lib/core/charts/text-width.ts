/**
 * How wide a text will be, without a browser: advance widths of Inter and IBM Plex Sans Arabic in thousandths of
 * the font size, as measured once in a browser. Kerning and ligatures are left aside: good to some 5 %, which is
 * what keeping labels apart asks for.
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

/** Arabic letters by their four forms: at the start of a joined run, inside it, at its end, and alone. */
const ARABIC: ReadonlyMap<string, readonly [number, number, number, number]> = new Map(
  (
    [
      ['ء', [388, 388, 388, 388]],
      ['آأإا', [224, 270, 270, 224]],
      ['ؤو', [455, 450, 450, 455]],
      ['ئىي', [253, 310, 684, 726]],
      ['بتث', [253, 310, 919, 839]],
      ['ة', [448, 476, 476, 448]],
      ['جحخ', [634, 663, 642, 591]],
      ['دذ', [468, 531, 531, 468]],
      ['رز', [265, 319, 319, 265]],
      ['سش', [749, 827, 1211, 1133]],
      ['صض', [855, 862, 1255, 1248]],
      ['طظ', [682, 689, 787, 780]],
      ['عغ', [479, 478, 572, 596]],
      ['ف', [451, 442, 965, 901]],
      ['ق', [451, 442, 712, 716]],
      ['ك', [332, 452, 919, 751]],
      ['ل', [269, 314, 702, 655]],
      ['م', [483, 524, 646, 555]],
      ['ن', [253, 310, 714, 657]],
      ['ه', [626, 468, 476, 448]],
    ] as const
  ).flatMap(([letters, forms]) => Array.from(letters, (letter) => [letter, forms] as const)),
);

/** These join the letter before them and not the one after. */
const JOINS_BEFORE_ONLY = new Set('آأؤإاةدذرزوى');
const HAMZA = 'ء';

function joinsNext(letter: string | undefined, next: string | undefined): boolean {
  if (letter === undefined || next === undefined || letter === HAMZA || next === HAMZA) return false;
  return ARABIC.has(letter) && ARABIC.has(next) && !JOINS_BEFORE_ONLY.has(letter);
}

function arabicWidth(forms: readonly [number, number, number, number], before: boolean, after: boolean): number {
  const [initial, medial, final, alone] = forms;
  return before ? (after ? medial : final) : after ? initial : alone;
}

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
  const semibold = face.semibold ?? false;
  // Vowel signs stand on letters and do not part them.
  const letters = Array.from(text).filter((char) => !COMBINING.test(char));
  let thousandths = 0;
  for (const [index, char] of letters.entries()) {
    const forms = ARABIC.get(char);
    if (forms === undefined) {
      thousandths += charWidth(char, semibold);
    } else {
      const width = arabicWidth(forms, joinsNext(letters[index - 1], char), joinsNext(char, letters[index + 1]));
      thousandths += semibold ? width * SEMIBOLD_FACTOR : width;
    }
  }
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
  const graphemes = Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), (part) => part.segment);
  let kept = '';
  for (const grapheme of graphemes) {
    const longer = kept + grapheme;
    if (textWidth(`${longer.trimEnd()}${ELLIPSIS}`, face) > maxWidth) break;
    kept = longer;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
}

/** Lines of a wrapped text, and whether anything had to be left out. */
export interface WrappedText {
  readonly lines: readonly string[];
  readonly cut: boolean;
}

/** A stretch that is set on one line: a word, or a part of one that is wider than any line. */
interface Stretch {
  readonly text: string;
  /** Whether it goes on where the stretch before it was broken. */
  readonly goesOn: boolean;
}

/** Breaks a word that no line can hold, between whole characters. */
function breakWord(word: string, maxWidth: number, face: TextFace): readonly Stretch[] {
  if (textWidth(word, face) <= maxWidth) return [{ text: word, goesOn: false }];
  const graphemes = Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word), (part) => part.segment);
  const parts: string[] = [];
  let part = '';
  for (const grapheme of graphemes) {
    if (part !== '' && textWidth(part + grapheme, face) > maxWidth) {
      parts.push(part);
      part = '';
    }
    part += grapheme;
  }
  return [...parts, part].map((text, index) => ({ text, goesOn: index > 0 }));
}

/**
 * Breaks a text into lines between words; a word wider than a line is broken where the line ends.
 * @param maxLines what is left after this many lines is cut with an ellipsis.
 */
export function wrapText(text: string, maxWidth: number, face: TextFace, maxLines: number): WrappedText {
  const words = text.trim().split(/[ \t\r\n]+/u);
  const stretches = words.flatMap((word) => breakWord(word, maxWidth, face));
  const join = (line: string, { text: next, goesOn }: Stretch) => (line === '' || goesOn ? `${line}${next}` : `${line} ${next}`);
  const lines: string[] = [];
  let line = '';
  for (const [index, stretch] of stretches.entries()) {
    const joined = join(line, stretch);
    if (line !== '' && textWidth(joined, face) > maxWidth) {
      if (lines.length === maxLines - 1) {
        return { lines: [...lines, cutToWidth(stretches.slice(index).reduce(join, line), maxWidth, face)], cut: true };
      }
      lines.push(line);
      line = stretch.text;
    } else {
      line = joined;
    }
  }
  return { lines: [...lines, line], cut: false };
}
