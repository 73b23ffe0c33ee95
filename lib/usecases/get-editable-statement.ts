import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import type { Attribution, StatementStatus } from '#lib/core/stance';
import { isNameShown } from '#lib/core/statement/speaker-name';
import { editFormValues } from '#lib/core/statement/statement-edit';
import { findLinked, readEditable } from '#lib/db/editable-statement';
import { type EventRecord, readEvent } from '#lib/db/events';
import type { Workspace } from '#lib/usecases/workspace';

/** A statement for the form that corrects it; of one that is not published only its status. */
export interface FoundEditable {
  readonly id: string;
  readonly event: EventRecord;
  readonly status: StatementStatus;
  /** The log row that last changed it: the form sends it back, so that nobody overwrites what they have not seen. */
  readonly base: number;
  /** Statements that are still published and linked to it as duplicates. */
  readonly linked: readonly string[];
  readonly shown: {
    readonly text: string;
    readonly language: string;
    readonly attribution: Attribution;
    /** Current values by flat field name. */
    readonly values: Readonly<Record<string, string>>;
    /** Whether a name is stored that is shown to nobody: it is not among the values. */
    readonly hasHiddenName: boolean;
  } | null;
}

/** Finds a statement for correction. The name of a speaker at risk does not leave this function, nor any text that is withheld. */
export async function getEditableStatement(workspace: Workspace, id: string): Promise<Result<FoundEditable, Problem>> {
  const record = await readEditable(workspace.db.read, id);
  const event = record === null ? null : await readEvent(workspace.db, record.eventSlug);
  if (record === null || event === null) return failed({ kind: 'not_found', what: 'statement', id });
  const { statement, status } = record;
  const { speaker } = statement;
  const isHidden = speaker !== null && !isNameShown(speaker.risk);
  const values = editFormValues(isHidden ? { ...statement, speaker: { ...speaker, name: null } } : statement);
  return ok({
    id,
    event,
    status,
    base: record.changedSeq,
    linked: await findLinked(workspace.db.read, id),
    shown:
      status === 'published'
        ? {
            text: statement.text,
            language: statement.language,
            attribution: statement.attribution,
            values,
            hasHiddenName: isHidden && speaker.name !== null,
          }
        : null,
  });
}
