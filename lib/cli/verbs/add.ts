import { readFileSync } from 'node:fs';
import { EXIT, type RegisterVerb, Stop, valueOrStop } from '#lib/cli/door';
import { STATEMENT_FIELDS, statementFromForm } from '#lib/core/statement/statement-input';
import { scorerAgreementSentence } from '#lib/i18n/agreement-sentence';
import { reliability } from '#lib/i18n/en/reliability';
import { addStatement } from '#lib/usecases/add-statement';
import { getCheckedScorers, scorerAnswers, scorersOfNewScore } from '#lib/usecases/get-scorer-agreement';

/** `--said-on` for the field `said_on`. */
function flagOf(field: string): string {
  return `--${field.replaceAll('_', '-')} <value>`;
}

function keyOf(field: string): string {
  return field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function readInput(file: string): string {
  try {
    return readFileSync(file === '-' ? process.stdin.fd : file, 'utf8');
  } catch {
    throw new Stop(`${file} cannot be read. Check the path.`, EXIT.usage);
  }
}

function readRecord(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Stop('The file is not JSON. It must hold one object, as POST /api/events/<slug>/statements takes it.', EXIT.usage);
  }
}

export const registerAdd: RegisterVerb = (program, door) => {
  const command = program
    .command('add')
    .description('Add one statement, from options or from a JSON file.')
    .requiredOption('--event <slug>', 'the event')
    .option('--file <path>', 'JSON of one statement; - reads stdin')
    .option('--save-similar', 'save even when a similar statement is here')
    .option('--json', 'answer as JSON');
  for (const field of STATEMENT_FIELDS) command.option(flagOf(field), field.replaceAll('_', ' '));
  command
    .addHelpText(
      'after',
      `
Example:
  npm run -s cli -- add --event damascus-moscow-2025 --text "We need the veto lifted." --camp pragmatic \\
    --stance favor --confidence 2 --attribution direct --coder nour`,
    )
    .action(async (options: Record<string, string | boolean | undefined>) => {
      const text = (name: string) => {
        const value = options[name];
        return typeof value === 'string' ? value : undefined;
      };
      const file = text('file');
      const statement =
        file === undefined
          ? statementFromForm(Object.fromEntries(STATEMENT_FIELDS.map((field) => [field, text(keyOf(field))])))
          : readRecord(readInput(file));
      const eventSlug = text('event') ?? '';
      const { id, created, score, scorers } = await door.withWorkspace(async (workspace) => {
        const added = valueOrStop(
          await addStatement(workspace, { eventSlug, statement, saveSimilar: options['saveSimilar'] === true }),
        );
        const checked = valueOrStop(await getCheckedScorers(workspace, { eventSlug }));
        return { ...added, scorers: scorersOfNewScore(checked, added.score) };
      });
      if (options['json'] === true) await door.writeJson({ id, created, score, scorers: scorerAnswers(scorers) });
      else {
        const agreement = scorers.map((each) => ` (${scorerAgreementSentence(reliability, 'en', each)})`).join('');
        await door.write(`${id} ${created ? 'added' : 'already here'}, score ${score?.score ?? 'none'}${agreement}\n`);
      }
    });
};
