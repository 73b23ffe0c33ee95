import { type CodebookContent, parseCodebook } from '#lib/core/codebook/codebook';
import {
  COLUMN_OF_FIELD,
  type CodeColumn,
  type RawCode,
  type RawVariable,
  type VariableColumn,
} from '#lib/core/codebook/codebook-columns';
import type { FieldProblem } from '#lib/core/problem';
import { parseCodeNumber } from '#lib/core/reliability/parse-code-number';
import { failed, type Result } from '#lib/core/result';
import { seenValue } from '#lib/core/statement/seen-value';

/**
 * Checks what a file said and makes the codebook of it.
 *
 * @param placeName what a place of the file is called in `params`: `row` of a CSV, `line` of a text
 */
export function readRawCodebook(
  note: string | null,
  variables: readonly RawVariable[],
  placeName: 'row' | 'line',
): Result<CodebookContent, readonly FieldProblem[]> {
  const wrongNumbers: FieldProblem[] = [];
  const content = {
    note,
    variables: variables.map((variable) => {
      const text = (column: VariableColumn) => variable.texts.get(column) ?? '';
      return {
        key: variable.key,
        target: text('target') === '' ? null : text('target'),
        level: text('level'),
        label: { en: text('variable_label_en'), ar: text('variable_label_ar') },
        question: { en: text('question_en'), ar: text('question_ar') },
        codes: variable.codes.map((code) => {
          const value = readValue(code);
          if (value === 'not_a_number') wrongNumbers.push(wrongNumber(variable, code, placeName));
          return { ...codeContent(code), value: value === 'not_a_number' ? null : value };
        }),
      };
    }),
  };
  const parsed = parseCodebook(content);
  // A value that is no number is said once, and not again as one that is missing.
  const told = new Set(wrongNumbers.map(({ field }) => field));
  const others = parsed.ok
    ? []
    : parsed.problem.map((problem) => placed(problem, variables, placeName)).filter(({ field }) => !told.has(field));
  const problems = [...wrongNumbers, ...others];
  return problems.length === 0 ? parsed : failed(problems);
}

function codeContent(code: RawCode) {
  const text = (column: CodeColumn) => code.texts.get(column) ?? '';
  return {
    key: code.key,
    label: { en: text('label_en'), ar: text('label_ar') },
    definition: { en: text('definition_en'), ar: text('definition_ar') },
    useWhen: { en: text('use_when_en'), ar: text('use_when_ar') },
    avoidWhen: { en: text('avoid_when_en'), ar: text('avoid_when_ar') },
    examples: code.lists.get('examples') ?? [],
    counterExamples: code.lists.get('counter_examples') ?? [],
    supersededBy: text('superseded_by') === '' ? null : text('superseded_by'),
  };
}

function readValue(code: RawCode): number | null | 'not_a_number' {
  const text = code.texts.get('value')?.trim() ?? '';
  return text === '' ? null : (parseCodeNumber(text) ?? 'not_a_number');
}

function wrongNumber(variable: RawVariable, code: RawCode, placeName: 'row' | 'line'): FieldProblem {
  const seen = seenValue(code.texts.get('value'));
  return {
    field: `${variable.key}.${code.key}.value`,
    code: 'not_a_number',
    ...(seen === undefined ? {} : { seen }),
    params: { [placeName]: code.place },
  };
}

/** Names the field as the file does, and where in the file it stands. */
function placed(problem: FieldProblem, variables: readonly RawVariable[], placeName: 'row' | 'line'): FieldProblem {
  const [, variableIndex, ...ofVariable] = problem.field.split('.');
  const variable = variableIndex === undefined ? undefined : variables[Number(variableIndex)];
  if (variable === undefined) return problem;
  const code = ofVariable[0] === 'codes' && ofVariable[1] !== undefined ? variable.codes[Number(ofVariable[1])] : undefined;
  const params = { ...problem.params, [placeName]: code?.place ?? variable.place };
  if (code === undefined) {
    const path = ofVariable.join('.');
    const column = path.startsWith('label.') ? `variable_${COLUMN_OF_FIELD.get(path)}` : (COLUMN_OF_FIELD.get(path) ?? path);
    return { ...problem, field: `${variable.key}.${column === 'key' ? 'variable' : column}`, params };
  }
  const path = ofVariable.slice(2).join('.');
  const list = path.replace(/^counterExamples\b/u, 'counter_examples').replace(/\.\d+$/u, '');
  const column = path === 'key' ? 'code' : (COLUMN_OF_FIELD.get(path) ?? list);
  return { ...problem, field: `${variable.key}.${code.key}.${column}`, params };
}
