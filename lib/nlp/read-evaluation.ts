import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const share = z.number().min(0).max(1);
const interval = z.object({ value: z.number(), low: z.number(), high: z.number() });

const scorer = z.object({
  scorer: z.string(),
  version: z.string(),
  n: z.number().int(),
  /** Texts that got a score. */
  scored: z.number().int(),
  accuracy: interval,
  macroRecall: interval,
  macroF1: interval,
  pearson: interval.nullable(),
  msPerThousand: z.number(),
});

/** Shape of `lib/nlp/models/evaluation.json`: shares in [0, 1], 95 % bootstrap intervals, ours first among the scorers of a set. */
export const evaluationSchema = z.object({
  measured: z.iso.date(),
  resamples: z.number().int(),
  sets: z.array(
    z.object({
      title: z.string(),
      scorers: z.array(scorer),
      calibrationError: share,
      coverage: z.array(z.object({ confidence: share, coverage: share, accuracy: share })),
      unsure: z.object({ share, accuracy: share, accuracyOfSure: share }),
    }),
  ),
  kinds: z.array(
    z.object({
      language: z.enum(['en', 'ar']).default('en'),
      kind: z.string(),
      n: z.number().int(),
      ours: z.number().int(),
      wink: z.number().int(),
    }),
  ),
  stance: z.array(
    z.object({ set: z.string(), n: z.number().int(), fromScore: share, fromHumanSentiment: share, majority: share }),
  ),
  /** How right two readings of one text are, the original and its translation: together where their labels are one, each where they are not. */
  readings: z
    .array(
      z.object({
        set: z.string(),
        n: z.number().int(),
        agreeing: z.number().int(),
        rightAgreeing: share,
        rightOriginal: share,
        rightTranslation: share,
      }),
    )
    .default([]),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

/**
 * Reads what the evaluate command measured last.
 *
 * @param modelsFolder folder of the model files; `lib/nlp/models` under the working directory unless said.
 * @throws when the file is missing or of another shape, since it ships with the weights.
 */
export function readEvaluation(modelsFolder = join(process.cwd(), 'lib', 'nlp', 'models')): Evaluation {
  return evaluationSchema.parse(JSON.parse(readFileSync(join(modelsFolder, 'evaluation.json'), 'utf8')));
}
