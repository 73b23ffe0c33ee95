import type { FieldProblem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type Check, required } from '#lib/core/statement/field-check';
import { seenValue } from '#lib/core/statement/seen-value';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import { lineCheck } from '#lib/core/statement/value-checks';

/** Longest reason in UTF-16 units. */
export const REASON_MAX = 500;

/** The name of who does something, as the log keeps it. */
export const checkActor = required(lineCheck(STATEMENT_LIMITS.coder));

/** What is wrong with who changes something, or with why. */
export interface InvalidNote {
  readonly kind: 'invalid';
  readonly fields: readonly FieldProblem[];
}

/** Checks who does something that needs no reason. */
export function parseActor(by: unknown): Result<string, InvalidNote> {
  const checked = checkActor(by);
  return checked.ok ? checked : failed({ kind: 'invalid', fields: [{ field: 'by', code: checked.problem.problem }] });
}

/** Who changes something, and why: what the log needs to say beside old and new. */
export interface ChangeNote {
  readonly by: string;
  readonly reason: string;
}

const CHECKS: readonly (readonly [keyof ChangeNote, Check<string>])[] = [
  ['by', checkActor],
  ['reason', required(lineCheck(REASON_MAX))],
];

/** Checks who and why; every wrong field is reported at once. */
export function parseChangeNote(given: { readonly by: unknown; readonly reason: unknown }): Result<ChangeNote, InvalidNote> {
  const note = { by: '', reason: '' };
  const fields: FieldProblem[] = [];
  for (const [field, check] of CHECKS) {
    const checked = check(given[field]);
    if (checked.ok) note[field] = checked.value;
    else {
      const seen = seenValue(given[field]);
      fields.push({
        field,
        code: checked.problem.problem,
        ...(seen === undefined || seen.trim() === '' ? {} : { seen }),
        ...(checked.problem.details === undefined ? {} : { params: checked.problem.details }),
      });
    }
  }
  return fields.length === 0 ? ok(note) : failed({ kind: 'invalid', fields });
}
