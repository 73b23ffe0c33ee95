import { describe, expect, it } from 'vitest';
import { CHART_NAMES } from '#lib/core/charts/chart-model';
import { rowsOfChart } from '#lib/core/charts/chart-rows';
import { USUAL_VIEW } from '#lib/core/charts/chart-view';
import { type ChartSources, makeChart } from '#lib/core/charts/make-chart';
import { CAMPS, makeCamp } from './chart-fixtures';

const counts = (words: Readonly<Record<string, number>>) => new Map(Object.entries(words));
const [alpha, beta] = CAMPS;
if (alpha === undefined || beta === undefined) throw new Error('Two camps are needed.');

const SOURCES: ChartSources = {
  camps: CAMPS,
  includeContext: false,
  statements: [
    ...makeCamp('alpha', { against: 6, favor: 2 }, (index) => ({
      score: -0.5 + index / 10,
      label: 'negative',
      saidOn: `2025-08-0${index + 1}`,
    })),
    ...makeCamp('beta', { favor: 10 }),
    ...makeCamp('gamma', { against: 1, ambivalent: 1 }),
  ],
  events: [],
  terms: () => ({
    first: { camp: alpha, n: 8, counts: counts({ justice: 30, talk: 1, word: 20 }) },
    second: { camp: beta, n: 10, counts: counts({ justice: 1, talk: 30, word: 20 }) },
    termLanguage: 'en',
  }),
  slogans: () => [{ id: 'let-it', label: 'Let it', labelLanguage: 'en', uses: { endorse: 2, mock: 1, report: 0, unclear: 0 } }],
};

async function rows(name: (typeof CHART_NAMES)[number], view = {}) {
  const { columns, rows: cells } = rowsOfChart(await makeChart(name, SOURCES, { ...USUAL_VIEW, ...view }));
  return cells.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
}

describe('the numbers of a chart for a file', () => {
  it.each(CHART_NAMES)('%s has a cell for each column and at least one row', async (name) => {
    const { columns, rows: cells } = rowsOfChart(await makeChart(name, SOURCES, USUAL_VIEW));
    expect(cells.length).toBeGreaterThan(0);
    for (const row of cells) expect(row).toHaveLength(columns.length);
    expect(new Set(columns).size).toBe(columns.length);
  });

  it('counts every stance of every camp, and gives no share under 5', async () => {
    const all = await rows('stance-bars');
    expect(all.filter(({ camp }) => camp === 'alpha')).toEqual([
      { camp: 'alpha', camp_label: 'Alpha', n: 8, stance: 'against', count: 6, share: 0.75 },
      { camp: 'alpha', camp_label: 'Alpha', n: 8, stance: 'ambivalent', count: 0, share: 0 },
      { camp: 'alpha', camp_label: 'Alpha', n: 8, stance: 'favor', count: 2, share: 0.25 },
    ]);
    expect(all.filter(({ camp }) => camp === 'gamma').map(({ count, share }) => [count, share])).toEqual([
      [1, null],
      [1, null],
      [0, null],
    ]);
  });

  it('gives shares with the bounds of Wilson', async () => {
    // 8 of 10: .490 to .943.
    const [, ofBeta] = await rows('share-intervals', { about: 'favor' });
    expect(ofBeta).toMatchObject({ camp: 'beta', stance: 'favor', count: 10, share: 1, high: 1 });
    expect(ofBeta?.['low']).toBeCloseTo(0.722, 3);
  });

  it('gives mean and interval of scores only from 5 on', async () => {
    const [ofAlpha, ofBeta] = await rows('sentiment-strip');
    // −.5 to .2 in steps of .1: mean −.15.
    expect(ofAlpha).toMatchObject({ scored: 8, not_scored: 0, mean: -0.15 });
    expect(ofBeta).toMatchObject({ scored: 0, not_scored: 10, mean: null, low: null, high: null });
  });

  it('names whose share is subtracted from whose in a difference', async () => {
    const [first] = await rows('camp-differences', { about: 'favor' });
    expect(first).toMatchObject({ camp_1: 'beta', count_1: 10, n_1: 10, camp_2: 'alpha', count_2: 2, n_2: 8, difference: 0.75 });
  });

  it('gives each slogan a row a use', async () => {
    expect(await rows('slogans-by-use')).toEqual([
      { slogan: 'let-it', slogan_label: 'Let it', n: 3, use: 'endorse', count: 2 },
      { slogan: 'let-it', slogan_label: 'Let it', n: 3, use: 'mock', count: 1 },
    ]);
  });
});
