import type { Problem } from '#lib/core/problem';
import { ok, type Result } from '#lib/core/result';
import { type CountedFacet, type FacetCount, readFacets } from '#lib/db/statement-facets';
import { readStatementPage, type StatementPage } from '#lib/db/statement-list';
import { stanceVariable } from '#lib/db/statement-query';
import { type FoundScope, findScope, type ScopeRequest } from '#lib/usecases/find-scope';
import { marksOf, type VariableMark } from '#lib/usecases/get-agreement-marks';
import type { Workspace } from '#lib/usecases/workspace';

export interface ListedStatements {
  readonly scope: FoundScope;
  readonly page: StatementPage;
  readonly facets: Readonly<Record<CountedFacet, readonly FacetCount[]>>;
}

/** A page of statements as programs are told it. */
export interface FoundStatementPage extends Omit<ListedStatements, 'facets'> {
  /** How far the codes in it may be leaned on. */
  readonly agreement: Readonly<Record<'camp' | 'stance', VariableMark | null>>;
}

/** One page of an event's statements under a filter, with counts for every facet. */
export async function listStatements(workspace: Workspace, request: ScopeRequest): Promise<Result<ListedStatements, Problem>> {
  const found = await findScope(workspace, { contextByDefault: 'in', ...request });
  if (!found.ok) return found;
  const scope = found.value;
  return ok({ scope, page: readStatementPage(workspace.db, scope), facets: readFacets(workspace.db, scope) });
}

/** One page of an event's statements under a filter, without the facets: what a program asks for. */
export async function findStatementPage(
  workspace: Workspace,
  request: ScopeRequest,
): Promise<Result<FoundStatementPage, Problem>> {
  const found = await findScope(workspace, { contextByDefault: 'in', ...request });
  if (!found.ok) return found;
  const scope = found.value;
  const marks = marksOf(workspace, scope.event, scope.blind ?? null);
  return ok({
    scope,
    page: readStatementPage(workspace.db, scope),
    agreement: { camp: marks['camp'] ?? null, stance: marks[stanceVariable(scope.target)] ?? null },
  });
}
