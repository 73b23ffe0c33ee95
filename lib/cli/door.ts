import { constants, existsSync } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Problem } from '#lib/core/problem';
import { localFile } from '#lib/files/local-file';
import type { OpenFile } from '#lib/files/read-text';
import { counted } from '#lib/i18n/en/counted';
import { importing } from '#lib/i18n/en/import';
import { problems } from '#lib/i18n/en/problems';
import { problemSentence } from '#lib/i18n/problem-sentence';
import type { Workspace } from '#lib/usecases/workspace';

/** 0 done, 1 failed, 2 called wrongly, 3 done but rows were rejected. */
export const EXIT = { done: 0, failed: 1, usage: 2, rejectedRows: 3 } as const;

/** Ends a verb with a sentence on stderr and an exit code. */
export class Stop extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number = EXIT.failed) {
    super(message);
    this.name = 'Stop';
    this.exitCode = exitCode;
  }
}

/** Ends a verb that is done but for some rows. */
export function rowsRejected(count: number): Stop {
  return new Stop(`${counted(count, 'row was', 'rows were')} rejected.`, EXIT.rejectedRows);
}

/** What a verb is handed by the terminal door. */
export interface Door {
  /** The project's folder. */
  readonly root: string;
  /** Data, to stdout; waits when the reader is slow. */
  write(text: string): Promise<void>;
  writeJson(value: unknown): Promise<void>;
  /** Talk, to stderr. */
  say(line: string): void;
  /** Opens the database that the settings name, brings it up to date, runs the work and closes it. */
  withWorkspace<T>(work: (workspace: Workspace) => Promise<T>): Promise<T>;
  /** Opens a database file that need not be there yet. */
  readonly databaseFile: () => Promise<string>;
}

/** Adds one verb to the program. */
export type RegisterVerb = (program: Command, door: Door) => void;

/** What is wrong with a field, and what to do. Of the words only these are loaded: all of them would take a tenth of a second of every start. */
export function fieldSentence(problem: Parameters<typeof problemSentence>[1]): string {
  return problemSentence({ problems, import: importing }, problem);
}

/** The sentences of a problem, one a line, for people at a terminal. */
export function problemLines(problem: Problem): string {
  switch (problem.kind) {
    case 'invalid':
      return problem.fields.map((field) => `${field.field}: ${fieldSentence(field)}`).join('\n');
    case 'not_found':
      return `There is no ${problem.what} "${problem.id}" here.`;
    case 'conflict': {
      const sentence = fieldSentence({
        code: problem.code,
        ...(problem.seen === undefined ? {} : { seen: problem.seen }),
        ...(problem.params === undefined ? {} : { params: problem.params }),
      });
      const ids = [problem.existingId, ...(problem.similar ?? []).map(({ id }) => id)].filter((id) => id !== undefined);
      return ids.length === 0 ? sentence : `${sentence} (${ids.join(', ')})`;
    }
    case 'busy':
      return 'The database is busy with another process. Try again in a moment.';
  }
}

/** The value of a result, or the end of the verb with the problem's sentences. */
export function valueOrStop<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem },
): T {
  if (result.ok) return result.value;
  throw new Stop(problemLines(result.problem));
}

/** A file of this machine that can be read more than once, or the end of the verb. */
export async function fileOrStop(path: string, exitCode: number = EXIT.failed): Promise<OpenFile> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) throw new Stop(`${path} is a folder, and a file is needed. Check the path.`, exitCode);
  if (found !== null && !found.isFile()) throw new Stop(`${path} can be read only once. Save it to a file first.`, exitCode);
  const isReadable = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!isReadable) throw new Stop(`${path} cannot be read. Check the path.`, exitCode);
  return localFile(path);
}

/** The door that the process's own environment and streams make. */
export function createDoor(root: string): Door {
  const databaseFile = async () => {
    const { parseSettings } = await import('#lib/core/settings');
    const settings = parseSettings(process.env);
    if (!settings.ok) throw new Stop(settings.problem.join('\n'), EXIT.usage);
    return resolve(root, settings.value.databaseFile);
  };
  // A write tells itself that it failed; a stream that nobody listens to would end the process with a trace.
  process.stdout.on('error', () => undefined);
  const write = (text: string) =>
    new Promise<void>((done, fail) => {
      process.stdout.write(text, (error) => {
        if (error === undefined || error === null) done();
        else fail(error);
      });
    });
  const say = (line: string) => {
    process.stderr.write(`${line}\n`);
  };
  return {
    root,
    write,
    writeJson: (value) => write(`${JSON.stringify(value, null, 2)}\n`),
    say,
    databaseFile,
    withWorkspace: async (work) => {
      const file = await databaseFile();
      if (!existsSync(file))
        throw new Stop(`There is no database at ${file} yet. Run "npm start" or "npm run -s cli -- seed" first.`);
      // Opening a database reads most of the program, which a verb about a file alone need not wait for.
      const { closeWorkspace, openWorkspace } = await import('#lib/usecases/open-workspace');
      const { migrateDatabase } = await import('#lib/db/migrate-database');
      const { refreshSearch } = await import('#lib/usecases/refresh-search');
      const { copy } = await migrateDatabase(root, file);
      if (copy !== null) say(`Copied the database to ${copy} before bringing it up to date.`);
      const workspace = openWorkspace(file);
      try {
        const indexed = await refreshSearch(workspace);
        if (indexed > 0) say(`Wrote the search index of ${indexed} statements anew.`);
        return await work(workspace);
      } finally {
        await closeWorkspace(workspace);
      }
    },
  };
}

/** The sentence and exit code of what a verb ended with; null for a fault that must be seen whole. */
export async function endingOf(error: unknown): Promise<{ readonly message: string; readonly exitCode: number } | null> {
  if (error instanceof Stop) return { message: error.message, exitCode: error.exitCode };
  const { MigrationRefused } = await import('#lib/db/migrate-database');
  const { DatabaseBusy } = await import('#lib/db/database-failure');
  if (error instanceof MigrationRefused || error instanceof DatabaseBusy)
    return { message: error.message, exitCode: EXIT.failed };
  return null;
}
