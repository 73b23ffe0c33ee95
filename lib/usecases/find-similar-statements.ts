import type { Workspace } from '#lib/usecases/workspace';

/** A published statement that is alike but not the same. */
export interface SimilarStatement {
  readonly id: string;
  /** In [0, 1]. */
  readonly similarity: number;
  readonly excerpt: string;
  readonly language: string;
}

/** Published statements of the event whose wording is close to a text, nearest first. */
export async function findSimilarStatements(
  _workspace: Workspace,
  _query: { readonly eventId: string; readonly text: string; readonly exceptHash: string },
): Promise<SimilarStatement[]> {
  return [];
}
