import { describe, expect, test } from 'vitest';
import { adjudicateStatement } from '#lib/usecases/adjudicate-statement';
import { getDisputes } from '#lib/usecases/get-disputes';
import { reopenAdjudication } from '#lib/usecases/reopen-adjudication';
import type { Workspace } from '#lib/usecases/workspace';
import { testWorkspace } from '../setup/database';
import { coded, EVENT, makeCoders, resolvedCode, STANCE, statementIds } from './coding-steps';

function decide(workspace: Workspace, changes: Readonly<Record<string, unknown>>) {
  return adjudicateStatement(workspace, {
    eventSlug: EVENT,
    adjudication: { variable: STANCE, code: 'against', basis: 'discussion', coder: 'hala', ...changes },
  });
}

/** Seed says favor of the first statement, hala and sami against. */
async function disputed() {
  const workspace = await testWorkspace();
  await makeCoders(workspace, 'hala', 'sami');
  const [statement = '', other = ''] = await statementIds(workspace);
  await coded(workspace, { statement, coder: 'hala', code: 'against', confidence: 3, rationale: 'Refuses it.' });
  await coded(workspace, { statement, coder: 'sami', code: 'against' });
  return { workspace, statement, other };
}

describe('adjudicateStatement', () => {
  test('adds a final code; the codings stay as they were', async () => {
    const { workspace, statement } = await disputed();
    const before = await workspace.db.read.coding.findMany({ where: { statementId: statement }, orderBy: { id: 'asc' } });
    const made = await decide(workspace, { statement, cause: 'guideline_gap', note: 'The guideline is silent on praise.' });
    expect(made).toMatchObject({ ok: true, value: { created: true, code: 'against' } });
    expect(await resolvedCode(workspace, statement)).toEqual({ code: 'against', basis: 'adjudicated', coders: 3 });
    expect(await workspace.db.read.coding.findMany({ where: { statementId: statement }, orderBy: { id: 'asc' } })).toEqual(
      before,
    );
    const again = await decide(workspace, { statement });
    expect(again).toMatchObject({ ok: true, value: { created: false } });
  });

  test('two people do not decide the same unit over each other', async () => {
    const { workspace, statement } = await disputed();
    const both = await Promise.all(['favor', 'against'].map((code) => decide(workspace, { statement, code })));
    expect(both.map((result) => result.ok)).toEqual([true, false]);
    expect(both[1]).toMatchObject({ problem: { kind: 'conflict', code: 'already_exists' } });
  });

  test('a majority is counted: 2 of 3 is one, 1 of 3 is none', async () => {
    const { workspace, statement } = await disputed();
    expect(await decide(workspace, { statement, code: 'favor', basis: 'majority' })).toMatchObject({
      ok: false,
      problem: {
        kind: 'invalid',
        fields: [{ field: 'basis', code: 'not_allowed', params: { why: 'no_majority', agreeing: 1, coders: 3 } }],
      },
    });
    expect(await decide(workspace, { statement, code: 'against', basis: 'majority' })).toMatchObject({ ok: true });
  });

  test('there is nothing to decide where nobody has coded', async () => {
    const { workspace, statement } = await disputed();
    expect(await decide(workspace, { statement, variable: 'sarcasm', code: 'no' })).toMatchObject({
      ok: false,
      problem: { kind: 'conflict', code: 'not_allowed' },
    });
  });

  test('reopening lets the codings speak again and keeps the row', async () => {
    const { workspace, statement } = await disputed();
    const made = await decide(workspace, { statement });
    const request = { eventSlug: EVENT, adjudicationId: made.ok ? made.value.id : '', coder: 'sami', reason: 'New evidence.' };
    expect(await reopenAdjudication(workspace, request)).toMatchObject({ ok: true, value: { changed: true } });
    expect(await reopenAdjudication(workspace, request)).toMatchObject({ ok: true, value: { changed: false } });
    expect(await resolvedCode(workspace, statement)).toEqual({ code: 'disputed', basis: 'disputed', coders: 3 });
    expect(await decide(workspace, { statement, code: 'favor', basis: 'expert' })).toMatchObject({ ok: true });
    expect(await resolvedCode(workspace, statement)).toMatchObject({ code: 'favor', basis: 'adjudicated' });
    expect(await workspace.db.read.adjudication.count({ where: { statementId: statement } })).toBe(2);
  });
});

describe('getDisputes', () => {
  test('sets the codings of all coders side by side', async () => {
    const { workspace, statement } = await disputed();
    const found = await getDisputes(workspace, { eventSlug: EVENT });
    if (!found.ok) throw new Error(found.problem.kind);
    expect(found.value.total).toBe(1);
    const [dispute] = found.value.disputes;
    expect(dispute?.statementId).toBe(statement);
    expect(dispute?.codings.map(({ coder, code }) => [coder, code])).toEqual([
      ['seed', 'favor'],
      ['hala', 'against'],
      ['sami', 'against'],
    ]);
    expect(dispute?.codings[1]).toMatchObject({ confidence: 3, rationale: 'Refuses it.' });
  });

  test('what a coder has not coded is left out and counted', async () => {
    const { workspace } = await disputed();
    await makeCoders(workspace, 'noor');
    const session = { coder: 'noor', event: EVENT, sample: null };
    const found = await getDisputes(workspace, { eventSlug: EVENT, coding: session });
    expect(found).toMatchObject({ ok: true, value: { disputes: [], total: 0, hidden: 1 } });
    const own = await getDisputes(workspace, { eventSlug: EVENT, coding: { ...session, coder: 'hala' } });
    expect(own).toMatchObject({ ok: true, value: { total: 1, hidden: 0 } });
  });
});
