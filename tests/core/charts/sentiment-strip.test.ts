import { describe, expect, test } from 'vitest';
import { eventChartLinks } from '#lib/core/charts/chart-target';
import { PAGE_THEME } from '#lib/core/charts/chart-theme';
import { drawSentimentStrip } from '#lib/core/charts/draw-sentiment-strip';
import { drawingToSvg, placeOfMark } from '#lib/core/charts/drawing';
import { HISTOGRAM_BINS, MAX_DOTS, sentimentStrip } from '#lib/core/charts/sentiment-strip';
import { findNodes, textOf } from '#lib/core/charts/svg-node';
import { enCharts } from '#lib/i18n/en-charts';
import { CAMPS, makeCamp, scored } from './chart-fixtures';

const strip = (statements: ReturnType<typeof makeCamp>) => sentimentStrip({ statements, camps: CAMPS, includeContext: false });
const draw = (model: ReturnType<typeof strip>, width = 680) =>
  drawSentimentStrip(model, { text: enCharts, theme: PAGE_THEME, links: eventChartLinks('event'), width, idPrefix: 'test' });

describe('sentimentStrip', () => {
  test('the score axis is pinned to [-1, 1], whatever the scores', () => {
    const model = strip(makeCamp('alpha', { against: 6 }, (index) => scored(0.01 * index)));
    expect(model.domain).toEqual([-1, 1]);
    expect(model.ticks).toEqual([-1, -0.5, 0, 0.5, 1]);
  });

  test('dots come in order of score, ties by id', () => {
    const scores = [0.2, -0.4, 0.2];
    const [row] = strip(makeCamp('alpha', { against: 3 }, (index) => scored(scores[index] ?? 0))).rows;
    expect(row?.dots.map(({ id }) => id)).toEqual(['alpha-against-2', 'alpha-against-1', 'alpha-against-3']);
  });

  test('4 scored of 9: dots, no mean, and it is said', () => {
    const model = strip(makeCamp('alpha', { against: 9 }, (index) => (index < 4 ? scored(-0.1 * index) : {})));
    expect(model.rows[0]).toMatchObject({ scored: 4, notScored: 5, mean: null, interval: null, tooFew: true });
    const written = findNodes([drawingToSvg(draw(model), '')], ({ tag }) => tag === 'text').map(textOf);
    expect(written.join(' ')).toContain('n = 9, 4 scored: too few to summarise');
  });

  test(`a row of ${MAX_DOTS} has dots, one more makes it a histogram`, () => {
    const many = (n: number) => strip(makeCamp('alpha', { against: n }, (index) => scored(((index % 200) - 100) / 100))).rows[0];
    expect(many(MAX_DOTS)?.dots).toHaveLength(MAX_DOTS);
    expect(many(MAX_DOTS)?.bins).toEqual([]);
    expect(many(MAX_DOTS + 1)?.dots).toEqual([]);
    expect(many(MAX_DOTS + 1)?.bins).toHaveLength(HISTOGRAM_BINS);
  });

  test('bins take their lower bound in, their upper one not, but for 1', () => {
    const edges = [-1, -0.9, -0.901, 0, 0.3, 0.899, 0.9, 1];
    const statements = makeCamp('alpha', { against: 301 }, (index) => scored(edges[index] ?? 0.55));
    const bins = strip(statements).rows[0]?.bins.map(({ from, to, count }) => [from, to, count]);
    expect(bins).toEqual([
      [-1, -0.9, 2],
      [-0.9, -0.8, 1],
      [0, 0.1, 1],
      [0.3, 0.4, 1],
      [0.5, 0.6, 293],
      [0.8, 0.9, 1],
      [0.9, 1, 2],
    ]);
  });

  test('a bin opens the statements of its scores', () => {
    const statements = makeCamp('alpha', { against: 301 }, () => scored(0.55));
    const [mark] = draw(strip(statements)).marks;
    expect(mark?.href).toBe('/events/event/statements?camp=alpha&scoreMin=0.5&scoreMax=0.599');
  });

  test('dots that meet stand above each other and stay at their score', () => {
    const drawing = draw(strip(makeCamp('alpha', { against: 3 }, () => scored(0.25))));
    const places = drawing.marks.map((mark) => placeOfMark(drawing, mark));
    expect(new Set(places.map(({ x }) => x)).size).toBe(1);
    const [first, second, third] = places.map(({ y }) => y);
    expect((first ?? 0) - (second ?? 0)).toBeCloseTo(14);
    expect((second ?? 0) - (third ?? 0)).toBeCloseTo(14);
  });

  test('300 dots at one place stay within the height of a screen', () => {
    const drawing = draw(strip(makeCamp('alpha', { against: 300 }, () => scored(0.1))));
    expect(drawing.height).toBeLessThan(2200);
    expect(drawing.marks).toHaveLength(300);
  });

  test('the name of a dot carries camp, score, label, doubt and quote', () => {
    const statements = makeCamp('alpha', { against: 1 }, () => ({ ...scored(-0.42, true), excerpt: 'No hand for Moscow' }));
    const svg = drawingToSvg(draw(strip(statements)), '');
    const [link] = findNodes([svg], ({ tag }) => tag === 'a');
    expect(link?.attrs['aria-label']).toBe('Alpha, score −0.42, negative, unsure: “No hand for Moscow”');
    expect(link?.attrs['href']).toBe('/statements/alpha-against-1');
  });

  test('nothing scored is said in the place of the chart', () => {
    expect(strip(makeCamp('alpha', { against: 9 })).empty).toBe('nothing_scored');
  });
});
