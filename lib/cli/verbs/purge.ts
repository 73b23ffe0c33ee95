import { EXIT, type RegisterVerb, Stop, valueOrStop } from '#lib/cli/door';
import { type PurgeOutcome, purgeStatement } from '#lib/usecases/purge-statement';

interface PurgeOptions {
  readonly by: string;
  readonly reason: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const NAMES: readonly (readonly [keyof PurgeOutcome['counts'], string])[] = [
  ['statements', 'the statement itself'],
  ['translations', 'translations'],
  ['codings', 'codings'],
  ['adjudications', 'adjudications'],
  ['scores', 'scores'],
  ['resolvedCodes', 'resolved codes'],
  ['searchRows', 'rows of the search index'],
  ['sloganUses', 'uses of a slogan'],
  ['sampleItems', 'places in coding samples'],
  ['duplicatePairs', 'decisions about duplicates'],
  ['logDetails', 'details of log rows (the rows stay, with their hashes)'],
  ['drafts', 'kept form entries'],
  ['speakers', 'speaker whom no other statement has'],
  ['sources', 'source that no other statement has'],
  ['slogans', 'slogan that no other statement has'],
  ['unlinked', 'copies of it that stand alone afterwards (kept)'],
];

function linesOf({ counts, uploads }: PurgeOutcome): string {
  return [
    ...NAMES.map(([key, name]) => [counts[key], name] as const),
    [uploads, 'uploaded files that hold it and were kept for an import'] as const,
  ]
    .filter(([count]) => count > 0)
    .map(([count, name]) => `  ${String(count).padStart(4)}  ${name}\n`)
    .join('');
}

export const registerPurge: RegisterVerb = (program, door) => {
  program
    .command('purge <id>')
    .description('Remove a statement for good, from every table, index, log detail and byte of the file. Cannot be undone.')
    .requiredOption('--by <name>', 'who does it')
    .requiredOption('--reason <text>', 'why; it stays in the log for good, so do not repeat the words or a name')
    .option('--dry-run', 'say what would be removed and remove nothing')
    .option('--yes', 'really do it')
    .option('--json', 'answer as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s cli -- purge 0198a6c2 --by nour --reason "asked for by the family" --dry-run')
    .action(async (id: string, options: PurgeOptions) => {
      const isDryRun = options.dryRun === true || options.yes !== true;
      const outcome = valueOrStop(
        await door.withWorkspace((workspace) =>
          purgeStatement(workspace, { id, by: options.by, reason: options.reason, isDryRun }),
        ),
      );
      if (options.json === true) await door.writeJson(outcome);
      else await door.write(`${id}: ${outcome.purged ? 'removed' : 'would be removed'}\n${linesOf(outcome)}`);
      if (outcome.quotingReasons.length > 0) {
        door.say(`The reasons in log rows ${outcome.quotingReasons.join(', ')} repeat its words or its speaker's name and stay.`);
      }
      for (const copy of outcome.copies) door.say(`This copy still holds it; delete the file if that is what you want: ${copy}`);
      if (outcome.logEmptied === false) {
        door.say(
          'Another process is reading the database, so its write-ahead log still has old pages. Stop the server: it empties the log.',
        );
      }
      if (options.dryRun !== true && !outcome.purged) {
        throw new Stop('Nothing was removed. Say --yes to remove it for good, or --dry-run to only look.', EXIT.usage);
      }
    });
};
