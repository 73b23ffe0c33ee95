/**
 * Measures the scorers on every set at hand and writes `evaluation.json` beside the weights and the tables of docs/scoring.md.
 *
 * npm run scorer:evaluate -- --data DIR [--peers DIR] [--date YYYY-MM-DD] [--write]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SentimentLabel, TextScore } from '#lib/core/score';
import type { Evaluation } from '#lib/nlp/read-evaluation';
import { scoreText } from '#lib/nlp/score-text';
import {
  accuracyOf,
  bootstrapInterval,
  calibrationErrorOf,
  type Judged,
  macroF1Of,
  macroRecallOf,
  pearsonOf,
} from '#lib/nlp/train/measure';
import { loadPeers, type PeerScorer, WINK_OWN } from '#lib/nlp/train/peers';
import { hasSet, type LabelledText, readSet } from '#lib/nlp/train/read-set';

interface EvaluatedSet {
  readonly set: string;
  readonly part: string;
  readonly title: string;
  readonly language: 'en' | 'ar';
  /** Two classes: a score of 0 or none counts as wrong. */
  readonly twoClasses?: boolean;
  readonly labelColumn?: string;
}

const SETS: readonly EvaluatedSet[] = [
  { set: 'semeval2017t4_en', part: 'test', title: 'SemEval-2017 4A test', language: 'en' },
  {
    set: 'semeval2017t4_en',
    part: 'dev',
    title: 'SemEval-2017 4A dev (temperature and threshold were set here)',
    language: 'en',
  },
  { set: 'vader_gt', part: 'test_tweets', title: 'VADER tweets', language: 'en' },
  { set: 'vader_gt', part: 'test_nyt', title: 'VADER NYT editorials', language: 'en' },
  { set: 'sst2', part: 'test', title: 'SST-2 test (two classes)', language: 'en', twoClasses: true },
  {
    set: 'semeval2016t6',
    part: 'test',
    title: 'SemEval-2016 6 test, its sentiment labels',
    language: 'en',
    labelColumn: 'sentiment',
  },
  { set: 'semeval2017t4_ar', part: 'test', title: 'SemEval-2017 4A Arabic test', language: 'ar' },
  { set: 'astd', part: 'test', title: 'ASTD test', language: 'ar' },
  { set: 'mawqif', part: 'train', title: 'Mawqif, its sentiment labels', language: 'ar', labelColumn: 'sentiment' },
];

const RESAMPLES = 1_000;
const SEED = 20_261_123;

interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

interface ScorerFigures {
  readonly scorer: string;
  readonly version: string;
  readonly n: number;
  readonly scored: number;
  readonly accuracy: Interval;
  readonly macroRecall: Interval;
  readonly macroF1: Interval;
  /** Pearson's correlation with graded ratings, null where a set has none. */
  readonly pearson: Interval | null;
  readonly msPerThousand: number;
}

interface Prediction extends Judged {
  readonly score: number | null;
  readonly rating: number | null;
}

function withInterval(rows: readonly Prediction[], statistic: (sample: readonly Prediction[]) => number): Interval {
  return { value: statistic(rows), ...bootstrapInterval(rows, statistic, RESAMPLES, SEED) };
}

function ratingCorrelation(sample: readonly Prediction[]): number {
  return pearsonOf(
    sample.map((row) => row.score ?? 0),
    sample.map((row) => row.rating ?? 0),
  );
}

function figuresOf(scorer: string, version: string, rows: readonly Prediction[], milliseconds: number): ScorerFigures {
  return {
    scorer,
    version,
    n: rows.length,
    scored: rows.filter((row) => row.score !== null).length,
    accuracy: withInterval(rows, accuracyOf),
    macroRecall: withInterval(rows, macroRecallOf),
    macroF1: withInterval(rows, macroF1Of),
    pearson: rows.some((row) => row.rating !== null) ? withInterval(rows, ratingCorrelation) : null,
    msPerThousand: (milliseconds / Math.max(1, rows.length)) * 1000,
  };
}

/** What a number says: the side beyond the dead zone; with two classes, the side of its sign. */
function sideOf(score: number, deadZone: number): SentimentLabel {
  return score > deadZone ? 'positive' : score < -deadZone ? 'negative' : 'neutral';
}

function ourLabel(score: TextScore, twoClasses: boolean): SentimentLabel {
  if (twoClasses) return sideOf(score.score ?? 0, 0);
  return score.label ?? 'neutral';
}

async function measurePeer(peer: PeerScorer, rows: readonly LabelledText[], twoClasses: boolean): Promise<ScorerFigures> {
  const start = performance.now();
  const scores: number[] = [];
  for (const row of rows) scores.push(await peer.score(row.text));
  const milliseconds = performance.now() - start;
  const predictions = rows.map((row, index) => ({
    gold: row.label,
    said: sideOf(scores[index] ?? 0, twoClasses ? 0 : peer.deadZone),
    score: scores[index] ?? 0,
    rating: row.rating,
  }));
  return figuresOf(peer.name, peer.version, predictions, milliseconds);
}

interface OwnFigures {
  readonly figures: ScorerFigures;
  readonly calibrationError: number;
  readonly coverage: readonly { readonly confidence: number; readonly coverage: number; readonly accuracy: number }[];
  readonly unsure: { readonly share: number; readonly accuracy: number; readonly accuracyOfSure: number };
}

const CONFIDENCES = [0, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9] as const;

function measureOurs(rows: readonly LabelledText[], entry: EvaluatedSet): OwnFigures {
  const twoClasses = entry.twoClasses === true;
  const start = performance.now();
  const scores = rows.map((row) => scoreText(row.text, entry.language, { explain: false }));
  const milliseconds = performance.now() - start;
  const predictions: Prediction[] = [];
  const confident: { confidence: number; right: boolean; unsure: boolean }[] = [];
  scores.forEach((score, index) => {
    const row = rows[index];
    if (!row) return;
    const said = ourLabel(score, twoClasses);
    predictions.push({ gold: row.label, said, score: score.score, rating: row.rating });
    if (!score.probabilities || score.label === null) return;
    const { negative, positive } = score.probabilities;
    const confidence = twoClasses ? Math.max(negative, positive) / (negative + positive) : score.probabilities[score.label];
    confident.push({ confidence, right: said === row.label, unsure: score.unsure });
  });
  const first = scores.find((score) => score.scorer !== 'none');
  const share = (list: readonly { readonly right: boolean }[]): number =>
    list.length === 0 ? 0 : list.filter((row) => row.right).length / list.length;
  const unsure = confident.filter((row) => row.unsure);
  return {
    figures: figuresOf(first?.scorer ?? 'none', first?.version ?? '0', predictions, milliseconds),
    calibrationError: calibrationErrorOf(confident),
    coverage: CONFIDENCES.map((confidence) => {
      const kept = confident.filter((row) => row.confidence >= confidence);
      return { confidence, coverage: kept.length / Math.max(1, rows.length), accuracy: share(kept) };
    }),
    unsure: {
      share: unsure.length / Math.max(1, confident.length),
      accuracy: share(unsure),
      accuracyOfSure: share(confident.filter((row) => !row.unsure)),
    },
  };
}

const STANCE_OF_LABEL: Readonly<Record<SentimentLabel, string>> = { positive: 'FAVOR', negative: 'AGAINST', neutral: 'NONE' };

interface StanceFigures {
  readonly set: string;
  readonly n: number;
  /** Mean F1 of FAVOR and AGAINST when a label is read as a stance. */
  readonly fromScore: number;
  readonly fromHumanSentiment: number;
  readonly majority: number;
}

function stanceF1(gold: readonly string[], said: readonly string[]): number {
  const one = (stance: string): number => {
    const own = gold.filter((value) => value === stance).length;
    const named = said.filter((value) => value === stance).length;
    const hits = gold.filter((value, index) => value === stance && said[index] === stance).length;
    return hits === 0 ? 0 : (2 * hits) / (own + named);
  };
  return (one('FAVOR') + one('AGAINST')) / 2;
}

/** How badly sentiment predicts stance: ours, and people's own sentiment labels, read as a stance. */
function measureStance(folder: string, set: string, part: string, language: 'en' | 'ar'): StanceFigures {
  const rows = readSet(folder, set, part, 'sentiment');
  const gold = rows.map((row) => (row.columns.get('stance') ?? '').toUpperCase());
  // The most common stance of each target, as the contest's own baseline has it.
  const targets = rows.map((row) => row.columns.get('target') ?? '');
  const counts = new Map<string, Map<string, number>>();
  gold.forEach((stance, index) => {
    const own = counts.get(targets[index] ?? '') ?? new Map<string, number>();
    own.set(stance, (own.get(stance) ?? 0) + 1);
    counts.set(targets[index] ?? '', own);
  });
  const majority = targets.map(
    (target) => [...(counts.get(target) ?? [])].sort((left, right) => right[1] - left[1])[0]?.[0] ?? '',
  );
  return {
    set: `${set} ${part}`,
    n: rows.length,
    fromScore: stanceF1(
      gold,
      rows.map((row) => STANCE_OF_LABEL[scoreText(row.text, language, { explain: false }).label ?? 'neutral']),
    ),
    fromHumanSentiment: stanceF1(
      gold,
      rows.map((row) => STANCE_OF_LABEL[row.label]),
    ),
    majority: stanceF1(gold, majority),
  };
}

/** How right the label is where original and machine translation are read alike, and where they are not. */
function measureReadings(folder: string, set: string, part: string): Evaluation['readings'][number] {
  const pairs = readSet(folder, set, part).flatMap(({ text, label, columns }) => {
    const original = scoreText(text, 'ar', { explain: false }).label;
    const translation = scoreText(columns.get('text_en') ?? '', 'en', { explain: false }).label;
    return original === null || translation === null ? [] : [{ label, original, translation }];
  });
  const alike = pairs.filter(({ original, translation }) => original === translation);
  const apart = pairs.filter(({ original, translation }) => original !== translation);
  const right = (list: typeof pairs, side: 'original' | 'translation'): number =>
    list.filter((pair) => pair[side] === pair.label).length / Math.max(1, list.length);
  return {
    set: `${set} ${part}`,
    n: pairs.length,
    agreeing: alike.length,
    rightAgreeing: right(alike, 'original'),
    rightOriginal: right(apart, 'original'),
    rightTranslation: right(apart, 'translation'),
  };
}

const CASES = join(process.cwd(), 'tests', 'nlp', 'failure-kinds');
/** Sentences of our own by language: the folder that holds a file for each kind. */
const KINDS = [
  { language: 'en', folder: CASES },
  { language: 'ar', folder: join(CASES, 'ar') },
] as const;

/** The kinds of a folder by name, those that nothing was mended for last. */
function kindsOf(folder: string): string[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'))
    .sort();
  return [...names.filter((name) => !name.startsWith('unseen')), ...names.filter((name) => name.startsWith('unseen'))];
}

async function measureKinds(): Promise<Evaluation['kinds']> {
  const all = KINDS.flatMap(({ language, folder }) => kindsOf(folder).map((kind) => ({ language, folder, kind })));
  return Promise.all(
    all.map(async ({ language, folder, kind }) => {
      const cases: readonly { readonly text: string; readonly label: SentimentLabel }[] = JSON.parse(
        readFileSync(join(folder, `${kind}.json`), 'utf8'),
      );
      const ours = cases.filter(
        (row) => (scoreText(row.text, language, { explain: false }).label ?? 'neutral') === row.label,
      ).length;
      const wink = await Promise.all(
        cases.map(async (row) => sideOf(await WINK_OWN.score(row.text), WINK_OWN.deadZone) === row.label),
      );
      return { language, kind, n: cases.length, ours, wink: wink.filter(Boolean).length };
    }),
  );
}

function percent(interval: Interval): string {
  return `${(interval.value * 100).toFixed(1)} (${(interval.low * 100).toFixed(1)} to ${(interval.high * 100).toFixed(1)})`;
}

function correlation(interval: Interval | null): string {
  return interval === null ? '' : `${interval.value.toFixed(3)} (${interval.low.toFixed(3)} to ${interval.high.toFixed(3)})`;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Puts text between the two comments that name a block of docs/scoring.md. */
function fillBlock(page: string, name: string, text: string): string {
  const open = `<!-- ${name} -->`;
  const close = `<!-- /${name} -->`;
  const from = page.indexOf(open);
  const to = page.indexOf(close);
  return from < 0 || to < 0 ? page : `${page.slice(0, from + open.length)}\n${text}\n${page.slice(to)}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, peers: { type: 'string' }, date: { type: 'string' }, write: { type: 'boolean' } },
  });
  const data = values.data;
  if (!data) throw new Error('Needed: --data DIR, the folder of the data sets (lib/nlp/train/README.md names them).');
  const loaded = values.peers ? await loadPeers(values.peers) : { peers: [], missing: [] };
  for (const name of loaded.missing) console.log(`left out: ${name}`);

  const sets: { title: string; scorers: ScorerFigures[]; own: OwnFigures }[] = [];
  for (const entry of SETS) {
    if (!hasSet(data, entry.set, entry.part)) {
      console.log(`not there: ${entry.set}/${entry.part}`);
      continue;
    }
    const rows = readSet(data, entry.set, entry.part, entry.labelColumn ?? 'label');
    const own = measureOurs(rows, entry);
    if (own.figures.scored === 0) continue;
    const scorers = [own.figures];
    if (entry.language === 'en') {
      for (const peer of [WINK_OWN, ...loaded.peers]) scorers.push(await measurePeer(peer, rows, entry.twoClasses === true));
    }
    sets.push({ title: entry.title, scorers, own });
    console.log(entry.title);
    for (const figures of scorers) {
      console.log(
        `  ${figures.scorer} ${figures.version}: accuracy ${percent(figures.accuracy)}, macro-recall ${percent(figures.macroRecall)}, macro-F1 ${percent(figures.macroF1)}, r ${correlation(figures.pearson)}, ${figures.msPerThousand.toFixed(0)} ms per 1,000`,
      );
    }
    console.log(
      `  calibration error ${(own.calibrationError * 100).toFixed(1)} %, unsure ${(own.unsure.share * 100).toFixed(1)} %`,
    );
  }
  const kinds = await measureKinds();
  for (const row of kinds) console.log(`${row.language} ${row.kind}: ${row.ours} of ${row.n} (wink-nlp ${row.wink})`);
  const stance = [
    ...(hasSet(data, 'semeval2016t6', 'test') ? [measureStance(data, 'semeval2016t6', 'test', 'en')] : []),
    ...(hasSet(data, 'mawqif', 'train') ? [measureStance(data, 'mawqif', 'train', 'ar')] : []),
  ];
  for (const row of stance) console.log(JSON.stringify(row));
  const readings = hasSet(data, 'semeval2017t4_ar', 'test') ? [measureReadings(data, 'semeval2017t4_ar', 'test')] : [];
  for (const row of readings) console.log(JSON.stringify(row));
  if (!values.write) return;

  const measured = values.date ?? new Date().toISOString().slice(0, 10);
  const report: Evaluation = {
    measured,
    resamples: RESAMPLES,
    sets: sets.map(({ title, scorers, own }) => ({
      title,
      scorers,
      calibrationError: own.calibrationError,
      coverage: [...own.coverage],
      unsure: own.unsure,
    })),
    kinds,
    stance,
    readings,
  };
  writeFileSync(join(process.cwd(), 'lib', 'nlp', 'models', 'evaluation.json'), `${JSON.stringify(report, null, 1)}\n`);
  const page = join(process.cwd(), 'docs', 'scoring.md');
  let text = readFileSync(page, 'utf8');
  text = fillBlock(text, 'measured', `Measured on ${measured}; 95 % intervals from ${RESAMPLES} bootstrap resamples.`);
  text = fillBlock(
    text,
    'table',
    tableOf(
      ['Set', 'Scorer', 'n', 'Accuracy %', 'Macro-recall %', 'Macro-F1 %', 'Pearson r', 'ms per 1,000'],
      sets.flatMap(({ title, scorers }) =>
        scorers.map((figures) => [
          title,
          `${figures.scorer} ${figures.version}`,
          String(figures.n),
          percent(figures.accuracy),
          percent(figures.macroRecall),
          percent(figures.macroF1),
          correlation(figures.pearson),
          figures.msPerThousand.toFixed(0),
        ]),
      ),
    ),
  );
  const share = (value: number): string => (value * 100).toFixed(1);
  text = fillBlock(
    text,
    'calibration',
    tableOf(
      ['Set', 'Scorer', 'Calibration error %', 'Unsure %', 'Right when unsure %', 'Right when not %'],
      sets.map(({ title, own }) => [
        title,
        own.figures.scorer,
        share(own.calibrationError),
        share(own.unsure.share),
        share(own.unsure.accuracy),
        share(own.unsure.accuracyOfSure),
      ]),
    ),
  );
  text = fillBlock(
    text,
    'coverage',
    tableOf(
      ['Confidence at least', ...sets.map(({ title }) => `${title}: kept %, right %`)],
      CONFIDENCES.map((confidence, index) => [
        confidence.toFixed(2),
        ...sets.map(({ own }) => `${share(own.coverage[index]?.coverage ?? 0)}, ${share(own.coverage[index]?.accuracy ?? 0)}`),
      ]),
    ),
  );
  text = fillBlock(
    text,
    'kinds',
    tableOf(
      ['Language', 'Kind', 'Cases', 'Ours right', 'wink-nlp right'],
      kinds.map((row) => [row.language, row.kind, String(row.n), String(row.ours), String(row.wink)]),
    ),
  );
  text = fillBlock(
    text,
    'stance',
    tableOf(
      [
        'Set',
        'n',
        'Score read as stance',
        "People's sentiment labels read as stance",
        'Always the most common stance of the target',
      ],
      stance.map((row) => [row.set, String(row.n), share(row.fromScore), share(row.fromHumanSentiment), share(row.majority)]),
    ),
  );
  text = fillBlock(
    text,
    'readings',
    tableOf(
      ['Set', 'n', 'Read alike', 'Right when alike %', 'Original right when apart %', 'Translation right when apart %'],
      readings.map((row) => [
        row.set,
        String(row.n),
        String(row.agreeing),
        share(row.rightAgreeing),
        share(row.rightOriginal),
        share(row.rightTranslation),
      ]),
    ),
  );
  writeFileSync(page, text);
}

await main();
