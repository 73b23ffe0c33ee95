import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BrokenForm, boundaryOf, formParts } from '#lib/files/multipart';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(body: Uint8Array, boundary: string, size: number) {
  const parts: { name: string; fileName: string | null; bytes: Buffer }[] = [];
  for await (const { name, fileName, chunks } of formParts(inPieces(body, size), boundary)) {
    const pieces: Uint8Array[] = [];
    for await (const chunk of chunks) pieces.push(Buffer.from(chunk));
    parts.push({ name, fileName, bytes: Buffer.concat(pieces) });
  }
  return parts;
}

describe('formParts', () => {
  test('reads what a browser sends, in pieces of any size', async () => {
    const form = new FormData();
    form.append('event', 'damascus');
    form.append('file', new File(['text\r\n--x\nقول\r\n'], 'ردود.csv', { type: 'text/csv' }));
    form.append('by', '');
    const request = new Request('http://x/', { method: 'POST', body: form });
    const boundary = boundaryOf(request.headers.get('content-type') ?? '') ?? '';
    const body = new Uint8Array(await request.arrayBuffer());
    for (const size of [1, 7, 64, 100_000]) {
      const parts = await read(body, boundary, size);
      expect(parts.map(({ name, fileName, bytes }) => [name, fileName, bytes.toString('utf8')])).toEqual([
        ['event', null, 'damascus'],
        ['file', 'ردود.csv', 'text\r\n--x\nقول\r\n'],
        ['by', null, ''],
      ]);
    }
  });

  test('gives any bytes back as they were sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 50 }), async (bytes, size) => {
        const head = Buffer.from('--b0undary\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n');
        const body = Buffer.concat([head, bytes, Buffer.from('\r\n--b0undary--\r\n')]);
        const [part] = await read(body, 'b0undary', size);
        expect(part?.bytes).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 200 },
    );
  });

  test('passes over a part that nobody reads', async () => {
    const body = Buffer.from(
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name="c"\r\n\r\n2\r\n--b--',
    );
    const names: string[] = [];
    for await (const { name } of formParts(inPieces(body, 5), 'b')) names.push(name);
    expect(names).toEqual(['a', 'c']);
  });

  test.each(['', '--b', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nhalf', '--b\r\nno end of headers'])(
    'refuses a form that breaks off (%j)',
    async (text) => {
      await expect(read(Buffer.from(text), 'b', 4)).rejects.toThrow(BrokenForm);
    },
  );
});

describe('boundaryOf', () => {
  test.each([
    ['multipart/form-data; boundary=----WebKit1', '----WebKit1'],
    ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
    ['application/json', null],
    ['multipart/form-data', null],
  ])('%s', (header, boundary) => {
    expect(boundaryOf(header)).toBe(boundary);
  });
});
