/**
 * Builds `english-prior.bin`: weights of words, pairs of words and letter groups in sentences of news and of films, which the fit on tweets
 * starts from. It holds hashes and weights, no text.
 *
 * node --import tsx lib/nlp/train/build-prior.ts --data DIR
 */
import { parseArgs } from 'node:util';
import { extractFeatures } from '#lib/nlp/english/extract-features';
import { writePrior } from '#lib/nlp/train/english-prior';
import {
  balanceClasses,
  buildRows,
  chooseFeatures,
  fitMean,
  keepWorthiest,
  lookup,
  pairOf,
  readForTraining,
  readLexicon,
  sizeOf,
  type TrainingText,
} from '#lib/nlp/train/fit-english';
import { CLASSES } from '#lib/nlp/train/fit-softmax';
import { readEnglish } from '#lib/nlp/wink-pipeline';

/** Sets whose terms allow it (MIT, CC BY), each with an intercept of its own. News weigh more: subtitles say less, and each was read by one person. */
const SETS = [
  { name: 'newsmtsc', weight: 1 },
  { name: 'xed', weight: 0.3 },
] as const;
const KEPT_FEATURES = 45_000;

function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const { data } = values;
  if (!data) throw new Error('Needed: --data DIR, the folder of the data sets (lib/nlp/train/README.md names them).');
  const lexicon = readLexicon();
  const listed = lookup(lexicon.listed);
  const learned = lookup(lexicon.learned);
  const texts = SETS.flatMap(({ name }, group) =>
    readForTraining(data, name, 'train').map(({ text, label }): TrainingText => ({ text, label, group })),
  );
  const all = texts.map(({ text }) => extractFeatures(readEnglish(text), listed, learned));
  const ids = chooseFeatures(all, null);
  const rows = buildRows(all, ids, null);
  const { weights } = fitMean(rows, texts, SETS.length, balanceClasses(texts, SETS));
  const weighed = [...ids].map(([hash, id]) => {
    const pair = pairOf(weights, id * CLASSES);
    return { hash, pair, worth: sizeOf(pair) };
  });
  const kept = keepWorthiest(weighed, KEPT_FEATURES);
  const bytes = writePrior({
    hashes: Uint32Array.from(kept, ({ hash }) => hash),
    columns: 2,
    values: Float32Array.from(kept.flatMap(({ pair }) => pair)),
  });
  console.log(`${texts.length} texts, ${ids.size} features, ${bytes} bytes`);
}

main();
