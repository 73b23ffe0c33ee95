import { describe, expect, test } from 'vitest';
import { verifyLog } from '#lib/db/audit-log';
import { addStatement } from '#lib/usecases/add-statement';
import { changeStatementStatus } from '#lib/usecases/change-statement-status';
import { decideDuplicate, undoDuplicate } from '#lib/usecases/decide-duplicate';
import { findDuplicates } from '#lib/usecases/find-duplicates';
import { getComparison } from '#lib/usecases/get-comparison';
import { getStatement } from '#lib/usecases/get-statement';
import type { Workspace } from '#lib/usecases/workspace';
import { testWorkspace, validStatement } from '../setup/database';

const EVENT = 'damascus-moscow-2025';
const TEXTS = [
  'They bombed our homes for years and now they are received with flowers in our capital.',
  'They bombed our homes for years, and now they are being received with flowers in our capital city.',
  'They bombed our homes for years and now they are received with flowers, in our own capital.',
  'The central bank needs access to clearing houses before any investor signs.',
] as const;

async function addAll(workspace: Workspace): Promise<[string, string, string, string]> {
  const ids: string[] = [];
  for (const text of TEXTS) {
    const added = await addStatement(workspace, { eventSlug: EVENT, statement: validStatement({ text }), saveSimilar: true });
    if (!added.ok) throw new Error(JSON.stringify(added.problem));
    ids.push(added.value.id);
  }
  const [a = '', b = '', c = '', d = ''] = ids;
  return [a, b, c, d];
}

async function proposals(workspace: Workspace): Promise<[string, string][]> {
  const found = await findDuplicates(workspace, { eventSlug: EVENT, limit: 50 });
  if (!found.ok) throw new Error(found.problem.kind);
  return found.value.proposed.map(({ earlier, later }): [string, string] => [earlier.id, later.id]).sort();
}

async function counted(workspace: Workspace): Promise<number | undefined> {
  const found = await getComparison(workspace, { eventSlug: EVENT, query: '', language: 'en' });
  if (!found.ok) throw new Error(found.problem.kind);
  return found.value.comparison.camps.find(({ camp }) => camp === 'victims_families')?.n;
}

async function linkOf(workspace: Workspace, id: string) {
  const found = await getStatement(workspace, id);
  if (!found.ok || !found.value.shown) throw new Error('not shown');
  const { duplicateOfId, duplicateKind } = found.value.statement;
  return [duplicateOfId, duplicateKind];
}

describe('findDuplicates', () => {
  test('proposes each pair that looks alike once, earlier first, and none of different wording', async () => {
    const workspace = await testWorkspace();
    const [a, b, c] = await addAll(workspace);
    expect(await proposals(workspace)).toEqual([
      [a, b],
      [a, c],
      [b, c],
    ]);
  });

  test('leaves out what is withheld', async () => {
    const workspace = await testWorkspace();
    const [a, b, c] = await addAll(workspace);
    await changeStatementStatus(workspace, { id: b, change: 'withhold', by: 'x', reason: 'y' });
    expect(await proposals(workspace)).toEqual([[a, c]]);
  });
});

describe('findDuplicates of many texts', () => {
  test('without patience answers what is found so far and goes on, and the next who asks gets the rest', async () => {
    const workspace = await testWorkspace();
    await addAll(workspace);
    const early = await findDuplicates(workspace, { eventSlug: EVENT, limit: 50, patience: 0 });
    const late = await findDuplicates(workspace, { eventSlug: EVENT, limit: 50 });
    if (!early.ok || !late.ok) throw new Error('not found');
    expect(early.value.toCompare).toBe(late.value.toCompare);
    expect(late.value).toMatchObject({ total: 3, compared: late.value.toCompare });
  });

  test('a text that comes after is compared too', async () => {
    const workspace = await testWorkspace();
    await addAll(workspace);
    expect(await proposals(workspace)).toHaveLength(3);
    const text = 'The central bank needs access to clearing houses before any investor signs!!';
    await addStatement(workspace, {
      eventSlug: EVENT,
      statement: validStatement({ text: `${text} Really.` }),
      saveSimilar: true,
    });
    expect(await proposals(workspace)).toHaveLength(4);
  });
});

describe('decideDuplicate', () => {
  test('a repost is linked to the earlier one, counted out, logged, and not proposed again', async () => {
    const workspace = await testWorkspace();
    const [a, b, c] = await addAll(workspace);
    const before = (await counted(workspace)) ?? 0;
    const decided = await decideDuplicate(workspace, { eventSlug: EVENT, first: b, second: a, decision: 'repost', by: 'editor' });
    expect(decided).toEqual({ ok: true, value: { original: a, copy: b, decision: 'repost', changed: true } });
    expect(await linkOf(workspace, b)).toEqual([a, 'repost']);
    expect(await counted(workspace)).toBe(before - 1);
    expect(await proposals(workspace)).toEqual([
      [a, c],
      [b, c],
    ]);
    const again = await decideDuplicate(workspace, { eventSlug: EVENT, first: a, second: b, decision: 'repost', by: 'editor' });
    expect(again).toMatchObject({ ok: true, value: { changed: false } });
    expect(await verifyLog(workspace.db)).toMatchObject({ intact: true });
  });

  test('a copy of a copy is linked to the original, and copies of one original are not proposed to each other', async () => {
    const workspace = await testWorkspace();
    const [a, b, c] = await addAll(workspace);
    await decideDuplicate(workspace, { eventSlug: EVENT, first: a, second: b, decision: 'repost', by: 'editor' });
    await decideDuplicate(workspace, { eventSlug: EVENT, first: b, second: c, decision: 'syndicated', by: 'editor' });
    expect(await linkOf(workspace, c)).toEqual([a, 'syndicated']);
    expect(await proposals(workspace)).toEqual([]);
  });

  test('what is no duplicate stays counted and is not proposed again', async () => {
    const workspace = await testWorkspace();
    const [a, b, c] = await addAll(workspace);
    const before = await counted(workspace);
    await decideDuplicate(workspace, { eventSlug: EVENT, first: a, second: b, decision: 'not_duplicate', by: 'editor' });
    expect(await linkOf(workspace, b)).toEqual([null, null]);
    expect(await counted(workspace)).toBe(before);
    expect(await proposals(workspace)).toEqual([
      [a, c],
      [b, c],
    ]);
  });

  test('the later one can be kept instead, and a decision can be turned round', async () => {
    const workspace = await testWorkspace();
    const [a, b] = await addAll(workspace);
    const pair = { eventSlug: EVENT, first: a, second: b, by: 'editor' };
    await decideDuplicate(workspace, { ...pair, decision: 'repost', original: b });
    expect(await linkOf(workspace, a)).toEqual([b, 'repost']);
    await decideDuplicate(workspace, { ...pair, decision: 'quote', original: a });
    expect(await linkOf(workspace, a)).toEqual([null, null]);
    expect(await linkOf(workspace, b)).toEqual([a, 'quote']);
  });

  test('two statements never become copies of each other', async () => {
    const workspace = await testWorkspace();
    const [a, b, c] = await addAll(workspace);
    await decideDuplicate(workspace, { eventSlug: EVENT, first: a, second: b, decision: 'repost', by: 'editor' });
    await decideDuplicate(workspace, { eventSlug: EVENT, first: b, second: c, decision: 'repost', by: 'editor' });
    const circle = await decideDuplicate(workspace, {
      eventSlug: EVENT,
      first: a,
      second: c,
      decision: 'repost',
      original: c,
      by: 'editor',
    });
    expect(circle).toEqual({ ok: false, problem: { kind: 'conflict', code: 'not_allowed', existingId: a } });
  });

  test('undo counts the copy again and proposes the pair again', async () => {
    const workspace = await testWorkspace();
    const [a, b] = await addAll(workspace);
    const before = await counted(workspace);
    const all = await proposals(workspace);
    await decideDuplicate(workspace, { eventSlug: EVENT, first: a, second: b, decision: 'repost', by: 'editor' });
    expect(await undoDuplicate(workspace, { eventSlug: EVENT, first: b, second: a, by: 'editor' })).toEqual({
      ok: true,
      value: { changed: true },
    });
    expect(await linkOf(workspace, b)).toEqual([null, null]);
    expect(await counted(workspace)).toBe(before);
    expect(await proposals(workspace)).toEqual(all);
  });

  test('asks for a decision and a name', async () => {
    const workspace = await testWorkspace();
    const [a, b] = await addAll(workspace);
    const wrong = await decideDuplicate(workspace, { eventSlug: EVENT, first: a, second: b, decision: 'same', by: '' });
    if (wrong.ok || wrong.problem.kind !== 'invalid') throw new Error('accepted');
    expect(wrong.problem.fields.map(({ field, code }) => [field, code])).toEqual([
      ['decision', 'not_one_of'],
      ['by', 'required'],
    ]);
  });
});
