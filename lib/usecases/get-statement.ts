import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type EventRecord, readEvent } from '#lib/db/events';
import { type HiddenParts, readHiddenParts } from '#lib/db/hidden-parts';
import { readStatementDetail, type StatementDetail } from '#lib/db/statement-detail';
import { type CodingSession, findBlindness } from '#lib/usecases/find-blindness';
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
      /** What is kept from a reader who codes and has not coded it yet; nothing of it is in `statement`. */
      readonly hidden: HiddenParts;
    }
  | {
      readonly shown: false;
      readonly event: EventRecord;
      readonly id: string;
      readonly status: 'draft' | 'withheld' | 'deleted';
      readonly since: string;
    };

/** Rows of the log that tell of somebody's judgement. */
const JUDGING = 'coding.';

/** The statement without what others and the machine said of it, where the reader has to judge for themselves first. */
function withoutHidden(statement: StatementDetail, hidden: HiddenParts): StatementDetail {
  if (hidden.variables.length === 0 && !hidden.score) return statement;
  const isShown = (part: { readonly variableKey: string }) => !hidden.variables.includes(part.variableKey);
  return {
    ...statement,
    resolved: Object.fromEntries(Object.entries(statement.resolved).filter(([variableKey]) => isShown({ variableKey }))),
    codings: statement.codings.filter(isShown),
    adjudications: statement.adjudications.filter(isShown),
    scores: hidden.score ? [] : statement.scores,
    readingsDiffer: hidden.score ? false : statement.readingsDiffer,
    // That somebody coded is a trace too, and the log does not say on which variable.
    history: statement.history.filter((row) => !row.action.startsWith(JUDGING)),
  };
}

/**
 * Finds one statement by its id. Nothing of a withheld or deleted statement but its status leaves this function, and nothing of what
 * others said of it as long as the reader, who codes, has not said it themselves.
 */
export async function getStatement(
  workspace: Workspace,
  id: string,
  coding: CodingSession | null = null,
): Promise<Result<FoundStatement, Problem>> {
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
  const hidden = readHiddenParts(workspace.db, id, await findBlindness(workspace, event, coding));
  return ok({ shown: true, event, statement: withoutHidden(statement, hidden), similar, hidden });
}
