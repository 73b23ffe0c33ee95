import { type FilterSource, readStatementFilter } from '#lib/core/filter/statement-filter';
import type { FieldProblem, Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { readEvent } from '#lib/db/events';
import type { StatementScope } from '#lib/db/statement-query';
import { type CodingSession, findBlindness } from '#lib/usecases/find-blindness';
import type { Workspace } from '#lib/usecases/workspace';

/** The event, target and filter that a page, a chart or a file is about, and what of the filter was not understood. */
export interface FoundScope extends StatementScope {
  readonly problems: readonly FieldProblem[];
}

export interface ScopeRequest {
  readonly eventSlug: string;
  /** Query string or search parameters; `target` in them chooses the target. */
  readonly query: FilterSource;
  /** Whether anything wrong with the filter is refused; pages show what they can instead. */
  readonly isStrict?: boolean;
  /**
   * Whether camps that are context only are in it where the query does not say. A comparison leaves them out; a list or a file
   * for those who check holds everything.
   */
  readonly contextByDefault?: 'in' | 'out';
  /** Who codes, where the reader does: what they have not coded yet is kept from them. */
  readonly coding?: CodingSession | null;
}

/** The value of a name that is no part of the filter, or that is not written in it. */
function written(query: FilterSource, name: string): string | null {
  if (typeof query === 'string' || query instanceof URLSearchParams) return new URLSearchParams(query).get(name);
  const value = query[name];
  return typeof value === 'string' ? value : (value?.[0] ?? null);
}

/** Finds the event of a request and reads its filter against the event's camps. */
export async function findScope(workspace: Workspace, request: ScopeRequest): Promise<Result<FoundScope, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const { filter, problems } = readStatementFilter(request.query, { camps: event.camps.map((camp) => camp.slug) });
  if (request.isStrict === true && problems.length > 0) return failed({ kind: 'invalid', fields: problems });
  const asked = written(request.query, 'target');
  const target = event.targets.find((candidate) => candidate.slug === asked) ?? event.targets[0];
  if (target === undefined) return failed({ kind: 'not_found', what: 'target', id: asked ?? '' });
  const context = written(request.query, 'context') === null ? (request.contextByDefault ?? filter.context) : filter.context;
  const blind = await findBlindness(workspace, event, request.coding);
  return ok({ event, target: target.slug, filter: { ...filter, context }, problems, blind });
}
