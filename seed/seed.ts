import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SeedFiles, seedFiles } from '#lib/core/seed-files';
import { type SeedOutcome, seedEvent } from '#lib/usecases/seed-event';
import type { Workspace } from '#lib/usecases/workspace';

/**
 * Reads and checks the data files of the first event.
 *
 * @throws ZodError naming the file's field that is not as it should be.
 */
export async function readSeedFiles(root: string): Promise<SeedFiles> {
  const read = (name: string) => readFile(join(root, 'seed', 'data', name), 'utf8');
  const statements = (await read('statements.jsonl')).split('\n').filter((line) => line.trim() !== '');
  return seedFiles.parse({
    event: JSON.parse(await read('event.json')),
    sources: JSON.parse(await read('sources.json')),
    speakers: JSON.parse(await read('speakers.json')),
    codebook: JSON.parse(await read('codebook.json')),
    statements: statements.map((line) => JSON.parse(line)),
  });
}

/** Seeds the first event; what is there already is left as it is. */
export async function seedFirstEvent(workspace: Workspace, root: string): Promise<SeedOutcome> {
  return seedEvent(workspace, await readSeedFiles(root));
}
