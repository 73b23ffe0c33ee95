import { describe, expect, it } from 'vitest';
import { CSV_FLAVOURS } from '#lib/core/csv/csv-line';
import type { Column } from '#lib/core/csv/statement-columns';
import type { SourceRow } from '#lib/core/import/plan-import';
import { byteStream } from '#lib/files/byte-stream';
import { inspectFile, readRows } from '#lib/files/read-rows';
import { csvChunks } from '#lib/files/write-csv';

function fileOf(content: string | Uint8Array, pieceBytes = 7) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return async function* () {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  };
}

async function read(content: string | Uint8Array) {
  const open = fileOf(content);
  const inspected = await inspectFile(open);
  if (!inspected.ok) return inspected.problem;
  const rows: SourceRow[] = [];
  for await (const row of readRows(open, inspected.value)) rows.push(row);
  return {
    encoding: inspected.value.encoding,
    headers: inspected.value.headers,
    rows: rows.map((row) => (row.kind === 'row' ? [row.row, ...row.cells.values()] : [row.row, row.code, row.raw])),
  };
}

const utf16 = (text: string) =>
  Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8])]);

describe('readRows', () => {
  it('reads a file in any of its encodings', async () => {
    const expected = { headers: ['id', 'text'], rows: [[2, '1', 'العدالة أولا']] };
    const text = 'id,text\r\n1,العدالة أولا\r\n';
    expect(await read(text)).toEqual({ encoding: 'utf-8', ...expected });
    expect(await read(`\uFEFF${text}`)).toEqual({ encoding: 'utf-8', ...expected });
    expect(await read(utf16(text))).toEqual({ encoding: 'utf-16le', ...expected });
    const arabic = [0xc7, 0xe1, 0xda, 0xcf, 0xc7, 0xe1, 0xc9, 0x20, 0xc3, 0xe6, 0xe1, 0xc7];
    const bytes = Uint8Array.from([...new TextEncoder().encode('id,text\r\n1,'), ...arabic, 13, 10]);
    expect(await read(bytes)).toEqual({ encoding: 'windows-1256', ...expected });
  });

  it('reports rows that it cannot read and goes on', async () => {
    expect(await read('a,b\n1,2\n1,2,3\n1\n"x"y,2\n\n3,4\n')).toEqual({
      encoding: 'utf-8',
      headers: ['a', 'b'],
      rows: [
        [2, '1', '2'],
        [3, 'too_many_cells', '1,2,3'],
        [4, 'too_few_cells', '1'],
        [5, 'bad_quotes', '"x"y,2'],
        [7, '3', '4'],
      ],
    });
  });

  it('names columns that have no name and keeps those named as parts of objects', async () => {
    expect(await read('a,,__proto__\n1,2,3\n')).toEqual({
      encoding: 'utf-8',
      headers: ['a', 'column 2', '__proto__'],
      rows: [[2, '1', '2', '3']],
    });
  });

  it('counts lines behind a line that says the separator', async () => {
    expect(await read('sep=;\r\na;b\r\n1;2\r\n')).toMatchObject({ headers: ['a', 'b'], rows: [[3, '1', '2']] });
  });

  it('refuses headers that are there twice, and empty files', async () => {
    expect(await read('a, b ,b,a\n1,2,3,4\n')).toEqual({ code: 'duplicate_header', headers: ['b', 'a'] });
    expect(await read('')).toEqual({ code: 'empty_file' });
    expect(await read(' \n\n')).toEqual({ code: 'empty_file' });
    // A workbook is a zip.
    expect(await read('PK\u0003\u0004\u0014\0\u0006\0')).toEqual({ code: 'not_text' });
    expect(await read('%PDF-1.7\n1 0 obj')).toEqual({ code: 'not_text' });
    expect(await read('PK,text\n1,a\n')).toMatchObject({ headers: ['PK', 'text'] });
  });

  it('reads JSON Lines, nested fields under their path', async () => {
    expect(
      await read('{"text":"a","source":{"url":"u"},"n":null}\n\nnope\n[1]\n{"text":"b","ok":true,"l":[1,2],"__proto__":3}'),
    ).toEqual({
      encoding: 'utf-8',
      headers: ['text', 'source.url', 'ok', 'l', '__proto__'],
      rows: [
        [1, 'a', 'u'],
        [3, 'not_json', 'nope'],
        [4, 'not_an_object', '[1]'],
        [5, 'b', 'true', '1; 2', '3'],
      ],
    });
  });

  it('reads JSON lists, bare or wrapped', async () => {
    const rows = [
      [1, 'a'],
      [2, 'not_an_object', '5'],
      [3, 'b'],
    ];
    expect(await read('[{"text":"a"},5,{"text":"b"}]')).toMatchObject({ rows });
    expect(await read('{\n"total": 3, "items": [{"text":"a"},5,{"text":"b"}]}')).toMatchObject({ rows });
    expect(await read('[{"text":"a"},')).toEqual({ code: 'not_json' });
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect(await read(deep)).toMatchObject({ rows: [[1, 'not_an_object', '']] });
  });

  it('never replaces what it cannot decode', async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('text\nabc\n'), 0xff, 10]);
    const open = fileOf(bytes);
    const rows: SourceRow[] = [];
    for await (const row of readRows(open, { encoding: 'utf-8', dialect: { format: 'csv', delimiter: ',', isGuarded: true } }))
      rows.push(row);
    expect(rows.at(-1)).toEqual({ kind: 'broken', row: 0, code: 'wrong_encoding', raw: '' });
  });

  it('shows a file as it looks with corrections', async () => {
    const inspected = await inspectFile(fileOf('a;b\n1;2\n'), { dialect: { format: 'csv', delimiter: ',', isGuarded: true } });
    expect(inspected.ok ? inspected.value.headers : null).toEqual(['a;b']);
  });

  it.each(['excel', 'data'] as const)('reads back what was written in the flavour %s', async (flavour) => {
    const texts = ['=1+1', "'=1", "''", '-5', '@x', '\tx', "'tis", 'a "b"\r\nc', 'العدالة', '＝1', '+', 'a\nb'];
    const columns: readonly Column<string>[] = [
      { name: 'text', type: 'string', description: 'Text.', write: (text) => text },
      { name: 'n', type: 'number', description: 'Number.', write: () => -0.5 },
    ];
    const bytes = new Uint8Array(
      await new Response(byteStream(csvChunks(texts, columns, undefined, CSV_FLAVOURS[flavour]))).arrayBuffer(),
    );
    const result = await read(bytes);
    expect('rows' in result ? result.rows.map((row) => row.slice(1)) : result).toEqual(texts.map((text) => [text, '-0.5']));
  });
});
