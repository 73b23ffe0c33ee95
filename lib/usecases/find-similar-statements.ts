import { candidateMatch } from '#lib/core/duplicates/candidate-match';
import { similarityOf } from '#lib/core/duplicates/near-duplicates';
import { readCandidates } from '#lib/db/duplicate-candidates';
import type { Workspace } from '#lib/usecases/workspace';

/** A published statement that is alike but not the same. */
export interface SimilarStatement {
  readonly id: string;
  /** Share of trigrams in common, in [0, 1]; of the shorter text where one holds the other. */
  readonly similarity: number;
  readonly excerpt: string;
  readonly language: string;
}

/** So many candidates of the index are judged, and so many similar ones are shown. */
const JUDGED = 50;
const SHOWN = 5;

/** Published statements of the event whose wording is close to a text, nearest first; pairs that a person rejected are left out. */
export async function findSimilarStatements(
  workspace: Workspace,
  query: {
    readonly eventId: string;
    readonly text: string;
    /** Statements with this content hash are the same, not similar. */
    readonly exceptHash: string;
    /** Of a stored statement: what was decided of its pairs is remembered. */
    readonly statementId?: string;
  },
): Promise<SimilarStatement[]> {
  const match = candidateMatch(query.text);
  if (match === null) return [];
  const candidates = readCandidates(workspace.db, { ...query, match, limit: JUDGED });
  return candidates
    .flatMap(({ id, text, language }) => {
      const { jaccard, containment, kind } = similarityOf(query.text, text);
      if (kind === null) return [];
      const similarity = Math.round((kind === 'similar' ? jaccard : containment) * 1000) / 1000;
      return [{ id, similarity, excerpt: text.slice(0, 300), language }];
    })
    .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
    .slice(0, SHOWN);
}
