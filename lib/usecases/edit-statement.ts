import { parseChangeNote } from '#lib/core/change-note';
import type { FieldProblem, Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import type { TextScore } from '#lib/core/score';
import { seenValue } from '#lib/core/statement/seen-value';
import { applyEdit, type EditableStatement, type EditedStatement } from '#lib/core/statement/statement-edit';
import { DETECT_LANGUAGE } from '#lib/core/statement/statement-input';
import { appendLog } from '#lib/db/audit-log';
import { findCoder, findOrCreateCoder } from '#lib/db/coders';
import { findOwnCodings, storeCodings } from '#lib/db/codings';
import { type EditableRecord, forgetSpeakerName, readEditable, storeEdit } from '#lib/db/editable-statement';
import { type EventRecord, readEvent } from '#lib/db/events';
import { type NewScore, refreshCurrentScores, storeScores } from '#lib/db/machine-scores';
import type { Transaction } from '#lib/db/open-database';
import { findCode, isStanding } from '#lib/usecases/find-code';
import { instant, today, type Workspace } from '#lib/usecases/workspace';

export interface EditStatementInput {
  readonly id: string;
  /** A JSON merge patch of the parts that can be corrected. */
  readonly changes: unknown;
  /** Slug of the camp that the person who edits codes; left out or null leaves the camp to its coders. */
  readonly camp?: string | null;
  readonly by: unknown;
  readonly reason: unknown;
  /** The log row that the statement was last changed by when the person opened it; a later one is a conflict. */
  readonly base?: number | null;
}

export interface EditOutcome {
  readonly id: string;
  readonly event: string;
  /** Names of what is another than before, `camp` for a new coding; empty where nothing was. */
  readonly changed: readonly string[];
  /** Whether the camp is disputed now, because the new coding differs from another coder's. */
  readonly isCampDisputed: boolean;
}

/** So many times the edit is worked out again when somebody else's change came between. */
const TRIES = 3;

/**
 * Corrects what is known of a statement: everything but its original text. Old and new, who and why go into the log; changed texts are
 * scored again; a camp is given as a coding of the person who edits, beside those of others.
 *
 * @returns `changed_meanwhile` when somebody else changed the statement after the person opened it.
 */
export async function editStatement(workspace: Workspace, request: EditStatementInput): Promise<Result<EditOutcome, Problem>> {
  const note = parseChangeNote(request);
  for (let attempt = 1; ; attempt += 1) {
    const record = await readEditable(workspace.db.read, request.id);
    const event = record === null ? null : await readEvent(workspace.db, record.eventSlug);
    if (record === null || event === null || record.status === 'deleted') {
      return failed({ kind: 'not_found', what: 'statement', id: request.id });
    }
    if (typeof request.base === 'number' && request.base !== record.changedSeq) {
      return failed({ kind: 'conflict', code: 'changed_meanwhile', existingId: record.id });
    }
    const edit = applyEdit(record.statement, request.changes, { today: today(workspace) });
    if (!edit.ok || !note.ok) {
      const fields = [...(edit.ok ? [] : edit.problem.fields), ...(note.ok ? [] : note.problem.fields)];
      return failed({ kind: 'invalid', fields });
    }
    const { scores, language } = await scoreChangedTexts(workspace, edit.value);
    const edited: EditedStatement = { ...edit.value, statement: { ...edit.value.statement, language } };
    const stored = await workspace.db.write(async (tx) => {
      const now = await readEditable(tx, request.id);
      if (now?.changedSeq !== record.changedSeq) return null;
      return store(tx, workspace, { record, event, edited, scores, camp: request.camp ?? null, ...note.value });
    });
    if (stored !== null) return stored;
    if (attempt === TRIES) return failed({ kind: 'conflict', code: 'changed_meanwhile', existingId: request.id });
  }
}

/** Scores of the texts that an edit changes: null where there is nothing to score again. */
interface ChangedScores {
  readonly original: TextScore | null;
  readonly translation: TextScore | null;
}

async function scoreChangedTexts(
  workspace: Workspace,
  { statement, changed }: EditedStatement,
): Promise<{ readonly scores: ChangedScores; readonly language: string }> {
  const isOriginalRead = changed.includes('language');
  const isTranslationRead = changed.includes('translation') && statement.translation !== null;
  const original = isOriginalRead ? await workspace.scoring.score(statement.text, statement.language) : null;
  const translation =
    isTranslationRead && statement.translation !== null
      ? await workspace.scoring.score(statement.translation.text, statement.translation.language)
      : null;
  const language = statement.language === DETECT_LANGUAGE ? (original?.language ?? statement.language) : statement.language;
  return { scores: { original, translation }, language };
}

interface Storing {
  readonly record: EditableRecord;
  readonly event: EventRecord;
  readonly edited: EditedStatement;
  readonly scores: ChangedScores;
  readonly camp: string | null;
  readonly by: string;
  readonly reason: string;
}

async function store(tx: Transaction, workspace: Workspace, storing: Storing): Promise<Result<EditOutcome, Problem>> {
  const { record, event, edited, scores, by } = storing;
  const at = instant(workspace);
  const { newId } = workspace;
  const camp = storing.camp === null ? null : await campCoding(tx, storing, { at, newId });
  if (camp !== null && !camp.ok) return camp;
  const changed = changedParts(edited, record.statement);
  const statement = withoutProtectedName(edited.statement);

  if (changed.length > 0) {
    const isHidden = statement.speaker?.risk === 'protected';
    const [seq = 0] = await appendLog(tx, [
      {
        at,
        actor: by,
        action: 'statement.edited',
        entity: 'statement',
        entityId: record.id,
        eventId: event.id,
        reason: storing.reason,
        before: partsOf(isHidden ? nameless(record.statement) : record.statement, changed),
        after: partsOf(statement, changed),
      },
    ]);
    const translationId = await storeEdit(tx, { record, statement, changed, at, seq, newId });
    const fresh: NewScore[] = [];
    if (scores.original !== null) {
      fresh.push({ id: newId(), statementId: record.id, translationId: null, score: scores.original });
    }
    if (scores.translation !== null && translationId !== null) {
      fresh.push({ id: newId(), statementId: record.id, translationId, score: scores.translation });
    }
    await storeScores(tx, fresh, at, seq);
    await refreshCurrentScores(tx, [record.id]);
    if (isHidden) {
      const purged = await forgetSpeakerName(tx, record);
      if (purged.length > 0) {
        await appendLog(tx, [
          {
            at,
            actor: by,
            action: 'speaker.name_forgotten',
            entity: 'statement',
            entityId: record.id,
            eventId: event.id,
            reason: storing.reason,
            after: { logRowsWithoutDetail: purged },
          },
        ]);
      }
    }
  }
  const codings = camp?.value ?? [];
  await storeCodings(tx, codings, { eventId: event.id, actor: by, at });
  const resolved = await tx.resolvedCode.findUnique({
    where: { statementId_variableKey: { statementId: record.id, variableKey: 'camp' } },
    select: { basis: true },
  });
  return ok({
    id: record.id,
    event: event.slug,
    changed: [...changed, ...(codings.length > 0 ? ['camp'] : [])],
    isCampDisputed: resolved?.basis === 'disputed',
  });
}

/** A language to be guessed may turn out to be the one that was there. */
function changedParts({ statement, changed }: EditedStatement, before: EditableStatement) {
  return changed.filter((part) => part !== 'language' || statement.language !== before.language);
}

function nameless(statement: EditableStatement): EditableStatement {
  return statement.speaker === null ? statement : { ...statement, speaker: { ...statement.speaker, name: null } };
}

/** The name of a protected speaker is not stored anywhere. */
function withoutProtectedName(statement: EditableStatement): EditableStatement {
  return statement.speaker?.risk === 'protected' ? nameless(statement) : statement;
}

function partsOf(statement: EditableStatement, parts: readonly (keyof EditableStatement)[]) {
  return Object.fromEntries(parts.map((part) => [part, statement[part]]));
}

/** The coding that gives the camp: the next round of the person who edits, or none where they said the same before. */
async function campCoding(
  tx: Transaction,
  { record, event, camp, by }: Storing,
  making: { readonly at: string; readonly newId: () => string },
): Promise<Result<Parameters<typeof storeCodings>[1], Problem>> {
  if (camp === null) return ok([]);
  const known = event.camps.find((candidate) => candidate.slug === camp);
  if (known === undefined || known.retired) {
    const seen = seenValue(camp);
    const problem: FieldProblem = { field: 'camp', code: 'unknown_camp', ...(seen === undefined ? {} : { seen }) };
    return failed({ kind: 'invalid', fields: [problem] });
  }
  const found = await findCode(tx, event, { variable: 'camp', code: camp, codebookVersion: null });
  if (!found.ok) return found;
  const { variable, code } = found.value;
  const coderId = await findOrCreateCoder(tx, by, making);
  const coder = await findCoder(tx, by);
  if (coder !== null && !coder.active) {
    const seen = seenValue(by);
    return failed({
      kind: 'invalid',
      fields: [{ field: 'by', code: 'coder_inactive', ...(seen === undefined ? {} : { seen }) }],
    });
  }
  const own = await findOwnCodings(tx, { statementId: record.id, variableKey: 'camp', coderId });
  const latest = own.findLast((row) => !row.withdrawn && isStanding(event, { ...row, variableKey: 'camp' }));
  if (latest?.code === camp) return ok([]);
  const round = 1 + Math.max(0, ...own.filter((row) => row.variableId === variable.id).map((row) => row.round));
  return ok([
    {
      id: making.newId(),
      statementId: record.id,
      variableId: variable.id,
      variableKey: variable.key,
      codeId: code.id,
      code: code.key,
      codebookVersion: event.codebook.number,
      coderId,
      round,
      confidence: null,
      rationale: null,
    },
  ]);
}
