import type { TextScore } from '#lib/core/score';
import type { ScoreOptions } from '#lib/nlp/score-text';

/** One text on its way to the worker. */
export interface ScoringJob {
  readonly id: number;
  readonly text: string;
  readonly language: string;
  readonly options: ScoreOptions;
}

/** One score on its way back. */
export interface ScoringReply {
  readonly id: number;
  readonly score: TextScore;
}

export function isScoringJob(message: unknown): message is ScoringJob {
  return typeof message === 'object' && message !== null && 'id' in message && 'text' in message && 'language' in message;
}

export function isScoringReply(message: unknown): message is ScoringReply {
  return typeof message === 'object' && message !== null && 'id' in message && 'score' in message;
}

/** The worker's first word, once its code is loaded. */
export function isReady(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'ready' in message;
}
