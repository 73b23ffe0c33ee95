import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SORTS } from '#lib/core/filter/statement-filter';
import { addStatement } from '#lib/usecases/add-statement';
import { findStatementPage, listStatements } from '#lib/usecases/list-statements';
import type { Workspace } from '#lib/usecases/workspace';
import { testWorkspace, validStatement } from '../setup/database';

const EVENT = 'damascus-moscow-2025';

async function page(workspace: Workspace, query: Readonly<Record<string, string>>) {
  const found = await findStatementPage(workspace, { eventSlug: EVENT, query });
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value.page;
}

async function add(workspace: Workspace, text: string, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const added = await addStatement(workspace, {
    eventSlug: EVENT,
    statement: validStatement({ text, ...changes }),
    saveSimilar: true,
  });
  if (!added.ok) throw new Error(JSON.stringify(added.problem));
  return added.value.id;
}

describe('search', () => {
  test('whatever is typed, the database is asked nothing that it refuses', async () => {
    const workspace = await testWorkspace();
    const hostile = fc.stringMatching(/^["'*^(){}:\-+.،؟ANDORNTE أبسعدةا0-9\\%_;]{0,30}$/u);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }), hostile),
        async (q) => {
          const found = await listStatements(workspace, { eventSlug: EVENT, query: { q } });
          expect(found.ok).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('finds Arabic through spelling, phrases in quotes, and leaves a word out', async () => {
    const workspace = await testWorkspace();
    const first = await add(workspace, 'لا بد من العدالة والمُحاسَبة في إدلب', { language: 'ar' });
    const second = await add(workspace, 'The justice of the port workers is late.');
    const third = await add(workspace, 'Port workers ask for the justice that was promised.');
    const found = async (q: string) => (await page(workspace, { q })).items.map(({ id }) => id).sort();
    expect(await found('عدالة')).toEqual([first]);
    expect(await found('محاسبة ادلب')).toEqual([first]);
    expect(await found('justice')).toEqual([second, third]);
    expect(await found('"port workers is"')).toEqual([second]);
    expect(await found('justice -promised')).toEqual([second]);
    expect(await found('-justice')).not.toContain(second);
  });
});

describe('keyset pages', () => {
  test.each(SORTS)('by %s go through every statement once, even while others arrive', async (sort) => {
    const workspace = await testWorkspace();
    const all = (await page(workspace, { sort, limit: '500' })).items.map(({ id }) => id);
    const seen: string[] = [];
    let after: string | null = null;
    let arrivals = 0;
    do {
      const query: Record<string, string> = after === null ? { sort, limit: '4' } : { sort, limit: '4', after };
      const next = await page(workspace, query);
      seen.push(...next.items.map(({ id }) => id));
      after = next.next;
      if (arrivals < 3) {
        arrivals += 1;
        await add(workspace, `Arrival ${arrivals} in ${sort}, said while somebody reads.`, { saidOn: `2025-08-0${arrivals}` });
      }
    } while (after !== null);
    expect(seen.filter((id) => all.includes(id))).toEqual(all);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('facets', () => {
  test('count under all other parts of the filter, and each value leaves what it counts', async () => {
    const workspace = await testWorkspace();
    const listed = await listStatements(workspace, { eventSlug: EVENT, query: { camp: 'pragmatic', stance: 'favor' } });
    if (!listed.ok) throw new Error('not listed');
    const { facets } = listed.value;
    for (const facet of ['camp', 'stance', 'attribution', 'language'] as const) {
      expect(facets[facet].length, facet).toBeGreaterThan(0);
      for (const { value, count } of facets[facet]) {
        const query = { camp: 'pragmatic', stance: 'favor', [facet]: value };
        expect((await page(workspace, query)).total, `${facet} ${value}`).toBe(count);
      }
    }
  });
});
