import { expect, test } from '@playwright/test';
import { CHART_NAMES } from '#lib/core/charts/chart-model';
import { EVENT } from './pages';

const CHARTS = `/events/${EVENT}/charts`;

/** Width and height in px from the header of a PNG. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test('a picture says all that its page says, and needs nothing from outside', async ({ request }) => {
  const answer = await request.get(`${CHARTS}/sentiment-strip.svg?camp=pragmatic&lang=en`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('image/svg+xml; charset=utf-8');
  expect(answer.headers()['content-disposition']).toMatch(
    /filename="damascus-moscow-2025_sentiment-strip_camp-pragmatic_\d{4}-\d\d-\d\d\.svg"/,
  );
  const svg = await answer.text();
  // Journeys before this one add statements: the number is the one that the machine door gives now.
  const { camps } = await (await request.get(`/api/events/${EVENT}/comparison?camp=pragmatic`)).json();
  expect(camps).toHaveLength(1);
  for (const part of [
    'In which tone',
    `(n = ${camps[0].n})`,
    'Filter: Camp: Pragmatic camp',
    'Data as of',
    'not a poll',
    'Scorer:',
  ]) {
    expect(svg.replaceAll('\u00a0', ' ')).toContain(part);
  }
  expect(svg).not.toMatch(/\b(?:href|src)=|url\((?!#)|@import|<style/);
});

test('an SVG file holds its text in whatever font the machine that opens it has', async ({ page, request }) => {
  for (const name of CHART_NAMES) {
    for (const [lang, width] of [
      ['en', 600],
      ['ar', 400],
    ]) {
      await page.setContent(await (await request.get(`${CHARTS}/${name}.svg?lang=${lang}&width=${width}`)).text());
      const outside = await page.locator('svg').evaluate((svg) => {
        const { left, right } = svg.getBoundingClientRect();
        const texts = [...svg.querySelectorAll('text')].filter((text) => {
          const box = text.getBoundingClientRect();
          return box.left < left || box.right > right;
        });
        return texts.map(({ textContent }) => textContent);
      });
      expect(outside, `${name} in ${lang}`).toEqual([]);
    }
  }
});

test('a PNG is twice as wide as asked, in both themes and languages', async ({ request }) => {
  const light = await (await request.get(`${CHARTS}/stance-bars.png?width=700&lang=ar`)).body();
  const dark = await (await request.get(`${CHARTS}/stance-bars.png?width=700&lang=ar&theme=dark`)).body();
  expect(sizeOf(light)[0]).toBe(1400);
  expect(sizeOf(dark)).toEqual(sizeOf(light));
  expect(dark.equals(light)).toBe(false);
});

test('the same numbers come as CSV and as JSON', async ({ request }) => {
  const json = await (await request.get(`${CHARTS}/stance-bars.json?lang=en`)).json();
  expect(json).toMatchObject({ event: EVENT, chart: 'stance-bars', target: 'rapprochement', scorers: [] });
  const csv = await (await request.get(`${CHARTS}/stance-bars.csv?flavour=data&lang=en`)).text();
  const [header = '', ...lines] = csv.trim().split('\n');
  // JSON says in its caveat how far coders agree; a file says it in each row.
  expect(header.split(',').map((name) => name.replaceAll('"', ''))).toEqual([...Object.keys(json.rows[0]), 'agreement']);
  expect(json.caveat).toMatch(/agreement|coded by one person/);
  expect(lines).toHaveLength(json.rows.length);
});

test('an unknown chart is 404 with the names that there are', async ({ request }) => {
  for (const file of ['pie.png', 'stance-bars.gif', 'stance-bars']) {
    const answer = await request.get(`${CHARTS}/${file}`);
    expect(answer.status()).toBe(404);
    expect((await answer.json()).detail).toContain('stance-bars, sentiment-strip');
  }
});

test('a filter that is wrong or unknown gives no picture', async ({ request }) => {
  for (const query of ['camp=nobody', 'cmap=pragmatic', 'width=99999', 'theme=blue', 'lang=fr', 'target=other']) {
    expect((await request.get(`${CHARTS}/stance-bars.png?${query}`)).status(), query).toBe(422);
  }
});

test('only a frame may be framed', async ({ request }) => {
  const frame = (await request.get(`/embed/${EVENT}/timeline`)).headers();
  expect(frame['content-security-policy']).toContain('frame-ancestors *');
  expect(frame['x-frame-options']).toBeUndefined();
  const page = (await request.get(`/events/${EVENT}`)).headers();
  expect(page['content-security-policy']).toContain("frame-ancestors 'none'");
});

test('a frame speaks the language of its address and opens quotes beside it', async ({ page }) => {
  await page.goto(`/embed/${EVENT}/stance-bars?lang=ar`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  const mark = page.locator('a[data-mark]:visible').first();
  const opened = page.waitForEvent('popup');
  await mark.click();
  expect((await opened).url()).toContain(`/events/${EVENT}/statements?`);
});

test('a link elsewhere is shown by a picture of its own', async ({ page, request }) => {
  await page.goto(`/events/${EVENT}?lang=ar`);
  const preview = await page.locator('meta[property="og:image"]').getAttribute('content');
  expect(preview).toMatch(/preview\.png\?lang=ar$/);
  expect(sizeOf(await (await request.get(preview ?? '')).body())).toEqual([1200, 630]);
});

test('copying a chart copies picture and finding', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/events/${EVENT}?lang=en`);
  await page.locator('#stance-bars').getByRole('button', { name: 'Copy chart' }).click();
  await expect(page.locator('#stance-bars').getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = item === undefined ? '' : await (await item.getType('text/plain')).text();
    return { types: item?.types ?? [], text };
  });
  expect(copied.types).toContain('image/png');
  expect(copied.text).toContain('Where each camp stands');
  expect(copied.text).toContain(`/events/${EVENT}?`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('files and the code of the frame are there', async ({ page }) => {
    await page.goto(`/events/${EVENT}?lang=en`);
    const figure = page.locator('#stance-bars');
    await expect(figure.getByRole('link', { name: /as PNG/ })).toHaveAttribute('href', /\/charts\/stance-bars\.png\?/);
    await expect(figure.getByRole('button', { name: 'Copy chart' })).toBeHidden();
    await figure.locator('summary', { hasText: 'Embed' }).click();
    await expect(figure.locator('pre')).toContainText(`/embed/${EVENT}/stance-bars?`);
  });
});
