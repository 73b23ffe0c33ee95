import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const interval = z.object({ value: z.number(), low: z.number(), high: z.number() });

const evaluationSchema = z.object({
  /** Day of measuring, `YYYY-MM-DD`. */
  measured: z.string(),
  sets: z.array(
    z.object({
      title: z.string(),
      scorers: z.array(
        z.object({
          scorer: z.string(),
          version: z.string(),
          n: z.number(),
          accuracy: interval,
          macroRecall: interval,
          macroF1: interval,
          /** Null where a set has no graded ratings. */
          pearson: interval.nullable(),
          msPerThousand: z.number(),
        }),
      ),
    }),
  ),
});

export type Evaluation = z.infer<typeof evaluationSchema>;

/**
 * Reads what the evaluate command has written.
 * @returns null where it was never run; a file of another shape is a fault and is thrown
 */
export async function readEvaluation(path: string): Promise<Evaluation | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
  return evaluationSchema.parse(JSON.parse(text));
}
