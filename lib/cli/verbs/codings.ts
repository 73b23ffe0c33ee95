import { type Door, EXIT, fileOrStop, problemLines, type RegisterVerb, rowsRejected, Stop, valueOrStop } from '#lib/cli/door';
import { CSV_FLAVOURS, type CsvFlavourName } from '#lib/core/csv/csv-line';
import { exportCodings, exportDiagnosis } from '#lib/usecases/export-codings';
import { importCodings } from '#lib/usecases/import-codings';
import { listEvents } from '#lib/usecases/list-events';

interface CodingsOptions {
  readonly event?: string;
  readonly variable?: string;
  readonly format: string;
  readonly flavour: string;
  readonly lang: string;
  readonly pseudonyms?: boolean;
  readonly diagnosis?: boolean;
}

interface ImportOptions {
  readonly event?: string;
  readonly by: string;
  readonly newCoders?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

function isFlavour(name: string): name is CsvFlavourName {
  return Object.hasOwn(CSV_FLAVOURS, name);
}

async function write(door: Door, options: CodingsOptions): Promise<void> {
  const { format, flavour, lang } = options;
  if (format !== 'csv' && format !== 'jsonl') {
    throw new Stop(`There is no format "${format}". Use --format csv or --format jsonl.`, EXIT.usage);
  }
  if (!isFlavour(flavour)) throw new Stop(`There is no flavour "${flavour}". Use --flavour excel or --flavour data.`, EXIT.usage);
  if (lang !== 'en' && lang !== 'ar') throw new Stop(`There are no labels in "${lang}". Use --lang en or --lang ar.`, EXIT.usage);
  await door.withWorkspace(async (workspace) => {
    const eventSlug = options.event ?? (await listEvents(workspace))[0]?.slug ?? '';
    const coders = options.pseudonyms === true ? 'pseudonyms' : 'names';
    const file = valueOrStop(
      options.diagnosis === true
        ? await exportDiagnosis(workspace, { eventSlug, flavour, coders, variable: options.variable ?? null })
        : await exportCodings(workspace, { eventSlug, format, flavour, language: lang, coders }),
    );
    for await (const chunk of file.chunks) await door.write(chunk);
  });
}

async function read(door: Door, path: string, options: ImportOptions): Promise<void> {
  const open = await fileOrStop(path);
  const outcome = await door.withWorkspace(async (workspace) =>
    valueOrStop(
      await importCodings(workspace, {
        eventSlug: options.event ?? (await listEvents(workspace))[0]?.slug ?? '',
        open,
        by: options.by,
        newCoders: options.newCoders === true,
        dryRun: options.dryRun === true,
      }),
    ),
  );
  for (const { row, problems } of outcome.rejected) {
    door.say(`row ${row}: ${problemLines({ kind: 'invalid', fields: problems })}`);
  }
  if (outcome.rejected.some(({ problems }) => problems.some(({ code }) => code === 'unknown_coder'))) {
    door.say('Names that are no coders yet become some with --new-coders.');
  }
  if (options.json === true) await door.writeJson({ ...outcome, dryRun: options.dryRun === true });
  else {
    await door.write(
      `${options.dryRun === true ? 'would be added' : 'added'}: ${outcome.added}, unchanged: ${outcome.unchanged}, ` +
        `withdrawn elsewhere: ${outcome.withdrawn}, rejected: ${outcome.rejected.length}\n`,
    );
  }
  if (outcome.rejected.length > 0) throw rowsRejected(outcome.rejected.length);
}

export const registerCodings: RegisterVerb = (program, door) => {
  const command = program.command('codings').description('Write all codings of an event, one row a coding, or bring codings in.');
  command
    .command('export', { isDefault: true })
    .description('Write the codings to stdout.')
    .option('--event <slug>', 'the event; the newest one when left out')
    .option('--diagnosis', 'which codings entered each coefficient: unit, coder, code for R or for "reliability --file"')
    .option('--variable <key>', 'for --diagnosis: one variable')
    .option('--pseudonyms', 'tell coders by pseudonym')
    .option('--format <format>', 'csv or jsonl', 'csv')
    .option('--flavour <flavour>', 'excel (with byte order mark and formula guard) or data (without)', 'data')
    .option('--lang <language>', 'language of the labels: en or ar', 'en')
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s cli -- codings export --diagnosis --variable stance.rapprochement > shared.csv',
    )
    .action((options: CodingsOptions) => write(door, options));
  command
    .command('import <file>')
    .description(
      'Bring in codings from CSV: statement, variable, code, coder; also codebook_version, round, confidence, rationale.',
    )
    .option('--event <slug>', 'the event; the newest one when left out')
    .requiredOption('--by <name>', 'who imports, for the log')
    .option('--new-coders', 'make coders of names that are none yet')
    .option('--dry-run', 'check everything and write nothing')
    .option('--json', 'answer as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s cli -- codings import codings.csv --by hala --new-coders --dry-run')
    .action((path: string, options: ImportOptions) => read(door, path, options));
};
