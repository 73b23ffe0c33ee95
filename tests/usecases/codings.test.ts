import { describe, expect, test } from 'vitest';
import { verifyLog } from '#lib/db/audit-log';
import { addCoder } from '#lib/usecases/add-coder';
import { deactivateCoder } from '#lib/usecases/deactivate-coder';
import { withdrawCoding } from '#lib/usecases/withdraw-coding';
import { testWorkspace } from '../setup/database';
import { code, coded, EVENT, makeCoders, resolvedCode, STANCE, statementIds } from './coding-steps';

async function rowsOf(workspace: Awaited<ReturnType<typeof testWorkspace>>, statementId: string, coder: string) {
  return workspace.db.read.coding.findMany({
    where: { statementId, variableKey: STANCE, coder: { name: coder } },
    orderBy: { round: 'asc' },
    select: { id: true, code: true, round: true, confidence: true, rationale: true, withdrawnSeq: true },
  });
}

async function ready(...coders: string[]) {
  const workspace = await testWorkspace();
  await makeCoders(workspace, ...coders);
  const [statement = '', other = ''] = await statementIds(workspace);
  return { workspace, statement, other };
}

describe('submitCoding', () => {
  test('adds a row beside the others, with a log row, and the codes are resolved again', async () => {
    const { workspace, statement } = await ready('hala');
    expect(await resolvedCode(workspace, statement)).toEqual({ code: 'favor', basis: 'single', coders: 1 });
    const answer = await coded(workspace, { statement, coder: 'hala', code: 'against', confidence: 2, rationale: 'Rejects it.' });
    expect(answer).toMatchObject({ created: true, round: 1, codebookVersion: 1, code: 'against' });
    expect(await resolvedCode(workspace, statement)).toEqual({ code: 'disputed', basis: 'disputed', coders: 2 });
    expect(await rowsOf(workspace, statement, 'hala')).toMatchObject([
      { code: 'against', round: 1, confidence: 2, rationale: 'Rejects it.', withdrawnSeq: null },
    ]);
    expect(await rowsOf(workspace, statement, 'seed')).toMatchObject([{ code: 'favor', round: 1, withdrawnSeq: null }]);
    const last = await workspace.db.read.auditEvent.findFirst({ orderBy: { seq: 'desc' }, include: { detail: true } });
    expect(last).toMatchObject({ actor: 'hala', action: 'coding.submitted', entity: 'statement', entityId: statement });
    expect(JSON.parse(last?.detail?.after ?? '')).toEqual({
      variable: STANCE,
      code: 'against',
      codebookVersion: 1,
      round: 1,
      confidence: 2,
      rationale: 'Rejects it.',
    });
    expect(await verifyLog(workspace.db)).toMatchObject({ intact: true });
  });

  test('the same answer in the same round is the same row', async () => {
    const { workspace, statement } = await ready('hala');
    const first = await coded(workspace, { statement, coder: 'hala', round: 1 });
    const again = await coded(workspace, { statement, coder: 'hala', round: 1 });
    const unnamed = await coded(workspace, { statement, coder: 'hala' });
    expect(again).toMatchObject({ id: first.id, created: false });
    expect(unnamed).toMatchObject({ id: first.id, created: false });
    expect(await rowsOf(workspace, statement, 'hala')).toHaveLength(1);
  });

  test('another answer in a taken round is refused, and the first stands', async () => {
    const { workspace, statement } = await ready('hala');
    const first = await coded(workspace, { statement, coder: 'hala', round: 1 });
    for (const round of [1, null]) {
      expect(await code(workspace, { statement, coder: 'hala', code: 'favor', round })).toEqual({
        ok: false,
        problem: { kind: 'conflict', code: 'round_already_submitted', existingId: first.id, params: { round: 1 } },
      });
    }
    expect(await rowsOf(workspace, statement, 'hala')).toMatchObject([{ code: 'against' }]);
  });

  test('another reason or confidence for the same code is another answer, not a lost one', async () => {
    const { workspace, statement } = await ready('hala');
    const given = { statement, coder: 'hala', round: 1, confidence: 2, rationale: 'Rejects it.' };
    const first = await coded(workspace, given);
    expect(await coded(workspace, given)).toMatchObject({ id: first.id, created: false });
    for (const change of [{ rationale: 'Mocks it.' }, { confidence: 3 }]) {
      expect(await code(workspace, { ...given, ...change })).toMatchObject({
        ok: false,
        problem: { code: 'round_already_submitted', existingId: first.id },
      });
    }
    expect(await rowsOf(workspace, statement, 'hala')).toMatchObject([{ confidence: 2, rationale: 'Rejects it.' }]);
  });

  test('two tabs at the same time leave one coding', async () => {
    const { workspace, statement } = await ready('hala');
    const both = await Promise.all(
      ['against', 'favor'].map((answer) => code(workspace, { statement, coder: 'hala', code: answer, round: 1 })),
    );
    expect(both.map((result) => result.ok)).toEqual([true, false]);
    expect(await rowsOf(workspace, statement, 'hala')).toHaveLength(1);
  });

  test('a second thought is the next round, and the first row stays', async () => {
    const { workspace, statement } = await ready('hala');
    await coded(workspace, { statement, coder: 'hala', code: 'against' });
    const second = await coded(workspace, { statement, coder: 'hala', code: 'favor', round: 2 });
    expect(second).toMatchObject({ created: true, round: 2 });
    expect(await rowsOf(workspace, statement, 'hala')).toMatchObject([
      { code: 'against', round: 1, withdrawnSeq: null },
      { code: 'favor', round: 2, withdrawnSeq: null },
    ]);
    expect(await resolvedCode(workspace, statement)).toEqual({ code: 'favor', basis: 'agreed', coders: 2 });
    expect(await code(workspace, { statement, coder: 'hala', code: 'none', round: 4 })).toMatchObject({
      ok: false,
      problem: { kind: 'invalid', fields: [{ field: 'round', code: 'not_next_round', seen: '4' }] },
    });
  });

  test.each([
    { what: 'an unknown variable', changes: { variable: 'stance.other' }, field: 'variable', problem: 'unknown_variable' },
    { what: 'an unknown code', changes: { code: 'pro' }, field: 'code', problem: 'unknown_code' },
    { what: 'a code of another variable', changes: { code: 'pragmatic' }, field: 'code', problem: 'unknown_code' },
    { what: 'an unknown coder', changes: { coder: 'nobody' }, field: 'coder', problem: 'unknown_coder' },
    { what: 'no coder', changes: { coder: '  ' }, field: 'coder', problem: 'required' },
    { what: 'a confidence of 4', changes: { confidence: 4 }, field: 'confidence', problem: 'out_of_range' },
    { what: 'a round of 0', changes: { round: 0 }, field: 'round', problem: 'out_of_range' },
    { what: 'a reason with NUL', changes: { rationale: 'a\0b' }, field: 'rationale', problem: 'has_nul' },
    { what: 'a reason that is too long', changes: { rationale: 'x'.repeat(2001) }, field: 'rationale', problem: 'too_long' },
    { what: 'a field that is not there', changes: { stance: 'favor' }, field: 'stance', problem: 'unknown_field' },
  ])('refuses $what and stores nothing', async ({ changes, field, problem }) => {
    const { workspace, statement } = await ready('hala');
    const before = await workspace.db.read.coding.count();
    const result = await code(workspace, { statement, coder: 'hala', ...changes });
    expect(result).toMatchObject({ ok: false, problem: { kind: 'invalid', fields: [{ field, code: problem }] } });
    expect(await workspace.db.read.coding.count()).toBe(before);
  });

  test('refuses a code of another version', async () => {
    const { workspace, statement } = await ready('hala');
    expect(await code(workspace, { statement, coder: 'hala', codebookVersion: 2 })).toMatchObject({
      ok: false,
      problem: { kind: 'conflict', code: 'code_of_other_version', seen: 'against', params: { version: 1, asked: 2 } },
    });
  });

  test('a statement that is withheld cannot be coded and is as good as not there', async () => {
    const { workspace, statement } = await ready('hala');
    await workspace.db.write((tx) => tx.statement.update({ where: { id: statement }, data: { status: 'withheld' } }));
    expect(await code(workspace, { statement, coder: 'hala' })).toEqual({
      ok: false,
      problem: { kind: 'not_found', what: 'statement', id: statement },
    });
  });
});

describe('withdrawCoding', () => {
  test('keeps the row and takes its effect away; the next answer is a new round', async () => {
    const { workspace, statement } = await ready('hala');
    const first = await coded(workspace, { statement, coder: 'hala', code: 'against', round: 1 });
    const request = { eventSlug: EVENT, codingId: first.id, coder: 'hala' };
    expect(await withdrawCoding(workspace, request)).toMatchObject({ ok: true, value: { changed: true, statement } });
    expect(await withdrawCoding(workspace, request)).toMatchObject({ ok: true, value: { changed: false } });
    expect(await resolvedCode(workspace, statement)).toEqual({ code: 'favor', basis: 'single', coders: 1 });
    // A tab that still shows round 1 must not bring the withdrawn answer back.
    expect(await code(workspace, { statement, coder: 'hala', code: 'against', round: 1 })).toMatchObject({
      ok: false,
      problem: { code: 'round_taken_back', existingId: first.id, params: { round: 1 } },
    });
    const second = await coded(workspace, { statement, coder: 'hala', code: 'against' });
    expect(second).toMatchObject({ created: true, round: 2 });
    expect(await rowsOf(workspace, statement, 'hala')).toHaveLength(2);
  });

  test('nobody takes back what somebody else said', async () => {
    const { workspace, statement } = await ready('hala', 'sami');
    const first = await coded(workspace, { statement, coder: 'hala' });
    expect(await withdrawCoding(workspace, { eventSlug: EVENT, codingId: first.id, coder: 'sami' })).toMatchObject({
      ok: false,
      problem: { kind: 'conflict', code: 'not_allowed' },
    });
    expect(await rowsOf(workspace, statement, 'hala')).toMatchObject([{ withdrawnSeq: null }]);
  });
});

describe('coders', () => {
  test('a name is one coder, however often it is given', async () => {
    const { workspace } = await ready();
    const first = await addCoder(workspace, { name: ' Hala  ' });
    const again = await addCoder(workspace, { name: 'Hala' });
    expect(first).toMatchObject({ ok: true, value: { created: true, coder: { name: 'Hala', active: true } } });
    expect(again).toMatchObject({ ok: true, value: { created: false } });
    expect(await addCoder(workspace, { name: '  ' })).toMatchObject({ ok: false, problem: { fields: [{ code: 'required' }] } });
  });

  test('who is deactivated codes no more, and what they coded stays', async () => {
    const { workspace, statement, other } = await ready('hala');
    await coded(workspace, { statement, coder: 'hala', code: 'against' });
    expect(await deactivateCoder(workspace, { name: 'hala', by: 'sami' })).toMatchObject({ ok: true, value: { active: false } });
    expect(await code(workspace, { statement: other, coder: 'hala' })).toMatchObject({
      ok: false,
      problem: { fields: [{ field: 'coder', code: 'coder_inactive', seen: 'hala' }] },
    });
    expect(await addCoder(workspace, { name: 'hala' })).toMatchObject({
      ok: false,
      problem: { fields: [{ code: 'coder_inactive' }] },
    });
    expect(await resolvedCode(workspace, statement)).toEqual({ code: 'disputed', basis: 'disputed', coders: 2 });
    await deactivateCoder(workspace, { name: 'hala', by: 'sami', active: true });
    expect(await code(workspace, { statement: other, coder: 'hala' })).toMatchObject({ ok: true });
  });
});
