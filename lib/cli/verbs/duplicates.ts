import { EXIT, type RegisterVerb, Stop, valueOrStop } from '#lib/cli/door';
import { DUPLICATE_DECISIONS } from '#lib/core/duplicates/duplicate-decision';
import { decideDuplicate, undoDuplicate } from '#lib/usecases/decide-duplicate';
import { findDuplicates } from '#lib/usecases/find-duplicates';
import { listEvents } from '#lib/usecases/list-events';

interface DuplicatesOptions {
  readonly event?: string;
  readonly limit: string;
  readonly decide?: readonly string[];
  readonly undo?: readonly string[];
  readonly as?: string;
  readonly original?: string;
  readonly by?: string;
  readonly json?: boolean;
}

function twoIds(ids: readonly string[], option: string): readonly [string, string] {
  const [first, second, ...rest] = ids;
  if (first === undefined || second === undefined || rest.length > 0)
    throw new Stop(`${option} takes two ids of statements.`, EXIT.usage);
  return [first, second];
}

export const registerDuplicates: RegisterVerb = (program, door) => {
  program
    .command('duplicates')
    .description('List pairs of statements that look alike, or decide about one.')
    .option('--event <slug>', 'the event; the newest one when left out')
    .option('--limit <n>', 'at most so many pairs', '20')
    .option('--decide <ids...>', 'two ids to decide about; needs --as and --by')
    .option('--as <decision>', DUPLICATE_DECISIONS.join(', '))
    .option('--original <id>', 'the one that stays on the charts; the earlier one when left out')
    .option('--undo <ids...>', 'two ids whose decision is taken back; needs --by')
    .option('--by <name>', 'who decides')
    .option('--json', 'answer as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s cli -- duplicates --decide 0198a6c2 0198a6c3 --as repost --by nour')
    .action(async (options: DuplicatesOptions) => {
      const limit = Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1) throw new Stop('--limit takes a whole number from 1 up.', EXIT.usage);
      await door.withWorkspace(async (workspace) => {
        const eventSlug = options.event ?? (await listEvents(workspace))[0]?.slug ?? '';
        if (options.decide !== undefined) {
          const [first, second] = twoIds(options.decide, '--decide');
          const { original, copy, decision, changed } = valueOrStop(
            await decideDuplicate(workspace, {
              eventSlug,
              first,
              second,
              decision: options.as,
              original: options.original ?? null,
              by: options.by,
            }),
          );
          if (options.json === true) await door.writeJson({ original, copy, decision, changed });
          else await door.write(`${copy} is ${decision} of ${original}${changed ? '' : ' (as before)'}\n`);
        } else if (options.undo !== undefined) {
          const [first, second] = twoIds(options.undo, '--undo');
          const outcome = valueOrStop(await undoDuplicate(workspace, { eventSlug, first, second, by: options.by }));
          if (options.json === true) await door.writeJson(outcome);
          else await door.write(outcome.changed ? 'taken back\n' : 'there was no decision\n');
        } else {
          const { proposed, total, compared } = valueOrStop(await findDuplicates(workspace, { eventSlug, limit }));
          if (options.json === true) await door.writeJson({ total, compared, proposed });
          else {
            for (const { earlier, later, similarity, kind } of proposed) {
              await door.write(`${similarity}\t${kind}\t${earlier.id}\t${later.id}\n`);
            }
          }
          door.say(`${compared} statements compared, ${total} pairs to decide`);
        }
      });
    });
};
