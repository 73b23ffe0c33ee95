import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { drawChart, tableOfChart } from '#lib/core/charts/chart';
import { CHART_NAMES, type ChartName } from '#lib/core/charts/chart-model';
import { NO_LINKS } from '#lib/core/charts/chart-target';
import { STANDALONE_LIGHT } from '#lib/core/charts/chart-theme';
import { embedPage } from '#lib/core/charts/embed-page';
import { columnLabels } from '#lib/i18n/column-labels';
import { exportPackage } from '#lib/usecases/export-package';
import { exportStatements } from '#lib/usecases/export-statements';
import { getChart } from '#lib/usecases/get-chart';
import { comparisonAnswer } from '#lib/usecases/get-comparison';
import { findStatementPage, statementPageAnswer } from '#lib/usecases/list-statements';
import type { Workspace } from '#lib/usecases/workspace';
import { chartSvg, chartText, figureFacts } from '../../app/chart-picture';
import { testWorkspace } from '../setup/database';
import { coded, EVENT, makeCoders, statementIds } from '../usecases/coding-steps';

// It stops any import outside of a server's bundle, and a test is none.
vi.mock('server-only', () => ({}));

const SITE = 'https://example.org';
const NOT_CHECKED = { en: 'not yet checked against coders', ar: 'لم تُقارَن بعد بأحكام المرمِّزين' };
const ONE_PERSON = { en: 'coded by one person', ar: 'ترميز شخص واحد' };

/** What each chart rests on, and so has to confess. */
const RESTS_ON: Readonly<Record<ChartName, readonly ('stance' | 'camp' | 'score')[]>> = {
  'stance-bars': ['stance', 'camp'],
  'share-intervals': ['stance', 'camp'],
  'camp-differences': ['stance', 'camp'],
  timeline: ['stance', 'camp'],
  'stance-by-sentiment': ['stance', 'score'],
  'sentiment-strip': ['camp', 'score'],
  'term-contrast': ['camp'],
  'slogans-by-use': [],
};

/** Statements of the first event by their place, with what a second coder says of them. The first says favor of 0, 1 and 3, against of 7 to 9. */
type SecondCodings = readonly (readonly [place: number, code: 'favor' | 'against'])[];

// The alphas by hand, from the coincidences: n values, D the share of pairs that differ, E the same by chance; alpha = 1 - D/E.
const CASES: readonly {
  readonly name: string;
  readonly second: SecondCodings;
  readonly band: string;
  readonly alpha: number | null;
  readonly units: number;
  readonly said: Readonly<Record<'en' | 'ar', RegExp>>;
}[] = [
  {
    // against 5, favor 5: D = 2/10, E = 2·5·5/(10·9); 1 - .2/.5556
    name: 'low',
    second: [
      [7, 'against'],
      [8, 'against'],
      [0, 'favor'],
      [3, 'favor'],
      [1, 'against'],
    ],
    band: 'low',
    alpha: 0.64,
    units: 5,
    said: {
      en: /low agreement \(alpha \.64 \[−?\.\d\d, 1\.00\], n = 5 double-coded\)/u,
      ar: /اتفاق منخفض \(ألفا ٠٫٦٤ \[[^\]]+\]، ن = ٥ مرمَّزة مرتين\)/u,
    },
  },
  {
    // against 7, favor 5: D = 2/12, E = 2·7·5/(12·11); 1 - .1667/.5303
    name: 'tentative',
    second: [
      [7, 'against'],
      [8, 'against'],
      [9, 'against'],
      [0, 'favor'],
      [3, 'favor'],
      [1, 'against'],
    ],
    band: 'tentative',
    alpha: 0.6857,
    units: 6,
    said: {
      en: /tentative agreement \(alpha \.69 \[[^\]]+\], n = 6 double-coded\)/u,
      ar: /اتفاق لا يسمح إلا بنتائج أولية \(ألفا ٠٫٦٩ \[[^\]]+\]، ن = ٦ مرمَّزة مرتين\)/u,
    },
  },
  {
    name: 'not computable',
    second: [
      [7, 'against'],
      [8, 'against'],
    ],
    band: 'low',
    alpha: null,
    units: 2,
    said: {
      en: /low agreement \(alpha not computable, because everybody gave the same code[^()]*, n = 2 double-coded\)/u,
      ar: /اتفاق منخفض \(لا يمكن حساب ألفا: أعطى الجميع الرمز نفسه[^()]*، ن = ٢ مرمَّزة مرتين\)/u,
    },
  },
  {
    name: 'of one coder',
    second: [],
    band: 'one_coder',
    alpha: null,
    units: 0,
    said: { en: /coded by one person/u, ar: /ترميز شخص واحد/u },
  },
];

async function codedTwice(second: SecondCodings): Promise<Workspace> {
  const workspace = await testWorkspace();
  if (second.length === 0) return workspace;
  await makeCoders(workspace, 'Basel');
  const ids = await statementIds(workspace);
  for (const [place, code] of second) await coded(workspace, { statement: ids[place], code, coder: 'Basel' });
  return workspace;
}

/** What a reader reads of markup: lines of a drawing and isolates joined, spaces as one. */
function read(markup: string): string {
  return markup
    .replace(/<style[\s\S]*?<\/style>/gu, '')
    .replace(/<[^>]*>/gu, ' ')
    .replaceAll('&quot;', '"')
    .replace(/[\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ');
}

async function bytesOf(chunks: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  return new Uint8Array(Buffer.concat(pieces));
}

describe.each(CASES)('stance whose agreement is $name', ({ second, band, alpha, units, said }) => {
  it('says so in every picture and frame that shows it, in both languages', async () => {
    const workspace = await codedTwice(second);
    for (const name of CHART_NAMES) {
      for (const language of ['en', 'ar'] as const) {
        const found = await getChart(workspace, { eventSlug: EVENT, name, query: new URLSearchParams(), language });
        if (!found.ok) throw new Error(`There is no chart ${name}.`);
        const chart = found.value;
        const { model } = chart;
        const text = chartText(language);
        const drawing = drawChart(model, { text, theme: STANDALONE_LIGHT, links: NO_LINKS, width: 600, idPrefix: 'x' });
        const frame = embedPage({
          facts: figureFacts(chart, SITE),
          table: tableOfChart(model, text, NO_LINKS),
          narrow: drawing,
          wide: drawing,
          text,
          theme: STANDALONE_LIGHT,
          page: { href: SITE, label: 'page' },
        });
        const doors = { light: chartSvg(chart, SITE, 'ours'), readers: chartSvg(chart, SITE, 'readers'), frame };
        for (const [door, markup] of Object.entries(doors)) {
          const words = read(markup);
          const rests = RESTS_ON[name];
          if (rests.includes('stance')) expect([name, door, words]).toEqual([name, door, expect.stringMatching(said[language])]);
          if (rests.includes('camp')) {
            expect([name, door, words]).toEqual([name, door, expect.stringContaining(ONE_PERSON[language])]);
          }
          expect([name, door, words.includes(NOT_CHECKED[language])]).toEqual([name, door, rests.includes('score')]);
        }
      }
    }
  });

  it('says so in every row of a file, in the package that holds it, and to programs', async () => {
    const workspace = await codedTwice(second);
    for (const language of ['en', 'ar'] as const) {
      const labels = columnLabels(language);
      for (const format of ['csv', 'jsonl'] as const) {
        const file = await exportStatements(workspace, {
          eventSlug: EVENT,
          query: '',
          format,
          flavour: 'data',
          language,
          labels,
        });
        if (!file.ok) throw new Error('There is no file.');
        const rows = strFromU8(await bytesOf(file.value.chunks))
          .split('\n')
          .filter((line) => line.includes('seed-dm25'));
        expect(rows.length).toBe(19);
        for (const row of rows) expect(row).toMatch(said[language]);
      }
    }
    const packed = await exportPackage(workspace, {
      eventSlug: EVENT,
      query: '',
      language: 'ar',
      labels: columnLabels('ar'),
      readmeLabels: columnLabels('en'),
      homepage: null,
    });
    if (!packed.ok) throw new Error('There is no package.');
    const files = unzipSync(await bytesOf(packed.value.chunks));
    expect(strFromU8(files['README.md'] ?? new Uint8Array()).replaceAll('\\', '')).toMatch(said.en);

    const chart = await getChart(workspace, {
      eventSlug: EVENT,
      name: 'stance-bars',
      query: new URLSearchParams(),
      language: 'en',
    });
    const page = await findStatementPage(workspace, { eventSlug: EVENT, query: '' });
    if (!chart.ok || !page.ok) throw new Error('There is no answer.');
    for (const { agreement } of [comparisonAnswer(chart.value.found), statementPageAnswer(page.value)]) {
      expect(agreement.stance).toMatchObject({ band, units, alpha: alpha === null ? null : expect.closeTo(alpha, 4) });
    }
  });
});

it('says nothing of a stance on which coders agree well', async () => {
  const workspace = await codedTwice([
    [7, 'against'],
    [8, 'against'],
    [0, 'favor'],
    [1, 'favor'],
  ]);
  const chart = await getChart(workspace, {
    eventSlug: EVENT,
    name: 'stance-bars',
    query: new URLSearchParams(),
    language: 'en',
  });
  if (!chart.ok) throw new Error('There is no chart.');
  expect(figureFacts(chart.value, SITE).caveat).toBe('Camp: coded by one person.');
});
