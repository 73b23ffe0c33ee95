/** What a person says of two statements that look alike. */
export const DUPLICATE_DECISIONS = ['repost', 'syndicated', 'quote', 'not_duplicate'] as const;
export type DuplicateDecision = (typeof DUPLICATE_DECISIONS)[number];

/** Whether the later of two statements is counted out of charts after this decision. */
export function isCountedOut(decision: DuplicateDecision): boolean {
  return decision !== 'not_duplicate';
}

/**
 * The key of a pair, the same in either order, so that a pair that was decided is not proposed again.
 *
 * @returns both ids, the smaller one first.
 */
export function pairKey(one: string, other: string): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}
