import { z } from 'zod';

const group = z.record(z.string(), z.unknown());

/** A value as JSON that does not depend on the order in which its parts were written. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    const parts = group.safeParse(each);
    if (!parts.success || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(parts.data).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * Names of the parts in which two objects differ. What is missing counts as null, so that a part that one side does not know yet is no
 * difference as long as the other left it empty.
 */
export function differingParts(one: object, other: object): string[] {
  const left = new Map<string, unknown>(Object.entries(one));
  const right = new Map<string, unknown>(Object.entries(other));
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (name) => canonicalJson(left.get(name) ?? null) !== canonicalJson(right.get(name) ?? null),
  );
}
