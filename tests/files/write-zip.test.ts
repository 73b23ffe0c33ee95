import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { measuring, type ZipEntry, zipChunks } from '#lib/files/write-zip';

const MODIFIED = new Date(2025, 7, 15, 12);

async function zipOf(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipChunks(entries, MODIFIED)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('zipChunks', () => {
  it('writes files that unzip to what they were', async () => {
    async function* text(): AsyncGenerator<string> {
      yield 'العدالة\n';
      yield 'b';
    }
    const zip = await zipOf([
      { name: 'data/نص.csv', chunks: text() },
      { name: 'empty.txt', chunks: [] },
      { name: 'bytes', chunks: [Uint8Array.of(0, 255)] },
    ]);
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual(['data/نص.csv', 'empty.txt', 'bytes']);
    expect(new TextDecoder().decode(files['data/نص.csv'])).toBe('العدالة\nb');
    expect([...(files['bytes'] ?? [])]).toEqual([0, 255]);
    expect(files['empty.txt']).toHaveLength(0);
  });

  it('makes a later file of what an earlier one turned out to be', async () => {
    async function* entries(): AsyncGenerator<ZipEntry> {
      const { chunks, measured } = measuring(
        (async function* () {
          yield 'abc';
        })(),
      );
      yield { name: 'a', chunks };
      yield { name: 'b', chunks: [JSON.stringify(measured())] };
    }
    const files = unzipSync(await zipOf(entries()));
    const sha256 = createHash('sha256').update('abc').digest('hex');
    expect(JSON.parse(new TextDecoder().decode(files['b']))).toEqual({ bytes: 3, sha256 });
  });

  it('reads only as fast as it is read', async () => {
    let made = 0;
    function* endless(): Generator<Uint8Array> {
      for (;;) {
        made += 1;
        // Bytes that do not compress, so that output keeps pace with input.
        yield createHash('sha512').update(String(made)).digest();
      }
    }
    const chunks = zipChunks([{ name: 'a', chunks: endless() }], MODIFIED);
    let read = 0;
    while (read < 1_000_000) read += (await chunks.next()).value?.length ?? 0;
    await chunks.return();
    // 64 bytes a piece; what is held back is the compressor's window, not the file.
    expect(made * 64).toBeLessThan(1_400_000);
  });
});
