import { expect, test } from '@playwright/test';
import { EVENT } from './pages';

const COMPARE = `/events/${EVENT}`;

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
