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

test('the scripts that every page runs are compiled beside the main thread', async ({ request }) => {
  const html = await (await request.get('/methods')).text();
  const addresses = [...html.matchAll(/<script src="([^"]+)" async/g)].map(([, address]) => String(address));
  const scripts = await Promise.all(addresses.map(async (address) => (await request.get(address)).text()));
  const frameworks = scripts.filter((script) => script.length > 100_000);
  expect(frameworks.length).toBeGreaterThan(1);
  for (const script of frameworks) expect(script).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
});

test('Recharts comes when the reader stirs, and not before', async ({ page }) => {
  await page.goto(`/events/${EVENT}?lang=en`, { waitUntil: 'networkidle' });
  await expect(page.locator('.chart-svg:visible').first()).toBeInViewport();
  await expect(page.locator('.recharts-surface')).toHaveCount(0);
  // Moved until it is heard: a busy machine puts the page's script off.
  await expect(async () => {
    await page.mouse.move(200 + Math.random() * 100, 300);
    await expect(page.locator('.recharts-surface:visible').first()).toBeVisible({ timeout: 1000 });
  }).toPass();
});
