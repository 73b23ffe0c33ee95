import type { ReliabilityCoding } from '#lib/core/reliability/reliability-coding';

/**
 * Codings from a table as textbooks print it: one line a coder, one column a unit, `.` for missing.
 */
export function codingsOf(table: Readonly<Record<string, string>>): ReliabilityCoding[] {
  return Object.entries(table).flatMap(([coder, line]) =>
    line
      .trim()
      .split(/\s+/u)
      .flatMap((code, index) => (code === '.' ? [] : [{ unit: `unit ${index + 1}`, coder, code }])),
  );
}

/** Krippendorff's canonical data, four coders and twelve units ("Computing Krippendorff's Alpha-Reliability", 2011, part C). */
export const CANONICAL = codingsOf({
  A: '1 2 3 3 2 1 4 1 2 . . .',
  B: '1 2 3 3 2 2 4 1 2 5 . 3',
  C: '. 3 3 3 2 3 4 2 2 5 1 .',
  D: '1 2 3 3 2 4 4 1 2 5 1 .',
});

/**
 * Thirty patients by six psychiatrists (Fleiss 1971, Psychological Bulletin 76, 378-382), as R's `irr` carries
 * them: a depression, b personality disorder, c schizophrenia, d neurosis, e other.
 */
export const DIAGNOSES = {
  1: 'd b b e b a c a a e a a b a b c a a b a e b b a a b a b a e',
  2: 'd b c e b a c a a e d b b d b c a a b c e d b a d b a b c e',
  3: 'd b c e b c c c d e d d b d d c a a d c e d d d d b a d c e',
  4: 'd e c e d c c c d e d d c d d c d a d e e d e d d b a d c e',
  5: 'd e c e d c e c d e d d c d d c e a d e e d e d d b e d c e',
  6: 'd e e e d c e d d e d d c d e e e b d e e d e d e d e d c e',
} as const;
