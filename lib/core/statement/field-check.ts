import { z } from 'zod';
import { type FieldProblem, PROBLEM_CODES, type ProblemCode } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { seenValue } from '#lib/core/statement/seen-value';

/** Why a field was refused. */
export interface Refusal {
  readonly problem: ProblemCode;
  readonly details?: Readonly<Record<string, string | number>>;
  /** The part of the value that is wrong, where it is not the whole. */
  readonly seen?: string;
}
/** Takes the raw value of a field; null is "not given". */
export type Check<T> = (value: unknown) => Result<T, Refusal>;

/** Refuses a value; `details` are what the sentence of the problem needs. */
export function refuse(
  problem: ProblemCode,
  details?: Refusal['details'],
  seen?: string,
): { readonly ok: false; readonly problem: Refusal } {
  return failed({ problem, ...(details === undefined ? {} : { details }), ...(seen === undefined ? {} : { seen }) });
}

/** The zod schema of a field: what the check refuses becomes one issue that carries the code and the value. */
export function field<T>(check: Check<T>) {
  const given = z.unknown().optional();
  return given.transform((value, ctx): T => {
    const checked = check(value);
    if (checked.ok) return checked.value;
    ctx.addIssue({ code: 'custom', input: value, params: { ...checked.problem } });
    return z.NEVER;
  });
}

/** Refuses null, which is what a check answers for "not given". */
export function required<T>(check: Check<T | null>): Check<T> {
  return (value) => {
    const checked = check(value);
    if (!checked.ok) return checked;
    return checked.value === null ? refuse('required') : ok(checked.value);
  };
}

/** Puts `fallback` in the place of "not given". */
export function withDefault<T>(check: Check<T | null>, fallback: T): Check<T> {
  return (value) => {
    const checked = check(value);
    return checked.ok ? ok(checked.value ?? fallback) : checked;
  };
}

const problemParams = z.object({
  problem: z.enum(PROBLEM_CODES),
  seen: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/**
 * The problems of a value that a schema of {@link field}s refused. Parse with `reportInput: true`, so that
 * they can hold the value seen.
 *
 * @param whole what a problem of the value as a whole is said of.
 * @param neverSeen fields whose value is never repeated.
 */
export function problemsOfError(error: z.ZodError, whole: string, neverSeen: ReadonlySet<string>): readonly FieldProblem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, whole, neverSeen));
}

function problemsOfIssue(issue: z.core.$ZodIssue, whole: string, neverSeen: ReadonlySet<string>): FieldProblem[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: seenValue(path === '' ? key : `${path}.${key}`) ?? '',
      code: 'unknown_field',
    }));
  }
  if (issue.code === 'custom') {
    const { problem, details, seen: part } = problemParams.parse(issue.params);
    const seen = neverSeen.has(path) ? undefined : seenValue(part ?? issue.input);
    return [
      {
        field: path,
        code: problem,
        ...(seen === undefined || seen === '' ? {} : { seen }),
        ...(details === undefined ? {} : { params: details }),
      },
    ];
  }
  // What is left of zod's own issues: something that is no object where an object belongs. It could be a
  // speaker's name or the whole text, so it is not repeated.
  return [{ field: path === '' ? whole : path, code: 'invalid' }];
}
