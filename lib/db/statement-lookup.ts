import { z } from 'zod';
import type { Transaction } from '#lib/db/open-database';

/** The id of the event's statement with that caller's id, in whatever status; null when there is none. */
export async function findByExternalId(tx: Transaction, eventId: string, externalId: string): Promise<string | null> {
  const found = await tx.statement.findUnique({ where: { eventId_externalId: { eventId, externalId } }, select: { id: true } });
  return found?.id ?? null;
}

const addedWith = z.record(z.string(), z.unknown());

/** What a statement was added with: the input as the log has it, null once that detail is purged, and the hash of its content. */
export async function readAddedWith(
  tx: Transaction,
  id: string,
): Promise<{ readonly contentHash: string; readonly input: Readonly<Record<string, unknown>> | null }> {
  const { contentHash, createdSeq } = await tx.statement.findUniqueOrThrow({
    where: { id },
    select: { contentHash: true, createdSeq: true },
  });
  const detail = await tx.auditDetail.findUnique({ where: { seq: createdSeq }, select: { after: true } });
  const parsed = addedWith.safeParse(JSON.parse(detail?.after ?? 'null'));
  return { contentHash, input: parsed.success ? parsed.data : null };
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
