import { z } from 'zod';
import { AGREEMENT_BANDS } from '#lib/core/reliability/agreement-band';
import { ALPHA_REASONS } from '#lib/core/reliability/alpha-patterns';
import { SENTIMENT_LABELS } from '#lib/core/score';
import { RESOLVED_STANCES } from '#lib/core/stance';
import { SAMPLE_SIZES } from '#lib/core/statistics/small-sample';

const count = z.int().nonnegative();
const score = z.number().min(-1).max(1);

const shareIntervalSchema = z.object({
  /** Share of n in [0, 1]. */
  share: z.number().min(0).max(1),
  /** Wilson 95 % bounds in [0, 1]. */
  low: z.number().min(0).max(1),
  high: z.number().min(0).max(1),
});

const stanceCountSchema = z.object({
  stance: z.enum(RESOLVED_STANCES),
  count,
  /** Null where the camp has fewer than 5 statements. */
  share: shareIntervalSchema.nullable(),
});

const sentimentSummarySchema = z.object({
  /** k of the camp's n statements that have a score. */
  scored: count,
  notScored: count,
  /** Null where fewer than 5 statements are scored. */
  mean: score.nullable(),
  /** Student's t 95 % interval of the mean; null where there is none, with the reason beside it. */
  interval: z.object({ low: score, high: score }).nullable(),
  noIntervalReason: z.enum(['nothing_scored', 'too_few', 'no_spread']).nullable(),
  /** Null where fewer than 5 statements are scored. */
  median: score.nullable(),
  labels: z.array(z.object({ label: z.enum(SENTIMENT_LABELS), count })),
  /** Scored statements whose label the scorer is unsure of; they stay in the mean. */
  unsure: count,
});

const campComparisonSchema = z.object({
  camp: z.string().min(1),
  label: z.string(),
  labelLanguage: z.string(),
  role: z.enum(['compared', 'context']),
  /** Statements that count: published, in this camp, and no duplicate of another. */
  n: count,
  sampleSize: z.enum(SAMPLE_SIZES),
  /** One entry for every resolved stance, in this order, zero counts included. */
  stances: z.array(stanceCountSchema),
  sentiment: sentimentSummarySchema,
  /** Statements of n whose coders disagree on the stance. */
  disputed: count,
  /** Statements of n whose stance rests on a coding with the lowest confidence. */
  lowConfidence: count,
  /** Left out of n. */
  duplicatesLeftOut: count,
});

/**
 * The numbers behind the charts.
 *
 * Duplicates (reposts, syndicated copies) are counted apart and stay out of every n: an interval takes each
 * statement for one that was collected by itself.
 */
export const comparisonSchema = z.object({
  /** In the event's own order of camps. */
  camps: z.array(campComparisonSchema),
  totals: z.object({
    /** All statements that were handed in. */
    statements: count,
    /** Sum of the camps' n. */
    compared: count,
    scored: count,
    duplicatesLeftOut: count,
    /** Of camps that are context only, when they are not asked for. */
    contextLeftOut: count,
    /** Coders disagree on the camp. */
    campDisputed: count,
    /** Nobody has coded the camp, or it is none of the event's. */
    campUncoded: count,
  }),
});

const agreementSchema = z.object({
  band: z.enum(AGREEMENT_BANDS),
  /** Krippendorff's alpha; null where it is not computable, with the reason. */
  alpha: z.number().max(1).nullable(),
  ci: z.tuple([z.number(), z.number()]).nullable(),
  /** Statements coded by two or more coders. */
  units: count,
  coders: count,
  reason: z.enum(ALPHA_REASONS).nullable(),
  /** Codings by a meaning of a code that the codebook has changed since. */
  stale: count,
});

/** What `GET /api/events/[slug]/comparison` answers; docs/api.md describes it. */
export const comparisonAnswerSchema = z.object({
  event: z.string().min(1),
  target: z.string().min(1),
  /** The filter in its canonical form. */
  filter: z.string(),
  /** Number of the last log row that the numbers know of. */
  asof: count,
  /** How far the codes may be leaned on; null where the codebook has no such variable. */
  agreement: z.object({ camp: agreementSchema.nullable(), stance: agreementSchema.nullable() }),
  /** How each scorer's label agrees with coded sentiment; n = 0 is "not yet checked". */
  scorers: z.array(
    z.object({
      scorer: z.string(),
      version: z.string(),
      language: z.string(),
      /** Cohen's kappa; null where it is not computable. */
      kappa: z.number().max(1).nullable(),
      ci: z.tuple([z.number(), z.number()]).nullable(),
      n: count,
    }),
  ),
  ...comparisonSchema.shape,
});

export type Comparison = z.infer<typeof comparisonSchema>;
export type CampComparison = z.infer<typeof campComparisonSchema>;
