import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type EventRecord, readEvent } from '#lib/db/events';
import { readStatementDetail, type StatementDetail } from '#lib/db/statement-detail';
import { findSimilarStatements, type SimilarStatement } from '#lib/usecases/find-similar-statements';
import { hashOfContent } from '#lib/usecases/prepare-statements';
import type { Workspace } from '#lib/usecases/workspace';

/** A statement with its event and its neighbours; of one that is withheld or deleted only that it is. */
export type FoundStatement =
  | {
      readonly shown: true;
      readonly event: EventRecord;
      readonly statement: StatementDetail;
      readonly similar: readonly SimilarStatement[];
    }
  | {
      readonly shown: false;
      readonly event: EventRecord;
      readonly id: string;
      readonly status: 'draft' | 'withheld' | 'deleted';
      readonly since: string;
    };

/** Finds one statement by its id. Nothing of a withheld or deleted statement but its status leaves this function. */
export async function getStatement(workspace: Workspace, id: string): Promise<Result<FoundStatement, Problem>> {
  const statement = await readStatementDetail(workspace.db, id);
  const event = statement === null ? null : await readEvent(workspace.db, statement.event.slug);
  if (statement === null || event === null) return failed({ kind: 'not_found', what: 'statement', id });
  if (statement.status !== 'published') {
    return ok({ shown: false, event, id, status: statement.status, since: statement.history.at(-1)?.at ?? statement.createdAt });
  }
  const similar = await findSimilarStatements(workspace, {
    eventId: event.id,
    text: statement.text,
    exceptHash: hashOfContent(statement.text),
    statementId: id,
  });
  return ok({ shown: true, event, statement, similar });
}
