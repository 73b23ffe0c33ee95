import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { CHART_NAMES } from '#lib/core/charts/chart-model';
import { EVENT, leadsTo } from './pages';

const BASE = `/events/${EVENT}`;
const API = `/api/events/${EVENT}`;
const STANCE = 'stance.rapprochement';

/** Words that are said nowhere else: whoever reads one of them has learnt what somebody else said, or the machine. */
interface Planted {
  readonly statement: string;
  readonly source: string;
  readonly text: string;
  /** Of the codings, and of the decision. */
  readonly reasons: readonly string[];
  /** A code that this one coding uses. */
  readonly code: string;
  readonly coder: string;
  readonly scorer: string;
  readonly score: number;
}

function mark(stem: string): string {
  return `${stem}${Math.random().toString(36).slice(2, 10)}`;
}

async function made(request: APIRequestContext, path: string, data: Record<string, unknown>): Promise<string> {
  const answer = await request.post(path, { data });
  expect(answer.status(), `${path} ${await answer.text()}`).toBe(201);
  const { id } = await answer.json();
  return id;
}

/** Publishes a version of the codebook that has one code more. */
async function addCode(page: Page, key: string): Promise<void> {
  const { version } = await (await page.request.get(`${API}/codebook`)).json();
  const code = { key, label_en: `Label ${key}`, label_ar: `Label ${key}`, definition_en: `What ${key} is.` };
  const multipart = { ...code, variable: 'sarcasm', code: '', based_on: String(version), by: 'Editor' };
  const preview = await page.request.post(`${BASE}/codebook/preview`, { multipart, maxRedirects: 0 });
  const draft = new URL(preview.headers()['location'] ?? '', 'http://x').searchParams.get('draft') ?? '';
  expect(await leadsTo(page, `${BASE}/codebook/publish`, { draft })).toContain('published=');
}

/** The scores of a statement that the journeys' database holds. No door takes a score from outside. */
function scoresOf(statement: string) {
  const open = () => new Database(join(process.env['JOURNEY_FOLDER'] ?? '', 'journeys.db'), { fileMustExist: true });
  return {
    /** Puts a score by an unknown scorer beside the true one, and makes it the one that counts. */
    plant({ scorer, score }: Pick<Planted, 'scorer' | 'score'>): void {
      const db = open();
      db.prepare(
        `INSERT INTO "MachineScore" SELECT 'planted-' || "id", "statementId", "reads", "translationId", "language", @scorer, '1.0.0', @score,
          'negative', 0, NULL, "evidence", 1, "createdAt", "createdSeq" FROM "MachineScore" WHERE "statementId" = @statement`,
      ).run({ scorer, score, statement });
      db.prepare(`UPDATE "MachineScore" SET "current" = 0 WHERE "statementId" = ? AND "scorer" <> ?`).run(statement, scorer);
      db.prepare(
        `UPDATE "CurrentScore" SET "score" = ?, "label" = 'negative', "reason" = NULL, "scoreId" = 'planted-' || "scoreId"
          WHERE "statementId" = ?`,
      ).run(score, statement);
      db.close();
    },
    remove(): void {
      const db = open();
      db.prepare(`DELETE FROM "CurrentScore" WHERE "statementId" = ?`).run(statement);
      db.prepare(`DELETE FROM "MachineScore" WHERE "statementId" = ? AND "id" LIKE 'planted-%'`).run(statement);
      db.prepare(`UPDATE "MachineScore" SET "current" = 1 WHERE "statementId" = ?`).run(statement);
      db.prepare(
        `INSERT INTO "CurrentScore" ("statementId", "scoreId", "score", "label", "unsure", "reason")
          SELECT "statementId", "id", "score", "label", "unsure", "reason" FROM "MachineScore" WHERE "statementId" = ?`,
      ).run(statement);
      db.close();
    },
  };
}

/** A statement on which two people differ, somebody has decided, and a scorer has said what no other says. */
async function plant(page: Page): Promise<Planted> {
  const { request } = page;
  const coder = mark('zebra');
  const [first, second, third, note] = ['because', 'since', 'as', 'decided'].map(mark);
  const text = `A sentence that is bad enough to be judged, ${mark('number ')}.`;
  const outlet = mark('Outlet ');
  const code = mark('code_');
  await addCode(page, code);
  const statement = await made(request, `${API}/statements`, {
    text,
    language: 'en',
    camp: 'pragmatic',
    stance: 'ambivalent',
    confidence: 1,
    rationale: first,
    attribution: 'direct',
    source: { outlet },
    coder: 'Collector',
  });
  const planted = { scorer: mark('scorer'), score: -0.83713 };
  scoresOf(statement).plant(planted);
  await request.post(`${API}/coders`, { data: { name: coder } });
  await made(request, `${API}/codings`, { statement, coder, variable: STANCE, code: 'against', rationale: second });
  await made(request, `${API}/codings`, { statement, coder, variable: 'sarcasm', code, rationale: third });
  await made(request, `${API}/codings`, { statement, coder, variable: 'sentiment', code: 'very_positive' });
  await made(request, `${API}/adjudications`, {
    statement,
    coder,
    variable: STANCE,
    code: 'against',
    basis: 'discussion',
    cause: 'ambiguous_text',
    note,
  });
  await page.goto(`${BASE}/sources`);
  const link = await page.getByRole('link', { name: outlet }).first().getAttribute('href');
  const reasons = [first, second, third, note].flatMap((word) => word ?? []);
  return { statement, source: link ?? '', text, reasons, code, coder, ...planted };
}

/** What a page or file says, whatever it is packed in. Pictures of pixels are left to the drawings that they are made of. */
async function told(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(address);
  expect(answer.status(), address).toBeLessThan(400);
  const headers = JSON.stringify(answer.headers());
  const body = await answer.body();
  const isZip = body.subarray(0, 2).toString() === 'PK';
  // The codebook is in the package too, with all of its codes.
  const packed = isZip ? Object.entries(unzipSync(body)).filter(([name]) => !/codebook/i.test(name)) : [];
  const texts = isZip ? packed.map(([, file]) => strFromU8(file)) : [body.toString()];
  return `${address}\n${headers}\n${texts.join('\n')}`;
}

/** Which of the planted words a text repeats. */
function traces(text: string, { reasons, code, coder, scorer, score }: Planted): string[] {
  return [...reasons, code, coder, scorer, String(Math.abs(score))].filter((word) => text.includes(word));
}

/** Folders under `app` whose page or route answers GET. */
function getRoutes(): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) =>
      file.endsWith('/route.ts')
        ? /export (?:(?:async )?function GET\b|const GET\b|\{[^}]*\bGET\b)/.test(readFileSync(join('app', file), 'utf8'))
        : /(?:^|\/)page\.tsx$/.test(file) && !file.startsWith('_components'),
    )
    .map(dirname)
    .sort();
}

/** Goes through an import of rows that guess what others said; the steps are under the address that is given. */
async function importGuesses(page: Page, { statement }: Planted): Promise<string> {
  const rows = [
    'id,stance,confidence,rationale',
    `${statement},ambivalent,1,x`,
    `${statement},against,,`,
    `${statement},nonsense,,`,
  ];
  const form = { event: EVENT, by: 'guesser', rows: rows.join('\n') };
  const answer = await page.request.post('/import/upload', { multipart: form, maxRedirects: 0 });
  return (answer.headers()['location'] ?? '').replace(/\/map$/, '');
}

/** Every address that a reader can open, by the folder of its page or route: at least one where what was planted would be told. */
async function addresses(page: Page, planted: Planted): Promise<Record<string, readonly string[]>> {
  const { statement, source, text } = planted;
  const guess = await importGuesses(page, planted);
  const form = {
    text,
    language: 'en',
    attribution: 'direct',
    camp: 'pragmatic',
    stance: 'favor',
    confidence: '2',
    coder: 'twin',
  };
  const twin = await leadsTo(page, `${BASE}/add/submit`, form);
  await leadsTo(page, `${BASE}/views/submit`, { name: mark('view '), query: 'stance=ambivalent', pinned: 'yes', by: 'Noor' });
  const charts = CHART_NAMES.flatMap((name) => ['svg', 'json'].map((format) => `${BASE}/charts/${name}.${format}?context=in`));
  return {
    '.': ['/'],
    'api/[...path]': [],
    'api/events/[slug]/codebook': [`${API}/codebook?version=1`],
    'api/events/[slug]/comparison': [`${API}/comparison`, `${API}/comparison?context=in&measure=wording`],
    'api/events/[slug]/duplicates': [`${API}/duplicates`],
    'api/events/[slug]/reliability': [
      `${API}/reliability`,
      `${API}/reliability?variable=${STANCE}`,
      `${API}/reliability?variable=sarcasm`,
    ],
    'api/events/[slug]/score-changes': [`${API}/score-changes`],
    'api/events/[slug]/statements': [
      `${API}/statements?limit=200`,
      `${API}/statements?stance=ambivalent`,
      `${API}/statements?stance=against&context=in&duplicates=in`,
    ],
    'api/health': ['/api/health'],
    compare: [`/compare?events=${EVENT},${EVENT}`],
    'embed/[slug]/[chart]': [`/embed/${EVENT}/stance-bars?context=in`, `/embed/${EVENT}/sentiment-strip?context=in`],
    'events/[slug]': [BASE, `${BASE}?context=in`, `${BASE}?measure=wording&target=rapprochement`, `${BASE}?stance=against`],
    'events/[slug]/add': [`${BASE}/add`, twin, `${BASE}/add?after=${statement}`],
    'events/[slug]/add/thread': [`${BASE}/add/thread`],
    'events/[slug]/add/thread/open': [`${BASE}/add/thread/open?list=x&place=0`],
    'events/[slug]/adjudicate': [
      `${BASE}/adjudicate`,
      `${BASE}/adjudicate?show=any`,
      `${BASE}/adjudicate?show=decided`,
      `${BASE}/adjudicate?unit=${STANCE}/${statement}`,
    ],
    'events/[slug]/charts/[file]': [...charts, `${BASE}/charts/stance-bars.csv`],
    'events/[slug]/code': [`${BASE}/code?statement=${statement}&variable=${STANCE}`],
    'events/[slug]/codebook': [],
    'events/[slug]/codebook/edit': [`${BASE}/codebook/edit?code=sarcasm/no`],
    'events/[slug]/codebook/file': [`${BASE}/codebook/file?format=json&version=1`],
    'events/[slug]/codings.csv': [`${BASE}/codings.csv`, `${BASE}/codings.csv?coders=names&flavour=data`],
    'events/[slug]/codings.jsonl': [`${BASE}/codings.jsonl?coders=names`],
    'events/[slug]/data-package.zip': [`${BASE}/data-package.zip?context=in&duplicates=in`],
    'events/[slug]/duplicates': [`${BASE}/duplicates`],
    'events/[slug]/export': [`${BASE}/export`],
    'events/[slug]/preview.png': [`${BASE}/preview.png`],
    'events/[slug]/reliability': [`${BASE}/reliability?variable=${STANCE}`, `${BASE}/reliability?variable=sentiment`],
    'events/[slug]/reliability.csv': [`${BASE}/reliability.csv?coders=names`],
    'events/[slug]/report': [`${BASE}/report`, `${BASE}/report?stance=ambivalent`],
    'events/[slug]/scores': [`${BASE}/scores`],
    'events/[slug]/settings': [`${BASE}/settings`],
    'events/[slug]/sources': [`${BASE}/sources`],
    'events/[slug]/sources/[source]': [source],
    'events/[slug]/statements': [
      `${BASE}/statements?context=in`,
      `${BASE}/statements?stance=ambivalent&context=in`,
      `${BASE}/statements?lowConfidence=yes&context=in`,
      `${BASE}/statements?sort=score&context=in`,
    ],
    'events/[slug]/statements.csv': [`${BASE}/statements.csv?flavour=data&context=in`],
    'events/[slug]/statements.jsonl': [`${BASE}/statements.jsonl?context=in`],
    'events/[slug]/views': [`${BASE}/views`],
    'events/new': ['/events/new'],
    import: [`/import?event=${EVENT}`],
    'import/[id]': [guess],
    'import/[id]/check': [`${guess}/check`],
    'import/[id]/map': [`${guess}/map`],
    'import/[id]/progress': [],
    'import/[id]/rejected.csv': [`${guess}/rejected.csv`],
    'import/example.csv': ['/import/example.csv'],
    methods: ['/methods'],
    'statements/[id]': [`/statements/${statement}`, `/statements/${statement}?lang=ar`],
    'statements/[id]/edit': [`/statements/${statement}/edit`],
  };
}

test('a blind coder finds no trace of what others or the machine said, at any address of the site', async ({ page }) => {
  const planted = await plant(page);
  const { statement, code, coder } = planted;
  try {
    // Without this the test could not fail.
    const open = await told(page, `/statements/${statement}`);
    for (const word of [...planted.reasons, coder, planted.scorer]) expect(open).toContain(word);
    expect(await told(page, `${BASE}/statements.csv?flavour=data`)).toContain(String(planted.score));
    expect(await told(page, `${BASE}/data-package.zip`)).toContain(planted.reasons[1]);

    expect(await leadsTo(page, `${BASE}/code/start`, { coder: mark('Noor'), queue: 'all' })).toContain('/code');
    const all = await addresses(page, planted);
    expect(Object.keys(all).sort()).toEqual(getRoutes());
    for (const address of Object.values(all).flat()) {
      const text = await told(page, address);
      // Who codes at all is told there, not what.
      const isListOfCoders = address.startsWith(`${BASE}/reliability?`);
      // Every code of the codebook is offered there, used or not.
      const isListOfCodes = /\/codebook\/|\/code\?|\/reliability\?variable=sarcasm/.test(address);
      const found = traces(text.replaceAll(isListOfCoders ? coder : '\n', ''), planted);
      expect(
        found.filter((word) => !isListOfCodes || word !== code),
        `traces at ${address}`,
      ).toEqual([]);
    }

    const list = await (await page.request.get(`${API}/statements?limit=200`)).json();
    expect(list.items.find(({ id }: { id: string }) => id === statement)).toMatchObject({
      stance: 'uncoded',
      camp: 'uncoded',
      score: null,
    });
    await page.goto(`${BASE}/codebook`);
    await expect(page.locator(`[id="code-sarcasm-${code}"]`)).toContainText('not used by you yet');
    await page.goto(`/statements/${statement}`);
    await expect(page.getByText('You are coding and have not judged this statement yet')).toBeVisible();
  } finally {
    scoresOf(statement).remove();
  }
});
