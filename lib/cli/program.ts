import { Command } from 'commander';
import type { Door, RegisterVerb } from '#lib/cli/door';
import { registerAdd } from '#lib/cli/verbs/add';
import { registerCode } from '#lib/cli/verbs/code';
import { registerCodebook } from '#lib/cli/verbs/codebook';
import { registerCodings } from '#lib/cli/verbs/codings';
import { registerCompareScores } from '#lib/cli/verbs/compare-scores';
import { registerDoctor } from '#lib/cli/verbs/doctor';
import { registerDuplicates } from '#lib/cli/verbs/duplicates';
import { registerEdit } from '#lib/cli/verbs/edit';
import { registerEvents } from '#lib/cli/verbs/events';
import { registerExport } from '#lib/cli/verbs/export';
import { registerImport } from '#lib/cli/verbs/import';
import { registerPurge } from '#lib/cli/verbs/purge';
import { registerReliability } from '#lib/cli/verbs/reliability';
import { registerRescore } from '#lib/cli/verbs/rescore';
import { registerScore } from '#lib/cli/verbs/score';
import { registerSeed } from '#lib/cli/verbs/seed';
import { registerStatementStatus } from '#lib/cli/verbs/statement-status';
import { registerStats } from '#lib/cli/verbs/stats';
import { VERSION } from '#lib/core/version';

/** Every verb of the terminal door. */
const VERBS: readonly RegisterVerb[] = [
  registerSeed,
  registerAdd,
  registerScore,
  registerImport,
  registerExport,
  registerStats,
  registerRescore,
  registerCompareScores,
  registerCode,
  registerCodings,
  registerCodebook,
  registerReliability,
  registerEdit,
  registerStatementStatus,
  registerPurge,
  registerDuplicates,
  registerEvents,
  registerDoctor,
];

/** The terminal door with all its verbs. */
export function createProgram(door: Door): Command {
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
  return program;
}
