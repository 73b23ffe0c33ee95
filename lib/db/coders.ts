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

/** All coders, in the order in which they came. */
export async function readCoders(db: Database) {
  const coders = await db.read.coder.findMany({ orderBy: { createdAt: 'asc' } });
  return coders.map(({ id, name, pseudonym, active }) => ({ id, name, pseudonym, active: active === 1 }));
}
