import { expect, test } from '@playwright/test';
import { EVENT } from './pages';

test('a frame brings no script at all', async ({ request }) => {
  const html = await (await request.get(`/embed/${EVENT}/stance-bars`)).text();
  expect(html).not.toMatch(/<script|\son[a-z]+=|javascript:/i);
  expect(html).toMatch(/data-mark=/);
});

test('the first chart is in the page before any script', async ({ request }) => {
  const html = await (await request.get(`/events/${EVENT}`)).text();
  const chart = html.slice(html.indexOf('<figure'), html.indexOf('</figure>'));
  expect(chart).toContain('class="chart-svg"');
  expect(chart.match(/data-mark="/g)?.length ?? 0).toBeGreaterThan(3);
});
