import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSV_FLAVOURS, csvLine } from '#lib/core/csv/csv-line';
import { CsvReader, RECORD_MAX } from '#lib/core/csv/csv-reader';

function read(text: string, delimiter = ',', pieces: number = text.length || 1) {
  const reader = new CsvReader(delimiter);
  const records = [];
  for (let at = 0; at < text.length; at += pieces) records.push(...reader.push(text.slice(at, at + pieces)));
  return [...records, ...reader.end()].map(({ line, cells, problem }) => [line, problem ?? cells]);
}

describe('CsvReader', () => {
  it.each<[string, string, [number, unknown][]]>([
    [
      'plain cells',
      'a,b\n1,2\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,',
      [
        [1, ['a', 'b']],
        [2, ['1', '']],
      ],
    ],
    [
      'CRLF, CR and LF',
      'a\r\nb\rc\nd',
      [
        [1, ['a']],
        [2, ['b']],
        [3, ['c']],
        [4, ['d']],
      ],
    ],
    [
      'quotes, delimiters and lines in a cell',
      '"a ""b"", c\nd",e\nf,g',
      [
        [1, ['a "b", c\nd', 'e']],
        [3, ['f', 'g']],
      ],
    ],
    ['spaces around quotes', 'a, "b,c" ,d\n', [[1, ['a', 'b,c', 'd']]]],
    ['a quote within a cell', 'a 5" pipe,b\n', [[1, ['a 5" pipe', 'b']]]],
    [
      'blank lines and blank records',
      '\na\n\n , \n"",\nb\n',
      [
        [2, ['a']],
        [6, ['b']],
      ],
    ],
    [
      'text behind a closing quote',
      'a\n"b"c,d\ne\n',
      [
        [1, ['a']],
        [2, 'bad_quotes'],
        [3, ['e']],
      ],
    ],
    [
      'a quote that is never closed',
      'a,b\n1,"open\n3,4\n5,6\n',
      [
        [1, ['a', 'b']],
        [2, 'unclosed_quote'],
        [3, ['3', '4']],
        [4, ['5', '6']],
      ],
    ],
    [
      'an open quote before quoted rows',
      'a,"b\n"c","d"\n"e",f',
      [
        [1, 'bad_quotes'],
        [2, ['c', 'd']],
        [3, ['e', 'f']],
      ],
    ],
    [
      'an open quote in the last line',
      'a\n"b',
      [
        [1, ['a']],
        [2, 'unclosed_quote'],
      ],
    ],
  ])('reads %s', (_, text, records) => {
    expect(read(text)).toEqual(records);
    expect(read(text, ',', 1)).toEqual(records);
  });

  it('reads other delimiters', () => {
    expect(read('a;b,c\n', ';')).toEqual([[1, ['a', 'b,c']]]);
    expect(read('a\tb\n', '\t')).toEqual([[1, ['a', 'b']]]);
  });

  it('does not wait for the end of a record without end', () => {
    const reader = new CsvReader(',');
    expect(reader.push('x'.repeat(RECORD_MAX + 1))).toMatchObject([{ line: 1, cells: [], problem: 'record_too_long' }]);
    const quoted = new CsvReader(',');
    expect(quoted.push('a\n"b\nc,')).toMatchObject([{ line: 1, cells: ['a'], problem: null }]);
    const records = quoted.push(`d\n${'y\n'.repeat(RECORD_MAX / 2)}`);
    expect(records.slice(0, 3)).toEqual([
      { line: 2, cells: [], problem: 'unclosed_quote', raw: '"b\n' },
      { line: 3, cells: ['c', 'd'], problem: null, raw: 'c,d\n' },
      { line: 4, cells: ['y'], problem: null, raw: 'y\n' },
    ]);
  });

  const cell = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', 'ب', ' ', '😀') });
  it('reads what was written, in pieces of any size', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), fc.integer({ min: 1, max: 9 }), (rows, pieces) => {
        const csv = rows.map((row) => csvLine(row, CSV_FLAVOURS.data)).join('');
        const kept = rows.filter((row) => row.some((each) => each.trim() !== ''));
        expect(read(csv, ',', pieces).map(([, cells]) => cells)).toEqual(kept.map((row) => [...row]));
      }),
    );
  });

  it('reads well-formed files as csv-parse does', () => {
    const bare = fc.string({ unit: fc.constantFrom('a', 'b', '1', '-'), minLength: 1 });
    const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(bare, fc.oneof(bare, quoted)), { minLength: 1 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, lineEnd) => {
          const csv = rows.map((row) => row.join(',') + lineEnd).join('');
          expect(read(csv).map(([, cells]) => cells)).toEqual(parse(csv, { record_delimiter: lineEnd }));
        },
      ),
    );
  });

  it('never fails, and gives the same records whatever the pieces', () => {
    const any = fc.string({ unit: fc.constantFrom('"', '"', ',', '\r', '\n', 'a', ' '), maxLength: 60 });
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 9 }), (text, pieces) => {
        expect(read(text, ',', pieces)).toEqual(read(text));
      }),
      { numRuns: 2000 },
    );
  });
});
