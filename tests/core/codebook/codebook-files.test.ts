import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CodebookContent } from '#lib/core/codebook/codebook';
import { readCodebookCsv, writeCodebookCsv } from '#lib/core/codebook/codebook-csv';
import { readCodebookMarkdown, writeCodebookMarkdown } from '#lib/core/codebook/codebook-markdown';
import type { CsvFlavourName } from '#lib/core/csv/csv-line';
import { anyCodebook, code, codebook, variable } from './codebook-samples';

const table = z.array(z.array(z.string()));

function readCsv(csv: string, flavour: CsvFlavourName) {
  const [columns = [], ...rows] = table.parse(parse(csv, { bom: true }));
  const records = rows.map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])));
  return readCodebookCsv({ columns, records, flavour });
}

const small = codebook(
  variable(
    'sentiment',
    [
      code('negative', { value: -1, examples: ['=SUM(A1)', 'two\nlines'], useWhen: { en: '- first\n- second', ar: '' } }),
      code('positive', { value: 1.5, counterExamples: ['<b>no</b>'] }),
      code('old', { supersededBy: 'positive' }),
    ],
    { level: 'ordinal', target: null },
  ),
);

describe('CSV', () => {
  test.each(['excel', 'data'] as const)('%s comes back unchanged', (flavour) => {
    fc.assert(
      fc.property(anyCodebook, (book) => {
        expect(readCsv(writeCodebookCsv(book, flavour), flavour)).toEqual({ ok: true, value: { ...book, note: null } });
      }),
      { numRuns: 60 },
    );
  });

  test('one row a code, numbers bare, formulas guarded for spreadsheets only', () => {
    const excel = writeCodebookCsv(small, 'excel');
    expect(excel.startsWith('\uFEFF"variable","target","level"')).toBe(true);
    expect(excel).toContain(`,1.5,,"","<b>no</b>"\r\n`);
    expect(excel).toContain(`,-1,,"'=SUM(A1)\ntwo\n lines",`);
    expect(excel).toContain(`"'- first\n- second"`);
    expect(writeCodebookCsv(small, 'data')).toContain(`,"=SUM(A1)\ntwo\n lines",`);
  });

  const header = [
    'variable',
    'level',
    'variable_label_en',
    'variable_label_ar',
    'code',
    'label_en',
    'label_ar',
    'definition_en',
    'value',
  ];
  const row = (...cells: string[]) => Object.fromEntries(header.map((column, index) => [column, cells[index] ?? '']));

  test('errors name row, variable, code and column', () => {
    const read = readCodebookCsv({
      columns: header,
      flavour: 'data',
      records: [
        row('tone', 'interval', 'Tone', 'نبرة', 'lo', 'Low', 'منخفض', 'Low tone', 'minus'),
        row('tone', 'nominal', '', '', 'hi', '', 'مرتفع', 'High tone', '2'),
        row('', 'nominal', '', '', 'x', 'X', 'س', 'X', ''),
      ],
    });
    expect(read.ok ? [] : read.problem).toEqual([
      { field: 'tone.level', code: 'invalid', seen: 'nominal', params: { row: 2, firstRow: 1 } },
      { field: 'variable', code: 'required', params: { row: 3 } },
      { field: 'tone.lo.value', code: 'not_a_number', seen: 'minus', params: { row: 1 } },
      { field: 'tone.hi.label_en', code: 'required', params: { row: 2 } },
    ]);
  });

  test('a missing column is said once', () => {
    const read = readCodebookCsv({ columns: header.filter((column) => column !== 'code'), records: [], flavour: 'data' });
    expect(read.ok ? [] : read.problem).toEqual([{ field: 'code', code: 'required', params: { row: 0 } }]);
  });
});

describe('Markdown', () => {
  test('comes back unchanged', () => {
    fc.assert(
      fc.property(anyCodebook, (book) => {
        expect(readCodebookMarkdown(writeCodebookMarkdown(book, 'any event'))).toEqual({ ok: true, value: book });
      }),
      { numRuns: 60 },
    );
  });

  test('and so it does after an editor has changed line ends', () => {
    const markdown = writeCodebookMarkdown(small, 'event');
    expect(readCodebookMarkdown(`\uFEFF${markdown.replaceAll('\n', '\r\n')}`)).toEqual({ ok: true, value: small });
  });

  test('reads as a document', () => {
    expect(
      writeCodebookMarkdown({ ...small, note: 'First.' }, 'damascus-moscow-2025, version 1')
        .split('\n')
        .slice(0, 24),
    ).toEqual([
      '# damascus-moscow-2025, version 1',
      '',
      '- note: First.',
      '',
      '## sentiment',
      '',
      '- level: ordinal',
      '- variable_label_en: Label of sentiment',
      '- variable_label_ar: تسمية sentiment',
      '',
      '### negative',
      '',
      '- label_en: Label of negative',
      '- label_ar: تسمية negative',
      '- definition_en: What negative means.',
      '- use_when_en: - first',
      '  \\- second',
      '- value: -1',
      '',
      '#### examples',
      '',
      '- \\=SUM(A1)',
      '- two',
      '  lines',
    ]);
  });

  test('markup in a text stays text', () => {
    expect(writeCodebookMarkdown(small, 'event')).toContain('- \\<b\\>no\\</b\\>');
  });

  test('errors name line and field', () => {
    const markdown = [
      '# x',
      '',
      'prose',
      '## tone',
      '- level: ratio',
      '- colour: red',
      '### lo',
      '- label_en: a',
      '- label_en: b',
      '#### notes',
      '##### deep',
    ].join('\n');
    const read = readCodebookMarkdown(markdown);
    const found = read.ok ? [] : read.problem.map(({ field, code: problem, params }) => [field, problem, params?.['line']]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['line', 'invalid', 3],
        ['colour', 'unknown_field', 6],
        ['label_en', 'already_exists', 9],
        ['notes', 'unknown_field', 10],
        ['line', 'invalid', 11],
        ['tone.level', 'not_one_of', 4],
        ['tone.lo.label_ar', 'required', 7],
        ['tone.lo.definition_en', 'required', 7],
      ]),
    );
  });

  test('a code outside a variable and an empty file are refused', () => {
    const read = readCodebookMarkdown('### lonely\n');
    expect(read.ok ? [] : read.problem).toEqual([{ field: 'heading', code: 'invalid', seen: 'lonely', params: { line: 1 } }]);
    expect(readCodebookMarkdown('')).toEqual({ ok: true, value: { note: null, variables: [] } });
  });
});

test('the codebook of the first event survives both files', () => {
  const seedCode = z.object({
    key: z.string(),
    labelEn: z.string(),
    labelAr: z.string(),
    definitionEn: z.string(),
    definitionAr: z.string(),
    useWhen: z.string(),
    useWhenAr: z.string(),
    avoidWhen: z.string(),
    avoidWhenAr: z.string(),
    examples: z.array(z.string()),
    counterExamples: z.array(z.string()),
    value: z.number().nullable().default(null),
  });
  const seedVariable = z.object({
    key: z.string(),
    target: z.string().nullable(),
    level: z.enum(['nominal', 'ordinal', 'interval']),
    labelEn: z.string(),
    labelAr: z.string(),
    question: z.string(),
    questionAr: z.string(),
    codes: z.array(seedCode),
  });
  const seed = z
    .object({ note: z.string(), variables: z.array(seedVariable) })
    .parse(JSON.parse(readFileSync('seed/data/codebook.json', 'utf8')));
  const book: CodebookContent = {
    note: seed.note,
    variables: seed.variables.map((one) => ({
      key: one.key,
      target: one.target,
      level: one.level,
      label: { en: one.labelEn, ar: one.labelAr },
      question: { en: one.question, ar: one.questionAr },
      codes: one.codes.map((each) => ({
        key: each.key,
        label: { en: each.labelEn, ar: each.labelAr },
        definition: { en: each.definitionEn, ar: each.definitionAr },
        useWhen: { en: each.useWhen, ar: each.useWhenAr },
        avoidWhen: { en: each.avoidWhen, ar: each.avoidWhenAr },
        value: each.value,
        examples: each.examples,
        counterExamples: each.counterExamples,
        supersededBy: null,
      })),
    })),
  };
  expect(book.variables.length).toBeGreaterThan(3);
  expect(readCodebookMarkdown(writeCodebookMarkdown(book, 'seed'))).toEqual({ ok: true, value: book });
  expect(readCsv(writeCodebookCsv(book, 'excel'), 'excel')).toEqual({ ok: true, value: { ...book, note: null } });
});
