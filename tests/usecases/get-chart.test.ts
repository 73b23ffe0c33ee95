import { describe, expect, it } from 'vitest';
import { CHART_NAMES } from '#lib/core/charts/chart-model';
import { addStatement } from '#lib/usecases/add-statement';
import { getChart } from '#lib/usecases/get-chart';
import { testWorkspace, validStatement } from '../setup/database';

const EVENT = 'damascus-moscow-2025';

function asked(name: string, query = '', language: 'en' | 'ar' = 'en') {
  return { eventSlug: EVENT, name, query: new URLSearchParams(query), language };
}

describe('one chart by its name', () => {
  it('exists for every chart that there is, in both languages', async () => {
    const workspace = await testWorkspace();
    for (const name of CHART_NAMES) {
      for (const language of ['en', 'ar'] as const) {
        const chart = await getChart(workspace, asked(name, '', language));
        expect(chart.ok && chart.value.model.name).toBe(name);
      }
    }
  });

  it('counts the slogans of the first event by their use', async () => {
    const chart = await getChart(await testWorkspace(), asked('slogans-by-use'));
    if (!chart.ok || chart.value.model.name !== 'slogans-by-use') throw new Error('There is no chart.');
    expect(chart.value.model.rows.length).toBeGreaterThan(0);
    expect(chart.value.model.n).toBe(chart.value.model.rows.reduce((sum, row) => sum + row.n, 0));
  });

  it('shows of a long text its first words, and that there are more', async () => {
    const workspace = await testWorkspace();
    const original = `${'These are words that go on '.repeat(20)}to the end.`;
    const added = await addStatement(workspace, { eventSlug: EVENT, statement: { ...validStatement(), text: original } });
    if (!added.ok) throw new Error('It was not added.');
    const chart = await getChart(workspace, asked('timeline'));
    if (!chart.ok || chart.value.model.name !== 'timeline') throw new Error('There is no chart.');
    const shown = chart.value.found.statements.find(({ id }) => id === added.value.id);
    expect(shown?.excerpt).toBe(`${'These are words that go on '.repeat(7)}These are…`);
  });

  it('knows from which moment its data are', async () => {
    const workspace = await testWorkspace();
    const seeded = await getChart(workspace, asked('stance-bars'));
    if (!seeded.ok) throw new Error('There is no chart.');
    const { lastSeq } = seeded.value.found.counters;
    const added = await addStatement(workspace, { eventSlug: EVENT, statement: validStatement() });
    expect(added.ok).toBe(true);
    const later = await getChart(workspace, asked('stance-bars'));
    const pinned = await getChart(workspace, asked('stance-bars', `asof=${lastSeq}`));
    if (!later.ok || !pinned.ok) throw new Error('There is no chart.');
    expect(later.value.model.n).toBe(seeded.value.model.n + 1);
    expect(pinned.value.model).toEqual(seeded.value.model);
    expect(pinned.value.origins.dataAsOf).toBe(seeded.value.origins.dataAsOf);
    expect(later.value.origins.dataAsOf).not.toBe(seeded.value.origins.dataAsOf);
  });

  it('names the scorer whose scores it shows', async () => {
    const chart = await getChart(await testWorkspace(), asked('sentiment-strip'));
    expect(chart.ok && chart.value.origins.scorers).toEqual([
      { scorer: expect.stringMatching(/./), version: expect.stringMatching(/./) },
    ]);
  });

  it('is not found under another name or event', async () => {
    const workspace = await testWorkspace();
    expect(await getChart(workspace, asked('pie'))).toEqual({
      ok: false,
      problem: { kind: 'not_found', what: 'chart', id: 'pie' },
    });
    const elsewhere = await getChart(workspace, { ...asked('stance-bars'), eventSlug: 'nowhere' });
    expect(elsewhere.ok ? null : elsewhere.problem).toMatchObject({ kind: 'not_found', what: 'event' });
  });

  it.each([
    ['camp=nobody', 'camp', 'unknown_camp'],
    ['cmap=pragmatic', 'cmap', 'unknown_field'],
    ['width=9', 'width', 'out_of_range'],
    ['pair=pragmatic,nobody', 'pair', 'unknown_camp'],
    ['target=other', 'target', 'unknown_target'],
    ['from=yesterday', 'from', 'not_a_date'],
  ])('refuses %s rather than show something else', async (query, field, code) => {
    const chart = await getChart(await testWorkspace(), asked('term-contrast', query));
    if (chart.ok || chart.problem.kind !== 'invalid') throw new Error('It was taken.');
    expect(chart.problem.fields.map((problem) => [problem.field, problem.code])).toEqual([[field, code]]);
  });
});
