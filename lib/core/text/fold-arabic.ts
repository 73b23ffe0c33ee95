/** What {@link foldArabicUnit} answers for a mark that folding leaves out. */
export const DROPPED = -1;

const ALEF = 0x0627;
const WAW = 0x0648;
const YEH = 0x064a;
const HEH = 0x0647;
const KAF = 0x0643;
const DIGIT_ZERO = 0x30;

/**
 * Whether a code unit is a mark of the Arabic script that carries no letter: vowel signs, shadda, sukun, combining hamza and
 * madda, superscript alef, Quranic annotation, and tatweel.
 *
 * @param unit a UTF-16 code unit, 0 to 0xFFFF.
 */
export function isArabicMark(unit: number): boolean {
  if (unit < 0x0610 || unit > 0x08ff) return false;
  return (
    unit <= 0x061a ||
    unit === 0x0640 ||
    (unit >= 0x064b && unit <= 0x065f) ||
    unit === 0x0670 ||
    (unit >= 0x06d6 && unit <= 0x06dc) ||
    (unit >= 0x06df && unit <= 0x06e8) ||
    (unit >= 0x06ea && unit <= 0x06ed) ||
    (unit >= 0x08ca && unit <= 0x08e1) ||
    (unit >= 0x08e3 && unit <= 0x08ff)
  );
}

/**
 * Folds one letter, digit or mark of the Arabic script to the form that search compares: the hamza seats to their bare letter,
 * alef maksura and Persian yeh to yeh, teh marbuta and the heh forms of Persian, Urdu and Kurdish to heh, keheh to kaf,
 * Arabic-Indic and Persian digits to 0-9.
 *
 * @param unit a UTF-16 code unit, 0 to 0xFFFF.
 * @returns the folded code unit, {@link DROPPED} for a mark, and any other unit as it was.
 */
export function foldArabicUnit(unit: number): number {
  if (unit < 0x0610 || unit > 0x08ff) return unit;
  if (isArabicMark(unit)) return DROPPED;
  if (unit >= 0x0660 && unit <= 0x0669) return DIGIT_ZERO + unit - 0x0660;
  if (unit >= 0x06f0 && unit <= 0x06f9) return DIGIT_ZERO + unit - 0x06f0;
  switch (unit) {
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
    case 0x0672:
    case 0x0673:
      return ALEF;
    case 0x0624:
      return WAW;
    case 0x0626:
    case 0x0649:
    case 0x06cc:
      return YEH;
    case 0x0629:
    case 0x06be:
    case 0x06c0:
    case 0x06c1:
    case 0x06c2:
    case 0x06c3:
    case 0x06d5:
      return HEH;
    case 0x06a9:
      return KAF;
    // Yeh barree with hamza is canonically yeh barree and a mark that is dropped when it stands apart.
    case 0x06d3:
      return 0x06d2;
    default:
      return unit;
  }
}
