import { type Evaluation, readEvaluation } from '#lib/nlp/read-evaluation';

export type { Evaluation } from '#lib/nlp/read-evaluation';

/** How good the scorers are, as the evaluate command measured them last; it ships with their weights. */
export function getEvaluation(): Evaluation {
  return readEvaluation();
}
