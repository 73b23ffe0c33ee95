import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { expect, type Page, type Response, test } from '@playwright/test';
import { addressOf, PAGES, pageRoutes } from './pages';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules that ask for colours; no other sees whether it is day or night. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const LANGUAGES = ['en', 'ar'] as const;
/** Most JavaScript that a page may bring, in kB (1,000 bytes) as gzip packs it. */
const LIMITS = { text: 165, chart: 290 } as const;

declare global {
  interface Window {
    shifts?: string[];
  }
}

/** Has the page write down what jumps, how far, and which elements moved. */
async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!('value' in entry) || !('sources' in entry) || !Array.isArray(entry.sources)) continue;
        const moved = entry.sources.map(({ node }) =>
          (node instanceof Element ? node.outerHTML : String(node?.textContent)).slice(0, 80),
        );
        window.shifts?.push(`${entry.value}: ${moved.join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Goes through the page, so that everything which waits for being seen is loaded. */
async function readThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 900) {
    await page.evaluate((y) => {
      window.scrollTo(0, y);
      return new Promise((resolve) => requestAnimationFrame(resolve));
    }, top);
  }
  await page.waitForLoadState('networkidle');
}

/** What the scripts weigh together, in kB as gzip packs them. */
async function weigh(scripts: ReadonlyMap<string, Response>): Promise<number> {
  const bodies = await Promise.all([...scripts.values()].map((response) => response.body()));
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
}

/** What axe finds on the page as it stands by these rules or tags of rules, each with the elements that it is found on. */
async function findFaults(page: Page, rules: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ': ' + failureSummary)))`,
  );
  if (!Array.isArray(found)) throw new Error('axe gave no list.');
  return found.map(String);
}

async function openAllDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function closeAllDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = false;
  });
}

/** Elements that stick out of the window, innermost first. */
async function stickingOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.documentElement &&
      (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (right > clientWidth + 1 || left < -1) && !scrolls(element.parentElement);
      })
      .slice(-5)
      .map((element) => `${element.tagName}.${element.getAttribute('class')} ${element.textContent?.slice(0, 40)}`)
      .concat(`the page is ${scrollWidth} wide in a window of ${clientWidth}`);
  });
}

test('the list of pages holds every page that there is', () => {
  const listed = new Set(PAGES.map(({ route }) => route));
  expect(pageRoutes().filter((route) => !listed.has(route))).toEqual([]);
});

// A page is loaded once and looked at in every way, as loading is what takes the time; each way says for itself what it found.
for (const listed of PAGES) {
  for (const lang of LANGUAGES) {
    test(`${listed.route}, ${listed.state}, ${lang}: still, light, accessible by day and night, never sideways`, async ({
      page,
    }) => {
      const address = await addressOf(listed, page, lang);
      const scripts = new Map<string, Response>();
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script') scripts.set(response.url(), response);
      });
      await noteShifts(page);
      const answer = await page.goto(address, { waitUntil: 'load' });
      expect(answer?.status()).toBe(listed.status ?? 200);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.locator('html')).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');

      await test.step('nothing jumps, and JavaScript keeps within its limit', async () => {
        await readThrough(page);
        expect.soft(await page.evaluate(() => window.shifts)).toEqual([]);
        const weight = await weigh(scripts);
        test.info().annotations.push({ type: 'JavaScript', description: `${weight.toFixed(1)} kB` });
        expect.soft(weight).toBeLessThanOrEqual(LIMITS[listed.kind]);
      });

      for (const [colorScheme, rules] of [
        ['light', STANDARDS],
        ['dark', COLOUR_RULES],
      ] as const) {
        await test.step(`axe finds nothing, ${colorScheme}`, async () => {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          // A picture of its own has its own colours.
          if (listed.route.startsWith('embed')) await page.goto(`${address}&theme=${colorScheme}`);
          await openAllDetails(page);
          expect.soft(await findFaults(page, rules), colorScheme).toEqual([]);
        });
      }

      await test.step('nothing scrolls sideways', async () => {
        await page.setViewportSize({ width: 320, height: 640 });
        expect.soft(await stickingOut(page), 'at 320 px, with all details open').toEqual([]);
        await closeAllDetails(page);
        expect.soft(await stickingOut(page), 'at 320 px').toEqual([]);
        await openAllDetails(page);
        await page.setViewportSize({ width: 1024, height: 768 });
        await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
        expect.soft(await stickingOut(page), 'at twice the size of text').toEqual([]);
      });
    });
  }
}
