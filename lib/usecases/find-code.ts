import type { FieldProblem, Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { seenValue } from '#lib/core/statement/seen-value';
import { isCodeOfAnyVersion, newestVersionNumber } from '#lib/db/codings';
import type { CodeRecord, EventRecord, VariableRecord } from '#lib/db/events';
import type { Transaction } from '#lib/db/open-database';

/** A variable and a code of the newest version, which may be given now. */
export interface FoundCode {
  readonly variable: VariableRecord;
  readonly code: CodeRecord;
}

interface AskedCode {
  readonly variable: string;
  readonly code: string;
  readonly codebookVersion: number | null;
}

function invalid(field: string, code: FieldProblem['code'], value: string): Result<never, Problem> {
  const seen = seenValue(value);
  return failed({ kind: 'invalid', fields: [{ field, code, ...(seen === undefined ? {} : { seen }) }] });
}

/**
 * Finds a code in the event's codebook, inside the transaction that will use it: a version that was published a moment ago counts.
 *
 * @returns `unknown_variable` or `unknown_code` for what no version has, `code_of_other_version` for a code or version that is not the
 * newest one's, or that was superseded in it.
 */
export async function findCode(tx: Transaction, event: EventRecord, asked: AskedCode): Promise<Result<FoundCode, Problem>> {
  const { codebook } = event;
  const newest = await newestVersionNumber(tx, codebook.codebookId);
  const other = (): Result<never, Problem> => {
    const seen = seenValue(asked.code);
    const params = asked.codebookVersion === null || asked.codebookVersion === newest ? {} : { asked: asked.codebookVersion };
    return failed({
      kind: 'conflict',
      code: 'code_of_other_version',
      ...(seen === undefined ? {} : { seen }),
      params: { version: newest, ...params },
    });
  };
  const isOther = newest !== codebook.number || (asked.codebookVersion !== null && asked.codebookVersion !== newest);
  const variable = codebook.variables.find((candidate) => candidate.key === asked.variable);
  if (variable === undefined) return invalid('variable', 'unknown_variable', asked.variable);
  const code = variable.codes.find((candidate) => candidate.key === asked.code);
  if (isOther || (code !== undefined && code.supersededBy !== null)) {
    return other();
  }
  if (code === undefined) {
    return (await isCodeOfAnyVersion(tx, codebook.codebookId, asked.variable, asked.code))
      ? other()
      : invalid('code', 'unknown_code', asked.code);
  }
  return ok({ variable, code });
}

/** Whether a coding made under a version still means what it said when it is read by the newest one. */
export function isStanding(
  event: EventRecord,
  coding: { readonly variableKey: string; readonly code: string; readonly codebookVersion: number },
) {
  const variable = event.codebook.variables.find((candidate) => candidate.key === coding.variableKey);
  const code = variable?.codes.find((candidate) => candidate.key === coding.code);
  if (variable === undefined || code === undefined || code.supersededBy !== null) return false;
  return coding.codebookVersion >= variable.meaningSince && coding.codebookVersion >= code.meaningSince;
}
