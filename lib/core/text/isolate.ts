/**
 * Keeps a stretch in its own direction inside a line of the other one: a name of the other script, and a date in figures, of which an
 * Arabic line would else show the day first (2025-07-31 as 31-07-2025).
 */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
