/**
 * A text as a string of CSS, quotation marks included, that can stand inside a `<style>` element: nothing in it can end the string,
 * the rule or the element.
 */
export function cssString(text: string): string {
  // A letter outside of printable ASCII may stay as it is; control characters, quotes, backslashes and `<` are written by number.
  const escaped = text.replace(/[\p{Cc}"'\\<>&]/gu, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `);
  return `"${escaped}"`;
}
