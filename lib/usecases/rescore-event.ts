import type { Problem } from '#lib/core/problem';
import { explainScoreChange, type ScoreChange } from '#lib/core/rescoring/explain-score-change';
import { failed, ok, type Result } from '#lib/core/result';
import { appendLog } from '#lib/db/audit-log';
import { readEvent } from '#lib/db/events';
import { type NewScore, storeScores } from '#lib/db/machine-scores';
import { readTextsToScore } from '#lib/db/texts-to-score';
import { noScore } from '#lib/nlp/no-score';
import { instant, type Workspace } from '#lib/usecases/workspace';

/** A text whose score another scorer or version sees differently, and by which words. */
export interface ScoreMove extends ScoreChange {
  readonly statementId: string;
  readonly reads: 'original' | 'translation';
  readonly from: number | null;
  readonly to: number | null;
}

export interface RescoreOutcome {
  readonly rescored: number;
  readonly unchanged: number;
  readonly moved: readonly ScoreMove[];
}

/** Stands for the score of a text that never had one. */
const UNSCORED = noScore('empty', 'und');

/** The words that changed most are named, so many a text. */
const WORDS_NAMED = 8;

/** So many texts are scored and stored at a time. */
const BATCH = 200;

/**
 * Scores every text of an event by the current scorers. A text that has a row by that scorer and version is left alone; for the others a
 * new row is written beside the old, and becomes the one that charts read.
 */
export async function rescoreEvent(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly isDryRun: boolean; readonly actor: string },
): Promise<Result<RescoreOutcome, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  let rescored = 0;
  let unchanged = 0;
  const moved: ScoreMove[] = [];
  let after = '';
  for (;;) {
    const texts = readTextsToScore(workspace.db, event.id, after, BATCH);
    const last = texts.at(-1);
    if (last === undefined) break;
    after = last.key;
    const scores = await workspace.scoring.scoreMany(texts.map(({ text, language }) => ({ text, language })));
    const fresh: NewScore[] = [];
    for (const [index, text] of texts.entries()) {
      const score = scores[index];
      if (score === undefined) continue;
      if (text.current !== null && text.current.scorer === score.scorer && text.current.version === score.version) {
        unchanged += 1;
        continue;
      }
      fresh.push({ id: workspace.newId(), statementId: text.statementId, translationId: text.translationId, score });
      const from = text.current?.score ?? null;
      if (from !== score.score || (text.current?.label ?? null) !== score.label) {
        const { words, ...change } = explainScoreChange(text.current ?? UNSCORED, score);
        moved.push({
          ...change,
          words: words.slice(0, WORDS_NAMED),
          statementId: text.statementId,
          reads: text.translationId === null ? 'original' : 'translation',
          from,
          to: score.score,
        });
      }
    }
    rescored += fresh.length;
    if (request.isDryRun || fresh.length === 0) continue;
    const at = instant(workspace);
    await workspace.db.write(async (tx) => {
      const [seq] = await appendLog(tx, [
        {
          at,
          actor: request.actor,
          action: 'event.rescored',
          entity: 'event',
          entityId: event.slug,
          eventId: event.id,
          after: fresh.map(({ statementId, translationId, score }) => [
            statementId,
            translationId,
            score.scorer,
            score.version,
            score.score,
          ]),
        },
      ]);
      await storeScores(tx, fresh, at, seq ?? 0);
    });
  }
  return ok({ rescored, unchanged, moved });
}
