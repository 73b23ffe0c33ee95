import { describe, expect, test } from 'vitest';
import { addStatement } from '#lib/usecases/add-statement';
import { changeStatementStatus } from '#lib/usecases/change-statement-status';
import { deleteView } from '#lib/usecases/delete-view';
import { editStatement } from '#lib/usecases/edit-statement';
import { getComparison } from '#lib/usecases/get-comparison';
import { listViews } from '#lib/usecases/list-views';
import { saveView } from '#lib/usecases/save-view';
import type { Workspace } from '#lib/usecases/workspace';
import { testWorkspace, validStatement } from '../setup/database';

const EVENT = 'damascus-moscow-2025';

function save(workspace: Workspace, changes: Readonly<Record<string, unknown>> = {}) {
  return saveView(workspace, {
    eventSlug: EVENT,
    name: 'For the article',
    note: 'Table 1',
    query: 'camp=pragmatic&sort=said',
    isPinned: true,
    by: 'nour',
    ...changes,
  });
}

async function views(workspace: Workspace) {
  const listed = await listViews(workspace, EVENT);
  if (!listed.ok) throw new Error(listed.problem.kind);
  return listed.value.views;
}

async function stances(workspace: Workspace, query: string) {
  const found = await getComparison(workspace, { eventSlug: EVENT, query, language: 'en' });
  if (!found.ok) throw new Error(found.problem.kind);
  return found.value.comparison.camps.map(({ camp, n }) => [camp, n]);
}

describe('saveView', () => {
  test('a pinned view keeps its numbers and says what has changed since', async () => {
    const workspace = await testWorkspace();
    const saved = await save(workspace, { query: '' });
    if (!saved.ok) throw new Error(JSON.stringify(saved.problem));
    const pinned = `asof=${saved.value.asof}`;
    const before = await stances(workspace, pinned);
    expect(before).toEqual(await stances(workspace, ''));

    await addStatement(workspace, { eventSlug: EVENT, statement: validStatement(), saveSimilar: true });
    await editStatement(workspace, {
      id: 'seed-dm25-p28-5',
      changes: {},
      camp: 'slogans',
      by: 'second',
      reason: 'Another reading.',
    });
    await editStatement(workspace, {
      id: 'seed-dm25-p28-3',
      changes: { locator: 'paragraph 28, third sentence' },
      camp: null,
      by: 'second',
      reason: 'More exact.',
    });
    await changeStatementStatus(workspace, { id: 'seed-dm25-p28-4', change: 'withhold', by: 'x', reason: 'y' });
    const [view] = await views(workspace);
    expect(view?.since).toMatchObject({ codings: 1, statements: 1, edited: 1, hidden: 1 });
    const now = await stances(workspace, '');
    const then = await stances(workspace, pinned);
    expect(then.map(([camp]) => camp)).toEqual(before.map(([camp]) => camp));
    // The new coding is not seen; what was withheld is gone from the pinned page too.
    expect(then).toEqual(before.map(([camp, n]) => [camp, camp === 'pragmatic' ? Number(n) - 1 : n]));
    expect(now).not.toEqual(then);
  });

  test('keeps the filter without its paging, and follows the data when it is not pinned', async () => {
    const workspace = await testWorkspace();
    const saved = await save(workspace, { isPinned: false });
    expect(saved).toMatchObject({ ok: true, value: { query: 'camp=pragmatic', asof: null, note: 'Table 1' } });
    expect((await views(workspace))[0]?.since).toBeNull();
  });

  test('refuses a name twice, and reports everything wrong at once', async () => {
    const workspace = await testWorkspace();
    await save(workspace);
    expect(await save(workspace)).toMatchObject({ ok: false, problem: { fields: [{ field: 'name', code: 'already_exists' }] } });
    const wrong = await save(workspace, { name: '', query: 'camp=nobody&target=none', by: ' ' });
    if (wrong.ok || wrong.problem.kind !== 'invalid') throw new Error('accepted');
    expect(wrong.problem.fields.map(({ field, code }) => [field, code])).toEqual([
      ['name', 'required'],
      ['by', 'required'],
      ['query', 'unknown_target'],
      ['camp', 'unknown_camp'],
    ]);
  });

  test('is removed with a log row', async () => {
    const workspace = await testWorkspace();
    const saved = await save(workspace);
    if (!saved.ok) throw new Error('not saved');
    expect(await deleteView(workspace, { eventSlug: EVENT, id: saved.value.id, by: 'nour' })).toMatchObject({ ok: true });
    expect(await views(workspace)).toEqual([]);
    expect(await deleteView(workspace, { eventSlug: EVENT, id: saved.value.id, by: 'nour' })).toMatchObject({
      problem: { kind: 'not_found' },
    });
  });
});
