import { request as httpRequest } from 'node:http';
import { expect, test } from '@playwright/test';
import { comparisonAnswerSchema } from '#lib/core/comparison/comparison-schema';

const EVENT = 'damascus-moscow-2025';
const STATEMENTS = `/api/events/${EVENT}/statements`;

function statement(changes: Record<string, unknown> = {}) {
  return {
    text: `Doors must answer plainly, number ${Math.random().toString(36).slice(2)}.`,
    language: 'en',
    camp: 'pragmatic',
    stance: 'favor',
    confidence: 2,
    attribution: 'direct',
    coder: 'door tester',
    ...changes,
  };
}

test('health says status, database, migrations and version', async ({ request }) => {
  const answer = await request.get('/api/health');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({
    status: 'ok',
    version: '0.1.0',
    database: { ok: true },
    migrations: { ok: true },
  });
});

test.describe('the comparison as JSON', () => {
  test('has the documented shape', async ({ request }) => {
    const answer = await request.get(`/api/events/${EVENT}/comparison`);
    expect(answer.status()).toBe(200);
    const body = await answer.json();
    expect(comparisonAnswerSchema.parse(body).camps.map(({ camp }) => camp)).toEqual([
      'victims_families',
      'pragmatic',
      'slogans',
    ]);
  });

  test('leaves officials out unless asked', async ({ request }) => {
    const body = comparisonAnswerSchema.parse(await (await request.get(`/api/events/${EVENT}/comparison?context=in`)).json());
    expect(body.camps.map(({ camp }) => camp)).toContain('officials');
  });

  test('names a wrong filter', async ({ request }) => {
    const answer = await request.get(`/api/events/${EVENT}/comparison?camp=nobody`);
    expect(answer.status()).toBe(422);
    expect((await answer.json()).errors).toEqual([
      expect.objectContaining({ field: 'camp', code: 'unknown_camp', seen: 'nobody' }),
    ]);
  });

  test('an unknown event is 404', async ({ request }) => {
    expect((await request.get('/api/events/nowhere/comparison')).status()).toBe(404);
  });
});

test.describe('adding by JSON', () => {
  test('201 with the statement and its score, the same id again 200 with the same', async ({ request }) => {
    const data = statement({ externalId: `door-${Math.random()}` });
    const first = await request.post(STATEMENTS, { data });
    expect(first.status()).toBe(201);
    const made = await first.json();
    expect(made).toMatchObject({ created: true, statement: { camp: 'pragmatic' }, score: { scorer: expect.any(String) } });
    expect(first.headers()['location']).toBe(`/statements/${made.id}`);
    const again = await request.post(STATEMENTS, { data });
    expect(again.status()).toBe(200);
    expect(await again.json()).toEqual({ ...made, created: false });
  });

  test('409 for an id that was sent with other values before', async ({ request }) => {
    const data = statement({ externalId: `door-${Math.random()}` });
    const made = await (await request.post(STATEMENTS, { data })).json();
    const again = await request.post(STATEMENTS, { data: { ...data, text: 'Something else under the same id.' } });
    expect(again.status()).toBe(409);
    const problem = await again.json();
    expect(problem).toMatchObject({ code: 'external_id_taken', existingId: made.id });
    expect(problem.detail).toContain('(text)');
  });

  test('409 for the same text', async ({ request }) => {
    const data = statement();
    const made = await (await request.post(STATEMENTS, { data })).json();
    const again = await request.post(STATEMENTS, { data });
    expect(again.status()).toBe(409);
    expect(await again.json()).toMatchObject({ code: 'exact_duplicate', existingId: made.id });
  });

  test('422 with every wrong field', async ({ request }) => {
    const answer = await request.post(STATEMENTS, {
      data: statement({ text: 'x'.repeat(10_001), camp: 'nobody', saidOn: '2099-01-01', source: { url: 'javascript:alert(1)' } }),
    });
    expect(answer.status()).toBe(422);
    const { errors } = await answer.json();
    expect(errors.map((error: { field: string }) => error.field)).toEqual(['text', 'camp', 'source.url', 'saidOn']);
  });

  test('400 for what is not JSON, without repeating it', async ({ request }) => {
    const answer = await request.post(STATEMENTS, {
      headers: { 'content-type': 'application/json' },
      data: Buffer.from('{"text": "secret words'),
    });
    expect(answer.status()).toBe(400);
    expect(await answer.text()).not.toContain('secret');
  });

  test('415 for another media type', async ({ request }) => {
    const answer = await request.post(STATEMENTS, { headers: { 'content-type': 'text/plain' }, data: '{}' });
    expect(answer.status()).toBe(415);
  });

  test('413 for a body that is too large', async ({ request }) => {
    const answer = await request.post(STATEMENTS, { data: statement({ text: 'x'.repeat(300_000) }) });
    expect(answer.status()).toBe(413);
  });

  test("403 for another site's page", async ({ request }) => {
    const answer = await request.post(STATEMENTS, { headers: { origin: 'https://evil.example' }, data: statement() });
    expect(answer.status()).toBe(403);
  });
});

test('an address that no door has is answered for programs', async ({ request }) => {
  const answer = await request.get('/api/nowhere');
  expect(answer.status()).toBe(404);
  expect(answer.headers()['content-type']).toContain('application/problem+json');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of ['/events/nowhere', '/events/nowhere/add', '/statements/nowhere', '/statements/nowhere/edit', '/nowhere']) {
    test(`${path} says that there is no such page`, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
    });
  }
});

test('a foreign Host is 421', async ({ baseURL }) => {
  const { hostname, port } = new URL(baseURL ?? '');
  const status = await new Promise((resolve, reject) => {
    const call = httpRequest({ hostname, port, path: '/api/health', headers: { host: 'evil.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    call.on('error', reject);
    call.end();
  });
  expect(status).toBe(421);
});

test.describe('files', () => {
  test('CSV for Excel has the byte order mark and a name that says event and date', async ({ request }) => {
    const answer = await request.get(`/events/${EVENT}/statements.csv?camp=victims_families&flavour=excel`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-disposition']).toMatch(
      /filename="damascus-moscow-2025_statements_camp-victims-families_\d{4}-\d\d-\d\d\.csv"/,
    );
    const body = await answer.body();
    expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(body.toString('utf8')).toContain('"seed-dm25-p26-1"');
  });

  test('a reaction that starts with = is guarded for Excel and as it was for programs', async ({ request }) => {
    const text = `=HYPERLINK("https://evil.example","${Math.random()}")`;
    expect((await request.post(STATEMENTS, { data: statement({ text }) })).status()).toBe(201);
    const quoted = text.replaceAll('"', '""');
    expect(await (await request.get(`/events/${EVENT}/statements.csv?flavour=excel`)).text()).toContain(`"'${quoted}"`);
    expect(await (await request.get(`/events/${EVENT}/statements.csv?flavour=data`)).text()).toContain(`,"${quoted}"`);
  });

  test('JSON Lines has one object a statement', async ({ request }) => {
    const lines = (await (await request.get(`/events/${EVENT}/statements.jsonl?camp=slogans`)).text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).camp)).toEqual(lines.map(() => 'slogans'));
    expect(lines.length).toBeGreaterThanOrEqual(4);
  });

  test('an unknown flavour is named', async ({ request }) => {
    const answer = await request.get(`/events/${EVENT}/statements.csv?flavour=xls`);
    expect(answer.status()).toBe(422);
    expect((await answer.json()).detail).toContain('"xls"');
  });
});

test('the preview scores without keeping', async ({ request }) => {
  const answer = await request.post('/api/score', { data: { text: 'A wonderful day.', language: 'en' } });
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ label: 'positive' });
  const inEvent = await request.post('/api/score', { data: { text: 'A wonderful day.', language: 'en', event: EVENT } });
  expect((await inEvent.json()).scorers).toMatchObject([{ scorer: 'stanceboard-en', n: expect.any(Number) }]);
  expect((await request.post('/api/score', { data: { text: 'A wonderful day.', event: 'nowhere' } })).status()).toBe(404);
});
