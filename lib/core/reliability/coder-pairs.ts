import { codingsByUnit, type ReliabilityCoding } from '#lib/core/reliability/reliability-coding';
import { compareText } from '#lib/core/text/text-order';

/** What two judges, people or machines, said of one unit. */
export interface PairedCode {
  readonly unit: string;
  readonly first: string;
  readonly second: string;
}

/** Two coders and the units that both coded. */
export interface CoderPair {
  readonly firstCoder: string;
  readonly secondCoder: string;
  readonly codes: readonly PairedCode[];
}

/**
 * Every two coders who share a unit, by coder id, each with what they share by unit id.
 *
 * @throws RangeError when a coder has two codings of one unit
 */
export function coderPairs(codings: readonly ReliabilityCoding[]): CoderPair[] {
  const shared = new Map<string, Map<string, PairedCode[]>>();
  const units = [...codingsByUnit(codings)].sort(([a], [b]) => compareText(a, b));
  for (const [unit, byCoder] of units) {
    const ordered = [...byCoder.values()].sort((a, b) => compareText(a.coder, b.coder));
    ordered.forEach((first, index) => {
      for (const second of ordered.slice(index + 1)) {
        const partners = shared.get(first.coder) ?? new Map<string, PairedCode[]>();
        const codes = partners.get(second.coder) ?? [];
        codes.push({ unit, first: first.code, second: second.code });
        partners.set(second.coder, codes);
        shared.set(first.coder, partners);
      }
    });
  }
  return [...shared]
    .flatMap(([firstCoder, partners]) => [...partners].map(([secondCoder, codes]) => ({ firstCoder, secondCoder, codes })))
    .sort((a, b) => compareText(a.firstCoder, b.firstCoder) || compareText(a.secondCoder, b.secondCoder));
}
