import type { FieldProblem, Problem } from '#lib/core/problem';

/** Any problem that a form can show, as problems of its fields; a conflict is said of the field that it is about. */
export function problemFields(problem: Problem, conflictField: string): readonly FieldProblem[] {
  switch (problem.kind) {
    case 'invalid':
      return problem.fields;
    case 'conflict':
      return [
        {
          field: conflictField,
          code: problem.code,
          ...(problem.seen === undefined ? {} : { seen: problem.seen }),
          ...(problem.params === undefined ? {} : { params: problem.params }),
        },
      ];
    case 'not_found':
      return [{ field: conflictField, code: 'unknown_statement', seen: problem.id.slice(0, 80) }];
    case 'busy':
      return [{ field: conflictField, code: 'invalid' }];
  }
}
