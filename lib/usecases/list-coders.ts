import { type CoderRecord, readCoders, readCodingCounts } from '#lib/db/coders';
import type { Workspace } from '#lib/usecases/workspace';

export interface ListedCoder extends CoderRecord {
  /** Codings in the event that stand. */
  readonly codings: number;
}

/** Every coder with how much of an event they have coded; those who never coded it are left out. */
export async function listCoders(workspace: Workspace, event: { readonly id: string }): Promise<ListedCoder[]> {
  const counts = readCodingCounts(workspace.db, event.id);
  const coders = await readCoders(workspace.db);
  return coders.flatMap((coder) => {
    const codings = counts.get(coder.id) ?? 0;
    return codings === 0 ? [] : [{ ...coder, codings }];
  });
}
