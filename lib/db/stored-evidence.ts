import { z } from 'zod';
import { EVIDENCE_FLAGS, type ScoreEvidence, type TextScore, TOKEN_MARKS } from '#lib/core/score';

const storedEvidence = z.object({
  tokens: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      text: z.string(),
      contribution: z.number(),
      known: z.boolean(),
      marks: z.array(z.enum(TOKEN_MARKS)),
    }),
  ),
  sentences: z.array(z.object({ start: z.int(), end: z.int(), contribution: z.number() })),
  bias: z.number(),
  raw: z.number().nullable(),
  knownShare: z.number().nullable(),
  flags: z.array(z.enum(EVIDENCE_FLAGS)),
  probabilities: z.object({ negative: z.number(), neutral: z.number(), positive: z.number() }).nullable(),
});

/** Reads the evidence of a score as it is stored, with its probabilities. Throws for what is none: the rows are our own. */
export function parseStoredEvidence(stored: string): ScoreEvidence & Pick<TextScore, 'probabilities'> {
  return storedEvidence.parse(JSON.parse(stored));
}
