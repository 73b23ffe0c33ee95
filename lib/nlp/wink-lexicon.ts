import type { TextScore, TokenEvidence } from '#lib/core/score';
import { DEAD_ZONE, SCORE_DECIMALS } from '#lib/core/score';
import { readEnglish, winkSentimentOfWord } from '#lib/nlp/wink-pipeline';

const SCORER = 'wink-lexicon';
const VERSION = '1';
const words = new Map<string, number>();
const WORDS_KEPT = 20_000;

function sentimentOf(word: string): number {
  const kept = words.get(word);
  if (kept !== undefined) return kept;
  const found = winkSentimentOfWord(word);
  if (words.size < WORDS_KEPT) words.set(word, found);
  return found;
}

/** Scores an English text by wink-nlp's own word list: the mean over sentences of the mean of the words found, negated where wink-nlp says so. */
export function scoreByWinkLexicon(text: string, language: string): TextScore {
  const reading = readEnglish(text);
  const values = reading.tokens.map((token) => {
    const plain = token.piece.kind === 'word' || token.piece.kind === 'emoji' || token.piece.kind === 'emoticon';
    return plain ? sentimentOf(token.normal) : 0;
  });
  const contributions = reading.tokens.map(() => 0);
  let evidence = 0;
  for (const sentence of reading.sentences) {
    let count = 0;
    for (let index = sentence.from; index < sentence.to; index += 1) if (values[index] !== 0) count += 1;
    if (count === 0) continue;
    evidence += count;
    for (let index = sentence.from; index < sentence.to; index += 1) {
      const sign = reading.tokens[index]?.negated ? -1 : 1;
      contributions[index] = (sign * (values[index] ?? 0)) / (count * reading.sentences.length);
    }
  }
  let raw = 0;
  let wordCount = 0;
  let known = 0;
  const tokens: TokenEvidence[] = reading.tokens.map((token, index) => {
    const contribution = contributions[index] ?? 0;
    raw += contribution;
    const isWord = token.piece.kind === 'word';
    if (isWord) wordCount += 1;
    if (isWord && values[index] !== 0) known += 1;
    return {
      start: token.start,
      end: token.end,
      text: text.slice(token.start, token.end),
      contribution,
      known: values[index] !== 0,
      marks: token.negated ? (['negated'] as const) : [],
    };
  });
  const sentences = reading.sentences.map((sentence) => {
    let contribution = 0;
    for (let index = sentence.from; index < sentence.to; index += 1) contribution += contributions[index] ?? 0;
    return {
      start: reading.tokens[sentence.from]?.start ?? 0,
      end: reading.tokens[sentence.to - 1]?.end ?? text.length,
      contribution,
    };
  });
  const score = evidence === 0 ? null : Number(Math.max(-1, Math.min(1, raw)).toFixed(SCORE_DECIMALS)) + 0;
  return {
    score,
    label: score === null ? null : score > DEAD_ZONE ? 'positive' : score < -DEAD_ZONE ? 'negative' : 'neutral',
    unsure: false,
    probabilities: null,
    reason: score === null ? 'no_evidence' : null,
    scorer: SCORER,
    version: VERSION,
    language,
    evidence: {
      tokens,
      sentences,
      bias: 0,
      raw: score === null ? null : raw,
      knownShare: wordCount === 0 ? null : known / wordCount,
      flags: [],
    },
  };
}
