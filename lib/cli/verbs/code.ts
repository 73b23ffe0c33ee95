import { type RegisterVerb, valueOrStop } from '#lib/cli/door';
import { codingFromForm } from '#lib/core/codings/coding-input';
import { addCoder } from '#lib/usecases/add-coder';
import { listEvents } from '#lib/usecases/list-events';
import { submitCoding } from '#lib/usecases/submit-coding';
import { withdrawCoding } from '#lib/usecases/withdraw-coding';

interface CodeOptions {
  readonly event?: string;
  readonly coder: string;
  readonly newCoder?: boolean;
  readonly statement?: string;
  readonly variable?: string;
  readonly code?: string;
  readonly confidence?: string;
  readonly rationale?: string;
  readonly round?: string;
  readonly codebookVersion?: string;
  readonly withdraw?: string;
  readonly json?: boolean;
}

export const registerCode: RegisterVerb = (program, door) => {
  program
    .command('code')
    .description("Give one coder's judgement of one statement, or take one back.")
    .option('--event <slug>', 'the event; the newest one when left out')
    .requiredOption('--coder <name>', 'who codes')
    .option('--new-coder', 'make a coder of the name if there is none')
    .option('--statement <id>', 'the statement')
    .option('--variable <key>', 'such as stance.rapprochement')
    .option('--code <key>', 'such as favor')
    .option('--confidence <number>', '1 unsure, 2 fairly sure, 3 sure')
    .option('--rationale <text>', 'why')
    .option('--round <number>', 'a second thought is round 2')
    .option('--codebook-version <number>', 'the version that was read; the newest when left out')
    .option('--withdraw <coding>', 'take back this coding of your own instead')
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      `
Example:
  npm run -s cli -- code --coder nour --new-coder --statement seed-dm25-p25-1 --variable stance.rapprochement --code against`,
    )
    .action(async (options: CodeOptions) => {
      await door.withWorkspace(async (workspace) => {
        const eventSlug = options.event ?? (await listEvents(workspace))[0]?.slug ?? '';
        if (options.withdraw !== undefined) {
          const taken = valueOrStop(
            await withdrawCoding(workspace, {
              eventSlug,
              codingId: options.withdraw,
              coder: options.coder,
              reason: options.rationale ?? null,
            }),
          );
          if (options.json === true) await door.writeJson(taken);
          else await door.write(`${taken.id} ${taken.changed ? 'withdrawn' : 'was withdrawn before'}\n`);
          return;
        }
        if (options.newCoder === true) valueOrStop(await addCoder(workspace, { name: options.coder }));
        const coding = codingFromForm({
          statement: options.statement,
          variable: options.variable,
          code: options.code,
          coder: options.coder,
          codebook_version: options.codebookVersion,
          round: options.round,
          confidence: options.confidence,
          rationale: options.rationale,
        });
        const given = valueOrStop(await submitCoding(workspace, { eventSlug, coding }));
        if (options.json === true) await door.writeJson(given);
        else
          await door.write(
            `${given.id} ${given.created ? 'added' : 'already here'}: ${given.variable} = ${given.code}, round ${given.round}\n`,
          );
      });
    });
};
