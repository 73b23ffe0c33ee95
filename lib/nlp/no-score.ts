import type { EvidenceFlag, NoScoreReason, TextScore } from '#lib/core/score';

/** The answer for a text that gets no score: `null` and the reason, never 0. */
export function noScore(reason: NoScoreReason, language: string, flags: readonly EvidenceFlag[] = []): TextScore {
  return {
    score: null,
    label: null,
    unsure: false,
    probabilities: null,
    reason,
    scorer: 'none',
    version: '0',
    language,
    evidence: { tokens: [], sentences: [], bias: 0, raw: null, knownShare: null, flags },
  };
}
