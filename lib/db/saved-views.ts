import { z } from 'zod';
import type { Database, Transaction } from '#lib/db/open-database';

const viewRow = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string().nullable(),
  query: z.string(),
  asof: z.number().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
});

/** A filter with a name; pinned to a log row, or as the data are now. */
export type SavedViewRecord = z.infer<typeof viewRow>;

/** The saved views of an event, newest first. */
export function readViews(db: Database, eventId: string): SavedViewRecord[] {
  return db.rows
    .all(
      `SELECT "id", "name", "note", "query", "asof", "createdBy", "createdAt" FROM "SavedView" WHERE "eventId" = @event
      ORDER BY "createdAt" DESC, "id" DESC`,
      { event: eventId },
    )
    .map((row) => viewRow.parse(row));
}

/** Whether the event has a view of that name. */
export async function hasViewName(tx: Transaction, eventId: string, name: string): Promise<boolean> {
  return (await tx.savedView.count({ where: { eventId, name } })) > 0;
}

/** Writes a view. */
export async function insertView(tx: Transaction, eventId: string, view: SavedViewRecord): Promise<void> {
  await tx.savedView.create({ data: { eventId, ...view } });
}

/** Removes a view of an event; null when there is none, else what it was. */
export async function removeView(tx: Transaction, eventId: string, id: string): Promise<SavedViewRecord | null> {
  const row = await tx.savedView.findFirst({ where: { id, eventId } });
  if (row === null) return null;
  await tx.savedView.delete({ where: { id } });
  return viewRow.parse(row);
}

const changesRow = z.object({
  at: z.string().nullable(),
  codings: z.number(),
  statements: z.number(),
  edited: z.number(),
  hidden: z.number(),
});

/** What has happened in an event since a row of the log. */
export interface ChangesSince {
  /** When that row was written; null when there is no such row. */
  readonly at: string | null;
  /** Codings given or taken back, and adjudications made or reopened. */
  readonly codings: number;
  /** Statements added that are shown now. */
  readonly statements: number;
  /** Statements that were there then and whose date, source, speaker or translation was corrected: a pinned page shows them corrected. */
  readonly edited: number;
  /** Statements that were there then and are withheld or deleted by now: a pinned page lacks them too. */
  readonly hidden: number;
}

/** Counts what has changed in an event since a row of the log. */
export function readChangesSince(db: Database, eventId: string, asof: number): ChangesSince {
  return changesRow.parse(
    db.rows.get(
      `SELECT (SELECT "at" FROM "AuditEvent" WHERE "seq" <= @asof ORDER BY "seq" DESC LIMIT 1) AS "at",
        (SELECT count(*) FROM "Coding" c JOIN "Statement" s ON s."id" = c."statementId"
          WHERE s."eventId" = @event AND s."status" = 'published' AND s."createdSeq" <= @asof
            AND (c."createdSeq" > @asof OR ifnull(c."withdrawnSeq", 0) > @asof))
        + (SELECT count(*) FROM "Adjudication" a JOIN "Statement" s ON s."id" = a."statementId"
          WHERE s."eventId" = @event AND s."status" = 'published' AND s."createdSeq" <= @asof
            AND (a."createdSeq" > @asof OR ifnull(a."reopenedSeq", 0) > @asof)) AS "codings",
        (SELECT count(*) FROM "Statement" WHERE "eventId" = @event AND "status" = 'published' AND "createdSeq" > @asof) AS "statements",
        (SELECT count(DISTINCT s."id") FROM "AuditEvent" e JOIN "Statement" s ON s."id" = e."entityId"
          WHERE e."eventId" = @event AND e."seq" > @asof AND e."action" = 'statement.edited'
            AND s."status" = 'published' AND s."createdSeq" <= @asof) AS "edited",
        (SELECT count(*) FROM "Statement" WHERE "eventId" = @event AND "status" IN ('withheld', 'deleted')
          AND "createdSeq" <= @asof AND "changedSeq" > @asof) AS "hidden"`,
      { event: eventId, asof },
    ),
  );
}
