/**
 * First characters that make a spreadsheet read a text cell as a formula or a command, in their ASCII and
 * full-width forms, and the apostrophe itself, so that every guarded text has exactly one way back.
 */
const GUARDED_FIRST: ReadonlySet<string> = new Set([
  "'",
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\0',
  '＇',
  '＝',
  '＋',
  '－',
  '＠',
]);

/** Puts an apostrophe before a text that a spreadsheet could run. For text cells only: a number stays a number. */
export function guardText(text: string): string {
  return GUARDED_FIRST.has(text.charAt(0)) ? `'${text}` : text;
}

/**
 * Takes off what {@link guardText} put on: `unguardText(guardText(text)) === text` for every text. A text
 * with an apostrophe of its own that guards nothing (`'tis`) is returned as it is.
 */
export function unguardText(text: string): string {
  return text.startsWith("'") && GUARDED_FIRST.has(text.charAt(1)) ? text.slice(1) : text;
}
