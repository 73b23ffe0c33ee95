import { Option } from 'commander';
import { type Door, EXIT, type RegisterVerb, Stop, valueOrStop } from '#lib/cli/door';
import type { TextScore } from '#lib/core/score';
import { BrokenFile, type ScoredRow, scoreFile } from '#lib/nlp/score-file';
import { createScoringService } from '#lib/nlp/scoring-service';

interface ScoreOptions {
  readonly lang: string;
  readonly json?: boolean;
  readonly file?: string;
  readonly column: string;
  readonly jsonl?: boolean;
  readonly explain?: boolean;
  readonly quoted: 'include' | 'exclude';
  readonly event?: string;
}

/** What stands next to a score: how far its scorer agrees with the coders of an event. */
interface NextToScore {
  readonly answer: (score: TextScore) => { readonly scorers?: readonly unknown[] };
  readonly sentence: (score: TextScore) => string | null;
}

/** Scoring needs no database, so nothing is known of any coders until an event is named. */
const NO_EVENT: NextToScore = { answer: () => ({}), sentence: () => null };

async function agreementIn(door: Door, eventSlug: string): Promise<NextToScore> {
  // Most of the program, which a score without an event need not wait for.
  const { getCheckedScorers, scorerAnswers, scorersOfNewScore } = await import('#lib/usecases/get-scorer-agreement');
  const { scorerAgreementSentence } = await import('#lib/i18n/agreement-sentence');
  const { reliability } = await import('#lib/i18n/en/reliability');
  const checked = await door.withWorkspace(async (workspace) => valueOrStop(await getCheckedScorers(workspace, { eventSlug })));
  return {
    answer: (score) => ({ scorers: scorerAnswers(scorersOfNewScore(checked, score)) }),
    sentence: (score) => {
      const [agreement] = scorersOfNewScore(checked, score);
      return agreement === undefined ? null : scorerAgreementSentence(reliability, 'en', agreement);
    },
  };
}

/** A scored row as one object: the file's other columns as they were, then what the scorer says. */
function scoredLine({ row, columns, score }: ScoredRow, nextTo: NextToScore, withEvidence: boolean): string {
  const { evidence, ...said } = score;
  return `${JSON.stringify({ row, columns: Object.fromEntries(columns), ...said, flags: evidence.flags, known_share: evidence.knownShare, ...nextTo.answer(score), ...(withEvidence ? { evidence } : {}) })}\n`;
}

/** So many characters are written at a time. */
const CHUNK = 64 * 1024;

async function scoreWholeFile(door: Door, path: string, nextTo: NextToScore, options: ScoreOptions): Promise<void> {
  const isExplained = options.explain === true;
  const rows = valueOrStop(
    await scoreFile({
      path,
      column: options.column,
      language: options.lang,
      options: { explain: isExplained, quoted: options.quoted },
    }),
  );
  let count = 0;
  let chunk = '';
  try {
    for await (const row of rows) {
      count += 1;
      chunk += scoredLine(row, nextTo, isExplained);
      if (chunk.length < CHUNK) continue;
      await door.write(chunk);
      chunk = '';
    }
  } catch (cause) {
    if (!(cause instanceof BrokenFile)) throw cause;
    await door.write(chunk);
    throw new Stop(`${cause.message} (${count} rows scored)`);
  }
  await door.write(chunk);
  door.say(`${count} rows scored`);
}

export const registerScore: RegisterVerb = (program, door) => {
  program
    .command('score')
    .description('Score the wording of a text; nothing is stored.')
    .argument('[text]', 'the text')
    .option('--lang <tag>', 'en, ar, another BCP 47 tag, or auto', 'auto')
    .option('--json', 'answer as JSON, with the evidence')
    .option('--file <path>', 'score every row of a file instead: tab-separated, or comma-separated when its name ends in .csv')
    .option('--column <name>', 'the column that holds the text', 'text')
    .option('--jsonl', 'one JSON object a row, in order (the only form that files have)')
    .option('--explain', 'with --file: the evidence of each row too')
    .option('--event <slug>', 'say next to the score how far its scorer agrees with the coders of that event')
    .addOption(
      new Option('--quoted <way>', "whether words between quotation marks count, which may be another speaker's")
        .choices(['include', 'exclude'])
        .default('include'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  npm run -s cli -- score "The sanctions were lifted."\n  npm run -s cli -- score "تسقط موسكو" --lang ar --json',
    )
    .action(async (text: string | undefined, options: ScoreOptions) => {
      const { event } = options;
      const inEvent = async () => (event === undefined ? NO_EVENT : await agreementIn(door, event));
      if (options.file !== undefined) {
        await scoreWholeFile(door, options.file, await inEvent(), options);
        return;
      }
      if (text === undefined) throw new Stop('Say which text: score "The sanctions were lifted."', EXIT.usage);
      const nextTo = await inEvent();
      const scoring = createScoringService({ root: door.root });
      try {
        const score = await scoring.score(text, options.lang, { quoted: options.quoted });
        if (options.json === true) {
          await door.writeJson({ ...score, ...nextTo.answer(score) });
          return;
        }
        const said =
          score.score === null
            ? `not scored (${score.reason})`
            : `${score.score} ${score.label}${score.unsure ? ' (unsure)' : ''}`;
        await door.write(`${said}\n`);
        for (const token of score.evidence.tokens) {
          if (token.contribution !== 0)
            await door.write(`  ${token.contribution.toFixed(3).padStart(7)}  ${token.text}  ${token.marks.join(' ')}\n`);
        }
        const agreement = nextTo.sentence(score);
        if (agreement !== null) await door.write(`Scores by ${score.scorer}: ${agreement}.\n`);
        door.say(`${score.scorer} ${score.version}, read as ${score.language}`);
        if (event === undefined) door.say('How far it agrees with the coders of an event is said with --event <slug>.');
      } finally {
        await scoring.close();
      }
    });
};
