import { gzipSync } from 'node:zlib';
import { expect, type Page, type Response, test } from '@playwright/test';
import { addressOf, EVENT, PAGES } from './pages';

/** Most JavaScript that a page may bring, in kB (1,000 bytes) as gzip packs it. */
const LIMITS = { text: 165, chart: 290 } as const;

/** Goes through the page, so that everything which waits for being seen is loaded. */
async function readThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 900) {
    await page.evaluate((y) => window.scrollTo(0, y), top);
    await page.waitForTimeout(30);
  }
  await page.waitForLoadState('networkidle');
}

declare global {
  interface Window {
    shifts?: number[];
  }
}

for (const listed of PAGES.filter(({ status }) => status === undefined)) {
  test(`${listed.route}, ${listed.state}: JavaScript within its limit, and nothing jumps in either language`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) window.shifts?.push(Number(entry.value));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // Bodies are read at the end, of the page that stays: those of a page that was left cannot be had any more.
    const scripts = new Map<string, Response>();
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.set(response.url(), response);
    });
    for (const lang of ['en', 'ar'] as const) {
      const address = await addressOf(listed, page, lang);
      scripts.clear();
      await page.goto(address, { waitUntil: 'load' });
      await readThrough(page);
      expect(await page.evaluate(() => window.shifts), lang).toEqual([]);
    }
    const bodies = await Promise.all([...scripts.values()].map((response) => response.body()));
    const weight = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
    test.info().annotations.push({ type: 'JavaScript', description: `${weight.toFixed(1)} kB` });
    expect(weight).toBeLessThanOrEqual(LIMITS[listed.kind]);
  });
}

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
