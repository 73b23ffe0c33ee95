/**
 * Every expected trouble has a code; the sentence for it lives in the dictionaries, so that
 * the web page, the terminal and the JSON doors say the same in each language.
 */
export const PROBLEM_CODES = [
  'required',
  'too_long',
  'too_short',
  'has_nul',
  'has_lone_surrogate',
  'not_a_date',
  'date_in_future',
  'date_too_early',
  'not_a_url',
  'url_scheme_not_allowed',
  'not_one_of',
  'not_a_language_tag',
  'not_a_number',
  'out_of_range',
  'unknown_camp',
  'unknown_stance',
  'unknown_code',
  'unknown_field',
  'unknown_variable',
  'unknown_target',
  'unknown_event',
  'unknown_coder',
  'unknown_statement',
  'exact_duplicate',
  'near_duplicate',
  'code_of_other_version',
  'round_already_submitted',
  'round_taken_back',
  'not_next_round',
  'other_coder',
  'already_exists',
  'external_id_taken',
  'changed_meanwhile',
  'code_in_use',
  'removal_while_coding',
  'coder_inactive',
  'not_allowed',
  'invalid',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One thing that is wrong with one field: the code, the value seen, and what the sentence needs. */
export interface FieldProblem {
  readonly field: string;
  readonly code: ProblemCode;
  /** The value seen, cut to 80 characters; never the text of a protected person. */
  readonly seen?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Why a use case did not do what was asked. `kind` decides the HTTP status and the exit code. */
export type Problem =
  | { readonly kind: 'invalid'; readonly fields: readonly FieldProblem[] }
  | { readonly kind: 'not_found'; readonly what: string; readonly id: string }
  | {
      readonly kind: 'conflict';
      readonly code: ProblemCode;
      /** The value that conflicts, as {@link FieldProblem} has it. */
      readonly seen?: string;
      readonly existingId?: string;
      /** Statements that are alike but not the same, nearest first. */
      readonly similar?: readonly {
        readonly id: string;
        readonly similarity: number;
        readonly excerpt: string;
        readonly language: string;
      }[];
      readonly params?: Readonly<Record<string, string | number>>;
    }
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number };
