import type { ProblemCode } from '#lib/core/problem';

/** Troubles that only a file can have, beside those of a statement. */
export const FILE_PROBLEM_CODES = [
  'empty_file',
  'not_text',
  'wrong_encoding',
  'duplicate_header',
  'no_text_column',
  'too_large',
  'not_json',
  'not_an_object',
  'too_many_cells',
  'too_few_cells',
  'bad_quotes',
  'unclosed_quote',
  'record_too_long',
  'ambiguous_date',
  'text_is_fixed',
  'duplicate_in_file',
] as const;
export type ImportProblemCode = ProblemCode | (typeof FILE_PROBLEM_CODES)[number];

/** What a person can do about a problem; the words for it come from the dictionaries. */
export const REMEDIES = [
  'fill_in',
  'shorten',
  'map_value',
  'say_date_order',
  'write_iso_date',
  'write_whole_address',
  'write_language_code',
  'write_number',
  'clean_characters',
  'check_quotes',
  'check_columns',
  'choose_encoding',
  'save_as_csv',
  'rename_column',
  'map_columns',
  'check_json',
  'split_file',
  'keep_text',
  'leave_out',
  'correct',
] as const;
export type Remedy = (typeof REMEDIES)[number];

/** One thing that is wrong with one row. */
export interface RowProblem {
  /** Line of the file (CSV, JSON Lines) or number of the element (JSON), from 1. */
  readonly row: number;
  /** Header of the column as the file has it; null where the row as a whole is meant. */
  readonly column: string | null;
  readonly code: ImportProblemCode;
  /** The value found, cut; left out where it could be a protected person's words or name. */
  readonly seen?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly remedy: Remedy;
}

/** Problems that one repair mends. */
export interface ProblemGroup {
  readonly code: ImportProblemCode;
  readonly column: string | null;
  readonly remedy: Remedy;
  /** How many rows have it. */
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly RowProblem[];
}

const REMEDY_BY_CODE: ReadonlyMap<ImportProblemCode, Remedy> = new Map<ImportProblemCode, Remedy>([
  ['required', 'fill_in'],
  ['too_long', 'shorten'],
  ['too_short', 'fill_in'],
  ['has_nul', 'clean_characters'],
  ['has_lone_surrogate', 'clean_characters'],
  ['not_a_date', 'write_iso_date'],
  ['date_in_future', 'write_iso_date'],
  ['date_too_early', 'write_iso_date'],
  ['not_a_url', 'write_whole_address'],
  ['url_scheme_not_allowed', 'write_whole_address'],
  ['not_one_of', 'map_value'],
  ['unknown_camp', 'map_value'],
  ['unknown_stance', 'map_value'],
  ['unknown_target', 'map_value'],
  ['not_a_language_tag', 'write_language_code'],
  ['not_a_number', 'write_number'],
  ['out_of_range', 'write_number'],
  ['exact_duplicate', 'leave_out'],
  ['near_duplicate', 'leave_out'],
  ['duplicate_in_file', 'leave_out'],
  ['empty_file', 'fill_in'],
  ['not_text', 'save_as_csv'],
  ['wrong_encoding', 'choose_encoding'],
  ['duplicate_header', 'rename_column'],
  ['no_text_column', 'map_columns'],
  ['too_large', 'split_file'],
  ['not_json', 'check_json'],
  ['not_an_object', 'check_json'],
  ['too_many_cells', 'check_quotes'],
  ['too_few_cells', 'check_quotes'],
  ['bad_quotes', 'check_quotes'],
  ['unclosed_quote', 'check_quotes'],
  ['record_too_long', 'check_quotes'],
  ['ambiguous_date', 'say_date_order'],
  ['text_is_fixed', 'keep_text'],
  ['unknown_field', 'check_columns'],
]);

/** What mends a problem. */
export function remedyFor(code: ImportProblemCode): Remedy {
  return REMEDY_BY_CODE.get(code) ?? 'correct';
}

/** How many examples of a group are kept: a file of 100,000 bad rows must not fill the memory. */
const EXAMPLES_MAX = 20;

/** Groups problems by what mends them, most frequent first, in bounded memory. */
export class ProblemGroups {
  readonly #groups = new Map<string, { readonly first: RowProblem; count: number; readonly examples: RowProblem[] }>();

  add(problem: RowProblem): void {
    const key = JSON.stringify([problem.remedy, problem.code, problem.column]);
    const group = this.#groups.get(key);
    if (group === undefined) {
      this.#groups.set(key, { first: problem, count: 1, examples: [problem] });
      return;
    }
    group.count += 1;
    if (group.examples.length < EXAMPLES_MAX) group.examples.push(problem);
  }

  list(): readonly ProblemGroup[] {
    return [...this.#groups.values()]
      .map(({ first, count, examples }) => ({
        code: first.code,
        column: first.column,
        remedy: first.remedy,
        count,
        examples: [...examples],
      }))
      .sort((a, b) => b.count - a.count);
  }
}
