import { z } from 'zod';
import type { Database } from '#lib/db/open-database';

const counters = z.object({
  statements: z.number(),
  sources: z.number(),
  languages: z.number(),
  coders: z.number(),
  lastChange: z.string().nullable(),
  lastSeq: z.number(),
});

/** What stands at the head of an event's pages: how much was collected, by how many, until when. */
export type EventCounters = z.infer<typeof counters>;

/** Counts the published statements of an event with their sources, languages and coders; the date and number of its last log row. */
export function readEventCounters(db: Database, eventId: string): EventCounters {
  return counters.parse(
    db.rows.get(
      `SELECT count(*) AS "statements", count(DISTINCT s."sourceId") AS "sources",
        count(DISTINCT CASE WHEN instr(s."language", '-') > 0 THEN substr(s."language", 1, instr(s."language", '-') - 1) ELSE s."language" END) AS "languages",
        (SELECT count(DISTINCT k."coderId") FROM "Coding" k JOIN "Statement" c ON c."id" = k."statementId"
          WHERE c."eventId" = @event AND c."status" = 'published' AND k."withdrawnSeq" IS NULL) AS "coders",
        (SELECT "at" FROM "AuditEvent" WHERE "eventId" = @event ORDER BY "seq" DESC LIMIT 1) AS "lastChange",
        ifnull((SELECT max("seq") FROM "AuditEvent" WHERE "eventId" = @event), 0) AS "lastSeq"
      FROM "Statement" s WHERE s."eventId" = @event AND s."status" = 'published'`,
      { event: eventId },
    ),
  );
}
