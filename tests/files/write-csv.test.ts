import { describe, expect, it } from 'vitest';
import { CSV_FLAVOURS } from '#lib/core/csv/csv-line';
import type { Column } from '#lib/core/csv/statement-columns';
import { byteStream } from '#lib/files/byte-stream';
import { csvChunks, jsonLineChunks } from '#lib/files/write-csv';

interface Row {
  readonly text: string;
  readonly score: number | null;
}
const columns: readonly Column<Row, { readonly prefix: string }>[] = [
  { name: 'text', type: 'string', description: 'Text.', write: (row, { prefix }) => prefix + row.text },
  { name: 'score', type: 'number', description: 'Score.', write: (row) => row.score },
];
const rows: readonly Row[] = [
  { text: 'العدالة', score: -0.5 },
  { text: 'b"\n', score: null },
];
const none = { prefix: '' };

async function whole(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

describe('csvChunks', () => {
  it('writes a header and the rows in the flavour asked for', async () => {
    expect(await whole(csvChunks(rows, columns, none, CSV_FLAVOURS.data))).toBe('"text","score"\n"العدالة",-0.5\n"b""\n",\n');
    expect(await whole(csvChunks(rows, columns, { prefix: '=' }, CSV_FLAVOURS.excel))).toBe(
      `\uFEFF"text","score"\r\n"'=العدالة",-0.5\r\n"'=b""\n",\r\n`,
    );
  });

  it('writes the header where there is no row', async () => {
    expect(await whole(csvChunks([], columns, none, CSV_FLAVOURS.data))).toBe('"text","score"\n');
  });

  it('reads rows only as fast as they are taken', async () => {
    let read = 0;
    function* endless(): Generator<Row> {
      for (;;) {
        read += 1;
        yield { text: 'x'.repeat(1000), score: 1 };
      }
    }
    const chunks = csvChunks(endless(), columns, none, CSV_FLAVOURS.data);
    expect((await chunks.next()).done).toBe(false);
    // 64 Ki units in lines of 1,005: 66 rows and no more.
    expect(read).toBe(66);
    await chunks.return();
    expect(read).toBe(66);
  });

  it('takes rows that arrive one by one', async () => {
    async function* arriving(): AsyncGenerator<Row> {
      yield* rows;
    }
    expect(await whole(csvChunks(arriving(), columns, none, CSV_FLAVOURS.data))).toBe(
      await whole(csvChunks(rows, columns, none, CSV_FLAVOURS.data)),
    );
  });
});

describe('jsonLineChunks', () => {
  it('writes one object a row', async () => {
    expect(await whole(jsonLineChunks(rows, columns, none))).toBe(
      '{"text":"العدالة","score":-0.5}\n{"text":"b\\"\\n","score":null}\n',
    );
  });
});

describe('byteStream', () => {
  it('streams UTF-8', async () => {
    expect(
      await new Response(byteStream(csvChunks(rows, columns, none, CSV_FLAVOURS.excel)))
        .arrayBuffer()
        .then((b) => [...new Uint8Array(b).slice(0, 3)]),
    ).toEqual([0xef, 0xbb, 0xbf]);
    expect(await new Response(byteStream(csvChunks(rows, columns, none, CSV_FLAVOURS.data))).text()).toContain('العدالة');
  });

  it('ends the making when the reader goes away', async () => {
    let ended = false;
    async function* chunks(): AsyncGenerator<string> {
      try {
        for (;;) yield 'x';
      } finally {
        ended = true;
      }
    }
    const reader = byteStream(chunks()).getReader();
    await reader.read();
    await reader.cancel();
    expect(ended).toBe(true);
  });
});
