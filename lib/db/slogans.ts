import { foldText } from '#lib/core/text/fold-text';
import type { EventRecord } from '#lib/db/events';
import type { Transaction } from '#lib/db/open-database';

/** Folded letters and digits joined by hyphens: spellings that fold alike are one slogan. */
export function sloganSlug(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
}

/** The slogan of the event whose name folds to the same, made when there is none. */
export async function findOrCreateSlogan(
  tx: Transaction,
  slogan: { readonly name: string; readonly language: string },
  making: { readonly event: EventRecord; readonly newId: () => string },
): Promise<string> {
  const slug = sloganSlug(slogan.name);
  const eventId = making.event.id;
  const known = await tx.slogan.findUnique({ where: { eventId_slug: { eventId, slug } }, select: { id: true } });
  if (known !== null) return known.id;
  const made = await tx.slogan.create({
    data: { id: making.newId(), eventId, slug, canonical: slogan.name, language: slogan.language },
    select: { id: true },
  });
  return made.id;
}
