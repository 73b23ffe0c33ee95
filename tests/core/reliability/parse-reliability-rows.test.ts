import { describe, expect, test } from 'vitest';
import { parseCodeNumber } from '#lib/core/reliability/parse-code-number';
import { parseReliabilityRows } from '#lib/core/reliability/parse-reliability-rows';

const columns = ['unit', 'coder', 'code'];
const row = (unit: string, coder: string, code: string) => ({ unit, coder, code });

describe('parseReliabilityRows', () => {
  test('empty codes are missing, not wrong', () => {
    const parsed = parseReliabilityRows({
      columns,
      records: [row('1', 'A', 'favor'), row('1', 'B', ' '), row('2', 'A', '')],
      level: 'nominal',
    });
    expect(parsed).toEqual({ codings: [row('1', 'A', 'favor')], missing: 2, problems: [] });
  });

  test('a missing column is one problem, whatever the number of rows', () => {
    const parsed = parseReliabilityRows({ columns: ['unit', 'rater', 'code'], records: [row('1', 'A', 'x')], level: 'nominal' });
    expect(parsed.problems).toEqual([{ field: 'coder', code: 'required', params: { row: 0 } }]);
    expect(parsed.codings).toEqual([]);
  });

  test('a header in other letters is read as well', () => {
    const records = [{ Unit: '1', CODER: 'A', ' Code ': 'x' }];
    const parsed = parseReliabilityRows({ columns: ['Unit', 'CODER', ' Code '], records, level: 'nominal' });
    expect(parsed).toEqual({ codings: [row('1', 'A', 'x')], missing: 0, problems: [] });
  });

  test('rows without unit or coder, and a second coding of the same unit, are named by row', () => {
    const parsed = parseReliabilityRows({
      columns,
      records: [row('', '', 'a'), row('1', 'A', 'a'), row('1', 'A', 'a')],
      level: 'nominal',
    });
    expect(parsed.problems).toEqual([
      { field: 'unit', code: 'required', params: { row: 1 } },
      { field: 'coder', code: 'required', params: { row: 1 } },
      { field: 'unit', code: 'already_exists', seen: '1', params: { row: 3, firstRow: 2 } },
    ]);
    expect(parsed.codings).toEqual([row('1', 'A', 'a')]);
  });

  test.each([
    ['interval', '0,5', 'not_a_number'],
    ['interval', 'low', 'not_a_number'],
    ['ratio', '-1', 'out_of_range'],
    ['ordinal', 'low', 'not_a_number'],
  ] as const)('%s code %s: %s', (level, code, problem) => {
    const parsed = parseReliabilityRows({ columns, records: [row('1', 'A', code)], level });
    expect(parsed.problems).toMatchObject([{ field: 'code', code: problem, seen: code, params: { row: 1 } }]);
    expect(parsed.codings).toEqual([]);
  });

  test('an ordinal order lets its own codes in and no other', () => {
    const parsed = parseReliabilityRows({
      columns,
      records: [row('1', 'A', 'low'), row('1', 'B', 'top')],
      level: 'ordinal',
      order: ['low', 'high'],
    });
    expect(parsed.codings).toEqual([row('1', 'A', 'low')]);
    expect(parsed.problems).toEqual([
      { field: 'code', code: 'not_one_of', seen: 'top', params: { row: 2, allowed: 'low, high' } },
    ]);
  });
});

describe('parseCodeNumber', () => {
  test.each([
    ['3', 3],
    [' -0.5 ', -0.5],
    ['.5', 0.5],
    ['1e3', 1000],
    ['٣', 3],
    ['۴٫۵', 4.5],
    ['\u22122', -2],
    ['', null],
    ['1,5', null],
    ['0x10', null],
    ['Infinity', null],
    ['1e999', null],
    ['3 of 5', null],
  ])('%j is %s', (code, expected) => {
    expect(parseCodeNumber(code)).toBe(expected);
  });
});
