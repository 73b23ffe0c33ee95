const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu;

/**
 * Reads a code as a number: ASCII, Arabic-Indic or Persian digits, a point or the Arabic decimal separator.
 *
 * @returns null for anything else, a decimal comma included: `1,234` could mean two numbers
 */
export function parseCodeNumber(code: string): number | null {
  const folded = code
    .trim()
    .replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace('\u066b', '.')
    .replace(/^\u2212/u, '-');
  if (!PLAIN_NUMBER.test(folded)) return null;
  const value = Number(folded);
  return Number.isFinite(value) ? value : null;
}
