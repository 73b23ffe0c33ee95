import { describe, expect, test } from 'vitest';
import { appendLog } from '#lib/db/audit-log';
import { storeScores } from '#lib/db/machine-scores';
import { addStatement } from '#lib/usecases/add-statement';
import { changeStatementStatus } from '#lib/usecases/change-statement-status';
import { compareScorerVersions } from '#lib/usecases/compare-scorer-versions';
import { rescoreEvent } from '#lib/usecases/rescore-event';
import { instant, type Workspace } from '#lib/usecases/workspace';
import { testWorkspace, validStatement } from '../setup/database';
import { coded, makeCoders } from './coding-steps';

const EVENT = 'damascus-moscow-2025';
const OLD = '0.9.0';

function done<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** Puts a score by an older version before the current one, as if it had been stored last year: everything negative, by its first word. */
async function scoreByOlderVersion(workspace: Workspace, statementId: string, text: string): Promise<void> {
  const score = await workspace.scoring.score(text, 'en');
  const [first, ...rest] = score.evidence.tokens;
  if (!first) throw new Error('no token');
  const tokens = [{ ...first, contribution: -2 }, ...rest.map((token) => ({ ...token, contribution: 0 }))];
  const [negative, positive] = [1 / (1 + Math.exp(-2)), 1 / (1 + Math.exp(2))];
  const old = {
    ...score,
    version: OLD,
    score: Math.round((positive - negative) * 1000) / 1000,
    label: 'negative' as const,
    probabilities: { negative, neutral: 0, positive },
    evidence: { ...score.evidence, tokens, bias: 0, raw: -2 },
  };
  const at = instant(workspace);
  await workspace.db.write(async (tx) => {
    const [seq] = await appendLog(tx, [
      { at, actor: 'test', action: 'event.rescored', entity: 'event', entityId: EVENT, eventId: null },
    ]);
    await storeScores(tx, [{ id: workspace.newId(), statementId, translationId: null, score: old }], at, seq ?? 0);
  });
}

const TEXT = 'What a wonderful and hopeful day for everybody here.';

/** A workspace whose one added statement was scored by an older version and, after that, by the current one. */
async function rescoredWorkspace() {
  const workspace = await testWorkspace();
  const { id } = done(
    await addStatement(workspace, { eventSlug: EVENT, statement: validStatement({ text: TEXT, camp: 'pragmatic' }) }),
  );
  await scoreByOlderVersion(workspace, id, TEXT);
  const tried = done(await rescoreEvent(workspace, { eventSlug: EVENT, isDryRun: true, actor: 'test' }));
  done(await rescoreEvent(workspace, { eventSlug: EVENT, isDryRun: false, actor: 'test' }));
  return { workspace, id, tried };
}

describe('compareScorerVersions', () => {
  test('says of both versions how far they agree with the coders, once these coded the tone', async () => {
    const { workspace, id } = await rescoredWorkspace();
    expect(done(await compareScorerVersions(workspace, { eventSlug: EVENT, listed: 0 })).agreements).toEqual([]);
    await makeCoders(workspace, 'hala');
    await coded(workspace, { statement: id, coder: 'hala', variable: 'sentiment', code: 'very_positive' });
    const { agreements } = done(await compareScorerVersions(workspace, { eventSlug: EVENT, listed: 0 }));
    // The older version took the text for negative.
    expect(agreements.map(({ scorer, version, agreement }) => [scorer, version === OLD, agreement.agreed, agreement.n])).toEqual([
      ['stanceboard-en', true, 0, 1],
      ['stanceboard-en', false, 1, 1],
    ]);
  });

  test('says what moved, from which version to which, in which camp and by which words', async () => {
    const { workspace, id, tried } = await rescoredWorkspace();
    const found = done(await compareScorerVersions(workspace, { eventSlug: EVENT, listed: 10 }));
    expect(found.summary.all).toMatchObject({ n: 1, scored: 1, flipped: 1, meanChange: null });
    expect(found.summary.camps.map(({ camp }) => camp)).toEqual(['pragmatic']);
    expect(found.scorers.before).toEqual([{ scorer: 'stanceboard-en', version: OLD }]);
    expect(found.moves).toHaveLength(1);
    const [move] = found.moves;
    expect(move).toMatchObject({
      statementId: id,
      reads: 'original',
      before: { label: 'negative' },
      after: { label: 'positive' },
    });
    // The older version rested on the first word alone.
    expect(move?.words.find(({ text }) => text === 'what')?.before).toBeCloseTo(-2, 6);
    expect(move?.words.find(({ text }) => text === 'wonderful')?.after).toBeGreaterThan(0);
    expect(found.words.map(({ text }) => text)).toContain('wonderful');
    // What a dry run promised is what came.
    expect(tried.moved.map(({ statementId, from, to }) => [statementId, from, to])).toEqual([
      [id, move?.before.score, move?.after.score],
    ]);
    expect(tried.moved[0]?.words[0]).toEqual(move?.words[0]);
  });

  test('takes two versions by name, in either order', async () => {
    const { workspace } = await rescoredWorkspace();
    const current = done(await compareScorerVersions(workspace, { eventSlug: EVENT, listed: 1 })).scorers.after[0]?.version;
    const turned = done(
      await compareScorerVersions(workspace, {
        eventSlug: EVENT,
        before: `stanceboard-en@${current}`,
        after: `stanceboard-en@${OLD}`,
        listed: 1,
      }),
    );
    expect(turned.moves[0]).toMatchObject({ before: { label: 'positive' }, after: { label: 'negative' } });
  });

  test('names the versions where one was asked for that has scored nothing here', async () => {
    const workspace = await testWorkspace();
    const asked = await compareScorerVersions(workspace, { eventSlug: EVENT, before: 'vader@3', listed: 1 });
    expect(asked).toMatchObject({ ok: false, problem: { kind: 'invalid', fields: [{ field: 'before', seen: 'vader@3' }] } });
    expect(JSON.stringify(asked)).toContain('stanceboard-en@');
  });

  test('an event that one version has scored has no pairs, and a withheld statement is in none', async () => {
    const fresh = await testWorkspace();
    expect(done(await compareScorerVersions(fresh, { eventSlug: EVENT, listed: 1 })).summary.all.n).toBe(0);
    const { workspace, id } = await rescoredWorkspace();
    done(await changeStatementStatus(workspace, { id, change: 'withhold', reason: 'asked for', by: 'test' }));
    const found = done(await compareScorerVersions(workspace, { eventSlug: EVENT, listed: 1 }));
    expect([found.summary.all.n, found.versions.some(({ version }) => version === OLD)]).toEqual([0, false]);
  });

  test('keeps scores from somebody who has not coded the statement yet', async () => {
    const { workspace } = await rescoredWorkspace();
    const coding = { coder: 'nour', event: EVENT, sample: null };
    expect(done(await compareScorerVersions(workspace, { eventSlug: EVENT, listed: 1, coding })).summary.all.n).toBe(0);
  });
});
