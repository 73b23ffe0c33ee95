import type { CampInput, CampWords, EventInput, EventWords, TargetInput } from '#lib/core/events/event-input';
import type { EventRecord } from '#lib/db/events';
import type { Transaction } from '#lib/db/open-database';

interface Making {
  readonly at: string;
  readonly newId: () => string;
}

/** Whether an event with that slug is there. */
export async function hasEventSlug(tx: Transaction, slug: string): Promise<boolean> {
  return (await tx.event.count({ where: { slug } })) > 0;
}

/**
 * Writes an event with its targets and an empty codebook.
 *
 * @returns the event as the first version of its codebook is published for it.
 */
export async function insertEvent(tx: Transaction, input: EventInput, { at, newId }: Making): Promise<EventRecord> {
  const id = newId();
  const codebookId = newId();
  await tx.event.create({ data: { id, slug: input.slug, ...wordColumns(input), createdAt: at, updatedAt: at } });
  const targets: EventRecord['targets'][number][] = [];
  for (const [sortOrder, target] of input.targets.entries()) targets.push(await insertTarget(tx, id, target, sortOrder, newId));
  await tx.codebook.create({ data: { id: codebookId, eventId: id } });
  return {
    id,
    slug: input.slug,
    title: input.title,
    description: input.description,
    heldOn: input.heldOn,
    targets,
    camps: [],
    codebook: { id: '', codebookId, number: 0, note: null, publishedAt: null, variables: [] },
  };
}

/** Adds a target to an event. */
export async function insertTarget(
  tx: Transaction,
  eventId: string,
  { slug, proposition }: TargetInput,
  sortOrder: number,
  newId: () => string,
): Promise<EventRecord['targets'][number]> {
  const id = newId();
  await tx.target.create({
    data: { id, eventId, slug, propositionEn: proposition.en, propositionAr: proposition.ar, sortOrder },
  });
  return { id, slug, proposition };
}

function wordColumns({ title, heldOn, description }: EventWords) {
  return {
    titleEn: title.en,
    titleAr: title.ar,
    heldOn,
    descriptionEn: description.en,
    descriptionAr: description.ar,
  };
}

/** Corrects title, date and description of an event. */
export async function updateEvent(tx: Transaction, id: string, words: EventWords, at: string): Promise<void> {
  await tx.event.update({ where: { id }, data: { ...wordColumns(words), updatedAt: at } });
}

/** Sets what the codebook does not know of a camp: whether it names itself so, and whether it is compared. */
export async function updateCamp(
  tx: Transaction,
  eventId: string,
  slug: string,
  camp: Pick<CampInput, 'selfNamed' | 'role'> & { readonly order?: number },
): Promise<void> {
  await tx.camp.update({
    where: { eventId_slug: { eventId, slug } },
    data: {
      selfNamed: camp.selfNamed ? 1 : 0,
      role: camp.role,
      ...(camp.order === undefined ? {} : { sortOrder: camp.order }),
    },
  });
}

/** The words of a camp as they are corrected. */
export function campWordsOf(camp: EventRecord['camps'][number]): CampWords {
  return { label: camp.label, definition: camp.definition, selfNamed: camp.selfNamed, role: camp.role };
}
