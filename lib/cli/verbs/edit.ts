import { type RegisterVerb, valueOrStop } from '#lib/cli/door';
import { EDIT_FIELDS, editFromForm } from '#lib/core/statement/statement-edit';
import { editStatement } from '#lib/usecases/edit-statement';

function keyOf(field: string): string {
  return field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export const registerEdit: RegisterVerb = (program, door) => {
  const command = program
    .command('edit <id>')
    .description('Correct what is known of a statement. Its original text is fixed; an empty value takes one away.')
    .requiredOption('--by <name>', 'who corrects it')
    .requiredOption('--reason <text>', 'why; it stays in the log for good, so do not repeat the words or a name')
    .option('--camp <slug>', 'code the camp, as your own coding')
    .option('--json', 'answer as JSON');
  for (const field of EDIT_FIELDS) command.option(`--${field.replaceAll('_', '-')} <value>`, field.replaceAll('_', ' '));
  command
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s cli -- edit 0198a6c2 --said-on 2025-08-02 --locator "paragraph 27" --by nour --reason "date was in the caption"',
    )
    .action(async (id: string, options: Readonly<Record<string, string | boolean | undefined>>) => {
      const text = (name: string) => {
        const value = options[name];
        return typeof value === 'string' ? value : undefined;
      };
      const changes = editFromForm(Object.fromEntries(EDIT_FIELDS.map((field) => [field, text(keyOf(field))])));
      const outcome = valueOrStop(
        await door.withWorkspace((workspace) =>
          editStatement(workspace, { id, changes, camp: text('camp') ?? null, by: text('by'), reason: text('reason') }),
        ),
      );
      if (options['json'] === true) await door.writeJson(outcome);
      else {
        await door.write(`${id} ${outcome.changed.length === 0 ? 'unchanged' : `changed: ${outcome.changed.join(', ')}`}\n`);
        if (outcome.isCampDisputed) door.say('Its camp is disputed now: coders differ. Adjudicate it.');
      }
    });
};
