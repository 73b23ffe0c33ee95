import { FILE_PROBLEM_CODES, type ImportProblemCode, type RowProblem } from '#lib/core/import/import-problem';
import type { ProblemCode } from '#lib/core/problem';
import type { Dictionary } from '#lib/i18n/dictionary';
import { problemSentence } from '#lib/i18n/problem-sentence';

type FileProblemCode = (typeof FILE_PROBLEM_CODES)[number];

/** Whether a code is one that only a file can have; all others are those of a field. */
function isOfFile(code: ImportProblemCode): code is Exclude<FileProblemCode, ProblemCode> {
  return FILE_PROBLEM_CODES.some((known) => known === code);
}

/** The sentence about a row of a file, without its column. */
export function rowProblemSentence(dictionary: Dictionary, problem: Pick<RowProblem, 'code' | 'seen' | 'params'>): string {
  const { code } = problem;
  if (!isOfFile(code)) {
    return problemSentence(dictionary, {
      code,
      ...(problem.seen === undefined ? {} : { seen: problem.seen }),
      ...(problem.params === undefined ? {} : { params: problem.params }),
    });
  }
  return fileProblemSentence(dictionary, code);
}

/** What a list of rejected rows says: the column where there is one, what is wrong, and what to do where the sentence does not say it. */
export function rejectionSentence(
  dictionary: Dictionary,
  problem: Pick<RowProblem, 'column' | 'code' | 'remedy' | 'seen' | 'params'>,
): string {
  const { column, code, remedy } = problem;
  const start = column === null ? '' : `${column}: `;
  const end = isOfFile(code) ? ` ${dictionary.import.remedies[remedy]}` : '';
  return `${start}${rowProblemSentence(dictionary, problem)}${end}`;
}

/** The sentence about a whole file, or about a row that could not be read as one. */
export function fileProblemSentence(dictionary: Dictionary, code: ImportProblemCode): string {
  return isOfFile(code) ? dictionary.import.fileProblems[code] : problemSentence(dictionary, { code });
}
