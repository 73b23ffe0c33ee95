import type { ChartCamp, ChartStatement } from '#lib/core/chart-statement';
import type { ResolvedStance } from '#lib/core/stance';

/** Three camps that are compared and one that is context. */
export const CAMPS: readonly ChartCamp[] = [
  { slug: 'alpha', label: 'Alpha', labelLanguage: 'en', order: 1, role: 'compared' },
  { slug: 'beta', label: 'Beta', labelLanguage: 'en', order: 2, role: 'compared' },
  { slug: 'gamma', label: 'Gamma', labelLanguage: 'en', order: 3, role: 'compared' },
  { slug: 'officials', label: 'Officials', labelLanguage: 'en', order: 4, role: 'context' },
];

/** A plain valid statement of camp alpha, against, not scored. */
export function makeStatement(given: Partial<ChartStatement> = {}): ChartStatement {
  return {
    id: 'one',
    camp: 'alpha',
    stance: 'against',
    score: null,
    label: null,
    unsure: false,
    attribution: 'direct',
    language: 'en',
    saidOn: null,
    sourceId: null,
    speakerId: null,
    excerpt: 'A text',
    excerptLanguage: 'en',
    isDuplicate: false,
    lowConfidence: false,
    ...given,
  };
}

/** Statements of one camp by stance, with ids such as `alpha-against-1`. */
export function makeCamp(
  camp: string,
  counts: Partial<Record<ResolvedStance, number>>,
  given: (index: number) => Partial<ChartStatement> = () => ({}),
): ChartStatement[] {
  let index = 0;
  return Object.entries(counts).flatMap(([stance, count]) =>
    Array.from({ length: count }, (_, position) => {
      index += 1;
      return makeStatement({
        id: `${camp}-${stance}-${position + 1}`,
        camp,
        ...STANCE_BY_NAME[stance],
        ...given(index - 1),
      });
    }),
  );
}

const STANCE_BY_NAME: Readonly<Record<string, { readonly stance: ResolvedStance }>> = {
  favor: { stance: 'favor' },
  against: { stance: 'against' },
  ambivalent: { stance: 'ambivalent' },
  none: { stance: 'none' },
  cannot_code: { stance: 'cannot_code' },
  disputed: { stance: 'disputed' },
  uncoded: { stance: 'uncoded' },
};

/** Sets score and label as a scorer would. */
export function scored(score: number, unsure = false): Pick<ChartStatement, 'score' | 'label' | 'unsure'> {
  return { score, label: score < -0.05 ? 'negative' : score > 0.05 ? 'positive' : 'neutral', unsure };
}

/** 9 of 12 against, 2 of 9 against, and a camp of 3: one of each size that the rules tell apart. */
export const THREE_SIZES: readonly ChartStatement[] = [
  ...makeCamp('alpha', { against: 9, ambivalent: 1, none: 2 }),
  ...makeCamp('beta', { against: 2, ambivalent: 1, favor: 4, cannot_code: 1, disputed: 1 }),
  ...makeCamp('gamma', { against: 2, favor: 1 }),
];
