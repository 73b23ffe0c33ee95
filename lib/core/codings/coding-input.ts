import { z } from 'zod';
import { ADJUDICATION_BASES, type AdjudicationBasis } from '#lib/core/codebook/methods-paragraph';
import type { FieldProblem } from '#lib/core/problem';
import { parseCodeNumber } from '#lib/core/reliability/parse-code-number';
import { failed, ok, type Result } from '#lib/core/result';
import { type Check, field, problemsOfError, refuse, required } from '#lib/core/statement/field-check';
import { type Confidence, choiceCheck, confidenceCheck, lineCheck, textCheck } from '#lib/core/statement/value-checks';

/** Longest value of each field in UTF-16 units, as `maxLength` of a browser counts them. */
export const CODING_LIMITS = { rationale: 2_000, note: 2_000, coder: 100, key: 100, id: 200 } as const;

/** Why coders differed. */
export const DISAGREEMENT_CAUSES = ['ambiguous_text', 'guideline_gap', 'slip', 'other'] as const;
export type DisagreementCause = (typeof DISAGREEMENT_CAUSES)[number];

/** One judgement as somebody sends it; null is "not given". Whether variable and code exist is checked against the codebook. */
export interface CodingInput {
  readonly statement: string;
  /** Key of the variable, such as `stance.rapprochement`. */
  readonly variable: string;
  /** Key of the code. */
  readonly code: string;
  /** Name of the coder. */
  readonly coder: string;
  /** The codebook version that the coder read; null takes the newest. */
  readonly codebookVersion: number | null;
  /** From 1; null is the coder's next answer, or the same answer again. */
  readonly round: number | null;
  readonly confidence: Confidence | null;
  readonly rationale: string | null;
}

/** A final code as somebody sends it. */
export interface AdjudicationInput {
  readonly statement: string;
  readonly variable: string;
  readonly code: string;
  /** Name of the person who decides. */
  readonly coder: string;
  readonly codebookVersion: number | null;
  readonly basis: AdjudicationBasis;
  readonly cause: DisagreementCause | null;
  readonly note: string | null;
}

export interface InvalidCoding {
  readonly kind: 'invalid';
  readonly fields: readonly FieldProblem[];
}

const countFromOne: Check<number | null> = (value) => {
  if (value === undefined || value === null || value === '') return ok(null);
  if (typeof value !== 'number' || Number.isNaN(value)) return refuse('not_a_number', { min: 1, whole: 1 });
  return Number.isInteger(value) && value >= 1 && value <= 1_000_000
    ? ok(value)
    : refuse('out_of_range', { min: 1, max: 1_000_000, whole: 1 });
};

const judged = {
  statement: field(required(lineCheck(CODING_LIMITS.id))),
  variable: field(required(lineCheck(CODING_LIMITS.key))),
  code: field(required(lineCheck(CODING_LIMITS.key))),
  coder: field(required(lineCheck(CODING_LIMITS.coder))),
  codebookVersion: field(countFromOne),
};

const codingSchema = z.strictObject({
  ...judged,
  round: field(countFromOne),
  confidence: field(confidenceCheck),
  rationale: field(textCheck(CODING_LIMITS.rationale)),
});

const adjudicationSchema = z.strictObject({
  ...judged,
  basis: field(required(choiceCheck(ADJUDICATION_BASES))),
  cause: field(choiceCheck(DISAGREEMENT_CAUSES)),
  note: field(textCheck(CODING_LIMITS.note)),
});

/** What is never repeated in an answer: a reason can quote a protected person. */
const NEVER_SEEN: ReadonlySet<string> = new Set(['rationale', 'note']);

/** Checks the shape of one coding and reports every wrong field at once. */
export function parseCoding(input: unknown): Result<CodingInput, InvalidCoding> {
  const parsed = codingSchema.safeParse(input, { reportInput: true });
  return parsed.success
    ? ok(parsed.data)
    : failed({ kind: 'invalid', fields: problemsOfError(parsed.error, 'coding', NEVER_SEEN) });
}

/** Checks the shape of one adjudication and reports every wrong field at once. */
export function parseAdjudication(input: unknown): Result<AdjudicationInput, InvalidCoding> {
  const parsed = adjudicationSchema.safeParse(input, { reportInput: true });
  return parsed.success
    ? ok(parsed.data)
    : failed({ kind: 'invalid', fields: problemsOfError(parsed.error, 'adjudication', NEVER_SEEN) });
}

/**
 * What a form's field or a file's cell says, as a number; anything else as it is, for the check to refuse with the value seen. `2.0` is 2: many
 * programs write a column of whole numbers with gaps so.
 */
function numberFrom(value: string | undefined): string | number | undefined {
  if (value === undefined || value.trim() === '') return undefined;
  return parseCodeNumber(value) ?? value;
}

/** The coding that the fields of a form or the row of a file hold. */
export function codingFromForm(record: Readonly<Record<string, string | undefined>>): unknown {
  return {
    statement: record['statement'],
    variable: record['variable'],
    code: record['code'],
    coder: record['coder'],
    codebookVersion: numberFrom(record['codebook_version']),
    round: numberFrom(record['round']),
    confidence: numberFrom(record['confidence']),
    rationale: record['rationale'],
  };
}

/** The adjudication that the fields of a form hold. */
export function adjudicationFromForm(record: Readonly<Record<string, string | undefined>>): unknown {
  return {
    statement: record['statement'],
    variable: record['variable'],
    code: record['code'],
    coder: record['coder'],
    codebookVersion: numberFrom(record['codebook_version']),
    basis: record['basis'],
    cause: record['cause'],
    note: record['note'],
  };
}
