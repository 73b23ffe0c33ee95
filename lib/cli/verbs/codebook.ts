import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Door, EXIT, type RegisterVerb, Stop, valueOrStop } from '#lib/cli/door';
import { CSV_FLAVOURS, type CsvFlavourName } from '#lib/core/csv/csv-line';
import { exportCodebook } from '#lib/usecases/export-codebook';
import { getCodebook } from '#lib/usecases/get-codebook';
import { CODEBOOK_FORMATS, type CodebookFormat, importCodebook } from '#lib/usecases/import-codebook';
import { listEvents } from '#lib/usecases/list-events';

interface ExportOptions {
  readonly event?: string;
  readonly codebookVersion?: string;
  readonly format: string;
  readonly flavour: string;
}

interface ImportOptions {
  readonly event?: string;
  readonly by: string;
  readonly basedOn?: string;
  readonly format?: string;
  readonly sameMeaning?: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

function isFormat(name: string): name is CodebookFormat {
  return CODEBOOK_FORMATS.some((format) => format === name);
}

function isFlavour(name: string): name is CsvFlavourName {
  return Object.hasOwn(CSV_FLAVOURS, name);
}

function formatOf(name: string): CodebookFormat {
  if (!isFormat(name)) throw new Stop(`There is no format "${name}". Use --format ${CODEBOOK_FORMATS.join(', ')}.`, EXIT.usage);
  return name;
}

function versionOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Stop(`"${text}" is no version. Give its number, such as 1.`, EXIT.usage);
  return Number(text);
}

/** `stance.x/favor` is a code, `stance.x` alone the variable's question. */
function partOf(text: string): { readonly variable: string; readonly code: string | null } {
  const [variable = '', code] = text.split('/');
  return { variable, code: code ?? null };
}

async function write(door: Door, options: ExportOptions): Promise<void> {
  const format = formatOf(options.format);
  const { flavour } = options;
  if (!isFlavour(flavour)) throw new Stop(`There is no flavour "${flavour}". Use --flavour excel or --flavour data.`, EXIT.usage);
  const version = versionOf(options.codebookVersion);
  await door.withWorkspace(async (workspace) => {
    const eventSlug = options.event ?? (await listEvents(workspace))[0]?.slug ?? '';
    const file = valueOrStop(await exportCodebook(workspace, { eventSlug, version, format, flavour }));
    await door.write(file.text);
  });
}

async function read(door: Door, path: string, options: ImportOptions): Promise<void> {
  const format = formatOf(options.format ?? extname(path).slice(1).toLowerCase());
  const text = await readFile(path, 'utf8').catch(() => Promise.reject(new Stop(`${path} cannot be read.`)));
  await door.withWorkspace(async (workspace) => {
    const eventSlug = options.event ?? (await listEvents(workspace))[0]?.slug ?? '';
    const current = valueOrStop(await getCodebook(workspace, { eventSlug })).version.number;
    const published = valueOrStop(
      await importCodebook(workspace, {
        eventSlug,
        text,
        format,
        basedOn: versionOf(options.basedOn) ?? current,
        by: options.by,
        sameMeaning: (options.sameMeaning ?? []).map(partOf),
        dryRun: options.dryRun === true,
      }),
    );
    if (options.json === true) {
      await door.writeJson(published);
      return;
    }
    const { changes, version, staleCodings } = published;
    for (const { variable, kind, codes } of changes.variables) {
      if (kind !== 'same') await door.write(`${kind}: ${variable}\n`);
      for (const code of codes.filter((one) => kind === 'changed' && one.kind !== 'same')) {
        await door.write(`  ${code.kind}: ${code.code}${code.meaningChanged ? ' (another meaning)' : ''}\n`);
      }
    }
    await door.write(
      published.published
        ? `published as version ${version}; ${staleCodings} codings are stale\n`
        : `nothing was published; version ${version} stays${changes.changed ? `, ${staleCodings} codings would be stale` : ''}\n`,
    );
  });
}

export const registerCodebook: RegisterVerb = (program, door) => {
  const command = program
    .command('codebook')
    .description('Write a codebook as Markdown, CSV or JSON, or publish the next version from one.');
  command
    .command('export', { isDefault: true })
    .description('Write the codebook to stdout.')
    .option('--event <slug>', 'the event; the newest one when left out')
    .option('--codebook-version <number>', 'the version; the newest when left out')
    .option('--format <format>', 'md, csv or json', 'md')
    .option('--flavour <flavour>', 'of the CSV: excel or data', 'data')
    .addHelpText('after', '\nExample:\n  npm run -s cli -- codebook export --format md > CODEBOOK.md')
    .action((options: ExportOptions) => write(door, options));
  command
    .command('import <file>')
    .description('Publish what the file holds as the next version.')
    .option('--event <slug>', 'the event; the newest one when left out')
    .requiredOption('--by <name>', 'who publishes, for the log')
    .option('--based-on <number>', 'the version that was edited; another one here is a conflict')
    .option('--format <format>', 'md, csv or json; the ending of the name when left out')
    .option('--same-meaning <parts...>', 'what changed in wording only: stance.x for its question, stance.x/favor for a code')
    .option('--dry-run', 'say what would change and write nothing')
    .option('--json', 'answer as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s cli -- codebook import CODEBOOK.md --by hala --dry-run')
    .action((path: string, options: ImportOptions) => read(door, path, options));
};
