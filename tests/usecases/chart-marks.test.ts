import { describe, expect, it } from 'vitest';
import type { ChartModel } from '#lib/core/charts/chart';
import { CHART_NAMES } from '#lib/core/charts/chart-model';
import { type ChartTarget, eventChartLinks } from '#lib/core/charts/chart-target';
import { addStatement } from '#lib/usecases/add-statement';
import { getChart } from '#lib/usecases/get-chart';
import { listStatements } from '#lib/usecases/list-statements';
import { testWorkspace, validStatement } from '../setup/database';

const EVENT = 'damascus-moscow-2025';

/** What each mark of a chart counts, and which statements it opens. */
function countedMarks(model: ChartModel): readonly { readonly count: number; readonly target: ChartTarget }[] {
  switch (model.name) {
    case 'stance-bars':
      return model.rows.flatMap((row) => [...row.segments, ...row.dots.map(({ target }) => ({ count: 1, target }))]);
    case 'stance-by-sentiment':
      return model.rows.flatMap((row) => row.cells);
    case 'sentiment-strip':
      return model.rows.flatMap((row) => row.bins);
    case 'share-intervals':
      return model.rows;
    case 'camp-differences':
      return model.rows.map(({ firstCount, secondCount, target }) => ({ count: firstCount + secondCount, target }));
    case 'slogans-by-use':
      return model.rows.flatMap((row) => row.segments);
    case 'timeline':
      return model.rows.flatMap((row) => row.bins.map(({ n, target }) => ({ count: n, target })));
    case 'term-contrast':
      return [];
  }
}

describe('every mark', () => {
  it.each([
    ['of all statements', {}],
    ['with context', { context: 'in' }],
    ['of one attribution', { attribution: 'direct' }],
  ])('opens exactly the statements that it counts, %s', async (_case, kept) => {
    const workspace = await testWorkspace();
    const links = eventChartLinks(EVENT, kept);
    let checked = 0;
    for (const name of CHART_NAMES) {
      const chart = await getChart(workspace, { eventSlug: EVENT, name, query: new URLSearchParams(kept), language: 'en' });
      if (!chart.ok) throw new Error(`There is no chart ${name}.`);
      for (const { count, target } of countedMarks(chart.value.model)) {
        if (target.kind === 'statement') continue;
        const address = new URL(links(target) ?? '', 'http://localhost');
        const list = await listStatements(workspace, { eventSlug: EVENT, query: address.searchParams });
        if (!list.ok) throw new Error(`There is no list ${address.search}.`);
        expect([name, address.search, list.value.page.total]).toEqual([name, address.search, count]);
        expect(list.value.scope.problems).toEqual([]);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(10);
  });

  it('of a histogram opens its own scores and not its neighbours\u2019', async () => {
    const workspace = await testWorkspace();
    for (let index = 0; index < 301; index += 1) {
      const text = `Reaction number ${index}: we ${index % 2 === 0 ? 'fear the killers of our children' : 'welcome a good and hopeful peace'} ${index}.`;
      const added = await addStatement(workspace, { eventSlug: EVENT, statement: validStatement({ text }), saveSimilar: true });
      expect(added.ok).toBe(true);
    }
    const chart = await getChart(workspace, {
      eventSlug: EVENT,
      name: 'sentiment-strip',
      query: new URLSearchParams(),
      language: 'en',
    });
    if (!chart.ok) throw new Error('There is no chart.');
    const bins = countedMarks(chart.value.model);
    expect(bins.length).toBeGreaterThan(1);
    for (const { count, target } of bins) {
      const address = new URL(eventChartLinks(EVENT)(target) ?? '', 'http://localhost');
      const list = await listStatements(workspace, { eventSlug: EVENT, query: address.searchParams });
      expect([address.search, list.ok && list.value.page.total]).toEqual([address.search, count]);
    }
  });
});
