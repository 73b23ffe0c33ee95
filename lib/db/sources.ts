import type { StatementInput } from '#lib/core/statement/statement-input';
import type { Transaction } from '#lib/db/open-database';

/** The source with exactly these particulars, made when there is none. */
export async function findOrCreateSource(
  tx: Transaction,
  source: NonNullable<StatementInput['source']>,
  making: { readonly at: string; readonly newId: () => string },
): Promise<string> {
  const particulars = {
    outlet: source.outlet,
    title: source.title,
    url: source.url,
    publishedOn: source.published?.value ?? null,
    language: source.language,
    archiveUrl: source.archiveUrl,
  };
  const known = await tx.source.findFirst({ where: particulars, select: { id: true } });
  if (known !== null) return known.id;
  const made = await tx.source.create({
    data: { id: making.newId(), createdAt: making.at, ...particulars },
    select: { id: true },
  });
  return made.id;
}
