import { expect, type Page, test } from '@playwright/test';

const EVENT = '/events/damascus-moscow-2025';

/** A text that no other test has added, and that is like none of theirs. */
function freshText(): string {
  return Array.from({ length: 8 }, () => Math.random().toString(36).slice(2, 9)).join(' ');
}

async function campSize(page: Page, camp: string): Promise<number> {
  const answer = await page.request.get(`/api${EVENT}/comparison`);
  const { camps } = await answer.json();
  return camps.find((each: { camp: string }) => each.camp === camp).n;
}

async function fillForm(page: Page, text: string): Promise<void> {
  await page.getByLabel('Original text').fill(text);
  await page.getByRole('radio', { name: /direct quotation/ }).check();
  await page.getByRole('radio', { name: "Victims' families" }).check();
  await page.getByRole('radio', { name: /^against/ }).check();
  await page.getByRole('radio', { name: 'high' }).check();
  await page.getByLabel('Why this stance').fill('Refuses the visit.');
  await page.getByLabel('Your name as coder').fill('journey');
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('open, add, see it on the chart, take the file away', async ({ page }) => {
      await page.goto('/');
      await expect(page).toHaveURL(EVENT);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Damascus');
      await expect(page.locator('figure svg:visible').first()).toBeVisible();
      const before = await campSize(page, 'victims_families');

      await page.getByRole('link', { name: 'Add a statement' }).first().click();
      const text = freshText();
      await fillForm(page, text);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page).toHaveURL(/\/statements\//);
      await expect(page.locator('main')).toContainText(text);

      await page.goto(EVENT);
      await expect(page.locator('figure').first()).toContainText(`n = ${before + 1}`);

      const download = page.waitForEvent('download');
      await page
        .getByRole('link', { name: /CSV for Excel/ })
        .first()
        .click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/^damascus-moscow-2025_statements_.*\.csv$/);
      const stream = await file.createReadStream();
      let csv = '';
      for await (const chunk of stream) csv += String(chunk);
      expect(csv).toContain(text);
    });

    test('bad input gets its errors and loses no typing', async ({ page }) => {
      await page.goto(`${EVENT}/add`);
      await page.getByLabel('Original text').fill('A text that must not be lost.');
      await page.getByLabel('When it was said').fill('2099-01-01');
      await page.getByLabel('Web address').first().fill('javascript:alert(1)');
      await page.getByLabel('Your name as coder').fill('journey');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page).toHaveURL(/draft=/);
      await expect(page.locator('.error-summary')).toBeVisible();
      await expect(page.locator('.error-summary a')).toHaveCount(6);
      await expect(page.getByLabel('Original text')).toHaveValue('A text that must not be lost.');
      await expect(page.getByLabel('When it was said')).toHaveValue('2099-01-01');
      await expect(page.getByLabel('When it was said')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('#said_on-error')).toContainText('2099-01-01');
      await expect(page.locator('#source_url-error')).toContainText('http://');
    });

    test('the same text is refused with a link to the one that is here', async ({ page }) => {
      const text = freshText();
      await page.goto(`${EVENT}/add`);
      await fillForm(page, text);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page).toHaveURL(/\/statements\//);
      const address = new URL(page.url()).pathname;
      await page.goto(`${EVENT}/add`);
      await fillForm(page, text.toUpperCase());
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.locator(`a[href^="${address}"]`).first()).toBeVisible();
      await expect(page.getByLabel('Original text')).toHaveValue(text.toUpperCase());
    });

    test('the list is filtered by camp and stance, and the address says how', async ({ page }) => {
      await page.goto(`${EVENT}/statements`);
      await page.getByRole('checkbox', { name: /Quoted slogans/ }).check();
      await page.getByRole('checkbox', { name: /^against/ }).check();
      if (!javaScriptEnabled || !page.url().includes('stance=against'))
        await page.getByRole('button', { name: 'Show', exact: true }).click();
      await expect(page).toHaveURL(/camp=slogans/);
      await expect(page).toHaveURL(/stance=against/);
      await expect(page.getByText('4 statements', { exact: true })).toBeVisible();
    });
  });
}

test('the preview marks the words that move the score while one types', async ({ page }) => {
  await page.goto(`${EVENT}/add`);
  await page.getByLabel('Original text').pressSequentially('A terrible and shameful betrayal.');
  await expect(page.locator('main')).toContainText('negative');
  await expect(page.locator('mark').first()).toBeVisible();
});

test('Ctrl and Enter saves and goes on to the next', async ({ page }) => {
  await page.goto(`${EVENT}/add`);
  await fillForm(page, freshText());
  await page.getByLabel('Why this stance').press('Control+Enter');
  await expect(page).toHaveURL(/add\?after=/);
  await expect(page.getByLabel('Original text')).toHaveValue('');
});

test('a dot of the strip opens its statement', async ({ page }) => {
  await page.goto(EVENT);
  await page.locator('#sentiment-strip a[href^="/statements/"]:visible').first().click();
  await expect(page).toHaveURL(/\/statements\//);
});

test('an unknown page says so and leads on', async ({ page }) => {
  const answer = await page.goto('/events/nowhere');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('what was typed outlives a reload, but no name does, and starting afresh empties the form', async ({ page }) => {
  await page.goto(`${EVENT}/add`);
  // The form is alive once the preview says so.
  await expect(page.locator('.score-preview')).not.toContainText('The score is worked out when you save');
  const text = freshText();
  await page.getByLabel('Original text').fill(text);
  await page.getByRole('radio', { name: /^against/ }).check();
  await page.locator('[name=speaker]').evaluate((field) => field.closest('details')?.setAttribute('open', ''));
  await page.locator('[name=speaker]').fill('Somebody');
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Somebody');
  await page.reload();
  await expect(page.getByLabel('Original text')).toHaveValue(text);
  await expect(page.getByRole('radio', { name: /^against/ })).toBeChecked();
  await expect(page.locator('[name=speaker]')).toHaveValue('');
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await expect(page.getByLabel('Original text')).toHaveValue('');
});
