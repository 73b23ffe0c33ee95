import { describe, expect, it } from 'vitest';
import { getReport } from '#lib/usecases/get-report';
import { testWorkspace } from '../setup/database';

const EVENT = 'damascus-moscow-2025';

function asked(query = '') {
  return { eventSlug: EVENT, query: new URLSearchParams(query), language: 'en' } as const;
}

describe('the report of an event', () => {
  it('holds the charts that have something to show, and quotes of every camp with their rules', async () => {
    const report = await getReport(await testWorkspace(), asked());
    if (!report.ok) throw new Error('There is no report.');
    expect(report.value.charts.every(({ empty }) => empty === null)).toBe(true);
    expect(report.value.charts.map(({ name }) => name)).toContain('stance-bars');
    // Nothing in the first event is dated.
    expect(report.value.charts.map(({ name }) => name)).not.toContain('timeline');
    expect(report.value.camps.map(({ camp }) => camp.slug)).toEqual(['victims_families', 'pragmatic', 'slogans']);
    for (const { camp, quotes } of report.value.camps) {
      expect(quotes.length).toBeGreaterThan(0);
      for (const { statement, rules } of quotes) {
        expect(statement.camp).toBe(camp.slug);
        expect(rules.length).toBeGreaterThan(0);
      }
    }
  });

  it('keeps to its filter', async () => {
    const report = await getReport(await testWorkspace(), asked('camp=slogans'));
    expect(report.ok && report.value.camps.map(({ camp }) => camp.slug)).toEqual(['slogans']);
    const none = await getReport(await testWorkspace(), asked('q=zzzznothing'));
    expect(none.ok && [none.value.charts, none.value.camps]).toEqual([[], []]);
  });

  it('is not there for an event that is not', async () => {
    const report = await getReport(await testWorkspace(), { ...asked(), eventSlug: 'nowhere' });
    expect(report.ok ? null : report.problem.kind).toBe('not_found');
  });
});
