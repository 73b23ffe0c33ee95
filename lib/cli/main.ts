import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { createDoor, EXIT, endingOf, type RegisterVerb } from '#lib/cli/door';
import { registerAdd } from '#lib/cli/verbs/add';
import { registerDoctor } from '#lib/cli/verbs/doctor';
import { registerExport } from '#lib/cli/verbs/export';
import { registerRescore } from '#lib/cli/verbs/rescore';
import { registerScore } from '#lib/cli/verbs/score';
import { registerSeed } from '#lib/cli/verbs/seed';
import { registerStats } from '#lib/cli/verbs/stats';
import { VERSION } from '#lib/core/version';

/** Every verb of the terminal door. */
const VERBS: readonly RegisterVerb[] = [
  registerSeed,
  registerAdd,
  registerScore,
  registerExport,
  registerStats,
  registerRescore,
  registerDoctor,
];

const root = join(import.meta.dirname, '..', '..');
const door = createDoor(root);
const program = new Command('stanceboard')
  .description('Compare how publics react to a political event. Data goes to stdout, talk to stderr.')
  .version(VERSION)
  .usage('<verb> [options]')
  .showSuggestionAfterError()
  .exitOverride()
  .addHelpText(
    'after',
    `
Examples:
  npm run -s cli -- stats
  npm run -s cli -- score "The sanctions were lifted." --json
  npm run -s cli -- export --camp pragmatic --flavour data > pragmatic.csv

Exit codes: 0 done, 1 failed, 2 called wrongly, 3 done but rows were rejected.`,
  );
for (const register of VERBS) register(program, door);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  } else if (error instanceof Error && 'code' in error && error.code === 'EPIPE') {
    // The reader (head, less) has seen enough.
    process.exitCode = EXIT.done;
  } else {
    const ending = endingOf(error);
    if (ending === null) throw error;
    door.say(ending.message);
    process.exitCode = ending.exitCode;
  }
}
