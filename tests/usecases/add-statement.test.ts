import { describe, expect, test } from 'vitest';
import { verifyLog } from '#lib/db/audit-log';
import { addStatement } from '#lib/usecases/add-statement';
import { getComparison } from '#lib/usecases/get-comparison';
import { getStatement } from '#lib/usecases/get-statement';
import { testWorkspace, validStatement } from '../setup/database';

const EVENT = 'damascus-moscow-2025';

async function countOf(workspace: Awaited<ReturnType<typeof testWorkspace>>, camp: string) {
  const found = await getComparison(workspace, { eventSlug: EVENT, query: '', language: 'en' });
  if (!found.ok) throw new Error(found.problem.kind);
  return found.value.comparison.camps.find((each) => each.camp === camp)?.n;
}

describe('addStatement', () => {
  test('stores statement, coding, score and log row, and the comparison counts it at once', async () => {
    const workspace = await testWorkspace();
    const before = await countOf(workspace, 'victims_families');
    const added = await addStatement(workspace, { eventSlug: EVENT, statement: validStatement() });
    if (!added.ok) throw new Error(JSON.stringify(added.problem));
    expect(added.value.created).toBe(true);
    expect(await countOf(workspace, 'victims_families')).toBe((before ?? 0) + 1);

    const found = await getStatement(workspace, added.value.id);
    if (!found.ok || !found.value.shown) throw new Error('not shown');
    const { statement } = found.value;
    expect(statement.text).toBe('We cannot shake hands with those who bombed our homes.');
    expect(statement.codings.map(({ variableKey, code, coder }) => [variableKey, code, coder.name])).toEqual([
      ['camp', 'victims_families', 'tester'],
      ['stance.rapprochement', 'against', 'tester'],
    ]);
    expect(statement.resolved['stance.rapprochement']).toMatchObject({ code: 'against', basis: 'single', coders: 1 });
    expect(statement.scores).toHaveLength(1);
    expect(statement.history.map((row) => row.action)).toEqual(['statement.added']);
    expect(await verifyLog(workspace.db)).toMatchObject({ intact: true });
  });

  test('refuses the same text again, whatever its case and punctuation, and names the one that is here', async () => {
    const workspace = await testWorkspace();
    const first = await addStatement(workspace, { eventSlug: EVENT, statement: validStatement() });
    const again = await addStatement(workspace, {
      eventSlug: EVENT,
      statement: validStatement({ text: 'we cannot shake hands, with those who bombed our homes!' }),
      saveSimilar: true,
    });
    expect(again).toEqual({
      ok: false,
      problem: { kind: 'conflict', code: 'exact_duplicate', existingId: first.ok ? first.value.id : '' },
    });
  });

  test('of two requests with the same text at the same time one is saved', async () => {
    const workspace = await testWorkspace();
    const both = await Promise.all(
      [1, 2].map(() => addStatement(workspace, { eventSlug: EVENT, statement: validStatement(), saveSimilar: true })),
    );
    expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
  });

  test("the caller's own id again is the statement that it made before", async () => {
    const workspace = await testWorkspace();
    const statement = validStatement({ externalId: 'tweet-17' });
    const first = await addStatement(workspace, { eventSlug: EVENT, statement });
    const again = await addStatement(workspace, { eventSlug: EVENT, statement });
    if (!first.ok || !again.ok) throw new Error('not added');
    expect(again.value).toEqual({ ...first.value, created: false });
  });

  test("the caller's own id with other values is refused, and says which; nothing that was not stored is answered as if it were", async () => {
    const workspace = await testWorkspace();
    const first = await addStatement(workspace, { eventSlug: EVENT, statement: validStatement({ externalId: 'tweet-17' }) });
    const other = { externalId: 'tweet-17', text: 'Another text under the same id.', stance: 'favor' };
    const again = await addStatement(workspace, { eventSlug: EVENT, statement: validStatement(other) });
    expect(again).toEqual({
      ok: false,
      problem: {
        kind: 'conflict',
        code: 'external_id_taken',
        existingId: first.ok ? first.value.id : '',
        params: { fields: 'text, stance' },
      },
    });
  });

  test("of twenty requests with the same caller's id at the same time one adds and all answer with its id", async () => {
    const workspace = await testWorkspace();
    const statement = validStatement({ externalId: 'tweet-18' });
    const all = await Promise.all(Array.from({ length: 20 }, () => addStatement(workspace, { eventSlug: EVENT, statement })));
    expect(new Set(all.map((added) => (added.ok ? added.value.id : 'refused'))).size).toBe(1);
    expect(all.filter((added) => added.ok && added.value.created)).toHaveLength(1);
  });

  test('reports every wrong field at once and writes nothing', async () => {
    const workspace = await testWorkspace();
    const before = workspace.db.rows.get('SELECT count(*) AS n FROM "AuditEvent"');
    const result = await addStatement(workspace, {
      eventSlug: EVENT,
      statement: validStatement({ text: '', camp: 'nobody', saidOn: '2099-01-01', source: { url: 'javascript:alert(1)' } }),
    });
    if (result.ok || result.problem.kind !== 'invalid') throw new Error('accepted');
    expect(result.problem.fields.map(({ field, code }) => [field, code])).toEqual([
      ['text', 'required'],
      ['camp', 'unknown_camp'],
      ['source.url', 'url_scheme_not_allowed'],
      ['saidOn', 'date_in_future'],
    ]);
    expect(workspace.db.rows.get('SELECT count(*) AS n FROM "AuditEvent"')).toEqual(before);
  });

  test('the name of a protected speaker is nowhere in the file', async () => {
    const workspace = await testWorkspace();
    const name = 'Zayd Protectedname';
    const added = await addStatement(workspace, {
      eventSlug: EVENT,
      statement: validStatement({ speaker: { name, pseudonym: 'a mother from Daraa', kind: 'person', risk: 'protected' } }),
    });
    expect(added.ok).toBe(true);
    const tables = workspace.db.rows.all(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`);
    for (const table of tables) {
      if (typeof table !== 'object' || table === null || !('name' in table)) throw new Error('no name');
      const rows = workspace.db.rows.all(`SELECT * FROM "${String(table.name)}"`);
      expect(JSON.stringify(rows), String(table.name)).not.toContain('Protectedname');
    }
  });

  test('text that no scorer reads is kept, without a score', async () => {
    const workspace = await testWorkspace();
    const added = await addStatement(workspace, {
      eventSlug: EVENT,
      statement: validStatement({ text: 'Сегодня в Москве прошли переговоры', language: 'ru' }),
    });
    if (!added.ok) throw new Error('not added');
    expect(added.value.score).toMatchObject({ score: null, label: null, reason: 'language_not_read' });
  });
});

describe('near duplicates', () => {
  const original = 'They bombed our homes for years and now they are received with flowers in our capital.';
  const reprint = 'They bombed our homes for years, and now they are being received with flowers in our capital city.';

  test('are shown first and nothing is saved', async () => {
    const workspace = await testWorkspace();
    const first = await addStatement(workspace, { eventSlug: EVENT, statement: validStatement({ text: original }) });
    const second = await addStatement(workspace, { eventSlug: EVENT, statement: validStatement({ text: reprint }) });
    if (!first.ok || second.ok || second.problem.kind !== 'conflict') throw new Error('unexpected');
    expect(second.problem.code).toBe('near_duplicate');
    expect(second.problem.similar?.map(({ id }) => id)).toEqual([first.value.id]);
  });

  test('are saved when the person has seen them', async () => {
    const workspace = await testWorkspace();
    await addStatement(workspace, { eventSlug: EVENT, statement: validStatement({ text: original }) });
    const second = await addStatement(workspace, {
      eventSlug: EVENT,
      statement: validStatement({ text: reprint }),
      saveSimilar: true,
    });
    expect(second.ok).toBe(true);
  });
});
