import { join } from 'node:path';
import { loadEnglishModel } from '#lib/nlp/english/model-file';
import { scoreText } from '#lib/nlp/score-text';
import { composeSentences } from '#lib/nlp/train/composed-sentences';
import { bareWink } from '#lib/nlp/wink-pipeline';

export interface ScoringBench {
  /** Statements per second. */
  readonly bareWink: number;
  readonly scored: number;
  readonly explained: number;
  /** `scored` and `explained` as shares of `bareWink`. */
  readonly scoredShare: number;
  readonly explainedShare: number;
  /** Milliseconds to read the weights. */
  readonly loadMs: number;
  readonly rssMegabytes: number;
}

/** Best of five rounds each, in one process, on statements of the length of a quotation. */
export function benchScoring(): ScoringBench {
  const sentences = composeSentences(20, 11).map((row) => row.text);
  const texts = sentences.map((text, index) => `${text} ${sentences[(index * 7 + 1) % sentences.length] ?? ''}`);
  const start = performance.now();
  loadEnglishModel(join(process.cwd(), 'lib', 'nlp', 'models'));
  const loadMs = performance.now() - start;
  const perSecond = (work: (text: string) => unknown): number => {
    let best = 0;
    for (let round = 0; round < 5; round += 1) {
      const from = performance.now();
      for (const text of texts) work(text);
      best = Math.max(best, (texts.length / (performance.now() - from)) * 1000);
    }
    return best;
  };
  const bare = perSecond(bareWink());
  const scored = perSecond((text) => scoreText(text, 'en', { explain: false }));
  const explained = perSecond((text) => scoreText(text, 'en'));
  return {
    bareWink: Math.round(bare),
    scored: Math.round(scored),
    explained: Math.round(explained),
    scoredShare: scored / bare,
    explainedShare: explained / bare,
    loadMs,
    rssMegabytes: process.memoryUsage().rss / 1e6,
  };
}
