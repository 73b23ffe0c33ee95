/** Most drafts that one paste makes. */
export const THREAD_MAX = 500;

/** The parts of a pasted thread, cut at blank lines; white space around each is taken off. */
export function splitThread(text: string): readonly string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, THREAD_MAX);
}
