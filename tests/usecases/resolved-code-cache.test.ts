import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveCode } from '#lib/core/resolve-code';
import { contentOf } from '#lib/db/codebooks';
import { readEvent } from '#lib/db/events';
import { adjudicateStatement } from '#lib/usecases/adjudicate-statement';
import { publishCodebook } from '#lib/usecases/publish-codebook';
import { reopenAdjudication } from '#lib/usecases/reopen-adjudication';
import { submitCoding } from '#lib/usecases/submit-coding';
import { withdrawCoding } from '#lib/usecases/withdraw-coding';
import type { Workspace } from '#lib/usecases/workspace';
import { testWorkspace } from '../setup/database';
import { EVENT, makeCoders, STANCE, statementIds } from './coding-steps';

const CODERS = ['hala', 'sami', 'noor'];
const CODES = ['favor', 'against', 'ambivalent'];

const who = fc.nat(CODERS.length - 1);
const where = fc.nat(1);
const which = fc.nat(CODES.length - 1);

/** One thing that somebody does. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('code' as const), who, where, which, again: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), nth: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('decide' as const), who, where, which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), nth: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('publish' as const), which, wordingOnly: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function nextRound(workspace: Workspace, statementId: string, coder: string): Promise<number> {
  const event = await readEvent(workspace.db, EVENT);
  const rows = await workspace.db.read.coding.findMany({
    where: { statementId, variableKey: STANCE, coder: { name: coder }, variable: { versionId: event?.codebook.id ?? '' } },
  });
  return rows.length + 1;
}

async function take(workspace: Workspace, ids: readonly string[], one: Step): Promise<void> {
  const { db } = workspace;
  switch (one.kind) {
    case 'code': {
      const statement = ids[one.where] ?? '';
      const coder = CODERS[one.who] ?? '';
      const round = one.again ? await nextRound(workspace, statement, coder) : null;
      await submitCoding(workspace, {
        eventSlug: EVENT,
        coding: { statement, variable: STANCE, code: CODES[one.which], coder, round },
      });
      return;
    }
    case 'withdraw': {
      const rows = await db.read.coding.findMany({
        where: { statementId: { in: [...ids] }, variableKey: STANCE },
        orderBy: { id: 'asc' },
        include: { coder: true },
      });
      const row = rows[one.nth % Math.max(1, rows.length)];
      if (row !== undefined) await withdrawCoding(workspace, { eventSlug: EVENT, codingId: row.id, coder: row.coder.name });
      return;
    }
    case 'decide':
      await adjudicateStatement(workspace, {
        eventSlug: EVENT,
        adjudication: {
          statement: ids[one.where],
          variable: STANCE,
          code: CODES[one.which],
          coder: CODERS[one.who],
          basis: 'expert',
        },
      });
      return;
    case 'reopen': {
      const rows = await db.read.adjudication.findMany({ orderBy: { id: 'asc' } });
      const row = rows[one.nth % Math.max(1, rows.length)];
      if (row !== undefined) await reopenAdjudication(workspace, { eventSlug: EVENT, adjudicationId: row.id, coder: 'hala' });
      return;
    }
    case 'publish': {
      const event = await readEvent(db, EVENT);
      if (event === null) throw new Error('no event');
      const content = contentOf(event.codebook, event.targets);
      const code = CODES[one.which] ?? '';
      const published = await publishCodebook(workspace, {
        eventSlug: EVENT,
        basedOn: event.codebook.number,
        by: 'hala',
        sameMeaning: one.wordingOnly ? [{ variable: STANCE, code }] : [],
        content: {
          ...content,
          variables: content.variables.map((variable) =>
            variable.key !== STANCE
              ? variable
              : {
                  ...variable,
                  codes: variable.codes.map((known) =>
                    known.key === code
                      ? { ...known, definition: { ...known.definition, en: `${known.definition.en} More.` } }
                      : known,
                  ),
                },
          ),
        },
      });
      expect(published).toMatchObject({ ok: true, value: { published: true, version: event.codebook.number + 1 } });
    }
  }
}

/** What the cache must hold, from the rows alone. */
async function fromRows(workspace: Workspace, statementId: string) {
  const codings = await workspace.db.read.coding.findMany({
    where: { statementId, variableKey: STANCE },
    include: { variable: { include: { version: true } } },
  });
  const adjudications = await workspace.db.read.adjudication.findMany({ where: { statementId, variableKey: STANCE } });
  const confidences = [1, 2, 3] as const;
  const resolved = resolveCode({
    codings: codings.map(({ coderId, code, round, confidence, createdSeq, withdrawnSeq, variable }) => ({
      coderId,
      code,
      round,
      confidence: confidences.find((known) => known === confidence) ?? null,
      createdSeq,
      withdrawn: withdrawnSeq !== null,
      codebookVersion: variable.version.number,
    })),
    adjudications: adjudications.map(({ code, createdSeq, reopenedSeq }) => ({
      code,
      createdSeq,
      reopened: reopenedSeq !== null,
    })),
  });
  return resolved.basis === 'uncoded' ? null : resolved;
}

async function fromCache(workspace: Workspace, statementId: string) {
  const row = await workspace.db.read.resolvedCode.findUnique({
    where: { statementId_variableKey: { statementId, variableKey: STANCE } },
    select: { code: true, basis: true, coders: true, minConfidence: true },
  });
  return row;
}

test('cache and rows agree after any sequence of codings, withdrawals, adjudications and codebook edits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
      const workspace = await testWorkspace();
      await makeCoders(workspace, ...CODERS);
      const ids = (await statementIds(workspace)).slice(0, 2);
      const untouched = await fromCache(workspace, (await statementIds(workspace))[2] ?? '');
      for (const one of steps) {
        await take(workspace, ids, one);
        for (const id of ids) expect(await fromCache(workspace, id)).toEqual(await fromRows(workspace, id));
      }
      expect(await fromCache(workspace, (await statementIds(workspace))[2] ?? '')).toEqual(untouched);
    }),
    { numRuns: 20, seed: 20_250_731 },
  );
}, 120_000);
