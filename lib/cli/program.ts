import { Command } from 'commander';
import type { Door, RegisterVerb } from '#lib/cli/door';
import { VERSION } from '#lib/core/version';

/** Every verb of the terminal door, by the file that registers it. */
const FILES: readonly { readonly verbs: readonly string[]; readonly load: () => Promise<RegisterVerb> }[] = [
  { verbs: ['seed'], load: async () => (await import('#lib/cli/verbs/seed')).registerSeed },
  { verbs: ['add'], load: async () => (await import('#lib/cli/verbs/add')).registerAdd },
  { verbs: ['score'], load: async () => (await import('#lib/cli/verbs/score')).registerScore },
  { verbs: ['import'], load: async () => (await import('#lib/cli/verbs/import')).registerImport },
  { verbs: ['export'], load: async () => (await import('#lib/cli/verbs/export')).registerExport },
  { verbs: ['stats'], load: async () => (await import('#lib/cli/verbs/stats')).registerStats },
  { verbs: ['rescore'], load: async () => (await import('#lib/cli/verbs/rescore')).registerRescore },
  { verbs: ['compare-scores'], load: async () => (await import('#lib/cli/verbs/compare-scores')).registerCompareScores },
  { verbs: ['code'], load: async () => (await import('#lib/cli/verbs/code')).registerCode },
  { verbs: ['codings'], load: async () => (await import('#lib/cli/verbs/codings')).registerCodings },
  { verbs: ['codebook'], load: async () => (await import('#lib/cli/verbs/codebook')).registerCodebook },
  { verbs: ['reliability'], load: async () => (await import('#lib/cli/verbs/reliability')).registerReliability },
  { verbs: ['edit'], load: async () => (await import('#lib/cli/verbs/edit')).registerEdit },
  {
    verbs: ['withhold', 'delete', 'restore'],
    load: async () => (await import('#lib/cli/verbs/statement-status')).registerStatementStatus,
  },
  { verbs: ['purge'], load: async () => (await import('#lib/cli/verbs/purge')).registerPurge },
  { verbs: ['duplicates'], load: async () => (await import('#lib/cli/verbs/duplicates')).registerDuplicates },
  { verbs: ['event', 'camp', 'target', 'source'], load: async () => (await import('#lib/cli/verbs/events')).registerEvents },
  { verbs: ['doctor'], load: async () => (await import('#lib/cli/verbs/doctor')).registerDoctor },
];

/**
 * The terminal door.
 *
 * @param only the verb that is called: the files of the others stay unread, which spares most of the start; all where it is no verb
 */
export async function createProgram(door: Door, only?: string): Promise<Command> {
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
  const called = FILES.filter(({ verbs }) => only !== undefined && verbs.includes(only));
  for (const { load } of called.length === 0 ? FILES : called) (await load())(program, door);
  return program;
}
