import { EXIT, type RegisterVerb, Stop } from '#lib/cli/door';
import { createScoringService } from '#lib/nlp/scoring-service';

interface ScoreOptions {
  readonly lang: string;
  readonly json?: boolean;
}

export const registerScore: RegisterVerb = (program, door) => {
  program
    .command('score')
    .description('Score the wording of a text; nothing is stored.')
    .argument('[text]', 'the text')
    .option('--lang <tag>', 'en, ar, another BCP 47 tag, or auto', 'auto')
    .option('--json', 'answer as JSON, with the evidence')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run -s cli -- score "The sanctions were lifted."\n  npm run -s cli -- score "تسقط موسكو" --lang ar --json',
    )
    .action(async (text: string | undefined, options: ScoreOptions) => {
      if (text === undefined) throw new Stop('Say which text: score "The sanctions were lifted."', EXIT.usage);
      const scoring = createScoringService({ root: door.root });
      try {
        const score = await scoring.score(text, options.lang);
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
