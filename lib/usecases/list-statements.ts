import type { Problem } from '#lib/core/problem';
import type { MachineAgreement } from '#lib/core/reliability/machine-agreement';
import { ok, type Result } from '#lib/core/result';
import { type CountedFacet, type FacetCount, readFacets } from '#lib/db/statement-facets';
import { readStatementPage, type StatementPage } from '#lib/db/statement-list';
import { type FoundScope, findScope, type ScopeRequest } from '#lib/usecases/find-scope';
import { type AgreementMarks, marksOf } from '#lib/usecases/get-agreement-marks';
import { stanceMark } from '#lib/usecases/get-comparison';
import { scorerAnswers, scorersOfScores } from '#lib/usecases/get-scorer-agreement';
import type { Workspace } from '#lib/usecases/workspace';

/** A page of statements with what travels with its codes and scores. */
export interface FoundStatementPage {
  readonly scope: FoundScope;
  readonly page: StatementPage;
  /** How far the codes of each variable may be leaned on. */
  readonly marks: AgreementMarks;
  /** How far the scorers of the page's scores agree with the coders. */
  readonly scorers: readonly MachineAgreement[];
}

export interface ListedStatements extends FoundStatementPage {
  readonly facets: Readonly<Record<CountedFacet, readonly FacetCount[]>>;
}

/** One page of an event's statements under a filter, with counts for every facet. */
export async function listStatements(workspace: Workspace, request: ScopeRequest): Promise<Result<ListedStatements, Problem>> {
  const found = await findStatementPage(workspace, request);
  return found.ok ? ok({ ...found.value, facets: readFacets(workspace.db, found.value.scope) }) : found;
}

/** One page of an event's statements under a filter, without the facets: what a program asks for. */
export async function findStatementPage(
  workspace: Workspace,
  request: ScopeRequest,
): Promise<Result<FoundStatementPage, Problem>> {
  const found = await findScope(workspace, { contextByDefault: 'in', ...request });
  if (!found.ok) return found;
  const scope = found.value;
  const blind = scope.blind ?? null;
  const page = readStatementPage(workspace.db, scope);
  return ok({
    scope,
    page,
    marks: marksOf(workspace, scope.event, blind),
    scorers: scorersOfScores(
      workspace,
      scope.event,
      blind,
      page.items.map(({ scoredBy }) => scoredBy),
    ),
  });
}

/** What programs are told of a page: its statements with how far their codes and scores may be leaned on. */
export function statementPageAnswer({ page, scope, marks, scorers }: FoundStatementPage) {
  return {
    ...page,
    agreement: { camp: marks['camp'] ?? null, stance: stanceMark({ scope, marks }) },
    scorers: scorerAnswers(scorers),
  };
}
