import type { Transaction } from '#lib/db/open-database';

/** The id of the event's statement with that caller's id, in whatever status; null when there is none. */
export async function findByExternalId(tx: Transaction, eventId: string, externalId: string): Promise<string | null> {
  const found = await tx.statement.findUnique({ where: { eventId_externalId: { eventId, externalId } }, select: { id: true } });
  return found?.id ?? null;
}

/** The id of the event's first statement with the same text, deleted ones apart; null when there is none. */
export async function findByContentHash(tx: Transaction, eventId: string, contentHash: string): Promise<string | null> {
  const found = await tx.statement.findFirst({
    where: { eventId, contentHash, status: { not: 'deleted' } },
    orderBy: { createdSeq: 'asc' },
    select: { id: true },
  });
  return found?.id ?? null;
}
