import type { StatementInput } from '#lib/core/statement/statement-input';
import type { Transaction } from '#lib/db/open-database';

/**
 * The speaker with exactly these particulars, made when there is none. Two nameless speakers are never taken for one person.
 */
export async function findOrCreateSpeaker(
  tx: Transaction,
  speaker: NonNullable<StatementInput['speaker']>,
  making: { readonly at: string; readonly newId: () => string },
): Promise<string> {
  const particulars = {
    displayName: speaker.name,
    pseudonym: speaker.pseudonym,
    kind: speaker.kind,
    risk: speaker.risk,
  };
  if (particulars.displayName !== null || particulars.pseudonym !== null) {
    const known = await tx.speaker.findFirst({ where: particulars, select: { id: true } });
    if (known !== null) return known.id;
  }
  const made = await tx.speaker.create({
    data: { id: making.newId(), createdAt: making.at, ...particulars },
    select: { id: true },
  });
  return made.id;
}
