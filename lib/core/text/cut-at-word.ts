/** What a cut text does not end in: spaces, and marks that lead on to what is left out. */
const LOOSE_END = /[\s,;:،؛–—-]+$/u;

/**
 * The start of a text, ended with an ellipsis where something is left out: between two words where there is a space in the last third.
 * @param text as it stands, or as much more than `length` of it as shows that it goes on.
 * @param length in characters (code points), the ellipsis not counted.
 */
export function cutAtWord(text: string, length: number): string {
  // A text has at least as many units as characters.
  if (text.length <= length) return text;
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  const start = characters.slice(0, length + 1).join('');
  const space = start.search(/\s\S*$/u);
  const kept = space > (length * 2) / 3 ? start.slice(0, space) : characters.slice(0, length).join('');
  return `${kept.replace(LOOSE_END, '')}…`;
}
