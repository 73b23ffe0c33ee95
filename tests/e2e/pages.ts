import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, type Page } from '@playwright/test';

export const EVENT = 'damascus-moscow-2025';
const BASE = `/events/${EVENT}`;

/** How much JavaScript a page may bring: charts load Recharts when they come into sight. */
export type PageKind = 'text' | 'chart';

export interface ListedPage {
  /** Folder of its `page.tsx` or `route.ts` under `app`. */
  readonly route: string;
  /** Full, empty, with an error: what the page is shown with. */
  readonly state: string;
  readonly kind: PageKind;
  /** Its address, or the steps of a reader that lead to it. */
  readonly address: string | ((page: Page) => Promise<string>);
  /** What the server answers. */
  readonly status?: number;
}

/** Sends a form as a browser would, and gives the address that it leads to. */
export async function leadsTo(page: Page, path: string, form: Record<string, string>): Promise<string> {
  const answer = await page.request.post(path, { form, maxRedirects: 0 });
  const location = answer.headers()['location'];
  if (location === undefined) throw new Error(`POST ${path} answered ${answer.status()} and leads nowhere.`);
  return location;
}

function pathOf(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return `${pathname}${search}`;
}

/** Three rows to import: one that fits, one with a camp that there is not, one with a date that does not exist. */
function rowsToImport(): string {
  const mark = Math.random().toString(36).slice(2);
  return [
    'text,language,attribution,camp,stance,said_on',
    `"A first reaction, number ${mark}.",en,direct,pragmatic,favor,2025-08-01`,
    `"Another one, ${mark} and no other.",en,direct,nobody,against,2025-08-02`,
    `"The third has a wrong day, ${mark}.",en,direct,pragmatic,favor,2025-02-30`,
  ].join('\n');
}

/** Waits until an import has ended: on a busy machine its page still shows how far it is. */
async function untilOver(page: Page, path: string): Promise<void> {
  await expect
    .poll(async (): Promise<unknown> => (await page.request.get(`${path}/progress`)).json())
    .toMatchObject({ status: 'finished' });
}

/** Goes through an import up to one of its steps. */
async function importUpTo(page: Page, step: 'map' | 'check' | 'done'): Promise<string> {
  const form = { event: EVENT, by: 'journey', rows: rowsToImport() };
  const answer = await page.request.post('/import/upload', { multipart: form, maxRedirects: 0 });
  await page.goto(answer.headers()['location'] ?? '/import?refused=no_file');
  if (step !== 'map') {
    await page.locator('main form .button.primary').click();
    await page.waitForURL(/\/check/);
  }
  if (step === 'done') {
    await page.locator('main form .button.primary').click();
    await page.waitForURL(/\/import\/[0-9a-f-]+(?:\?|$)/);
    await untilOver(page, new URL(page.url()).pathname);
  }
  return pathOf(page);
}

/** Every page, with what it can be shown with. Tests of access, weight and width walk through this one list. */
export const PAGES: readonly ListedPage[] = [
  { route: 'events/[slug]', state: 'full', kind: 'chart', address: BASE },
  {
    route: 'events/[slug]',
    state: 'other measure, diverging bars',
    kind: 'chart',
    address: `${BASE}?measure=wording&bars=diverging`,
  },
  { route: 'events/[slug]', state: 'nothing fits', kind: 'chart', address: `${BASE}?q=zzzznothing` },
  { route: 'events/[slug]', state: 'address not understood', kind: 'chart', address: `${BASE}?camp=nobody` },
  { route: 'events/[slug]/statements', state: 'full', kind: 'text', address: `${BASE}/statements` },
  { route: 'events/[slug]/statements', state: 'nothing fits', kind: 'text', address: `${BASE}/statements?q=zzzznothing` },
  { route: 'events/[slug]/statements', state: 'address not understood', kind: 'text', address: `${BASE}/statements?from=soon` },
  { route: 'events/[slug]/add', state: 'empty form', kind: 'text', address: `${BASE}/add` },
  {
    route: 'events/[slug]/add',
    state: 'with errors',
    kind: 'text',
    address: (page) => leadsTo(page, `${BASE}/add/submit`, { text: '', saidOn: 'soon' }),
  },
  { route: 'events/[slug]/report', state: 'full', kind: 'text', address: `${BASE}/report` },
  { route: 'events/[slug]/report', state: 'nothing fits', kind: 'text', address: `${BASE}/report?q=zzzznothing` },
  { route: 'events/[slug]/code', state: 'start', kind: 'text', address: `${BASE}/code` },
  { route: 'events/[slug]/adjudicate', state: 'full', kind: 'text', address: `${BASE}/adjudicate` },
  { route: 'events/[slug]/reliability', state: 'full', kind: 'text', address: `${BASE}/reliability` },
  { route: 'events/[slug]/scores', state: 'one version', kind: 'text', address: `${BASE}/scores` },
  { route: 'events/[slug]/codebook', state: 'full', kind: 'text', address: `${BASE}/codebook` },
  { route: 'events/[slug]/codebook/edit', state: 'full', kind: 'text', address: `${BASE}/codebook/edit` },
  { route: 'events/[slug]/duplicates', state: 'full', kind: 'text', address: `${BASE}/duplicates` },
  { route: 'statements/[id]', state: 'full', kind: 'text', address: '/statements/seed-dm25-p26-1' },
  { route: 'statements/[id]/edit', state: 'full', kind: 'text', address: '/statements/seed-dm25-p26-1/edit' },
  { route: 'events/[slug]/add/thread', state: 'empty form', kind: 'text', address: `${BASE}/add/thread` },
  { route: 'events/[slug]/export', state: 'full', kind: 'text', address: `${BASE}/export` },
  { route: 'events/[slug]/settings', state: 'full', kind: 'text', address: `${BASE}/settings` },
  { route: 'events/[slug]/sources', state: 'full', kind: 'text', address: `${BASE}/sources` },
  {
    route: 'events/[slug]/sources/[source]',
    state: 'full',
    kind: 'text',
    address: `${BASE}/sources/seed-${EVENT}-source-damascus-moscow-2025-07-31-article`,
  },
  { route: 'events/[slug]/views', state: 'empty', kind: 'text', address: `${BASE}/views` },
  { route: 'events/new', state: 'empty form', kind: 'text', address: '/events/new' },
  {
    route: 'events/new',
    state: 'with errors',
    kind: 'text',
    address: (page) => leadsTo(page, '/events/new/submit', { by: '' }),
  },
  { route: 'compare', state: 'nothing chosen', kind: 'chart', address: '/compare' },
  { route: 'import', state: 'empty form', kind: 'text', address: '/import' },
  { route: 'import', state: 'no file', kind: 'text', address: '/import?refused=no_file' },
  { route: 'import/[id]/map', state: 'full', kind: 'text', address: (page) => importUpTo(page, 'map') },
  { route: 'import/[id]/check', state: 'with errors', kind: 'text', address: (page) => importUpTo(page, 'check') },
  { route: 'import/[id]', state: 'finished', kind: 'text', address: (page) => importUpTo(page, 'done') },
  { route: 'methods', state: 'full', kind: 'text', address: '/methods' },
  { route: 'page', state: 'leads to the only event', kind: 'chart', address: '/' },
  { route: 'not-found', state: 'no such page', kind: 'text', address: '/nowhere', status: 404 },
  { route: 'not-found', state: 'no such event', kind: 'text', address: '/events/nowhere', status: 404 },
  { route: 'embed/[slug]/[chart]', state: 'full', kind: 'text', address: `/embed/${EVENT}/sentiment-strip` },
  { route: 'embed/[slug]/[chart]', state: 'no such chart', kind: 'text', address: `/embed/${EVENT}/pie`, status: 404 },
];

/** Folders under `app` that hold a page. */
export function pageRoutes(): readonly string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)page\.tsx$/.test(file) && !file.startsWith('_components'))
    .map((file) => (dirname(file) === '.' ? 'page' : dirname(file)))
    .sort();
}

/** The address of a listed page, in a language. */
export async function addressOf(listed: ListedPage, page: Page, lang: 'en' | 'ar'): Promise<string> {
  const address = typeof listed.address === 'string' ? listed.address : await listed.address(page);
  return `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`;
}
