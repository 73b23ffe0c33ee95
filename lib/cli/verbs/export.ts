import { writeFile } from 'node:fs/promises';
import { EXIT, type RegisterVerb, Stop, valueOrStop } from '#lib/cli/door';
import { CSV_FLAVOURS, type CsvFlavourName } from '#lib/core/csv/csv-line';
import { columnLabels } from '#lib/i18n/column-labels';
import { exportPackage, type PackageRequest } from '#lib/usecases/export-package';
import { exportStatements } from '#lib/usecases/export-statements';
import { listEvents } from '#lib/usecases/list-events';

interface ExportOptions {
  readonly event?: string;
  readonly camp?: string;
  readonly stance?: string;
  readonly filter?: string;
  readonly format: string;
  readonly flavour: string;
  readonly lang: string;
  readonly out?: string;
}

function isFlavour(name: string): name is CsvFlavourName {
  return Object.hasOwn(CSV_FLAVOURS, name);
}

export const registerExport: RegisterVerb = (program, door) => {
  program
    .command('export')
    .description('Write the statements of an event to stdout.')
    .option('--event <slug>', 'the event; the newest one when left out')
    .option('--camp <slugs>', 'camps, with commas between them')
    .option('--stance <codes>', 'stances, with commas between them')
    .option('--filter <query>', 'any filter as in the address of a page, such as "camp=pragmatic&stance=favor"')
    .option('--format <format>', 'csv, jsonl, or package: a zip of all tables with codebook, citation and README', 'csv')
    .option('--out <path>', 'write to this file instead of stdout; a package needs it')
    .option('--flavour <flavour>', 'excel (with byte order mark and formula guard) or data (without)', 'excel')
    .option('--lang <language>', 'language of the labels: en or ar', 'en')
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s cli -- export --camp victims_families,pragmatic --flavour data > statements.csv\n  npm run -s cli -- export --format package --out package.zip',
    )
    .action(async (options: ExportOptions) => {
      const { format, flavour, lang } = options;
      if (format !== 'csv' && format !== 'jsonl' && format !== 'package')
        throw new Stop(`There is no format "${format}". Use --format csv, --format jsonl or --format package.`, EXIT.usage);
      if (format === 'package' && options.out === undefined)
        throw new Stop('A package is a zip: say where it goes with --out package.zip.', EXIT.usage);
      if (!isFlavour(flavour))
        throw new Stop(`There is no flavour "${flavour}". Use --flavour excel or --flavour data.`, EXIT.usage);
      if (lang !== 'en' && lang !== 'ar')
        throw new Stop(`There are no labels in "${lang}". Use --lang en or --lang ar.`, EXIT.usage);
      const query = new URLSearchParams(options.filter ?? '');
      if (options.camp !== undefined) query.append('camp', options.camp);
      if (options.stance !== undefined) query.append('stance', options.stance);
      await door.withWorkspace(async (workspace) => {
        const eventSlug = options.event ?? (await listEvents(workspace))[0]?.slug ?? '';
        const request: Omit<PackageRequest, 'homepage' | 'readmeLabels'> = {
          eventSlug,
          query,
          language: lang,
          labels: columnLabels(lang),
        };
        const file =
          format === 'package'
            ? valueOrStop(await exportPackage(workspace, { ...request, readmeLabels: columnLabels('en'), homepage: null }))
            : valueOrStop(await exportStatements(workspace, { ...request, format, flavour }));
        if (options.out === undefined) for await (const chunk of file.chunks) await door.write(chunk.toString());
        else await writeFile(options.out, file.chunks);
        door.say(`${file.count} statements of ${eventSlug}`);
      });
    });
};
