import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unguardText } from '#lib/core/csv/csv-guard';
import { CSV_FLAVOURS, csvLine } from '#lib/core/csv/csv-line';

describe('csvLine', () => {
  it('writes numbers and truth values bare, text quoted, missing empty', () => {
    const cells = ['العدالة', -0.42, 0, true, false, null, '', 'say "no"', 'a,b'];
    expect(csvLine(cells, CSV_FLAVOURS.data)).toBe('"العدالة",-0.42,0,true,false,,"","say ""no""","a,b"\n');
  });

  it('guards text only, and only for spreadsheets', () => {
    expect(csvLine(['-1', -1, '=A1'], CSV_FLAVOURS.excel)).toBe(`"'-1",-1,"'=A1"\r\n`);
    expect(csvLine(['-1', -1, '=A1'], CSV_FLAVOURS.data)).toBe('"-1",-1,"=A1"\n');
  });

  it('writes no number that is none', () => {
    expect(csvLine([Number.NaN, Number.POSITIVE_INFINITY, -0], CSV_FLAVOURS.data)).toBe(',,0\n');
  });

  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', "'", '=', ';') }));
  it.each([
    ['excel', unguardText],
    ['data', (text: string) => text],
  ] as const)('is read back exactly by csv-parse, flavour %s', (name, unguard) => {
    const flavour = CSV_FLAVOURS[name];
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        // The header fixes the line end, as it does in a real file.
        const csv = csvLine(['a', 'b'], flavour) + rows.map((row) => csvLine(row, flavour)).join('');
        const [, ...read] = parse(csv, { record_delimiter: flavour.lineEnd });
        expect(read.map((row) => row.map(unguard))).toEqual(rows.map((row) => [...row]));
      }),
    );
  });
});
