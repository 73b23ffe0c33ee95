import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type Door, EXIT, type RegisterVerb, Stop, valueOrStop } from '#lib/cli/door';
import { slugFrom } from '#lib/core/events/event-input';
import { SOURCE_FIELDS, sourceFromForm } from '#lib/core/events/source-input';
import { addCamp } from '#lib/usecases/add-camp';
import { addTarget } from '#lib/usecases/add-target';
import type { ChangedEvent } from '#lib/usecases/check-event-change';
import { createEvent } from '#lib/usecases/create-event';
import { editCamp } from '#lib/usecases/edit-camp';
import { editEvent } from '#lib/usecases/edit-event';
import { getEvent } from '#lib/usecases/get-event';
import { listEvents } from '#lib/usecases/list-events';
import { listSources } from '#lib/usecases/list-sources';
import { saveSource } from '#lib/usecases/save-source';

type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

function text(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

function both(options: Options, name: string) {
  return { en: text(options, name), ar: text(options, `${name}Ar`) };
}

function readJsonFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? process.stdin.fd : file, 'utf8'));
  } catch (error) {
    const isJson = error instanceof SyntaxError;
    throw new Stop(isJson ? `${file} is not JSON.` : `${file} cannot be read. Check the path.`, EXIT.usage);
  }
}

/** `Label: definition`, or `slug=Label: definition`. */
function campOf(written: string, role: 'compared' | 'context') {
  const [, slug, label = '', definition = ''] = /^(?:([a-z0-9_]+)=)?([^:]*):?(.*)$/su.exec(written) ?? [];
  return {
    slug: slug ?? slugFrom(label, '_'),
    label: { en: label.trim() },
    definition: { en: definition.trim() },
    role,
  };
}

function listOf(options: Options, name: string): readonly string[] {
  const value = options[name];
  return typeof value === 'object' ? value : [];
}

function withNote(command: Command): Command {
  return command
    .requiredOption('--by <name>', 'who does it')
    .requiredOption('--reason <text>', 'why; it stays in the log for good')
    .option('--json', 'answer as JSON');
}

async function sayChange(door: Door, options: Options, changed: ChangedEvent): Promise<void> {
  if (options['json'] === true) await door.writeJson(changed);
  else {
    await door.write(
      `${changed.slug} ${changed.changed ? 'changed' : 'unchanged'}, codebook version ${changed.codebookVersion}\n`,
    );
  }
}

/** What a file has instead of options, or what the options say. */
function given(options: Options, fromOptions: () => unknown): unknown {
  const file = text(options, 'file');
  return file === undefined ? fromOptions() : readJsonFile(file);
}

/** The verbs `event list`, `event create` and `event edit`. */
const registerEvent: RegisterVerb = (program, door) => {
  const event = program.command('event').description('List, make and correct events.');
  event
    .command('list')
    .description('Every event with its count of statements.')
    .option('--json', 'answer as JSON')
    .action(async (options: Options) => {
      const events = await door.withWorkspace((workspace) => listEvents(workspace));
      if (options['json'] === true) await door.writeJson(events);
      else
        for (const { slug, heldOn, statements, title } of events)
          await door.write(`${slug}\t${heldOn}\t${statements}\t${title.en}\n`);
    });
  event
    .command('create')
    .description('Make an event with its first target, its camps and its codebook.')
    .option('--file <path>', 'JSON of the event instead of options; - reads stdin')
    .option('--slug <slug>', 'name in addresses; made of the title when left out')
    .option('--title <text>', 'title in English')
    .option('--title-ar <text>', 'title in Arabic')
    .option('--date <date>', 'when it took place, such as 2025-07-31')
    .option('--description <text>', 'neutral description in English')
    .option('--description-ar <text>', 'the same in Arabic')
    .option('--proposition <text>', 'the proposition that stances are towards, in English')
    .option('--proposition-ar <text>', 'the same in Arabic')
    .option('--target <slug>', 'name of the target in files')
    .option('--camp <camps...>', 'camps that are compared, each as "Label: definition" or "slug=Label: definition"')
    .option('--context <camps...>', 'camps that are context only, written the same way')
    .requiredOption('--by <name>', 'who makes it')
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      `
Example:
  npm run -s cli -- event create --title "Port agreement" --date 2025-09-01 --proposition "The port should be leased." \\
    --camp "Dock workers: Those who work in the port." "Traders: Those who trade through it." --by nour`,
    )
    .action(async (options: Options) => {
      const input = given(options, () => ({
        slug: text(options, 'slug'),
        title: both(options, 'title'),
        heldOn: text(options, 'date'),
        description: both(options, 'description'),
        targets: [{ slug: text(options, 'target'), proposition: both(options, 'proposition') }],
        camps: [
          ...listOf(options, 'camp').map((camp) => campOf(camp, 'compared')),
          ...listOf(options, 'context').map((camp) => campOf(camp, 'context')),
        ],
      }));
      const made = valueOrStop(
        await door.withWorkspace((workspace) => createEvent(workspace, { event: input, by: text(options, 'by') })),
      );
      if (options['json'] === true) await door.writeJson(made);
      else await door.write(`${made.slug} made with the camps ${made.camps.join(', ')}\n`);
    });
  withNote(event.command('edit <slug>'))
    .description('Correct title, date or description of an event.')
    .option('--title <text>', 'title in English')
    .option('--title-ar <text>', 'title in Arabic')
    .option('--date <date>', 'when it took place')
    .option('--description <text>', 'description in English')
    .option('--description-ar <text>', 'description in Arabic')
    .action(async (slug: string, options: Options) => {
      await door.withWorkspace(async (workspace) => {
        const { event: now } = valueOrStop(await getEvent(workspace, slug));
        const words = {
          title: { en: text(options, 'title') ?? now.title.en, ar: text(options, 'titleAr') ?? now.title.ar },
          heldOn: text(options, 'date') ?? now.heldOn,
          description: {
            en: text(options, 'description') ?? now.description.en,
            ar: text(options, 'descriptionAr') ?? now.description.ar,
          },
        };
        const note = { by: text(options, 'by'), reason: text(options, 'reason') };
        await sayChange(door, options, valueOrStop(await editEvent(workspace, { eventSlug: slug, words, ...note })));
      });
    });
};

/** The verbs `camp add`, `camp edit` and `target add`. */
const registerCamps: RegisterVerb = (program, door) => {
  const camp = program.command('camp').description('Add and correct the camps of an event.');
  const campOptions = (command: Command) =>
    withNote(command)
      .option('--label <text>', 'label in English')
      .option('--label-ar <text>', 'label in Arabic')
      .option('--definition <text>', 'who belongs to it, in English')
      .option('--definition-ar <text>', 'the same in Arabic')
      .option('--role <role>', 'compared or context')
      .option('--self-named <answer>', 'yes when its members use the name themselves, no when they do not');
  campOptions(camp.command('add <event>'))
    .description('Add a camp; the next version of the codebook is published with it.')
    .option('--slug <slug>', 'name in files; made of the label when left out')
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s cli -- camp add damascus-moscow-2025 --label Traders --definition "Those who trade." --by nour --reason "a new source"',
    )
    .action(async (eventSlug: string, options: Options) => {
      const input = {
        slug: text(options, 'slug'),
        label: both(options, 'label'),
        definition: both(options, 'definition'),
        role: text(options, 'role'),
        selfNamed: text(options, 'selfNamed'),
      };
      const note = { by: text(options, 'by'), reason: text(options, 'reason') };
      const changed = await door.withWorkspace((workspace) => addCamp(workspace, { eventSlug, camp: input, ...note }));
      await sayChange(door, options, valueOrStop(changed));
    });
  campOptions(camp.command('edit <event> <camp>'))
    .description('Correct a camp. A new definition makes its codings stale unless only its wording changes.')
    .option('--wording-only', 'the definition means the same as before')
    .action(async (eventSlug: string, slug: string, options: Options) => {
      await door.withWorkspace(async (workspace) => {
        const { event } = valueOrStop(await getEvent(workspace, eventSlug));
        const now = event.camps.find((each) => each.slug === slug);
        if (now === undefined) throw new Stop(`There is no camp "${slug}" in this event.`);
        const words = {
          label: { en: text(options, 'label') ?? now.label.en, ar: text(options, 'labelAr') ?? now.label.ar },
          definition: {
            en: text(options, 'definition') ?? now.definition.en,
            ar: text(options, 'definitionAr') ?? now.definition.ar,
          },
          role: text(options, 'role') ?? now.role,
          selfNamed: text(options, 'selfNamed') ?? now.selfNamed,
        };
        const note = { by: text(options, 'by'), reason: text(options, 'reason') };
        const isWordingOnly = options['wordingOnly'] === true;
        const changed = await editCamp(workspace, { eventSlug, camp: slug, words, isWordingOnly, ...note });
        await sayChange(door, options, valueOrStop(changed));
      });
    });
  withNote(program.command('target').description('Add a target to an event.').command('add <event>'))
    .description('Add a proposition that stances are towards; its variable joins the codebook.')
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s cli -- target add damascus-moscow-2025 --proposition "Russia should keep its bases." --by nour',
    )
    .option('--slug <slug>', 'name in files; made of the proposition when left out')
    .option('--proposition <text>', 'the proposition in English')
    .option('--proposition-ar <text>', 'the same in Arabic')
    .action(async (eventSlug: string, options: Options) => {
      const target = { slug: text(options, 'slug'), proposition: both(options, 'proposition') };
      const note = { by: text(options, 'by'), reason: text(options, 'reason') };
      const changed = await door.withWorkspace((workspace) => addTarget(workspace, { eventSlug, target, ...note }));
      await sayChange(door, options, valueOrStop(changed));
    });
};

/** The verbs `source list`, `source add` and `source edit`. */
const registerSources: RegisterVerb = (program, door) => {
  const source = program.command('source').description('List, add and correct sources.');
  source
    .command('list <event>')
    .description('The sources of an event, with how many statements each has.')
    .addHelpText('after', '\nExample:\n  npm run -s cli -- source list damascus-moscow-2025 --json')
    .option('--json', 'answer as JSON')
    .action(async (eventSlug: string, options: Options) => {
      const { sources } = valueOrStop(await door.withWorkspace((workspace) => listSources(workspace, eventSlug)));
      if (options['json'] === true) await door.writeJson(sources);
      else {
        for (const { id, statements, outlet, title, url } of sources) {
          await door.write(`${id}\t${statements}\t${[outlet, title, url].filter((part) => part !== null).join(', ')}\n`);
        }
      }
    });
  const names = Object.keys(SOURCE_FIELDS);
  const keyOf = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const register = (command: Command, idOf: (given: string | undefined) => string | null) => {
    withNote(command);
    for (const name of names) command.option(`--${name.replaceAll('_', '-')} <value>`, name.replaceAll('_', ' '));
    command.action(async (first: string | Options, second?: Options) => {
      const options = typeof first === 'string' ? (second ?? {}) : first;
      const id = idOf(typeof first === 'string' ? first : undefined);
      const record = sourceFromForm(Object.fromEntries(names.map((name) => [name, text(options, keyOf(name))])));
      const note = { by: text(options, 'by'), reason: text(options, 'reason') };
      const saved = valueOrStop(await door.withWorkspace((workspace) => saveSource(workspace, { id, source: record, ...note })));
      if (options['json'] === true) await door.writeJson(saved);
      else await door.write(`${saved.id} ${saved.created ? 'added' : saved.changed ? 'changed' : 'unchanged'}\n`);
    });
  };
  register(source.command('add').description('Add a source.'), () => null);
  register(source.command('edit <id>').description('Correct a source, for all statements that have it.'), (id) => id ?? null);
};

/** The verbs about events, camps, targets and sources. */
export const registerEvents: RegisterVerb = (program, door) => {
  registerEvent(program, door);
  registerCamps(program, door);
  registerSources(program, door);
};
