import { FILE_PROBLEM_CODES, remedyFor } from '#lib/core/import/import-problem';
import type { FieldProblem, ProblemCode } from '#lib/core/problem';
import type { Dictionary } from '#lib/i18n/dictionary';

/** What a sentence about a problem may speak of. */
interface ProblemDetail {
  /** The value seen. */
  readonly seen: string | undefined;
  readonly params: Readonly<Record<string, string | number | undefined>>;
}

/** One sentence for every code: what is wrong with the value seen, and what to do. */
export type ProblemSentences = Readonly<Record<ProblemCode, (detail: ProblemDetail) => string>>;

/** The sentence for a field's problem in the dictionary's language. */
export function problemSentence(
  dictionary: Pick<Dictionary, 'problems' | 'import'>,
  problem: Pick<FieldProblem, 'code' | 'seen' | 'params'> & { readonly field?: string },
): string {
  // A file or row that cannot be read says why.
  const reason = problem.code === 'invalid' ? problem.params?.['reason'] : undefined;
  const unreadable = FILE_PROBLEM_CODES.find((known) => known === reason);
  if (unreadable !== undefined) {
    const sentence = dictionary.import.fileProblems[unreadable];
    if (problem.params?.['row'] !== 0) return `${sentence} ${dictionary.import.remedies[remedyFor(unreadable)]}`;
    return problem.seen === undefined ? sentence : `${sentence} (${problem.seen})`;
  }
  // Of a field that there is not, the name is what was seen.
  const seen = problem.seen ?? (problem.code === 'unknown_field' ? problem.field : undefined);
  return dictionary.problems[problem.code]({ seen, params: problem.params ?? {} });
}
