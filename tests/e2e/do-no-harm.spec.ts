import { type APIRequestContext, expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';

const EVENT = '/events/damascus-moscow-2025';

/** A word that is nowhere else, of letters only, so that search finds it whole. */
function marker(kind: string): string {
  return `${kind}${Array.from({ length: 10 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('')}`;
}

async function add(request: APIRequestContext, changes: Record<string, unknown>): Promise<string> {
  const answer = await request.post(`/api${EVENT}/statements`, {
    data: {
      language: 'en',
      camp: 'victims_families',
      stance: 'against',
      confidence: 2,
      attribution: 'direct',
      coder: 'harm tester',
      ...changes,
    },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()).id;
}

test('a withheld or deleted statement and the name of a speaker at risk are in no page and no file', async ({ request }) => {
  test.slow();
  const hidden = marker('hidden');
  const name = marker('name');
  const everywhere = (n: number) => ({
    text: `${hidden} words of number ${n}: ${marker('other')} ${marker('other')}`,
    translation: { text: `ترجمة ${hidden}`, language: 'ar', by: 'human' },
    rationale: `${hidden} reason`,
    slogan: { name: `${hidden} slogan ${n}`, use: 'endorse' },
    speaker: { name: `${hidden} speaker`, pseudonym: `${hidden} pseudonym`, kind: 'person', risk: 'ordinary' },
    source: { outlet: `${hidden} outlet`, title: `${hidden} title`, url: `https://example.org/${hidden}` },
    locator: `${hidden} place`,
    externalId: `${hidden}-${n}`,
  });
  const withheld = await add(request, everywhere(1));
  const deleted = await add(request, everywhere(2));
  const atRisk = [];
  for (const risk of ['protected', 'vulnerable']) {
    atRisk.push(await add(request, { text: `${marker('shown')} ${marker('shown')}`, speaker: { name, kind: 'person', risk } }));
  }
  for (const [id, change] of [
    [withheld, 'withhold'],
    [deleted, 'delete'],
  ]) {
    const answer = await request.post(`/api/statements/${id}/status`, {
      data: { do: change, by: 'harm tester', reason: 'safety' },
    });
    expect(answer.status()).toBe(200);
  }

  const places = [
    ...[
      '',
      '/statements?limit=500',
      '/adjudicate',
      '/code',
      '/duplicates',
      '/export',
      '/reliability',
      '/report',
      '/settings',
      '/sources',
      '/views',
    ],
    ...['/statements?status=withheld', '/statements?status=deleted', '/export?status=withheld', `/add?from=${withheld}`],
    ...[
      '/statements.csv?flavour=data',
      '/statements.csv?status=withheld',
      '/statements.jsonl',
      '/statements.jsonl?status=deleted',
    ],
    ...['/codings.csv', '/codings.jsonl', '/data-package.zip', '/charts/sentiment-strip.svg', '/charts/stance-bars.svg'],
  ].map((path) => EVENT + path);
  const doors = ['statements?limit=500', 'statements?status=withheld', 'comparison', 'reliability', 'duplicates'].map(
    (path) => `/api${EVENT}/${path}`,
  );
  const pages = [withheld, deleted, ...atRisk].flatMap((id) => [`/statements/${id}`, `/statements/${id}/edit`]);
  for (const path of [...places, ...doors, ...pages, '/embed/damascus-moscow-2025/sentiment-strip', '/compare', '/import']) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    const body = await answer.body();
    const text = path.endsWith('.zip')
      ? Object.values(unzipSync(body))
          .map((file) => strFromU8(file))
          .join('\n')
      : body.toString('utf8');
    expect(text.includes(hidden), `${path} shows what is hidden`).toBe(false);
    expect(text.includes(name), `${path} shows a name`).toBe(false);
  }

  for (const word of [hidden, name]) {
    const found = await (await request.get(`/api${EVENT}/statements?q=${word}`)).json();
    expect(found.total, `a search for ${word}`).toBe(0);
    const counted = await (await request.get(`/api${EVENT}/comparison?q=${word}`)).json();
    expect(counted.totals.statements).toBe(0);
  }
});
