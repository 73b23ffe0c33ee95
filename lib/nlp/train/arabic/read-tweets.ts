import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '#lib/core/text/fold-text';

/** 0 negative, 1 neutral, 2 positive. */
export type LabelIndex = 0 | 1 | 2;

/** One labelled tweet. */
export interface Tweet {
  readonly text: string;
  readonly label: LabelIndex;
  /** The text without what differs between copies of it; see {@link keyOf}. */
  readonly key: string;
  readonly source: TweetSource;
  readonly columns: ReadonlyMap<string, string>;
}

export type TweetSource = 'semeval' | 'arsarcasm' | 'ajgt' | 'saad' | 'astd' | 'mawqif';

const FILES: Readonly<Record<TweetSource, readonly string[]>> = {
  semeval: ['semeval2017t4_ar/train.tsv', 'semeval2017t4_ar/dev.tsv'],
  arsarcasm: ['arsarcasm_v2/train.tsv'],
  ajgt: ['ajgt/train.tsv'],
  saad: ['saad_arabic_tweets/train.tsv'],
  astd: ['astd/test.tsv'],
  mawqif: ['mawqif/train.tsv'],
};
const TEST_FILE = 'semeval2017t4_ar/test.tsv';
const LABELS: ReadonlyMap<string, LabelIndex> = new Map([
  ['negative', 0],
  ['neutral', 1],
  ['positive', 2],
]);

/**
 * What two copies of one tweet share: the folded letters and digits, without links, accounts and "RT". Stricter than equality of the
 * folded texts, so that a retweet in the training data cannot give a test text away.
 */
export function keyOf(text: string): string {
  const folded = foldText(text);
  const key = folded
    .replace(/http\S*|@\w+|\brt\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return key === '' ? folded : key;
}

/** The test split, rows with one of the three labels. */
export function readTest(folder: string): Tweet[] {
  return readTweets(join(folder, TEST_FILE), 'semeval');
}

/** A set as it stands; rows of other labels (`mixed`) are left out. */
export function readSet(folder: string, source: TweetSource): Tweet[] {
  return FILES[source].flatMap((file) => readTweets(join(folder, file), source));
}

/** The sets that may train what ships, without any text that stands in a test set or in one of the sets before. */
export function readTraining(folder: string): Readonly<Record<'semeval' | 'arsarcasm' | 'ajgt' | 'saad', Tweet[]>> {
  const held = new Set<string>();
  for (const file of [TEST_FILE, ...FILES.astd, ...FILES.mawqif])
    for (const row of readRows(join(folder, file))) held.add(keyOf(textOf(row)));
  const first = (source: TweetSource): Tweet[] => {
    const seen = new Set<string>();
    return readSet(folder, source).filter(({ key }) => {
      if (held.has(key) || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  };
  return { semeval: first('semeval'), arsarcasm: first('arsarcasm'), ajgt: first('ajgt'), saad: first('saad') };
}

function readTweets(path: string, source: TweetSource): Tweet[] {
  const tweets: Tweet[] = [];
  for (const columns of readRows(path)) {
    const label = LABELS.get(columns.get('label') ?? columns.get('sentiment') ?? '');
    const text = textOf(columns);
    if (label !== undefined && text !== '') tweets.push({ text, label, key: keyOf(text), source, columns });
  }
  return tweets;
}

/** One set quotes each text once more inside its column. */
function textOf(columns: ReadonlyMap<string, string>): string {
  return (columns.get('text') ?? '').replace(/^"|"$/g, '');
}

function readRows(path: string): ReadonlyMap<string, string>[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const names = header.split('\t');
  return lines.filter((line) => line !== '').map((line) => new Map(line.split('\t').map((value, i) => [names[i] ?? '', value])));
}
