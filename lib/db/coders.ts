import { z } from 'zod';
import type { Database, Transaction } from '#lib/db/open-database';

interface Making {
  readonly at: string;
  readonly newId: () => string;
}

/** The coder with that name, made when there is none; names are compared as they are written, without white space around them. */
export async function findOrCreateCoder(tx: Transaction, name: string, making: Making): Promise<string> {
  const trimmed = name.trim();
  const known = await tx.coder.findUnique({ where: { name: trimmed }, select: { id: true } });
  if (known !== null) return known.id;
  const number = (await tx.coder.count()) + 1;
  const made = await tx.coder.create({
    data: { id: making.newId(), name: trimmed, pseudonym: `coder-${number}`, active: 1, createdAt: making.at },
    select: { id: true },
  });
  return made.id;
}

/** A person who codes. */
export interface CoderRecord {
  readonly id: string;
  readonly name: string;
  /** Stands for the name in files. */
  readonly pseudonym: string;
  readonly active: boolean;
}

const coderFields = { id: true, name: true, pseudonym: true, active: true } as const;

/** The coder with exactly that name; null when there is none. */
export async function findCoder(from: Database['read'] | Transaction, name: string): Promise<CoderRecord | null> {
  const row = await from.coder.findUnique({ where: { name: name.trim() }, select: coderFields });
  return row === null ? null : { ...row, active: row.active === 1 };
}

/** Sets whether a coder may code; what they coded stays. */
export async function setCoderActive(tx: Transaction, id: string, active: boolean): Promise<void> {
  await tx.coder.update({ where: { id }, data: { active: active ? 1 : 0 } });
}

/** All coders, in the order in which they came. */
export async function readCoders(db: Database) {
  const coders = await db.read.coder.findMany({ orderBy: { createdAt: 'asc' } });
  return coders.map(({ id, name, pseudonym, active }) => ({ id, name, pseudonym, active: active === 1 }));
}

const countRow = z.object({ coderId: z.string(), codings: z.number() });

/** How many codings of published statements of an event each coder has that stand. */
export function readCodingCounts(db: Database, eventId: string): ReadonlyMap<string, number> {
  const rows = db.rows.all(
    `SELECT c."coderId", count(*) AS "codings" FROM "Coding" c JOIN "Statement" s ON s."id" = c."statementId"
    WHERE s."eventId" = @event AND s."status" = 'published' AND c."withdrawnSeq" IS NULL GROUP BY 1`,
    { event: eventId },
  );
  return new Map(rows.map((row) => countRow.parse(row)).map(({ coderId, codings }) => [coderId, codings]));
}
