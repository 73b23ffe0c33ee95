import { z } from 'zod';
import { ATTRIBUTIONS, SPEAKER_RISKS, TRANSLATORS } from '#lib/core/stance';
import { SPEAKER_KINDS } from '#lib/core/statement/statement-input';

const text = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9_-]+$/);

const seedCode = z.strictObject({
  key: slug,
  labelEn: text,
  labelAr: text,
  definitionEn: text,
  definitionAr: text,
  useWhen: text,
  useWhenAr: text,
  avoidWhen: text,
  avoidWhenAr: text,
  examples: z.array(text),
  counterExamples: z.array(text),
  value: z.number().optional(),
});

/** The data files of a seeded event, as one object. */
export const seedFiles = z.strictObject({
  event: z.strictObject({
    slug,
    titleEn: text,
    titleAr: text,
    date: z.iso.date(),
    descriptionEn: text,
    descriptionAr: text,
    targets: z.array(z.strictObject({ slug, propositionEn: text, propositionAr: text })).min(1),
    camps: z
      .array(
        z.strictObject({
          slug,
          labelEn: text,
          labelAr: text,
          definitionEn: text,
          definitionAr: text,
          selfNamed: z.boolean(),
          role: z.enum(['compared', 'context']),
          order: z.int(),
        }),
      )
      .min(1),
  }),
  sources: z.array(
    z.strictObject({
      slug,
      outlet: text.nullable(),
      title: text.nullable(),
      url: z.url().nullable(),
      publishedOn: text.nullable(),
      language: text.nullable(),
      archiveUrl: z.url().nullable(),
      note: text.nullable().default(null),
    }),
  ),
  speakers: z.array(
    z.strictObject({
      slug,
      displayName: text.nullable().default(null),
      pseudonym: text.nullable().default(null),
      kind: z.enum(SPEAKER_KINDS),
      risk: z.enum(SPEAKER_RISKS),
      note: text.nullable().default(null),
    }),
  ),
  codebook: z.strictObject({
    event: slug,
    version: z.literal(1),
    status: z.literal('published'),
    note: text,
    variables: z.array(
      z.strictObject({
        key: z.string().regex(/^[a-z0-9_.]+$/),
        target: slug.nullable(),
        level: z.enum(['nominal', 'ordinal', 'interval']),
        labelEn: text,
        labelAr: text,
        question: text,
        questionAr: text,
        codes: z.array(seedCode).min(2),
      }),
    ),
  }),
  statements: z.array(
    z.strictObject({
      id: text,
      source: slug,
      locator: text,
      speaker: slug.nullable(),
      attribution: z.enum(ATTRIBUTIONS),
      text,
      language: text,
      saidOn: text.nullable(),
      saidOnPrecision: z.enum(['day', 'month', 'year', 'unknown']),
      translation: z.strictObject({ language: text, text, by: z.enum(TRANSLATORS) }).optional(),
      slogan: z.strictObject({ slug, canonical: text, language: text, gloss: text.optional() }).optional(),
      codes: z.record(z.string(), slug),
      confidence: z.literal([1, 2, 3]),
      rationale: text,
    }),
  ),
});

export type SeedFiles = z.infer<typeof seedFiles>;
