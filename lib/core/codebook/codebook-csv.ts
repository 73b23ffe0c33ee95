import type { CodebookCode, CodebookContent, CodebookVariable } from '#lib/core/codebook/codebook';
import {
  CODE_COLUMNS,
  CODEBOOK_COLUMNS,
  type CodeColumn,
  LIST_COLUMNS,
  type ListColumn,
  type RawCode,
  type RawVariable,
  VARIABLE_COLUMNS,
  type VariableColumn,
} from '#lib/core/codebook/codebook-columns';
import { readRawCodebook } from '#lib/core/codebook/read-raw-codebook';
import { unguardText } from '#lib/core/csv/csv-guard';
import { type Cell, CSV_FLAVOURS, type CsvFlavourName, csvLine } from '#lib/core/csv/csv-line';
import type { FieldProblem } from '#lib/core/problem';
import { failed, type Result } from '#lib/core/result';
import { seenValue } from '#lib/core/statement/seen-value';

/**
 * A codebook as CSV, one row a code. Lists stand in one cell, an entry a line; lines within an entry are indented by
 * a space. The note is not in it: it belongs to the version, not to a code.
 */
export function writeCodebookCsv(content: CodebookContent, flavourName: CsvFlavourName): string {
  const flavour = CSV_FLAVOURS[flavourName];
  const rows = content.variables.flatMap((variable) => variable.codes.map((code) => cellsOf(variable, code)));
  return flavour.byteOrderMark + [[...CODEBOOK_COLUMNS], ...rows].map((cells) => csvLine(cells, flavour)).join('');
}

function cellsOf(variable: CodebookVariable, code: CodebookCode): Cell[] {
  return [
    variable.key,
    variable.target,
    variable.level,
    variable.label.en,
    variable.label.ar,
    variable.question.en,
    variable.question.ar,
    code.key,
    code.label.en,
    code.label.ar,
    code.definition.en,
    code.definition.ar,
    code.useWhen.en,
    code.useWhen.ar,
    code.avoidWhen.en,
    code.avoidWhen.ar,
    code.value,
    code.supersededBy,
    writeList(code.examples),
    writeList(code.counterExamples),
  ];
}

function writeList(entries: readonly string[]): string {
  return entries.map((entry) => entry.replaceAll('\n', '\n ')).join('\n');
}

function readList(cell: string): string[] {
  const lines = cell.replace(/\r\n?/gu, '\n').split('\n');
  const entries: string[] = [];
  for (const line of lines) {
    const last = entries.length - 1;
    if (line.startsWith(' ') && last >= 0) entries[last] = `${entries[last]}\n${line.slice(1)}`;
    else if (line !== '') entries.push(line);
  }
  return entries;
}

/**
 * Reads the records of a codebook's CSV. What is said of a variable stands on its first row; later rows may repeat it
 * or leave it empty, and must not contradict it.
 *
 * @param input.columns the header
 * @param input.records one object a data row, as a CSV reader gives them
 * @param input.flavour `excel` takes the guard off text that starts like a formula
 * @returns the codebook, or every problem with `params.row` (data rows from 1, 0 is the header)
 */
export function readCodebookCsv(input: {
  readonly columns: readonly string[];
  readonly records: readonly Readonly<Record<string, string>>[];
  readonly flavour: CsvFlavourName;
}): Result<CodebookContent, readonly FieldProblem[]> {
  const needed = ['variable', 'level', 'variable_label_en', 'variable_label_ar', 'code', 'label_en', 'label_ar', 'definition_en'];
  const absent = needed.filter((column) => !input.columns.includes(column));
  if (absent.length > 0) return failed(absent.map((field) => ({ field, code: 'required', params: { row: 0 } })));

  const variables = new Map<string, { place: number; texts: Map<VariableColumn, string>; codes: RawCode[] }>();
  const problems: FieldProblem[] = [];
  input.records.forEach((record, index) => {
    const row = index + 1;
    const cell = (column: string) => {
      const text = record[column] ?? '';
      return CSV_FLAVOURS[input.flavour].isGuarded ? unguardText(text) : text;
    };
    const key = cell('variable').trim();
    if (key === '') {
      problems.push({ field: 'variable', code: 'required', params: { row } });
      return;
    }
    const variable = variables.get(key) ?? { place: row, texts: new Map<VariableColumn, string>(), codes: [] };
    variables.set(key, variable);
    for (const column of VARIABLE_COLUMNS) {
      const text = cell(column).trim();
      const known = variable.texts.get(column);
      if (known === undefined) variable.texts.set(column, text);
      else if (text !== '' && text !== known) {
        const seen = seenValue(text);
        problems.push({
          field: `${key}.${column}`,
          code: 'invalid',
          ...(seen === undefined ? {} : { seen }),
          params: { row, firstRow: variable.place },
        });
      }
    }
    variable.codes.push({
      key: cell('code').trim(),
      place: row,
      texts: new Map<CodeColumn, string>(CODE_COLUMNS.map((column) => [column, cell(column)])),
      lists: new Map<ListColumn, readonly string[]>(LIST_COLUMNS.map((column) => [column, readList(cell(column))])),
    });
  });

  const raw: RawVariable[] = [...variables].map(([key, variable]) => ({ key, ...variable }));
  const read = readRawCodebook(null, raw, 'row');
  if (problems.length === 0) return read;
  return failed([...problems, ...(read.ok ? [] : read.problem)]);
}
