import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { APIRequestContext } from '@playwright/test';

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
  /** Its address, or how one is made; null where what it needs cannot be made here. */
  readonly address: string | ((request: APIRequestContext) => Promise<string>);
  /** What the server answers. */
  readonly status?: number;
}

/** Sends a form as a browser would, and gives the address that it leads to. */
async function leadsTo(request: APIRequestContext, path: string, form: Record<string, string>): Promise<string> {
  const answer = await request.post(path, { form, maxRedirects: 0 });
  const location = answer.headers()['location'];
  if (location === undefined) throw new Error(`POST ${path} answered ${answer.status()} and leads nowhere.`);
  return location;
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
    address: (request) => leadsTo(request, `${BASE}/add/submit`, { text: '', saidOn: 'soon' }),
  },
  { route: 'events/[slug]/report', state: 'full', kind: 'text', address: `${BASE}/report` },
  { route: 'events/[slug]/report', state: 'nothing fits', kind: 'text', address: `${BASE}/report?q=zzzznothing` },
  { route: 'events/[slug]/code', state: 'start', kind: 'text', address: `${BASE}/code` },
  { route: 'events/[slug]/adjudicate', state: 'full', kind: 'text', address: `${BASE}/adjudicate` },
  { route: 'events/[slug]/reliability', state: 'full', kind: 'text', address: `${BASE}/reliability` },
  { route: 'events/[slug]/codebook', state: 'full', kind: 'text', address: `${BASE}/codebook` },
  { route: 'events/[slug]/codebook/edit', state: 'full', kind: 'text', address: `${BASE}/codebook/edit` },
  { route: 'events/[slug]/duplicates', state: 'full', kind: 'text', address: `${BASE}/duplicates` },
  { route: 'statements/[id]', state: 'full', kind: 'text', address: '/statements/seed-dm25-p26-1' },
  { route: 'statements/[id]/edit', state: 'full', kind: 'text', address: '/statements/seed-dm25-p26-1/edit' },
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
export async function addressOf(page: ListedPage, request: APIRequestContext, lang: 'en' | 'ar'): Promise<string> {
  const address = typeof page.address === 'string' ? page.address : await page.address(request);
  return `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`;
}
