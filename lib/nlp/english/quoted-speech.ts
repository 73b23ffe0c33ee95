const PAIRS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
  ['„', '“'],
  ['「', '」'],
]);

/** The longest quotation that is told apart, in UTF-16 units; an unclosed mark must not swallow the rest. */
const LONGEST_QUOTATION = 2_000;

/** Spans of quoted speech with their marks, half-open; an unclosed quotation is none. */
export function findQuotations(text: string): { readonly start: number; readonly end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let open = -1;
  let closer = '';
  for (let index = 0; index < text.length; index += 1) {
    const mark = text.charAt(index);
    if (open >= 0 && index - open > LONGEST_QUOTATION) open = -1;
    if (open >= 0) {
      if (mark === closer) {
        spans.push({ start: open, end: index + 1 });
        open = -1;
      }
      continue;
    }
    const closes = PAIRS.get(mark);
    if (closes !== undefined) {
      open = index;
      closer = closes;
    }
  }
  return spans;
}

/** The text with every quotation blanked out; offsets stay as they were. */
export function maskQuotations(text: string): string {
  let masked = '';
  let at = 0;
  for (const span of findQuotations(text)) {
    masked += text.slice(at, span.start) + ' '.repeat(span.end - span.start);
    at = span.end;
  }
  return masked + text.slice(at);
}
