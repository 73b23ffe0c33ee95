import { z } from 'zod';
import type { SourceInput } from '#lib/core/events/source-input';
import type { Database, Transaction } from '#lib/db/open-database';

const sourceRow = z.object({
  id: z.string(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  publishedOn: z.string().nullable(),
  archiveUrl: z.string().nullable(),
  note: z.string().nullable(),
});

/** A source with all that is known of it. */
export type SourceRecord = z.infer<typeof sourceRow>;

const listedRow = sourceRow.extend({ statements: z.number() });
export type ListedSource = z.infer<typeof listedRow>;

/** The sources of an event's published statements, and those that no statement has yet; most used first. */
export function readSources(db: Database, eventId: string): ListedSource[] {
  return db.rows
    .all(
      `SELECT o."id", o."outlet", o."title", o."url", o."language", o."publishedOn", o."archiveUrl", o."note", count(s."id") AS "statements"
      FROM "Source" o LEFT JOIN "Statement" s ON s."sourceId" = o."id" AND s."eventId" = @event AND s."status" = 'published'
      WHERE s."id" IS NOT NULL OR NOT EXISTS (SELECT 1 FROM "Statement" x WHERE x."sourceId" = o."id")
      GROUP BY o."id" ORDER BY count(s."id") DESC, o."outlet", o."title", o."id"`,
      { event: eventId },
    )
    .map((row) => listedRow.parse(row));
}

/** The source with that id; null when there is none. */
export async function findSource(from: Database['read'] | Transaction, id: string): Promise<SourceRecord | null> {
  const row = await from.source.findUnique({ where: { id } });
  return row === null ? null : sourceRow.parse(row);
}

/** Another source with exactly these particulars; null when there is none. */
export async function findSameSource(tx: Transaction, { note: _note, ...particulars }: SourceInput): Promise<string | null> {
  const row = await tx.source.findFirst({ where: particulars, select: { id: true } });
  return row?.id ?? null;
}

/** Writes a new source. */
export async function insertSource(tx: Transaction, id: string, source: SourceInput, at: string): Promise<void> {
  await tx.source.create({ data: { id, ...source, createdAt: at } });
}

/** Corrects a source, for all statements that have it. */
export async function updateSource(tx: Transaction, id: string, source: SourceInput): Promise<void> {
  await tx.source.update({ where: { id }, data: source });
}
