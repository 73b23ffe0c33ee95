/** Names of what is said of a variable, in files: columns of the CSV, keys of the Markdown. */
export const VARIABLE_COLUMNS = [
  'target',
  'level',
  'variable_label_en',
  'variable_label_ar',
  'question_en',
  'question_ar',
] as const;
export type VariableColumn = (typeof VARIABLE_COLUMNS)[number];

/** Names of what is said of a code in one text each. */
export const CODE_COLUMNS = [
  'label_en',
  'label_ar',
  'definition_en',
  'definition_ar',
  'use_when_en',
  'use_when_ar',
  'avoid_when_en',
  'avoid_when_ar',
  'value',
  'superseded_by',
] as const;
export type CodeColumn = (typeof CODE_COLUMNS)[number];

/** Names of what is a list. */
export const LIST_COLUMNS = ['examples', 'counter_examples'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** Columns of the CSV: one row a code, its variable repeated on each. */
export const CODEBOOK_COLUMNS = ['variable', ...VARIABLE_COLUMNS, 'code', ...CODE_COLUMNS, ...LIST_COLUMNS] as const;

/** A variable as a file has it: texts only, and where it stands in the file. */
export interface RawVariable {
  readonly key: string;
  readonly place: number;
  readonly texts: ReadonlyMap<VariableColumn, string>;
  readonly codes: readonly RawCode[];
}

export interface RawCode {
  readonly key: string;
  readonly place: number;
  readonly texts: ReadonlyMap<CodeColumn, string>;
  readonly lists: ReadonlyMap<ListColumn, readonly string[]>;
}

/** Which column of a file holds a field of the codebook; the path is that of a problem, without its variable and code. */
export const COLUMN_OF_FIELD: ReadonlyMap<string, string> = new Map([
  ['label.en', 'label_en'],
  ['label.ar', 'label_ar'],
  ['definition.en', 'definition_en'],
  ['definition.ar', 'definition_ar'],
  ['useWhen.en', 'use_when_en'],
  ['useWhen.ar', 'use_when_ar'],
  ['avoidWhen.en', 'avoid_when_en'],
  ['avoidWhen.ar', 'avoid_when_ar'],
  ['question.en', 'question_en'],
  ['question.ar', 'question_ar'],
  ['value', 'value'],
  ['supersededBy', 'superseded_by'],
  ['target', 'target'],
  ['level', 'level'],
]);
