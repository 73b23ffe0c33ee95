import { z } from 'zod';
import { searchShadow } from '#lib/core/search/search-shadow';
import { ATTRIBUTIONS, SPEAKER_RISKS, STATEMENT_STATUSES, type StatementStatus, TRANSLATORS } from '#lib/core/stance';
import { parsePartialDate } from '#lib/core/statement/partial-date';
import type { EditablePart, EditableStatement } from '#lib/core/statement/statement-edit';
import { SPEAKER_KINDS } from '#lib/core/statement/statement-input';
import { insertRows } from '#lib/db/insert-rows';
import type { Database, Transaction } from '#lib/db/open-database';
import { findOrCreateSource } from '#lib/db/sources';
import { findOrCreateSpeaker } from '#lib/db/speakers';

/** A stored statement as an edit works on it; the speaker's name is in it whatever the risk, so it leaves no door as it is. */
export interface EditableRecord {
  readonly id: string;
  readonly eventId: string;
  readonly eventSlug: string;
  readonly status: StatementStatus;
  readonly changedSeq: number;
  readonly contentHash: string;
  readonly translationId: string | null;
  readonly speakerId: string | null;
  readonly statement: EditableStatement;
}

/** Reads a statement for correction, in whatever status; null when there is none. */
export async function readEditable(from: Database['read'] | Transaction, id: string): Promise<EditableRecord | null> {
  const row = await from.statement.findUnique({
    where: { id },
    select: {
      id: true,
      eventId: true,
      status: true,
      changedSeq: true,
      contentHash: true,
      originalText: true,
      language: true,
      attribution: true,
      locator: true,
      saidOn: true,
      speakerId: true,
      event: { select: { slug: true } },
      source: true,
      speaker: true,
      translations: { orderBy: [{ createdSeq: 'desc' }, { id: 'asc' }], take: 1 },
    },
  });
  if (row === null) return null;
  const { source, speaker } = row;
  const translation = row.translations[0];
  return {
    id: row.id,
    eventId: row.eventId,
    eventSlug: row.event.slug,
    status: z.enum(STATEMENT_STATUSES).parse(row.status),
    changedSeq: row.changedSeq,
    contentHash: row.contentHash,
    translationId: translation?.id ?? null,
    speakerId: row.speakerId,
    statement: {
      text: row.originalText,
      language: row.language,
      translation:
        translation === undefined
          ? null
          : { text: translation.text, language: translation.language, by: z.enum(TRANSLATORS).parse(translation.madeBy) },
      speaker:
        speaker === null
          ? null
          : {
              name: speaker.displayName,
              pseudonym: speaker.pseudonym,
              kind: z.enum(SPEAKER_KINDS).parse(speaker.kind),
              risk: z.enum(SPEAKER_RISKS).parse(speaker.risk),
            },
      attribution: z.enum(ATTRIBUTIONS).parse(row.attribution),
      source:
        source === null
          ? null
          : {
              outlet: source.outlet,
              title: source.title,
              url: source.url,
              language: source.language,
              published: source.publishedOn === null ? null : parsePartialDate(source.publishedOn),
              archiveUrl: source.archiveUrl,
            },
      locator: row.locator,
      saidOn: row.saidOn === null ? null : parsePartialDate(row.saidOn),
    },
  };
}

/** What an edit stores, and by which row of the log. */
export interface EditToStore {
  readonly record: EditableRecord;
  readonly statement: EditableStatement;
  readonly changed: readonly EditablePart[];
  readonly at: string;
  readonly seq: number;
  readonly newId: () => string;
}

/**
 * Stores the changed parts of a statement and its search text; the scores of changed texts are the caller's.
 *
 * @returns the id of the translation as it is now, null when there is none.
 */
export async function storeEdit(tx: Transaction, edit: EditToStore): Promise<string | null> {
  const { record, statement, at, seq, newId } = edit;
  const isChanged = (part: EditablePart) => edit.changed.includes(part);
  const making = { at, newId };
  await tx.statement.update({
    where: { id: record.id },
    data: {
      language: statement.language,
      attribution: statement.attribution,
      locator: statement.locator,
      saidOn: statement.saidOn?.value ?? null,
      saidOnPrecision: statement.saidOn?.precision ?? 'unknown',
      ...(isChanged('source')
        ? { sourceId: statement.source === null ? null : await findOrCreateSource(tx, statement.source, making) }
        : {}),
      ...(isChanged('speaker')
        ? { speakerId: statement.speaker === null ? null : await findOrCreateSpeaker(tx, statement.speaker, making) }
        : {}),
      updatedAt: at,
      changedSeq: seq,
    },
  });
  const translationId = isChanged('translation') ? await storeTranslation(tx, edit) : record.translationId;
  if (record.status === 'published') await writeSearchRow(tx, record.id, statement);
  return translationId;
}

async function storeTranslation(tx: Transaction, { record, statement, at, seq, newId }: EditToStore): Promise<string | null> {
  const { translation } = statement;
  if (translation === null) {
    if (record.translationId !== null) await tx.translation.delete({ where: { id: record.translationId } });
    return null;
  }
  const data = { language: translation.language, text: translation.text, madeBy: translation.by };
  if (record.translationId !== null) {
    await tx.translation.update({ where: { id: record.translationId }, data });
    return record.translationId;
  }
  const id = newId();
  await tx.translation.create({ data: { id, statementId: record.id, ...data, createdAt: at, createdSeq: seq } });
  return id;
}

/** Puts the folded text of a statement where searches find it, in place of what was there. */
export async function writeSearchRow(
  tx: Transaction,
  id: string,
  statement: Pick<EditableStatement, 'text' | 'translation'>,
): Promise<void> {
  await removeSearchRow(tx, id);
  await insertRows(tx, 'StatementSearch', [
    { statementId: id, folded: searchShadow(statement.text, statement.translation?.text ?? null) },
  ]);
}

/** Takes a statement out of all searches. */
export async function removeSearchRow(tx: Transaction, id: string): Promise<void> {
  await tx.statementSearch.deleteMany({ where: { statementId: id } });
}

/** Sets the status of a statement, and with it whether searches find it. */
export async function storeStatus(
  tx: Transaction,
  change: { readonly record: EditableRecord; readonly status: StatementStatus; readonly at: string; readonly seq: number },
): Promise<void> {
  const { record, status, at, seq } = change;
  await tx.statement.update({ where: { id: record.id }, data: { status, updatedAt: at, changedSeq: seq } });
  if (status === 'published') await writeSearchRow(tx, record.id, record.statement);
  else await removeSearchRow(tx, record.id);
}

const statusBefore = z.object({ status: z.enum(STATEMENT_STATUSES) });

/** The status that a statement had before it was last deleted, as the log has it; null when the log does not say (any more). */
export async function statusBeforeDeletion(tx: Transaction, id: string): Promise<StatementStatus | null> {
  const row = await tx.auditEvent.findFirst({
    where: { entity: 'statement', entityId: id, action: 'statement.deleted' },
    orderBy: { seq: 'desc' },
    select: { detail: { select: { before: true } } },
  });
  const before = row?.detail?.before;
  if (before === null || before === undefined) return null;
  const parsed = statusBefore.safeParse(JSON.parse(before));
  return parsed.success ? parsed.data.status : null;
}

/** The event's other statement that stands with the same text and is not linked to this one as its duplicate. */
export async function findSameText(tx: Transaction, record: EditableRecord): Promise<string | null> {
  const found = await tx.statement.findFirst({
    where: {
      eventId: record.eventId,
      contentHash: record.contentHash,
      status: { not: 'deleted' },
      NOT: { id: record.id },
      OR: [{ duplicateOfId: null }, { NOT: { duplicateOfId: record.id } }],
      duplicates: { none: { id: record.id } },
    },
    orderBy: { createdSeq: 'asc' },
    select: { id: true },
  });
  return found?.id ?? null;
}

/** Ids of the published statements that are marked as copies of a statement, or of which it is a copy. */
export async function findLinked(from: Database['read'] | Transaction, id: string): Promise<string[]> {
  const rows = await from.statement.findMany({
    where: { status: 'published', OR: [{ duplicateOfId: id }, { duplicates: { some: { id } } }] },
    orderBy: { createdSeq: 'asc' },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/**
 * Removes what is stored of a speaker whose name must be nowhere any more: the row, when no other statement has it, and the details of
 * the log rows of this statement that hold the name. The chain of the log keeps their hashes.
 *
 * @returns the numbers of the log rows that lost their detail.
 */
export async function forgetSpeakerName(tx: Transaction, record: EditableRecord): Promise<number[]> {
  const name = record.statement.speaker?.name ?? null;
  if (name === null) return [];
  if (record.speakerId !== null && (await tx.statement.count({ where: { speakerId: record.speakerId } })) === 0) {
    await tx.speaker.delete({ where: { id: record.speakerId } });
  }
  const rows = await tx.auditDetail.findMany({
    where: { event: { entity: 'statement', entityId: record.id } },
    select: { seq: true, before: true, after: true },
  });
  const written = JSON.stringify(name).slice(1, -1);
  const holding = rows.filter((row) => (row.before ?? '').includes(written) || (row.after ?? '').includes(written));
  const seqs = holding.map((row) => row.seq);
  await tx.auditDetail.deleteMany({ where: { seq: { in: seqs } } });
  return seqs;
}
