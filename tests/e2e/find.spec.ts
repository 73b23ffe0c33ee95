import { expect, type Page, test } from '@playwright/test';

const LIST = '/events/damascus-moscow-2025/statements';

function rows(page: Page) {
  return page.locator('.statement-list > li');
}

// The form and the marks are the server's; the panel stands open where there is room.
test.use({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });

test('what was searched for is marked in every row, however it is written', async ({ page }) => {
  await page.goto(`${LIST}?q=moscow`);
  await expect(rows(page)).not.toHaveCount(0);
  await expect(rows(page).filter({ hasNot: page.locator('mark') })).toHaveCount(0);
  await expect(rows(page).first().locator('mark').first()).toHaveText(/^Moscow$/);
  await page.goto(`${LIST}?q=روسيا`);
  await expect(rows(page).first().locator('blockquote[lang=ar] mark').first()).toBeVisible();
});

test('dates and scores narrow the list, and what the form has no field for stays', async ({ page }) => {
  await page.goto(`${LIST}?sentiment=negative&sentiment=neutral`);
  const all = await rows(page).count();
  await page.getByRole('group', { name: 'Said', exact: true }).getByLabel('from').fill('2025-07-31');
  const score = page.getByRole('group', { name: 'Score of the wording' });
  await score.getByLabel('from').fill('-0.5');
  await score.getByLabel('to').fill('0.2');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.waitForURL(/scoreMax=0.2/);
  const { searchParams } = new URL(page.url());
  expect([...searchParams.values()]).not.toContain('');
  expect(searchParams.getAll('sentiment')).toEqual(['negative', 'neutral']);
  expect(searchParams.get('from')).toBe('2025-07-31');
  await expect(page.getByRole('link', { name: /Score from: .0.5/ })).toBeVisible();
  expect(await rows(page).count()).toBeLessThan(all);
});
