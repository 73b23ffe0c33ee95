import { parseCodeNumber } from '#lib/core/reliability/parse-code-number';
import { compareText } from '#lib/core/text/text-order';

/**
 * The codes of a table in a fixed order: those of the codebook first, in its order, whether they occur or not; then
 * whatever else occurs, numbers by size before other codes by text.
 */
export function orderedCodes(seen: Iterable<string>, order: readonly string[] = []): string[] {
  const known = new Set(order);
  const others = [...new Set(seen)].filter((code) => !known.has(code));
  others.sort((a, b) => {
    const [left, right] = [parseCodeNumber(a), parseCodeNumber(b)];
    if (left !== null && right !== null) return left - right || compareText(a, b);
    if (left !== null) return -1;
    return right !== null ? 1 : compareText(a, b);
  });
  return [...known, ...others];
}
