import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { ENCODINGS } from '#lib/core/import/detect-encoding';
import { importMappingSchema } from '#lib/core/import/import-mapping';
import { isSilent } from '#lib/core/import/sign-of-life';
import { DELIMITERS } from '#lib/core/import/sniff-dialect';
import { localFile } from '#lib/files/local-file';
import { inspectFile, readRows } from '#lib/files/read-rows';
import type { OpenFile } from '#lib/files/read-text';

/** Largest file that is taken from a browser, in bytes. */
export const UPLOAD_LIMIT = 200 * 1024 * 1024;
/** A file that was never imported is kept this long. */
const KEPT_MS = 24 * 60 * 60 * 1000;

const meta = z.object({
  event: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  by: z.string(),
  /** Null until somebody chose: then guesses and remembered mappings hold. */
  encoding: z.enum(ENCODINGS).nullable(),
  delimiter: z.enum(DELIMITERS).nullable(),
  mapping: importMappingSchema.nullable(),
  /** How the import went as long as no batch tells it. */
  state: z.enum(['staged', 'started', 'nothing_new', 'refused', 'failed']),
});

/** What is known of a file that was sent and waits to be imported. */
export type StagedMeta = z.infer<typeof meta>;

/** A file that was sent and waits to be imported. */
export interface StagedFile {
  readonly id: string;
  readonly meta: StagedMeta;
  readonly open: OpenFile;
  /** When it was last written or said to be in work. */
  readonly touchedAt: Date;
}

const ID = /^[0-9a-f-]{36}$/;

function rootFolder(): string {
  return join(tmpdir(), `stanceboard-imports-${process.getuid?.() ?? 0}`);
}

function folderOf(id: string): string | null {
  return ID.test(id) ? join(rootFolder(), id) : null;
}

/** The file is larger than it may be. */
export class TooLargeToStage extends Error {
  override readonly name = 'TooLargeToStage';
}

/**
 * Lays a file into a folder that only this user can read, piece by piece, and removes files that are a day old.
 *
 * @throws {TooLargeToStage} above the limit; nothing of the file is kept.
 */
export async function stageFile(
  id: string,
  chunks: AsyncIterable<Uint8Array>,
  now: Date,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const folder = folderOf(id);
  if (folder === null) throw new Error(`${id} is no id of a staged file.`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeOldStaged(now);
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > UPLOAD_LIMIT) throw new TooLargeToStage();
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    await pipeline(counted(), createWriteStream(join(folder, 'file'), { mode: 0o600 }));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Writes what is known of a staged file, whole or not at all. */
export async function writeStagedMeta(id: string, value: StagedMeta): Promise<void> {
  const folder = folderOf(id);
  if (folder === null) throw new Error(`${id} is no id of a staged file.`);
  const draft = join(folder, 'meta.new');
  await writeFile(draft, JSON.stringify(value), { mode: 0o600 });
  await rename(draft, join(folder, 'meta.json'));
}

/** The staged file with that id; null when there is none (any more). */
export async function readStaged(id: string): Promise<StagedFile | null> {
  const folder = folderOf(id);
  if (folder === null) return null;
  try {
    const path = join(folder, 'meta.json');
    const parsed = meta.safeParse(JSON.parse(await readFile(path, 'utf8')));
    const { mtime } = await stat(path);
    return parsed.success ? { id, meta: parsed.data, open: localFile(join(folder, 'file')), touchedAt: mtime } : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether an import of this file was started by a process that is gone. */
export function isAbandoned({ meta: { state }, touchedAt }: StagedFile, now: Date): boolean {
  return state === 'started' && isSilent(touchedAt, now);
}

/** Notes that the file is in work. */
export async function touchStaged(id: string, now: Date): Promise<void> {
  const folder = folderOf(id);
  if (folder !== null) await utimes(join(folder, 'meta.json'), now, now);
}

/** Takes a staged file up anew under another id, as if it had just been sent. */
export async function restage({ id, meta: known }: StagedFile, newId: string): Promise<void> {
  const from = folderOf(id);
  const to = folderOf(newId);
  if (from === null || to === null) throw new Error(`${newId} is no id of a staged file.`);
  await rename(from, to);
  await writeStagedMeta(newId, { ...known, state: 'staged' });
}

/** Removes a staged file. */
export async function removeStaged(id: string): Promise<void> {
  const folder = folderOf(id);
  if (folder !== null) await rm(folder, { recursive: true, force: true });
}

/** Removes staged files that are a day old. */
export async function removeOldStaged(now: Date): Promise<void> {
  for (const id of await stagedIds()) {
    const folder = folderOf(id);
    if (folder === null) continue;
    const { mtimeMs } = await stat(folder);
    if (now.getTime() - mtimeMs > KEPT_MS) await rm(folder, { recursive: true, force: true });
  }
}

async function stagedIds(): Promise<readonly string[]> {
  try {
    return await readdir(rootFolder());
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * The ids of staged files in which a cell, or a row that could not be read as cells, holds one of the texts: they wait to be imported, or
 * for their rejected rows to be fetched.
 *
 * @param texts as they are stored: line ends are LF.
 */
export async function stagedFilesHolding(texts: readonly string[]): Promise<readonly string[]> {
  const holding: string[] = [];
  for (const id of await stagedIds()) {
    const staged = await readStaged(id);
    if (staged !== null && (await isHolding(staged.open, texts))) holding.push(id);
  }
  return holding;
}

async function isHolding(open: OpenFile, texts: readonly string[]): Promise<boolean> {
  const inspected = await inspectFile(open);
  if (!inspected.ok) return false;
  for await (const source of readRows(open, inspected.value)) {
    // A row that could not be cut into cells has its quotation marks still doubled.
    const cells = source.kind === 'row' ? source.cells.values() : [source.raw.replaceAll('""', '"')];
    for (const cell of cells) {
      const text = cell.replace(/\r\n?/g, '\n');
      if (texts.some((wanted) => text.includes(wanted))) return true;
    }
  }
  return false;
}
