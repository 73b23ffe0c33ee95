import type { ScorerReading } from '#lib/core/reliability/machine-agreement';

/** What is known of one version of a scorer in one language, as a score names them. */
export function findScorerAgreement<Known extends ScorerReading>(
  known: readonly Known[],
  score: { readonly scorer: string | null; readonly version: string | null; readonly language: string | null },
): Known | undefined {
  return known.find(
    ({ scorer, version, language }) => scorer === score.scorer && version === score.version && language === score.language,
  );
}
