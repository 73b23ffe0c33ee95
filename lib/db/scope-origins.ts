import { z } from 'zod';
import type { Database } from '#lib/db/open-database';
import { type StatementScope, statementQuery } from '#lib/db/statement-query';

/** Where the numbers of a scope come from: what a picture of them must say once it has left its page. */
export interface ScopeOrigins {
  /** Sources of its statements, the most used first. */
  readonly sources: readonly { readonly name: string; readonly statements: number }[];
  /** Scorers whose scores it reads, the most used first. */
  readonly scorers: readonly { readonly scorer: string; readonly version: string }[];
  /** Instant of the last log row that the data hold; null for an event without one. */
  readonly dataAsOf: string | null;
}

const sourceRow = z.object({ name: z.string(), statements: z.number() });
const scorerRow = z.object({ scorer: z.string(), version: z.string() });
const logRow = z.object({ at: z.string() }).optional();

/** Reads sources, scorers and date of the statements of a scope. */
export function readScopeOrigins(db: Database, scope: StatementScope): ScopeOrigins {
  const query = statementQuery(scope);
  const sources = db.rows
    .all(
      `${query.with}
      SELECT coalesce(o."outlet", o."title", o."url") AS "name", count(*) AS "statements"
      FROM ${query.from} JOIN "Source" o ON o."id" = s."sourceId"
      WHERE ${query.where} AND coalesce(o."outlet", o."title", o."url") IS NOT NULL
      GROUP BY 1 ORDER BY 2 DESC, 1`,
      query.parameters,
    )
    .map((row) => sourceRow.parse(row));
  const scorers = db.rows
    .all(
      `${query.with}
      SELECT m."scorer", m."version", count(*) AS "statements"
      FROM ${query.from} JOIN "MachineScore" m ON m."id" = score."scoreId"
      WHERE ${query.where} AND score."score" IS NOT NULL
      GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
      query.parameters,
    )
    .map((row) => scorerRow.parse(row));
  const { asof } = scope.filter;
  const last = logRow.parse(
    db.rows.get(
      `SELECT "at" FROM "AuditEvent" WHERE "eventId" = @event AND "seq" <= ifnull(@asof, "seq") ORDER BY "seq" DESC LIMIT 1`,
      { event: scope.event.id, asof },
    ),
  );
  return { sources, scorers, dataAsOf: last?.at ?? null };
}
