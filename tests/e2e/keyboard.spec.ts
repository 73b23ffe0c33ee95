import { expect, type Page, test } from '@playwright/test';
import { EVENT } from './pages';

const BASE = `/events/${EVENT}`;

/** Address of the page from its path on, without the language that the test set. */
const addressOf = (page: Page): string => page.url().replace(/^https?:\/\/[^/]+/, '');

for (const lang of ['en', 'ar'] as const) {
  test(`the first stop leads past the masthead into the page (${lang})`, async ({ page }) => {
    await page.goto(`${BASE}?lang=${lang}`);
    await page.keyboard.press('Tab');
    const skip = page.locator('.skip-link');
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect(page.locator('#main')).toBeFocused();
    // What follows is in the page: neither in the masthead nor in the navigation.
    await page.keyboard.press('Tab');
    await expect(page.locator('#main :focus')).toHaveCount(1);
  });
}

test('what is folded away on a narrow screen opens, closes with Esc and when it is left', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${BASE}?lang=en`);
  const menu = page.locator('.event-nav-more');
  const opener = menu.locator('summary');
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(menu).toHaveAttribute('open');
  await page.keyboard.press('Tab');
  await expect(menu.locator('a').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).not.toHaveAttribute('open');
  await expect(opener).toBeFocused();

  await page.keyboard.press('Enter');
  const links = await menu.locator('a').count();
  for (let step = 0; step <= links; step += 1) await page.keyboard.press('Tab');
  await expect(menu).not.toHaveAttribute('open');
  await expect(page.locator('#main :focus')).toHaveCount(1);
});

test('the help opens with a key, keeps the focus and gives it back', async ({ page }) => {
  await page.goto(`${BASE}/statements?lang=en`);
  const opener = page.getByRole('button', { name: 'Keyboard help' });
  await opener.focus();
  const dialog = page.getByRole('dialog');
  // The key works once the page's script does, which a busy machine puts off.
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(dialog).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Tab');
  await expect(page.locator('main :focus, header :focus')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('the back button takes back one choice at a time, and where the page was', async ({ page }) => {
  await page.goto(`${BASE}?lang=en`);
  const start = addressOf(page);
  await page.getByRole('link', { name: 'Diverging' }).click();
  await page.waitForURL(/bars=diverging/);
  const diverging = addressOf(page);
  await page.getByRole('link', { name: /^Wording/ }).click();
  await page.waitForURL(/measure=wording/);
  await page.goBack();
  await page.waitForURL((url) => url.search.includes('bars=diverging') && !url.search.includes('wording'));
  expect(addressOf(page)).toBe(diverging);
  await expect(page.getByRole('link', { name: 'Diverging' })).toHaveAttribute('aria-current', 'true');
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('bars='));
  expect(addressOf(page)).toBe(start);
  await expect(page.getByRole('link', { name: '100%' })).toHaveAttribute('aria-current', 'true');
});

test('a filter is one step back, and the list as it was', async ({ page }) => {
  await page.goto(`${BASE}/statements?lang=en`);
  const all = await page.locator('main [role="status"]').first().innerText();
  await page.locator('#filters input[name="camp"]').first().check();
  await page.locator('input[type="search"]').fill('justice');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=justice/);
  await expect(page.locator('main [role="status"]').first()).not.toHaveText(all);
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('q=justice'));
  await expect(page.locator('main [role="status"]').first()).toHaveText(all);
  await expect(page.locator('input[type="search"]')).toHaveValue('');
  await expect(page.locator('#filters input[name="camp"]:checked')).toHaveCount(0);
});
