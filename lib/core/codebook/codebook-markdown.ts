import type { CodebookCode, CodebookContent, CodebookVariable } from '#lib/core/codebook/codebook';
import {
  CODE_COLUMNS,
  type CodeColumn,
  LIST_COLUMNS,
  type ListColumn,
  VARIABLE_COLUMNS,
  type VariableColumn,
} from '#lib/core/codebook/codebook-columns';
import { readRawCodebook } from '#lib/core/codebook/read-raw-codebook';
import type { FieldProblem } from '#lib/core/problem';
import { failed, type Result } from '#lib/core/result';
import { seenValue } from '#lib/core/statement/seen-value';

/** Characters that Markdown could read as something else than themselves. */
const SPECIAL = /[\\`*_{}[\]<>#|&~!]/gu;

/** What starts a list, a rule or a quotation when it stands first on a line. */
const LINE_START = /^([ \t]*)([-+=]|\d+[.)])/u;

/**
 * A codebook as Markdown that people read and {@link readCodebookMarkdown} reads back unchanged: a heading a variable, one a
 * code, and below each what is said of it, one `- name: text` a field. Empty fields are left out.
 *
 * @param title heading of the file, such as the event's slug and the version
 */
export function writeCodebookMarkdown(content: CodebookContent, title: string): string {
  const lines = [`# ${escapeLine(title.replace(/\s+/gu, ' '))}`, ''];
  if (content.note !== null && content.note !== '') lines.push(...fieldLines('note', content.note), '');
  for (const variable of content.variables) {
    lines.push(`## ${escapeLine(variable.key)}`, '');
    for (const column of VARIABLE_COLUMNS) lines.push(...fieldLines(column, variableText(variable, column)));
    for (const code of variable.codes) {
      lines.push('', `### ${escapeLine(code.key)}`, '');
      for (const column of CODE_COLUMNS) lines.push(...fieldLines(column, codeText(code, column)));
      for (const column of LIST_COLUMNS) {
        const entries = column === 'examples' ? code.examples : code.counterExamples;
        if (entries.length === 0) continue;
        lines.push('', `#### ${column}`, '');
        for (const entry of entries) lines.push(...indented('- ', entry));
      }
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function fieldLines(name: string, text: string): string[] {
  return text === '' ? [] : indented(`- ${name}: `, text);
}

function indented(start: string, text: string): string[] {
  const [first = '', ...others] = text.split('\n');
  // After `- name: ` nothing starts a list or a rule; after a bare `- ` it would.
  const head = start === '- ' ? escapeStart(escapeLine(first)) : escapeLine(first);
  return [start + head, ...others.map((line) => (line === '' ? '' : `  ${escapeStart(escapeLine(line))}`))];
}

function escapeLine(line: string): string {
  return line.replace(SPECIAL, '\\$&');
}

function escapeStart(line: string): string {
  return line.replace(LINE_START, (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}

function unescapeLine(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])/gu, '$1');
}

function variableText(variable: CodebookVariable, column: VariableColumn): string {
  switch (column) {
    case 'target':
      return variable.target ?? '';
    case 'level':
      return variable.level;
    case 'variable_label_en':
      return variable.label.en;
    case 'variable_label_ar':
      return variable.label.ar;
    case 'question_en':
      return variable.question.en;
    case 'question_ar':
      return variable.question.ar;
  }
}

function codeText(code: CodebookCode, column: CodeColumn): string {
  switch (column) {
    case 'label_en':
      return code.label.en;
    case 'label_ar':
      return code.label.ar;
    case 'definition_en':
      return code.definition.en;
    case 'definition_ar':
      return code.definition.ar;
    case 'use_when_en':
      return code.useWhen.en;
    case 'use_when_ar':
      return code.useWhen.ar;
    case 'avoid_when_en':
      return code.avoidWhen.en;
    case 'avoid_when_ar':
      return code.avoidWhen.ar;
    case 'value':
      return code.value === null ? '' : String(code.value);
    case 'superseded_by':
      return code.supersededBy ?? '';
  }
}

/** A text that is being read; lines that are indented below it still belong to it. */
interface OpenText {
  lines: string[];
  readonly close: (text: string) => void;
}

interface OpenCode {
  readonly key: string;
  readonly place: number;
  readonly texts: Map<CodeColumn, string>;
  readonly lists: Map<ListColumn, string[]>;
}

interface OpenVariable {
  readonly key: string;
  readonly place: number;
  readonly texts: Map<VariableColumn, string>;
  readonly codes: OpenCode[];
}

/**
 * Reads what {@link writeCodebookMarkdown} wrote, edited by hand or not.
 *
 * @returns the codebook, or every problem with `params.line` from 1: a line that is neither heading nor field, a field that is
 * not known or said twice, and whatever the codebook's own rules refuse
 */
export function readCodebookMarkdown(markdown: string): Result<CodebookContent, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const variables: OpenVariable[] = [];
  let note: string | null = null;
  let code: OpenCode | undefined;
  let list: string[] | undefined;
  let open: OpenText | undefined;
  let blankLines = 0;

  const refuse = (line: number, problem: 'invalid' | 'unknown_field' | 'already_exists', field: string, text: string) => {
    const seen = seenValue(text);
    problems.push({ field, code: problem, ...(seen === undefined || seen === '' ? {} : { seen }), params: { line } });
  };
  const close = () => {
    open?.close(open.lines.join('\n'));
    open = undefined;
    blankLines = 0;
  };
  const start = (first: string, closeWith: (text: string) => void) => {
    open = { lines: [unescapeLine(first)], close: closeWith };
  };

  const lines = markdown
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .split('\n');
  lines.forEach((text, index) => {
    const line = index + 1;
    if (text.trim() === '') {
      blankLines += 1;
      return;
    }
    if (open !== undefined && text.startsWith('  ')) {
      open.lines.push(...Array.from({ length: blankLines }, () => ''), unescapeLine(text.slice(2)));
      blankLines = 0;
      return;
    }
    close();

    const heading = /^(#{1,4}) +(.*?) *$/u.exec(text);
    if (heading !== null) {
      const [, marks = '', raw = ''] = heading;
      const title = unescapeLine(raw);
      const variable = variables.at(-1);
      list = undefined;
      if (marks === '##') {
        code = undefined;
        variables.push({ key: title, place: line, texts: new Map(), codes: [] });
      } else if (marks === '###' && variable !== undefined) {
        code = { key: title, place: line, texts: new Map(), lists: new Map() };
        variable.codes.push(code);
      } else if (marks === '####' && code !== undefined) {
        const column = LIST_COLUMNS.find((known) => known === title);
        if (column === undefined) refuse(line, 'unknown_field', title, title);
        else if (code.lists.has(column)) refuse(line, 'already_exists', column, title);
        list = [];
        if (column !== undefined && !code.lists.has(column)) code.lists.set(column, list);
      } else if (marks !== '#') {
        refuse(line, 'invalid', 'heading', title);
      }
      return;
    }

    const item = /^- (.*)$/su.exec(text);
    if (item === null) {
      refuse(line, 'invalid', 'line', text);
      return;
    }
    const [, entry = ''] = item;
    if (list !== undefined) {
      const entries = list;
      start(entry, (whole) => entries.push(whole));
      return;
    }
    const named = /^([a-z_]+):(?: (.*))?$/su.exec(entry);
    if (named === null) {
      refuse(line, 'invalid', 'line', text);
      return;
    }
    const [, name = '', first = ''] = named;
    const take = <Column extends string>(columns: readonly Column[], texts: Map<Column, string>) => {
      const column = columns.find((known) => known === name);
      if (column === undefined) {
        refuse(line, 'unknown_field', name, name);
        start(first, () => undefined);
        return;
      }
      if (texts.has(column)) refuse(line, 'already_exists', name, first);
      start(first, (whole) => texts.set(column, whole));
    };
    const variable = variables.at(-1);
    if (code !== undefined) take(CODE_COLUMNS, code.texts);
    else if (variable !== undefined) take(VARIABLE_COLUMNS, variable.texts);
    else if (name === 'note') {
      start(first, (whole) => {
        note = whole;
      });
    } else {
      refuse(line, 'unknown_field', name, name);
      start(first, () => undefined);
    }
  });
  close();

  const read = readRawCodebook(note, variables, 'line');
  if (problems.length === 0) return read;
  return failed([...problems, ...(read.ok ? [] : read.problem)]);
}
