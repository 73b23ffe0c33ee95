import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type LoadedWeights, unpackWeights } from '#lib/nlp/weights-file';

/** What the head of the Arabic model says. */
const headSchema = z.object({
  name: z.literal('stanceboard-ar'),
  version: z.string(),
  /** Day the weights were fitted, `YYYY-MM-DD`. */
  fitted: z.string(),
  /** Intercepts of (positive - negative) and of (neutral - mean of both). */
  intercepts: z.tuple([z.number(), z.number()]),
  /** Value that a feature of a kind has before a text is normalised; kinds that are not named are not read. */
  gains: z.record(z.string(), z.number()),
  temperature: z.number().positive(),
  /** A label less probable than this is "unsure". */
  unsureBelow: z.number().min(0).max(1),
});

export type ArabicModelHead = z.infer<typeof headSchema>;

/** The Arabic model in memory. */
export interface ArabicModel {
  readonly head: ArabicModelHead;
  /** By kind of feature; 0 where the model does not read the kind. */
  readonly gains: Float64Array;
  readonly find: (hash: number) => number;
  /** Weights on (positive - negative). */
  readonly polarity: Float32Array;
  /** Weights on (neutral - mean of both). */
  readonly neutrality: Float32Array;
}

export const ARABIC_MODEL_FILE = 'stanceboard-ar.bin';
const KINDS = 64;

/** Reads a packed Arabic model. Throws when it is none. */
export function openArabicModel(packed: Uint8Array): ArabicModel {
  const weights: LoadedWeights = unpackWeights(packed);
  const head = headSchema.parse(weights.head);
  const [polarity, neutrality] = weights.columns;
  if (!polarity || !neutrality) throw new Error('The Arabic model lacks a column of weights.');
  const gains = new Float64Array(KINDS);
  for (const [kind, gain] of Object.entries(head.gains)) gains[Number(kind)] = gain;
  return { head, gains, find: weights.find, polarity, neutrality };
}

const loaded = new Map<string, ArabicModel>();

/** The model of a folder, read from disk at the first call. */
export function loadArabicModel(folder: string): ArabicModel {
  const known = loaded.get(folder);
  if (known) return known;
  const model = openArabicModel(readFileSync(join(folder, ARABIC_MODEL_FILE)));
  loaded.set(folder, model);
  return model;
}
