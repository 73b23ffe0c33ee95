import type { TextScore } from '#lib/core/score';
import type { StatementDetail } from '#lib/db/statement-detail';
import type { Workspace } from '#lib/usecases/workspace';

/** A reading of a text without the words in quotation marks, by the id of the stored reading of the whole. */
export type OwnWords = ReadonlyMap<string, TextScore>;

/**
 * Scores what a statement says outside its quotation marks: the speaker's own words, as far as punctuation tells. Nothing is stored. A reading
 * by another version than the one at work is left out, since the two could not be set beside each other.
 */
export async function scoreOwnWords(
  workspace: Workspace,
  statement: Pick<StatementDetail, 'text' | 'translation' | 'scores'>,
): Promise<OwnWords> {
  const quoting = statement.scores.filter(({ current, evidence }) => current && evidence.flags.includes('quote'));
  const scores = await workspace.scoring.scoreMany(
    quoting.map(({ reads, language }) => ({
      text: reads === 'original' ? statement.text : (statement.translation?.text ?? ''),
      language,
      options: { quoted: 'exclude', explain: false },
    })),
  );
  const own = new Map<string, TextScore>();
  quoting.forEach(({ id, version }, place) => {
    const score = scores[place];
    if (score !== undefined && (score.version === version || score.scorer === 'none')) own.set(id, score);
  });
  return own;
}
