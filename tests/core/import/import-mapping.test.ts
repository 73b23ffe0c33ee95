import { describe, expect, it } from 'vitest';
import { STATEMENT_COLUMNS } from '#lib/core/csv/statement-columns';
import { guessColumns, importMappingSchema, NO_MAPPING, ValueReader } from '#lib/core/import/import-mapping';
import { isStatementField } from '#lib/core/statement/statement-input';

describe('guessColumns', () => {
  it('takes the columns of an export for what they are and leaves computed ones alone', () => {
    const names = STATEMENT_COLUMNS.map(({ name }) => name);
    const expected = names
      .filter((name) => name === 'id' || isStatementField(name))
      .map((name) => ({ column: name, field: name }));
    expect(guessColumns([...names, 'error', 'line'])).toEqual(expected);
  });

  it.each([
    [
      ['Text', 'Camp', 'Stance'],
      ['text', 'camp', 'stance'],
    ],
    [
      ['النصّ', 'المعسكر', 'الموقف', 'التاريخ', 'المصدر'],
      ['text', 'camp', 'stance', 'said_on', 'source_outlet'],
    ],
    [
      ['Quote', 'English translation', 'URL'],
      ['text', 'translation', 'source_url'],
    ],
    [
      ['source.url', 'translation.text'],
      ['source_url', 'translation'],
    ],
    [['SAID ON', 'said-on-precision'], ['said_on']],
  ])('reads %j as %j', (headers, fields) => {
    expect(guessColumns(headers).map(({ field }) => field)).toEqual(fields);
  });

  it('takes the more telling of two columns for one field', () => {
    expect(guessColumns(['comment', 'text', 'notes', 'reason'])).toEqual([
      { column: 'text', field: 'text' },
      { column: 'reason', field: 'rationale' },
    ]);
  });

  it('knows nothing of other columns', () => {
    expect(guessColumns(['likes', '', '__proto__', 'constructor'])).toEqual([]);
  });
});

describe('ValueReader', () => {
  const event = {
    camps: [{ slug: 'victims_families', labels: ["Victims' families", 'عائلات الضحايا'] }],
    targets: [{ slug: 'rapprochement', labels: ['Rapprochement'] }],
  };
  const values = new ValueReader({ ...NO_MAPPING, values: [{ field: 'stance', found: 'Neutral', code: 'none' }] }, event);

  it.each([
    ['stance', 'favor', 'favor'],
    ['stance', 'In favour', 'favor'],
    ['stance', 'مؤيّد', 'favor'],
    ['stance', 'معارض', 'against'],
    ['stance', 'neutral', 'none'],
    ['stance', 'disputed', ''],
    ['stance', 'who knows', 'who knows'],
    ['camp', 'victims families', 'victims_families'],
    ['camp', 'عائلات الضحايا', 'victims_families'],
    ['camp', 'uncoded', ''],
    ['target', 'Rapprochement', 'rapprochement'],
    ['language', 'Arabic', 'ar'],
    ['language', 'العربية', 'ar'],
    ['language', 'ar-SY', 'ar-SY'],
    ['confidence', '2.0', '2'],
    ['confidence', 'high', '3'],
    ['speaker_risk', 'Public figure', 'public_figure'],
    ['text', 'against', 'against'],
    ['speaker', 'unknown', 'unknown'],
  ] as const)('reads %s %j as %j', (field, found, code) => {
    expect(values.read(field, found)).toBe(code);
  });
});

describe('importMappingSchema', () => {
  it('takes a mapping that comes back from JSON and no other', () => {
    const mapping = { columns: [{ column: 'a', field: 'text' }], values: [], constants: [], dateOrder: 'dmy' };
    expect(importMappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
    expect(importMappingSchema.safeParse({ ...mapping, columns: [{ column: 'a', field: 'nope' }] }).success).toBe(false);
    expect(
      importMappingSchema.safeParse({ ...mapping, columns: [...mapping.columns, { column: 'b', field: 'text' }] }).success,
    ).toBe(false);
    expect(importMappingSchema.safeParse({ ...mapping, dateOrder: 'x' }).success).toBe(false);
  });
});
