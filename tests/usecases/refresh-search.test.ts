import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { SEARCH_RULES } from '#lib/core/search/search-shadow';
import { addStatement } from '#lib/usecases/add-statement';
import { listStatements } from '#lib/usecases/list-statements';
import { refreshSearch } from '#lib/usecases/refresh-search';
import { testWorkspace, validStatement } from '../setup/database';

const EVENT = 'damascus-moscow-2025';

it('cuts the words anew that other rules cut, and only those', async () => {
  const workspace = await testWorkspace();
  const added = await addStatement(workspace, {
    eventSlug: EVENT,
    statement: validStatement({
      text: 'قتلوا أبناءنا',
      language: 'ar',
      translation: { text: 'Quixotic wolves', language: 'en', by: 'human' },
    }),
  });
  expect(added.ok).toBe(true);
  const total = async (q: string) => {
    const found = await listStatements(workspace, { eventSlug: EVENT, query: { q } });
    return found.ok ? found.value.page.total : null;
  };
  // As a version of the program left it that did not know the forms.
  const raw = new BetterSqlite3(workspace.db.file);
  raw.exec(`UPDATE "StatementSearch" SET "folded" = 'nothing' WHERE "folded" LIKE '%quixotic%'; PRAGMA user_version = 0`);
  expect(await total('wolf')).toBe(0);

  const all = raw.prepare('SELECT count(*) FROM "StatementSearch"').pluck().get();
  expect(await refreshSearch(workspace)).toBe(all);
  expect([await total('wolf'), await total('أبناء'), await total('nothing')]).toEqual([1, 1, 0]);
  expect(raw.pragma('user_version', { simple: true })).toBe(SEARCH_RULES);
  expect(await refreshSearch(workspace)).toBe(0);
  raw.close();
});
