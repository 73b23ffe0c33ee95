import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import { addressOf, EVENT, PAGES, pageRoutes } from './pages';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LANGUAGES = ['en', 'ar'] as const;
const THEMES = ['light', 'dark'] as const;
const COMPARE = `/events/${EVENT}`;

/** What axe finds on the page as it stands, each with the elements that it is found on. */
async function findFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] }).then(({ violations }) =>
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

for (const listed of PAGES) {
  test.describe(`${listed.route}, ${listed.state}`, () => {
    for (const lang of LANGUAGES) {
      test(`${lang}: axe finds nothing, by day and by night`, async ({ page }) => {
        const address = await addressOf(listed, page, lang);
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          // A picture of its own has its own colours.
          const answer = await page.goto(listed.route.startsWith('embed') ? `${address}&theme=${colorScheme}` : address);
          expect(answer?.status()).toBe(listed.status ?? 200);
          await expect(page.locator('html')).toHaveAttribute('lang', lang);
          await expect(page.locator('html')).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
          await openAllDetails(page);
          expect(await findFaults(page), colorScheme).toEqual([]);
        }
      });

      test(`${lang}: nothing scrolls sideways at 320 px, or at 200% text`, async ({ page }) => {
        const address = await addressOf(listed, page, lang);
        await page.setViewportSize({ width: 320, height: 640 });
        await page.goto(address);
        expect(await stickingOut(page)).toEqual([]);
        await openAllDetails(page);
        expect(await stickingOut(page), 'with all details open').toEqual([]);
        await page.setViewportSize({ width: 1024, height: 768 });
        await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
        expect(await stickingOut(page), 'at twice the size of text').toEqual([]);
      });
    }
  });
}

test.describe('charts by keyboard', () => {
  test('marks are reached in the order in which they are seen, and each says where it is', async ({ page }) => {
    await page.goto(`${COMPARE}?lang=en`);
    const figure = page.locator('#stance-bars');
    const marks = figure.locator('a[data-mark]:visible');
    const count = await marks.count();
    expect(count).toBeGreaterThan(3);
    await marks.first().focus();
    const reached: { top: number; left: number; name: string }[] = [];
    for (let index = 0; index < count; index += 1) {
      const focused = page.locator(':focus');
      const seen = await focused.evaluate((element) => {
        const { x, y, height } = element.getBoundingClientRect();
        return {
          outline: getComputedStyle(element).outlineStyle,
          left: x + window.scrollX,
          top: y + height / 2 + window.scrollY,
        };
      });
      expect(seen.outline).not.toBe('none');
      reached.push({ ...seen, name: (await focused.getAttribute('aria-label')) ?? '' });
      await page.keyboard.press('Tab');
    }
    const inSight = [...reached].sort((a, b) => (Math.abs(a.top - b.top) > 12 ? a.top - b.top : a.left - b.left));
    expect(reached.map(({ name }) => name)).toEqual(inSight.map(({ name }) => name));
    for (const { name } of reached) expect(name).toMatch(/\S/);
  });

  test('Esc closes the quote at a mark and leaves the focus on it', async ({ page }) => {
    await page.goto(`${COMPARE}?lang=en`);
    const mark = page.locator('#sentiment-strip a[data-mark]:visible').first();
    await mark.scrollIntoViewIfNeeded();
    const id = await mark.getAttribute('data-mark');
    await page.locator('#sentiment-strip').scrollIntoViewIfNeeded();
    await mark.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(page.locator('.chart-tip')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('.chart-tip')).toHaveCount(0);
    expect(await page.locator(':focus').getAttribute('data-mark')).toBe(id);
  });

  test('Enter on a mark opens its statement', async ({ page }) => {
    await page.goto(`${COMPARE}?lang=en`);
    const mark = page.locator('#sentiment-strip a[data-mark]:visible').first();
    const href = await mark.getAttribute('href');
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${href}$`));
  });
});

test('nothing moves where motion is not wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(COMPARE);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
      const longest = Math.max(
        ...transitionDuration.split(',').map(Number.parseFloat),
        animationName === 'none' ? 0 : Number.parseFloat(animationDuration),
      );
      return longest > 0.01 ? [`${element.tagName}.${element.getAttribute('class')}`] : [];
    }),
  );
  expect(moving).toEqual([]);
});

test('stances keep their colours where the system forces its own', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(COMPARE);
  const fills = await page
    .locator('#stance-bars .chart-svg:visible rect[fill], #stance-bars .recharts-surface:visible rect[fill]')
    .evaluateAll((rects) => new Set(rects.map((rect) => getComputedStyle(rect).fill)).size);
  expect(fills).toBeGreaterThan(2);
});
