import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { eventChartLinks } from '#lib/core/charts/chart-target';
import { sentimentStrip } from '#lib/core/charts/sentiment-strip';
import { stanceBars } from '#lib/core/charts/stance-bars';
import { timeline } from '#lib/core/charts/timeline';
import { arCharts } from '#lib/i18n/ar-charts';
import { enCharts } from '#lib/i18n/en-charts';
import { Figure } from '../../../app/_components/charts/figure';
import { CAMPS, makeCamp, scored, THREE_SIZES } from '../../core/charts/chart-fixtures';

const input = { statements: THREE_SIZES, camps: CAMPS, includeContext: false };
const links = eventChartLinks('event');

function figure(given: Partial<Parameters<typeof Figure>[0]> = {}) {
  return renderToStaticMarkup(
    <Figure id="bars" model={stanceBars(input)} text={enCharts} links={links} filter={null} {...given} />,
  );
}

describe('Figure, as the server sends it', () => {
  test('says title, n and finding before the chart', () => {
    const markup = figure();
    expect(markup).toContain('Where each camp stands <span class="figure-n">(n = 24)</span>');
    expect(markup.indexOf('9 of 12 statements are against')).toBeLessThan(markup.indexOf('<svg'));
  });

  test('has both drawings with all their links, and the table open', () => {
    const markup = figure();
    expect(markup.match(/<svg/gu)).toHaveLength(2);
    expect(markup.match(/data-mark="alpha:against"/gu)).toHaveLength(2);
    expect(markup).toMatch(/<details class="figure-table" open="">/u);
    expect(markup).toContain('<caption class="visually-hidden">Where each camp stands (n = 24)</caption>');
    expect(markup.match(/<th scope="row"/gu)).toHaveLength(3);
  });

  test('is named by its title; the chart is a group of links that is named by title and finding', () => {
    const markup = figure();
    expect(markup).toContain('<figure class="figure" id="bars" aria-labelledby="bars-title">');
    expect(markup).toMatch(/role="group" aria-label="Where each camp stands\. [^"]*9 of 12/u);
  });

  test('no two patterns of a page share an id', () => {
    const ids = [...figure().matchAll(/<pattern id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('an interval brings the sentence that says what it means; without one there is none', () => {
    const strip = sentimentStrip({ ...input, statements: makeCamp('alpha', { against: 6 }, (index) => scored(-0.1 * index)) });
    expect(figure({ model: strip })).toContain('Not a margin of error for the population.');
    expect(figure()).not.toContain('margin of error');
  });

  test('names the filter, a note and a toolbar where there is one', () => {
    const markup = figure({ filter: 'language: Arabic', note: 'A note', toolbar: <menu>Tools</menu> });
    expect(markup).toContain('Filter: language: Arabic');
    expect(markup).toContain('<p class="figure-note">A note</p>');
    expect(markup).toContain('<menu>Tools</menu>');
    expect(figure()).not.toContain('Filter:');
  });

  test('for print: no details, the table there', () => {
    const markup = figure({ isStatic: true, table: 'open' });
    expect(markup).not.toContain('<details');
    expect(markup).toContain('<table');
    expect(figure({ table: 'none' })).not.toContain('<table');
  });

  test('what was said stands in a table in its own direction, and may take several lines; numbers keep to one', () => {
    const statements = makeCamp('alpha', { against: 2 }, () => ({ saidOn: '2025-08-01', excerpt: 'قول', excerptLanguage: 'ar' }));
    const markup = figure({ model: timeline({ ...input, statements, events: [] }), isStatic: true, table: 'open' });
    expect(markup).toMatch(/<td><a [^>]*><bdi lang="ar" dir="rtl">قول<\/bdi><\/a><\/td>/u);
    expect(figure({ isStatic: true, table: 'open' })).toContain('<td class="numeric">');
  });

  test('in Arabic the box stays left to right, and the words are Arabic', () => {
    const camps = CAMPS.map((camp) => ({ ...camp, label: 'معسكر', labelLanguage: 'ar' }));
    const markup = figure({ model: stanceBars({ ...input, camps }), text: arCharts });
    expect(markup).toContain('<div class="chart-box" dir="ltr">');
    const words = [...markup.matchAll(/>([^<]+)</gu)].map(([, word]) => word).join(' ');
    expect(words).not.toMatch(/[a-z]{2,}/iu);
  });

  test('an empty chart says why, and has no mark', () => {
    const markup = figure({ model: stanceBars({ ...input, statements: [] }) });
    expect(markup).toContain('No statement is counted here.');
    expect(markup).not.toContain('chart-mark');
  });
});
