import { type RegisterVerb, valueOrStop } from '#lib/cli/door';
import { changeStatementStatus, STATUS_CHANGES, type StatusChange } from '#lib/usecases/change-statement-status';

const WORDS: Readonly<Record<StatusChange, string>> = {
  withhold: 'Take a statement off every page, chart, file and search; it can be restored.',
  delete: 'Remove a statement; it can be restored. To remove every trace of it, use purge.',
  restore: 'Bring back a statement that was withheld or deleted.',
};

/** The verbs `withhold`, `delete` and `restore`. */
export const registerStatementStatus: RegisterVerb = (program, door) => {
  for (const change of STATUS_CHANGES) {
    program
      .command(`${change} <id>`)
      .description(WORDS[change])
      .requiredOption('--by <name>', 'who does it')
      .requiredOption('--reason <text>', 'why; it stays in the log for good, so do not repeat the words or a name')
      .option('--json', 'answer as JSON')
      .addHelpText('after', `\nExample:\n  npm run -s cli -- ${change} 0198a6c2 --by nour --reason "the family asked for it"`)
      .action(async (id: string, options: { by: string; reason: string; json?: boolean }) => {
        const outcome = valueOrStop(
          await door.withWorkspace((workspace) =>
            changeStatementStatus(workspace, { id, change, by: options.by, reason: options.reason }),
          ),
        );
        if (options.json === true) await door.writeJson(outcome);
        else {
          await door.write(`${id} ${outcome.changed ? 'is now' : 'was already'} ${outcome.status}\n`);
          if (change !== 'restore' && outcome.linked.length > 0) {
            door.say(`Still published, and marked as copies of it or it of them: ${outcome.linked.join(', ')}`);
          }
        }
      });
  }
};
