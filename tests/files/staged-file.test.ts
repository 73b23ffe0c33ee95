import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  isAbandoned,
  readStaged,
  removeStaged,
  restage,
  type StagedMeta,
  stagedFilesHolding,
  stageFile,
  touchStaged,
  writeStagedMeta,
} from '#lib/files/staged-file';

async function staged(text: string, state: StagedMeta['state']): Promise<string> {
  const id = randomUUID();
  onTestFinished(() => removeStaged(id));
  async function* chunks() {
    yield new TextEncoder().encode(text);
  }
  const laid = await stageFile(id, chunks(), new Date());
  const meta = { event: 'e', fileName: 'f.csv', by: 'x', encoding: null, delimiter: null, mapping: null, state };
  await writeStagedMeta(id, { ...meta, ...laid });
  return id;
}

async function known(id: string) {
  const file = await readStaged(id);
  if (file === null) throw new Error('not staged');
  return file;
}

describe('isAbandoned', () => {
  test('a file in work is abandoned once nothing is heard of it, and only then', async () => {
    const id = await staged('text\na\n', 'started');
    const now = Date.now();
    expect(isAbandoned(await known(id), new Date(now + 5_000))).toBe(false);
    expect(isAbandoned(await known(id), new Date(now + 60_000))).toBe(true);
    await touchStaged(id, new Date(now + 55_000));
    expect(isAbandoned(await known(id), new Date(now + 60_000))).toBe(false);
    const waiting = await staged('text\na\n', 'staged');
    expect(isAbandoned(await known(waiting), new Date(now + 3_600_000))).toBe(false);
  });
});

describe('restage', () => {
  test('takes the file up under another id', async () => {
    const id = await staged('text\na\n', 'started');
    const newId = randomUUID();
    onTestFinished(() => removeStaged(newId));
    await restage(await known(id), newId);
    expect(await readStaged(id)).toBeNull();
    expect((await known(newId)).meta).toMatchObject({ fileName: 'f.csv', state: 'staged' });
  });
});

describe('stagedFilesHolding', () => {
  test('finds a text in a cell, and in a row that cannot be read as cells', async () => {
    const secret = `She said "${randomUUID()}" there.`;
    const quoted = `"${secret.replaceAll('"', '""')}"`;
    const inCell = await staged(`text,camp\n${quoted},a\n`, 'staged');
    const inBroken = await staged(`text,camp\n${quoted},a,one too many\n`, 'staged');
    const other = await staged('text,camp\nnothing,a\n', 'staged');
    const holding = await stagedFilesHolding([secret]);
    expect(holding).toContain(inCell);
    expect(holding).toContain(inBroken);
    expect(holding).not.toContain(other);
  });
});
