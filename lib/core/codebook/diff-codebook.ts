import type {
  BilingualText,
  CodebookCode,
  CodebookContent,
  CodebookVariable,
  CodebookVersion,
  Dated,
  DatedVariable,
} from '#lib/core/codebook/codebook';
import type { FieldProblem } from '#lib/core/problem';

export const VARIABLE_FIELDS = ['target', 'level', 'label', 'question', 'order'] as const;
export type VariableField = (typeof VARIABLE_FIELDS)[number];

export const CODE_FIELDS = [
  'label',
  'definition',
  'useWhen',
  'avoidWhen',
  'value',
  'examples',
  'counterExamples',
  'supersededBy',
] as const;
export type CodeField = (typeof CODE_FIELDS)[number];

/** A change of these can be a matter of wording alone; whoever edits may say that the meaning is the same. */
const WORDING: ReadonlySet<VariableField | CodeField> = new Set(['question', 'definition', 'useWhen', 'avoidWhen']);

/** A change of these always changes what a coding says. */
const SUBSTANCE: ReadonlySet<VariableField | CodeField> = new Set(['target', 'value', 'supersededBy']);

export type ChangeKind = 'added' | 'removed' | 'changed' | 'same';

export interface CodeChange {
  readonly code: string;
  readonly kind: ChangeKind;
  readonly fields: readonly CodeField[];
  /** Whether codings of this code, made before, no longer say what they said. */
  readonly meaningChanged: boolean;
}

export interface VariableChange {
  readonly variable: string;
  readonly kind: ChangeKind;
  readonly fields: readonly VariableField[];
  /** Whether every coding of the variable is touched. */
  readonly meaningChanged: boolean;
  readonly codes: readonly CodeChange[];
}

/** All codings of this code of this variable. */
export interface CodeOfVariable {
  readonly variable: string;
  readonly code: string;
}

export interface CodebookDiff {
  readonly changed: boolean;
  readonly meaningChanged: boolean;
  /** Every variable of either version, in the order of the new one, removed ones last. */
  readonly variables: readonly VariableChange[];
  /** Exactly the codings that the change makes stale. */
  readonly stale: readonly CodeOfVariable[];
}

/**
 * What changed from one codebook to the next, and which codings no longer mean what they meant.
 *
 * A new definition, "use when", "avoid when" or question changes the meaning unless the editor says that only the wording did. A new
 * target or value, being superseded, or being removed always does. Labels, examples, the level and the order do not:
 * they change how codings are shown and counted, not what their coder said. A code that is added leaves the others as they are. A note that
 * is left out is no change: the CSV of a codebook has none, and must come back in as what it was.
 *
 * @param sameMeaning what the editor says is a change of wording only; `code: null` is the variable's question
 */
export function diffCodebook(
  before: CodebookContent,
  after: CodebookContent,
  sameMeaning: readonly { readonly variable: string; readonly code: string | null }[] = [],
): CodebookDiff {
  const isWordingOnly = (variable: string, code: string | null) =>
    sameMeaning.some((said) => said.variable === variable && said.code === code);
  const afterKeys = new Set(after.variables.map(({ key }) => key));
  const variables: VariableChange[] = [
    ...after.variables.map((next) => {
      const last = before.variables.find(({ key }) => key === next.key);
      return last === undefined ? wholeVariable(next, 'added') : diffVariable(last, next, isWordingOnly);
    }),
    ...before.variables.filter(({ key }) => !afterKeys.has(key)).map((last) => wholeVariable(last, 'removed')),
  ];
  const stale = variables.flatMap(({ variable, meaningChanged, codes }) =>
    codes
      .filter((code) => code.kind !== 'added' && (meaningChanged || code.meaningChanged))
      .map(({ code }) => ({ variable, code })),
  );
  return {
    changed:
      (after.note !== null && before.note !== after.note) ||
      variables.some(({ kind }) => kind !== 'same') ||
      isOrderChanged(before.variables, after.variables),
    meaningChanged: stale.length > 0,
    variables,
    stale,
  };
}

/**
 * Whether an edit may be published: a code or variable that has codings is not removed, only superseded.
 *
 * @param usage how many codings, of whatever version, each code has
 * @param hidden variables of which some codings are missing in `usage`: their codes are not removed at all, so that the answer does not
 * tell whether they have any
 * @returns one problem a removed code in use, with its count
 */
export function checkRemovals(
  diff: CodebookDiff,
  usage: readonly (CodeOfVariable & { readonly codings: number })[],
  hidden: readonly string[] = [],
): readonly FieldProblem[] {
  return diff.variables.flatMap(({ variable, codes }) =>
    codes
      .filter(({ kind }) => kind === 'removed')
      .flatMap(({ code }): FieldProblem[] => {
        const count = usage
          .filter((use) => use.variable === variable && use.code === code)
          .reduce((sum, use) => sum + use.codings, 0);
        const problem = { field: `${variable}.${code}`, seen: code };
        if (count > 0) return [{ ...problem, code: 'code_in_use', params: { count } }];
        return hidden.includes(variable) ? [{ ...problem, code: 'removal_while_coding' }] : [];
      }),
  );
}

/**
 * The next version: its number, and since when each part means what it means.
 *
 * @param diff of `before` and `after`
 */
export function nextVersion(before: CodebookVersion, after: CodebookContent, diff: CodebookDiff): CodebookVersion {
  const number = before.number + 1;
  return {
    number,
    note: after.note,
    variables: after.variables.map((variable): DatedVariable => {
      const last = before.variables.find(({ key }) => key === variable.key);
      const change = diff.variables.find((one) => one.variable === variable.key);
      return {
        ...variable,
        meaningSince: last === undefined || change?.meaningChanged ? number : last.meaningSince,
        codes: variable.codes.map((code): Dated<CodebookCode> => {
          const lastCode = last?.codes.find(({ key }) => key === code.key);
          const codeChange = change?.codes.find((one) => one.code === code.key);
          return { ...code, meaningSince: lastCode === undefined || codeChange?.meaningChanged ? number : lastCode.meaningSince };
        }),
      };
    }),
  };
}

/** The first version of a codebook. */
export function firstVersion(content: CodebookContent): CodebookVersion {
  return {
    number: 1,
    note: content.note,
    variables: content.variables.map((variable) => ({
      ...variable,
      meaningSince: 1,
      codes: variable.codes.map((code) => ({ ...code, meaningSince: 1 })),
    })),
  };
}

/** Whether a coding no longer means what the codebook says now, and should be looked at again. */
export function isStale(
  coding: { readonly variable: string; readonly code: string; readonly codebookVersion: number },
  current: CodebookVersion,
): boolean {
  const variable = current.variables.find(({ key }) => key === coding.variable);
  const code = variable?.codes.find(({ key }) => key === coding.code);
  if (variable === undefined || code === undefined || code.supersededBy !== null) return true;
  return coding.codebookVersion < Math.max(variable.meaningSince, code.meaningSince);
}

function diffVariable(
  before: CodebookVariable,
  after: CodebookVariable,
  isWordingOnly: (variable: string, code: string | null) => boolean,
): VariableChange {
  const afterKeys = new Set(after.codes.map(({ key }) => key));
  const codes: CodeChange[] = [
    ...after.codes.map((next): CodeChange => {
      const last = before.codes.find(({ key }) => key === next.key);
      if (last === undefined) return { code: next.key, kind: 'added', fields: [], meaningChanged: false };
      const fields = CODE_FIELDS.filter((field) => !isSame(last[field], next[field]));
      return {
        code: next.key,
        kind: fields.length === 0 ? 'same' : 'changed',
        fields,
        meaningChanged: changesMeaning(fields, isWordingOnly(after.key, next.key)),
      };
    }),
    ...before.codes
      .filter(({ key }) => !afterKeys.has(key))
      .map(({ key }): CodeChange => ({ code: key, kind: 'removed', fields: [], meaningChanged: true })),
  ];
  const fields = VARIABLE_FIELDS.filter((field) =>
    field === 'order' ? isOrderChanged(before.codes, after.codes) : !isSame(before[field], after[field]),
  );
  return {
    variable: after.key,
    kind: fields.length === 0 && codes.every(({ kind }) => kind === 'same') ? 'same' : 'changed',
    fields,
    meaningChanged: changesMeaning(fields, isWordingOnly(after.key, null)),
    codes,
  };
}

function changesMeaning(fields: readonly (VariableField | CodeField)[], wordingOnly: boolean): boolean {
  return fields.some((field) => SUBSTANCE.has(field) || (WORDING.has(field) && !wordingOnly));
}

function wholeVariable(variable: CodebookVariable, kind: 'added' | 'removed'): VariableChange {
  const meaningChanged = kind === 'removed';
  return {
    variable: variable.key,
    kind,
    fields: [],
    meaningChanged,
    codes: variable.codes.map(({ key }) => ({ code: key, kind, fields: [], meaningChanged })),
  };
}

interface Keyed {
  readonly key: string;
}

/** Whether the parts that both have stand in another order. */
function isOrderChanged(before: readonly Keyed[], after: readonly Keyed[]): boolean {
  const shared = (parts: readonly Keyed[], others: readonly Keyed[]) =>
    parts.map(({ key }) => key).filter((key) => others.some((other) => other.key === key));
  return !isSame(shared(before, after), shared(after, before));
}

type Comparable = string | number | null | readonly string[] | BilingualText;

function isSame(a: Comparable, b: Comparable): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([name, value]) => right.get(name) === value);
}
