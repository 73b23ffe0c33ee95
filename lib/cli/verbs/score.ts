import { Option } from 'commander';
import { type Door, EXIT, type RegisterVerb, Stop, valueOrStop } from '#lib/cli/door';
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
}

/** A scored row as one object: the file's other columns as they were, then what the scorer says. */
function scoredLine({ row, columns, score }: ScoredRow, withEvidence: boolean): string {
  const { evidence, ...said } = score;
  return `${JSON.stringify({ row, columns: Object.fromEntries(columns), ...said, flags: evidence.flags, known_share: evidence.knownShare, ...(withEvidence ? { evidence } : {}) })}\n`;
}

/** So many characters are written at a time. */
const CHUNK = 64 * 1024;

async function scoreWholeFile(door: Door, path: string, options: ScoreOptions): Promise<void> {
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
      chunk += scoredLine(row, isExplained);
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
      if (options.file !== undefined) {
        await scoreWholeFile(door, options.file, options);
        return;
      }
      if (text === undefined) throw new Stop('Say which text: score "The sanctions were lifted."', EXIT.usage);
      const scoring = createScoringService({ root: door.root });
      try {
        const score = await scoring.score(text, options.lang, { quoted: options.quoted });
        if (options.json === true) {
          await door.writeJson(score);
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
        door.say(`${score.scorer} ${score.version}, read as ${score.language}`);
      } finally {
        await scoring.close();
      }
    });
};
