import { type RegisterVerb, valueOrStop } from '#lib/cli/door';
import { namedWords, signed } from '#lib/cli/score-change-lines';
import { listEvents } from '#lib/usecases/list-events';
import { rescoreEvent } from '#lib/usecases/rescore-event';

interface RescoreOptions {
  readonly event?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const registerRescore: RegisterVerb = (program, door) => {
  program
    .command('rescore')
    .description('Score the texts of an event by the current scorers; older scores stay beside the new ones.')
    .option('--event <slug>', 'the event; every event when left out')
    .option('--dry-run', 'say what would move and by which words, write nothing')
    .option('--json', 'answer as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s cli -- rescore --dry-run')
    .action(async (options: RescoreOptions) => {
      await door.withWorkspace(async (workspace) => {
        const slugs = options.event === undefined ? (await listEvents(workspace)).map(({ slug }) => slug) : [options.event];
        for (const eventSlug of slugs) {
          const outcome = valueOrStop(
            await rescoreEvent(workspace, { eventSlug, isDryRun: options.dryRun === true, actor: 'terminal' }),
          );
          if (options.json === true) await door.writeJson({ event: eventSlug, ...outcome });
          else {
            await door.write(
              `${eventSlug}: ${outcome.rescored} texts scored again, ${outcome.unchanged} already by these versions, ${outcome.moved.length} moved\n`,
            );
            for (const move of outcome.moved)
              await door.write(
                `  ${move.statementId} ${move.reads}: ${signed(move.from)} to ${signed(move.to)}: ${namedWords(move.words)}\n`,
              );
          }
        }
      });
    });
};
