import { SENTIMENT_LABELS, type TextScore } from '#lib/core/score';
import { scoreArabic } from '#lib/nlp/arabic/score-arabic';
import { readSet, readTest, type Tweet } from '#lib/nlp/train/arabic/read-tweets';
import { seededRandom } from '#lib/nlp/train/seeded-random';

export interface EvaluateOptions {
  /** Folder that holds one folder a data set. */
  readonly dataDir: string;
  /** Folder of the model file; `lib/nlp/models` under the working directory unless said. */
  readonly modelsFolder?: string;
}

/** Figures of one set, shares in [0, 1]. A text without a score counts as neutral, the label of no evidence. */
export interface ArabicFigures {
  readonly set: string;
  readonly n: number;
  readonly accuracy: number;
  readonly macroRecall: number;
  readonly macroF1: number;
  /** 2.5th and 97.5th percentile of macro-F1 over 1,000 resamples of the texts. */
  readonly macroF1Interval: readonly [number, number];
  /** Expected calibration error over ten bins. */
  readonly calibrationError: number;
  readonly noScore: number;
  readonly unsure: number;
  /** Accuracy and share of the texts whose top probability reaches a threshold. */
  readonly coverage: readonly { readonly from: number; readonly share: number; readonly accuracy: number }[];
  readonly millisecondsPerThousand: number;
}

const RESAMPLES = 1000;

/** Measures `stanceboard-ar` on the sets that took no part in its training. */
export function evaluateArabic(options: EvaluateOptions): ArabicFigures[] {
  const { dataDir } = options;
  const scored = (tweets: readonly Tweet[]) => {
    const from = process.hrtime.bigint();
    const scores = tweets.map(({ text }) =>
      scoreArabic(text, options.modelsFolder === undefined ? {} : { modelsFolder: options.modelsFolder }),
    );
    return { scores, milliseconds: Number(process.hrtime.bigint() - from) / 1e6 };
  };
  const sets: readonly (readonly [string, readonly Tweet[]])[] = [
    ['semeval2017t4_ar test', readTest(dataDir)],
    ['astd', readSet(dataDir, 'astd')],
    ['mawqif', readSet(dataDir, 'mawqif')],
  ];
  return sets.map(([set, tweets]) => {
    const { scores, milliseconds } = scored(tweets);
    return figuresOf(set, tweets, scores, milliseconds);
  });
}

function figuresOf(set: string, tweets: readonly Tweet[], scores: readonly TextScore[], milliseconds: number): ArabicFigures {
  const pairs = tweets.map(({ label }, i) => {
    const score = scores[i];
    return { label, told: score?.label ? SENTIMENT_LABELS.indexOf(score.label) : 1, score };
  });
  const { accuracy, macroRecall, macroF1 } = measure(pairs);
  const random = seededRandom(1);
  const drawn = Array.from(
    { length: RESAMPLES },
    () => measure(pairs.map((pair) => pairs[Math.floor(random() * pairs.length)] ?? pair)).macroF1,
  ).sort((a, b) => a - b);
  const told = pairs.flatMap(({ label, told: answer, score }) =>
    score?.probabilities && score.label ? [{ confidence: score.probabilities[score.label], right: label === answer }] : [],
  );
  return {
    set,
    n: tweets.length,
    accuracy,
    macroRecall,
    macroF1,
    macroF1Interval: [drawn[Math.floor(RESAMPLES * 0.025)] ?? 0, drawn[Math.ceil(RESAMPLES * 0.975) - 1] ?? 0],
    calibrationError: binnedError(told),
    noScore: scores.filter(({ score }) => score === null).length,
    unsure: scores.filter(({ unsure }) => unsure).length,
    coverage: [0, 0.4, 0.5, 0.6, 0.7, 0.8].map((from) => {
      const kept = told.filter(({ confidence }) => confidence >= from);
      return {
        from,
        share: kept.length / pairs.length,
        accuracy: kept.filter(({ right }) => right).length / Math.max(1, kept.length),
      };
    }),
    millisecondsPerThousand: (milliseconds / tweets.length) * 1000,
  };
}

function measure(pairs: readonly { readonly label: number; readonly told: number }[]): {
  accuracy: number;
  macroRecall: number;
  macroF1: number;
} {
  let right = 0;
  let recall = 0;
  let f1 = 0;
  for (let label = 0; label < 3; label += 1) {
    let hits = 0;
    let actual = 0;
    let answered = 0;
    for (const pair of pairs) {
      if (pair.label === label) actual += 1;
      if (pair.told === label) answered += 1;
      if (pair.label === label && pair.told === label) hits += 1;
    }
    right += hits;
    recall += actual === 0 ? 0 : hits / actual / 3;
    f1 += actual + answered === 0 ? 0 : (2 * hits) / (actual + answered) / 3;
  }
  return { accuracy: right / Math.max(1, pairs.length), macroRecall: recall, macroF1: f1 };
}

function binnedError(told: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ right: 0, confidence: 0 }));
  for (const { confidence, right } of told) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.confidence += confidence;
    if (right) bin.right += 1;
  }
  return bins.reduce((sum, { right, confidence }) => sum + Math.abs(right - confidence), 0) / Math.max(1, told.length);
}
