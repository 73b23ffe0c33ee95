import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { leadsTo } from './pages';

const EVENT = 'damascus-moscow-2025';
const BASE = `/events/${EVENT}`;
const API = `/api/events/${EVENT}`;
const STANCE = 'stance.rapprochement';

/** A name that nobody else has: the tests share one database. */
function name(stem: string): string {
  return `${stem} ${Math.random().toString(36).slice(2, 8)}`;
}

/** A statement that somebody coded. */
async function codedStatement(request: APIRequestContext): Promise<string> {
  const made = await request.post(`${API}/statements`, {
    data: {
      text: `A sentence to be judged, number ${Math.random().toString(36).slice(2)}.`,
      language: 'en',
      camp: 'pragmatic',
      stance: 'ambivalent',
      confidence: 1,
      rationale: 'Takes both sides.',
      attribution: 'direct',
      coder: name('Zebra'),
    },
  });
  expect(made.status()).toBe(201);
  const { id } = await made.json();
  return id;
}

async function startCoding(page: Page, coder: string): Promise<void> {
  await page.goto(`${BASE}/code`);
  await page.getByLabel('Your name').fill(coder);
  await page.getByRole('button', { name: 'Start coding' }).click();
  await expect(page.getByText(`You are coding as ${coder}`)).toBeVisible();
}

test.describe('coding', () => {
  test('by keyboard: a number chooses, Enter saves and goes on, z takes back', async ({ page }) => {
    await startCoding(page, name('Hala'));
    const progress = page.locator('.progress [role="status"]');
    await expect(progress).toHaveText(/^0 of/);
    const question = page.locator('.coding-question');
    const first = await question.textContent();
    const areKeysReady = page.locator('section[aria-label="Keys"][data-ready="true"]');
    await expect(areKeysReady).toBeVisible();
    // Whoever writes a reason writes digits and letters, and presses no key.
    await page.keyboard.press('r');
    await page.keyboard.type('2 of 3, z');
    await page.keyboard.press('Enter');
    const reason = page.getByRole('textbox', { name: /Reason/ });
    await expect(reason).toHaveValue('2 of 3, z\n');
    await expect(page.locator('input[name="code"]:checked')).toHaveCount(0);
    await expect(progress).toHaveText(/^0 of/);
    await reason.blur();
    await page.keyboard.press('2');
    await expect(page.locator('input[name="code"]').nth(1)).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(progress).toHaveText(/^1 of/);
    await expect(question).not.toHaveText(first ?? '');
    await expect(areKeysReady).toBeVisible();
    // What was saved is said, and the keyboard goes on from there, not from the top of the page.
    await expect(page.locator('#arrival')).toContainText('Saved: “');
    await expect(page.locator('#arrival')).toBeFocused();
    await page.keyboard.press('z');
    await expect(progress).toHaveText(/^0 of/);
    await expect(question).toHaveText(first ?? '');
    await expect(page.getByText('You took back')).toBeVisible();
  });

  test('when all is answered the page says so, and z still takes the last answer back', async ({ page }) => {
    const draw = { rule: 'random', share: '0.1', variables: 'camp', draw_coder: name('Rami') };
    const drawn = new URL(await leadsTo(page, `${BASE}/code/sample`, draw), 'http://any').searchParams.get('drawn') ?? '';
    await leadsTo(page, `${BASE}/code/start`, { coder: name('Rami'), queue: drawn });
    await page.goto(`${BASE}/code`);
    const areKeysReady = page.locator('section[aria-label="Keys"][data-ready="true"]');
    await expect(areKeysReady).toBeVisible();
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Everything in this queue is coded' })).toBeVisible();
    await expect(areKeysReady).toBeVisible();
    await page.keyboard.press('z');
    await expect(page.getByText('Taken back.')).toBeVisible();
    await expect(page.locator('.progress [role="status"]')).toHaveText('0 of 1 answered');
  });

  test('whoever is deactivated is told so on the page that was open, and codes again once reactivated', async ({ page }) => {
    const coder = name('Dima');
    await leadsTo(page, `${BASE}/code/start`, { coder, queue: 'all' });
    await page.goto(`${BASE}/code`);
    const answer = async () => {
      await page.locator('input[name="code"]').first().check();
      await page.getByRole('button', { name: 'Save and go on' }).click();
    };
    await answer();
    await expect(page.locator('#arrival')).toContainText('Saved');
    await page.locator('input[name="code"]').first().check();
    await leadsTo(page, `${BASE}/reliability/coders`, { name: coder, do: 'deactivate' });
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await expect(page.getByText(`The coder “${coder}” is deactivated.`)).toBeVisible();
    await expect(page.locator('input[name="code"]').first()).toBeChecked();
    await page.goto(`${BASE}/code`);
    await expect(page.getByRole('heading', { name: `${coder} is deactivated` })).toBeVisible();
    await page.getByRole('link', { name: 'To the coders' }).click();
    await page.getByRole('button', { name: `Reactivate: ${coder}` }).click();
    await expect(page.getByText(`${coder} is active and can code again.`)).toBeVisible();
    await page.goto(`${BASE}/code`);
    await answer();
    await expect(page.locator('.progress [role="status"]')).toHaveText(/^2 of/);
  });

  test('in two tabs nothing is lost, doubled, or given to who codes next', async ({ page, context }) => {
    const [first, second] = [name('Lina'), name('Maher')];
    const tab = await context.newPage();
    const answer = async (where: Page, key: string, reason: string) => {
      await where.locator(`input[name="code"][value="${key}"]`).check();
      await where.getByRole('textbox', { name: /Reason/ }).fill(reason);
      await where.getByRole('button', { name: 'Save and go on' }).click();
    };
    await leadsTo(page, `${BASE}/code/start`, { coder: first, queue: 'all' });
    await Promise.all([page.goto(`${BASE}/code`), tab.goto(`${BASE}/code`)]);
    await answer(page, 'officials', 'At first sight.');
    await expect(page.locator('.progress [role="status"]')).toHaveText(/^1 of/);
    await answer(tab, 'slogans', 'On second thought.');
    await expect(tab.getByText('in another tab perhaps').first()).toBeVisible();
    await expect(tab.getByRole('textbox', { name: /Reason/ })).toHaveValue('On second thought.');

    await leadsTo(page, `${BASE}/code/start`, { coder: second, queue: 'all' });
    await tab.getByRole('button', { name: 'Save and go on' }).click();
    await expect(tab.getByText(`“${first}” opened that page, and “${second}” codes in this browser by now`)).toBeVisible();
    await expect(tab.getByText('On second thought.')).toHaveCount(0);
    const file = await (await page.request.get(`${BASE}/codings.jsonl?coders=names`)).text();
    expect(file).not.toContain('On second thought.');
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('one answer, taken back, and out again', async ({ page }) => {
      await startCoding(page, name('Sami'));
      await page.locator('input[name="code"]').first().check();
      await page.getByRole('button', { name: 'Save and go on' }).click();
      await expect(page.locator('.progress [role="status"]')).toHaveText(/^1 of/);
      await page.getByRole('button', { name: /Take back your last answer/ }).click();
      await expect(page.locator('.progress [role="status"]')).toHaveText(/^0 of/);
      await page.getByRole('button', { name: 'Stop coding and see everything' }).click();
      await expect(page.getByRole('button', { name: 'Start coding' })).toBeVisible();
    });

    test('an answer without a code comes back with what was typed', async ({ page }) => {
      await startCoding(page, name('Sami'));
      await page.getByRole('textbox', { name: /Reason/ }).fill('Because I say so.');
      await page.getByRole('button', { name: 'Save and go on' }).click();
      await expect(page.getByText('Your answer was not saved')).toBeVisible();
      await expect(page.getByRole('textbox', { name: /Reason/ })).toHaveValue('Because I say so.');
    });

    test('a drawn queue can be chosen, and a wrong share is told', async ({ page }) => {
      await page.goto(`${BASE}/code`);
      await page.getByText('Draw a new queue').click();
      await page.getByLabel('Share in per cent').fill('250');
      await page.getByLabel('Who draws').fill(name('Noor'));
      await page.getByRole('button', { name: 'Draw', exact: true }).click();
      await expect(page.locator('#share-error')).toBeVisible();
      await page.getByLabel('Share in per cent').fill('20');
      await page.getByLabel(/^Seed/).fill('41');
      await page.getByRole('button', { name: 'Draw', exact: true }).click();
      await expect(page.getByText('A random 20%, seed 41').first()).toBeVisible();
    });
  });
});

test('two coders differ, somebody decides, and reopens', async ({ page, request }) => {
  const id = await codedStatement(request);
  const other = name('Hala');
  await request.post(`${API}/coders`, { data: { name: other } });
  const given = await request.post(`${API}/codings`, {
    data: { statement: id, variable: STANCE, code: 'against', coder: other, rationale: 'Refuses it.' },
  });
  expect(given.status()).toBe(201);
  await page.goto(`${BASE}/adjudicate?unit=${STANCE}/${id}`);
  await expect(page.getByRole('cell', { name: 'Refuses it.' })).toBeVisible();
  await page.getByRole('radio', { name: /^Against/ }).check();
  await page.getByRole('radio', { name: 'most coders said so' }).check();
  await page.getByLabel('Decided by').fill(other);
  await page.getByRole('button', { name: 'Save the decision' }).click();
  // One of two is no majority.
  await expect(page.getByText('The decision was not saved')).toBeVisible();
  await page.getByRole('radio', { name: 'the coders found it in discussion' }).check();
  await page.getByRole('button', { name: 'Save the decision' }).click();
  await expect(page.getByText('The decision is saved.')).toBeVisible();
  await page.goto(`${BASE}/adjudicate?unit=${STANCE}/${id}`);
  await expect(page.getByText('Decided: Against')).toBeVisible();
  await page.getByRole('button', { name: 'Reopen' }).click();
  await expect(page.getByText('Reopened: the codings speak for themselves again.')).toBeVisible();
});

test.describe('codings by JSON', () => {
  test('201, the same again 200, another answer in the same round 409, another version 409, nonsense 422', async ({
    request,
  }) => {
    const id = await codedStatement(request);
    const coder = name('Door');
    expect((await request.post(`${API}/coders`, { data: { name: coder } })).status()).toBe(201);
    const data = { statement: id, variable: 'sarcasm', code: 'no', coder, round: 1 };
    const first = await request.post(`${API}/codings`, { data });
    expect(first.status()).toBe(201);
    const again = await request.post(`${API}/codings`, { data });
    expect(again.status()).toBe(200);
    expect(await again.json()).toMatchObject({ id: (await first.json()).id, created: false });
    const taken = await request.post(`${API}/codings`, { data: { ...data, code: 'yes' } });
    expect(taken.status()).toBe(409);
    expect(await taken.json()).toMatchObject({ code: 'round_already_submitted' });
    const older = await request.post(`${API}/codings`, { data: { ...data, round: 2, codebookVersion: 99 } });
    expect(await older.json()).toMatchObject({ status: 409, code: 'code_of_other_version' });
    const wrong = await request.post(`${API}/codings`, { data: { ...data, variable: 'mood' } });
    expect(await wrong.json()).toMatchObject({ status: 422, errors: [{ field: 'variable', code: 'unknown_variable' }] });
    const { id: coding } = await first.json();
    const withdrawn = await request.post(`${API}/codings/${coding}/withdraw`, { data: { coder } });
    expect(await withdrawn.json()).toMatchObject({ id: coding, changed: true });
  });
});

test('an edit of the codebook shows its effect first, and publishing makes the next version', async ({ page }) => {
  await page.goto(`${BASE}/codebook/edit?code=sarcasm/no`);
  const definition = page.getByLabel('Definition in English');
  await definition.fill(`${await definition.inputValue()} Said in earnest.`);
  await page.getByLabel('Who edits').fill('Editor');
  await page.getByRole('button', { name: 'See what it changes' }).click();
  await expect(page.getByRole('heading', { name: 'What this changes' })).toBeVisible();
  await page.getByRole('checkbox', { name: /Only the wording changes/ }).check();
  await page.getByRole('button', { name: /^Publish as version/ }).click();
  await expect(page.getByText(/Version \d+ is published\./)).toBeVisible();
  await expect(page.getByText('Said in earnest.')).toBeVisible();
});
