/** Where a statement stands towards its target, coded by people; never computed from its wording. */
export const STANCES = ['favor', 'against', 'ambivalent', 'none', 'cannot_code'] as const;
export type Stance = (typeof STANCES)[number];

/**
 * A stance once codings are resolved: adjudicated, else what all latest codings agree on, else
 * `disputed`; `uncoded` where nobody has coded it yet.
 */
export const RESOLVED_STANCES = [...STANCES, 'disputed', 'uncoded'] as const;
export type ResolvedStance = (typeof RESOLVED_STANCES)[number];

/** Codes that a resolved variable can take beside its own codebook's. */
export const DISPUTED = 'disputed';
export const UNCODED = 'uncoded';

/** How a statement reached us. */
export const ATTRIBUTIONS = ['direct', 'reported', 'paraphrase', 'slogan'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

/** How a slogan is used by the statement that carries it. */
export const SLOGAN_USES = ['endorse', 'mock', 'report', 'unclear'] as const;
export type SloganUse = (typeof SLOGAN_USES)[number];

/** How much harm could come to a speaker who is named. `protected` is never shown by name. */
export const SPEAKER_RISKS = ['public_figure', 'ordinary', 'vulnerable', 'protected'] as const;
export type SpeakerRisk = (typeof SPEAKER_RISKS)[number];

export const STATEMENT_STATUSES = ['draft', 'published', 'withheld', 'deleted'] as const;
export type StatementStatus = (typeof STATEMENT_STATUSES)[number];

/** Who made a translation. */
export const TRANSLATORS = ['human', 'machine', 'unknown'] as const;
export type Translator = (typeof TRANSLATORS)[number];
