import { describe, expect, test } from 'vitest';
import { columnLabels } from '#lib/i18n/column-labels';
import { addStatement } from '#lib/usecases/add-statement';
import { changeStatementStatus, type StatusChange } from '#lib/usecases/change-statement-status';
import { exportStatements } from '#lib/usecases/export-statements';
import { findSimilarStatements } from '#lib/usecases/find-similar-statements';
import { getComparison } from '#lib/usecases/get-comparison';
import { getStatement } from '#lib/usecases/get-statement';
import { listStatements } from '#lib/usecases/list-statements';
import type { Workspace } from '#lib/usecases/workspace';
import { testWorkspace, validStatement } from '../setup/database';

const EVENT = 'damascus-moscow-2025';
const TEXT = 'The zephyrine handshake wounds every family of the disappeared.';

async function added(workspace: Workspace, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const statement = validStatement({ text: TEXT, ...changes });
  const result = await addStatement(workspace, { eventSlug: EVENT, statement, saveSimilar: true });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.id;
}

function change(workspace: Workspace, id: string, what: StatusChange) {
  return changeStatementStatus(workspace, { id, change: what, by: 'editor', reason: 'The family asked for it.' });
}

/** Whether the statement is seen by each of the ways out: page, list, search, chart, file, index, similar ones. */
async function seenBy(workspace: Workspace, id: string) {
  const page = await getStatement(workspace, id);
  const list = await listStatements(workspace, { eventSlug: EVENT, query: { limit: '500' } });
  const search = await listStatements(workspace, { eventSlug: EVENT, query: { q: 'zephyrine' } });
  const chart = await getComparison(workspace, { eventSlug: EVENT, query: '', language: 'en' });
  const file = await exportStatements(workspace, {
    eventSlug: EVENT,
    query: '',
    format: 'csv',
    flavour: 'data',
    language: 'en',
    labels: columnLabels('en'),
  });
  if (!page.ok || !list.ok || !search.ok || !chart.ok || !file.ok) throw new Error('not found');
  let csv = '';
  for await (const chunk of file.value.chunks) csv += chunk;
  const similar = await findSimilarStatements(workspace, { eventId: chart.value.scope.event.id, text: TEXT, exceptHash: '' });
  return {
    page: JSON.stringify(page.value).includes('zephyrine'),
    list: list.value.page.items.some((item) => item.id === id),
    search: search.value.page.items.some((item) => item.id === id),
    chart: chart.value.statements.some((each) => each.id === id),
    file: csv.includes('zephyrine'),
    index: workspace.db.rows.all('SELECT 1 FROM "StatementSearch" WHERE "statementId" = @id', { id }).length > 0,
    similar: similar.some((each) => each.id === id),
  };
}

const SEEN = { page: true, list: true, search: true, chart: true, file: true, index: true, similar: true };
const UNSEEN = { page: false, list: false, search: false, chart: false, file: false, index: false, similar: false };

describe('changeStatementStatus', () => {
  test.each(['withhold', 'delete'] as const)('%s takes a statement off every way out, restore brings it back', async (what) => {
    const workspace = await testWorkspace();
    const id = await added(workspace);
    expect(await seenBy(workspace, id)).toEqual(SEEN);
    expect(await change(workspace, id, what)).toMatchObject({ ok: true, value: { changed: true } });
    expect(await seenBy(workspace, id)).toEqual(UNSEEN);
    expect(await change(workspace, id, 'restore')).toMatchObject({ ok: true, value: { changed: true, status: 'published' } });
    expect(await seenBy(workspace, id)).toEqual(SEEN);
  });

  test('who, why, old and new are in the log, and nothing of the text', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace);
    await change(workspace, id, 'withhold');
    expect(
      workspace.db.rows.get(
        `SELECT e."actor", e."reason", d."before", d."after" FROM "AuditEvent" e JOIN "AuditDetail" d ON d."seq" = e."seq"
         WHERE e."action" = 'statement.withheld'`,
      ),
    ).toEqual({
      actor: 'editor',
      reason: 'The family asked for it.',
      before: '{"status":"published"}',
      after: '{"status":"withheld"}',
    });
  });

  test('doing it twice changes nothing and writes nothing', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace);
    await change(workspace, id, 'delete');
    const rows = workspace.db.rows.get('SELECT count(*) AS n FROM "AuditEvent"');
    expect(await change(workspace, id, 'delete')).toMatchObject({ ok: true, value: { changed: false } });
    expect(workspace.db.rows.get('SELECT count(*) AS n FROM "AuditEvent"')).toEqual(rows);
  });

  test('what was withheld when it was deleted comes back withheld', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace);
    await change(workspace, id, 'withhold');
    await change(workspace, id, 'delete');
    expect(await change(workspace, id, 'restore')).toMatchObject({ ok: true, value: { status: 'withheld' } });
    expect(await seenBy(workspace, id)).toEqual(UNSEEN);
    expect(await change(workspace, id, 'restore')).toMatchObject({ ok: true, value: { status: 'published' } });
  });

  test('a deleted statement does not come back beside the same text that was added since', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace);
    await change(workspace, id, 'delete');
    const again = await added(workspace);
    expect(await change(workspace, id, 'restore')).toEqual({
      ok: false,
      problem: { kind: 'conflict', code: 'exact_duplicate', existingId: again },
    });
  });

  test('asks for who and why', async () => {
    const workspace = await testWorkspace();
    const id = await added(workspace);
    const result = await changeStatementStatus(workspace, { id, change: 'withhold', by: undefined, reason: ' ' });
    expect(result).toEqual({
      ok: false,
      problem: {
        kind: 'invalid',
        fields: [
          { field: 'by', code: 'required' },
          { field: 'reason', code: 'required' },
        ],
      },
    });
    expect(await seenBy(workspace, id)).toEqual(SEEN);
  });
});
