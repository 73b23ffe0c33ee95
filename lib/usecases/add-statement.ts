import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import type { TextScore } from '#lib/core/score';
import { differingParts } from '#lib/core/statement/canonical-json';
import { type StatementInput, statementParser } from '#lib/core/statement/statement-input';
import { addStatements, type PreparedStatement } from '#lib/db/add-statements';
import { type EventRecord, readEvent } from '#lib/db/events';
import type { Transaction } from '#lib/db/open-database';
import { findByContentHash, findByExternalId, readAddedWith } from '#lib/db/statement-lookup';
import { findSimilarStatements } from '#lib/usecases/find-similar-statements';
import { prepareStatements } from '#lib/usecases/prepare-statements';
import { instant, today, type Workspace } from '#lib/usecases/workspace';

export interface AddStatementInput {
  readonly eventSlug: string;
  /** The nested shape that `statementFromForm` gives or a JSON caller sends. */
  readonly statement: unknown;
  /** Who is shown in the log: the coder's name where none is given. */
  readonly actor?: string;
  /** True once the person has seen the similar statements and wants to save all the same. */
  readonly saveSimilar?: boolean;
}

export interface AddedStatement {
  readonly id: string;
  /** False when the caller's own id was already here: nothing was added. */
  readonly created: boolean;
  readonly score: TextScore | null;
  readonly input: StatementInput;
}

/** Why nothing is added: the caller's id was here with the same values, or with others, or the text was. */
type HereAlready =
  | { readonly kind: 'same'; readonly id: string }
  | { readonly kind: 'taken'; readonly id: string; readonly fields: readonly string[] }
  | { readonly kind: 'exact'; readonly id: string };

/** What is checked inside the transaction, so that two requests at once cannot both pass. */
async function whatIsHereAlready(tx: Transaction, event: EventRecord, prepared: PreparedStatement): Promise<HereAlready | null> {
  const { externalId } = prepared.input;
  const known = externalId === null ? null : await findByExternalId(tx, event.id, externalId);
  if (known !== null) {
    const fields = await fieldsThatDiffer(tx, known, prepared);
    return fields.length === 0 ? { kind: 'same', id: known } : { kind: 'taken', id: known, fields };
  }
  const exact = await findByContentHash(tx, event.id, prepared.contentHash);
  return exact === null ? null : { kind: 'exact', id: exact };
}

/** In what a request differs from the one that made a statement. */
async function fieldsThatDiffer(tx: Transaction, id: string, prepared: PreparedStatement): Promise<readonly string[]> {
  const before = await readAddedWith(tx, id);
  if (before.input !== null) return differingParts(before.input, prepared.input);
  return before.contentHash === prepared.contentHash ? [] : ['text'];
}

/**
 * Adds one reaction: checked, compared with what is here, scored, and stored with its coding, score and log row in one transaction.
 *
 * @returns `conflict` with `exact_duplicate` when the same text is here, with `near_duplicate` when similar ones are and the person
 * has not said to save all the same, with `external_id_taken` when the caller's id belongs to a statement that was sent with other values;
 * the same statement with the same caller's id again is the one that it made before.
 */
export async function addStatement(workspace: Workspace, request: AddStatementInput): Promise<Result<AddedStatement, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const parsed = statementParser({
    today: today(workspace),
    camps: event.camps.filter((camp) => !camp.retired).map((camp) => camp.slug),
    targets: event.targets.map((target) => target.slug),
  })(request.statement);
  if (!parsed.ok) return parsed;

  const [prepared] = await prepareStatements(workspace, [{ id: workspace.newId(), input: parsed.value }]);
  if (prepared === undefined) throw new Error('Preparing a statement gave nothing.');
  if (request.saveSimilar !== true && parsed.value.externalId === null) {
    const similar = await findSimilarStatements(workspace, {
      eventId: event.id,
      text: parsed.value.text,
      exceptHash: prepared.contentHash,
    });
    if (similar.length > 0) return failed({ kind: 'conflict', code: 'near_duplicate', similar });
  }

  const here = await workspace.db.write(async (tx) => {
    const found = await whatIsHereAlready(tx, event, prepared);
    if (found === null) {
      await addStatements(tx, [prepared], {
        event,
        actor: request.actor ?? parsed.value.coder ?? 'unknown',
        at: instant(workspace),
        newId: workspace.newId,
        importBatchId: null,
        action: 'statement.added',
      });
    }
    return found;
  });
  if (here?.kind === 'exact') return failed({ kind: 'conflict', code: 'exact_duplicate', existingId: here.id });
  if (here?.kind === 'taken') {
    const fields = here.fields.join(', ');
    return failed({ kind: 'conflict', code: 'external_id_taken', existingId: here.id, params: { fields } });
  }
  return ok({
    id: here === null ? prepared.id : here.id,
    created: here === null,
    score: prepared.originalScore,
    input: prepared.input,
  });
}
