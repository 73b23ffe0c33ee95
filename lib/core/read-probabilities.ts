import { type LabelProbabilities, SCORE_DECIMALS, type SentimentLabel } from '#lib/core/score';

/**
 * A rounded score nearer to 0 than this is labelled neutral, whatever is more probable: what a page prints as 0.00 is not negative.
 * Wider zones were measured and cost right labels (docs/scoring.md); a doubtful label outside is shown as unsure instead.
 */
export const DEAD_ZONE = 0.005;

/** What calibrated probabilities say: a score, its label, and how sure that label is. */
export interface ProbabilityReading {
  /** P(positive) - P(negative), in [-1, 1], rounded to {@link SCORE_DECIMALS}; never -0. */
  readonly score: number;
  readonly label: SentimentLabel;
  /** Probability of `label`, in [0, 1]. */
  readonly confidence: number;
}

/**
 * Probabilities of the labels from a linear value for positive against negative, one for neutral, and a temperature: a softmax over
 * (-raw / 2, neutral, raw / 2), each divided by the temperature.
 *
 * @param temperature above 0; larger is less sure.
 * @see Guo, Pleiss, Sun and Weinberger (2017), On Calibration of Modern Neural Networks
 */
export function labelProbabilities(raw: number, neutral: number, temperature: number): LabelProbabilities {
  const up = raw / 2 / temperature;
  const down = -up;
  const middle = neutral / temperature;
  const top = Math.max(up, down, middle);
  const positive = Math.exp(up - top);
  const negative = Math.exp(down - top);
  const flat = Math.exp(middle - top);
  const sum = positive + negative + flat;
  return { negative: negative / sum, neutral: flat / sum, positive: positive / sum };
}

/**
 * Rounds first, then names: the score is the expectation of the probabilities; within {@link DEAD_ZONE} of 0 the label is neutral, beyond
 * it the most probable one. So a label never points the other way than its score, and "negative" is never said of a score next to 0.
 */
export function readProbabilities(probabilities: LabelProbabilities): ProbabilityReading {
  const { negative, neutral, positive } = probabilities;
  // Adding 0 turns -0 into 0.
  const score = Number((positive - negative).toFixed(SCORE_DECIMALS)) + 0;
  const isNeutral = Math.abs(score) < DEAD_ZONE || (neutral >= positive && neutral >= negative);
  const label = isNeutral ? 'neutral' : score > 0 ? 'positive' : 'negative';
  return { score, label, confidence: probabilities[label] };
}
