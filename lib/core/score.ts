/** Sentiment of a wording, scored by machine. Never read as a stance. */
export const SENTIMENT_LABELS = ['negative', 'neutral', 'positive'] as const;
export type SentimentLabel = (typeof SENTIMENT_LABELS)[number];

/** Why a text has no score. A text without a score is `null`, never 0. */
export const NO_SCORE_REASONS = ['empty', 'no_evidence', 'language_not_read', 'too_long', 'too_complex'] as const;
export type NoScoreReason = (typeof NO_SCORE_REASONS)[number];

/** Scores are rounded to this many decimals before anything is said of them. */
export const SCORE_DECIMALS = 3;

export const TOKEN_MARKS = [
  'negated',
  'negator',
  'intensified',
  'intensifier',
  'quoted',
  'name',
  'shifter',
  'emoji',
  'hashtag',
] as const;
export type TokenMark = (typeof TOKEN_MARKS)[number];

export const EVIDENCE_FLAGS = [
  'quote',
  'question',
  'conditional',
  'possible_sarcasm',
  'mixed_language',
  'truncated_evidence',
] as const;
export type EvidenceFlag = (typeof EVIDENCE_FLAGS)[number];

/** One token (or phrase) of the text and what it added. Offsets are UTF-16, into the text as it was given. */
export interface TokenEvidence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Added to `raw`; 0 for a token that moved nothing. */
  readonly contribution: number;
  /** Whether the scorer has ever learned anything of this word. */
  readonly known: boolean;
  readonly marks: readonly TokenMark[];
}

/** A sentence of the text and its share of `raw`. */
export interface SentenceEvidence {
  readonly start: number;
  readonly end: number;
  readonly contribution: number;
}

/** What the score rests on. `bias + Σ tokens.contribution = raw` within 1e-6. */
export interface ScoreEvidence {
  readonly tokens: readonly TokenEvidence[];
  readonly sentences: readonly SentenceEvidence[];
  readonly bias: number;
  /** The linear value before calibration; null when there is no score. */
  readonly raw: number | null;
  /** Share in [0, 1] of word tokens that the scorer knows; null when there are no words. */
  readonly knownShare: number | null;
  readonly flags: readonly EvidenceFlag[];
}

/** Probabilities of the three labels; they add up to 1. */
export interface LabelProbabilities {
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
}

/** What every scorer answers for every text; total: no text throws, none gives NaN. */
export interface TextScore {
  /** In [-1, 1], rounded to {@link SCORE_DECIMALS}; null when there is no score. */
  readonly score: number | null;
  /** Neutral within the dead zone around 0, else the most probable label; null exactly when `score` is null. */
  readonly label: SentimentLabel | null;
  /** True when the label's probability is below the scorer's own threshold: shown as "unsure". */
  readonly unsure: boolean;
  readonly probabilities: LabelProbabilities | null;
  /** Why there is no score; null exactly when there is one. */
  readonly reason: NoScoreReason | null;
  /** Name of the scorer, such as `stanceboard-en`; `none` when no scorer reads the language. */
  readonly scorer: string;
  readonly version: string;
  /** BCP 47 tag of the language that the text was read as. */
  readonly language: string;
  readonly evidence: ScoreEvidence;
}
