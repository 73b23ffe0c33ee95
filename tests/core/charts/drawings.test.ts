import { describe, expect, test } from 'vitest';
import { campDifferences } from '#lib/core/charts/camp-differences';
import { type ChartModel, drawChart, drawsInterval, readsScores, tableOfChart, titleSubject } from '#lib/core/charts/chart';
import { eventChartLinks, NO_LINKS } from '#lib/core/charts/chart-target';
import { type ChartTheme, inReadersFont, PAGE_THEME, STANDALONE_DARK, STANDALONE_LIGHT } from '#lib/core/charts/chart-theme';
import { drawFigure, type FigureFacts } from '#lib/core/charts/draw-figure';
import { type Drawing, drawingToSvg, nameOfMark, placeOfMark } from '#lib/core/charts/drawing';
import { sentimentStrip } from '#lib/core/charts/sentiment-strip';
import { shareIntervals } from '#lib/core/charts/share-intervals';
import { slogansByUse } from '#lib/core/charts/slogans-by-use';
import { stanceBars } from '#lib/core/charts/stance-bars';
import { stanceBySentiment } from '#lib/core/charts/stance-by-sentiment';
import { findNodes, type SvgNode, textOf } from '#lib/core/charts/svg-node';
import { svgToString } from '#lib/core/charts/svg-to-string';
import { termContrast } from '#lib/core/charts/term-contrast';
import { textWidth } from '#lib/core/charts/text-width';
import { timeline } from '#lib/core/charts/timeline';
import { arCharts } from '#lib/i18n/ar-charts';
import { enCharts } from '#lib/i18n/en-charts';
import { CAMPS, makeCamp, scored } from './chart-fixtures';

const LONG_NAME = 'Families of the victims of the bombing campaign, all regions';

const camps = (name: string, language: string) =>
  CAMPS.map((camp) => ({ ...camp, label: camp.slug === 'alpha' ? name : camp.label, labelLanguage: language }));

function statementsOf(sizes: readonly number[]) {
  return sizes.flatMap((size, camp) =>
    makeCamp(
      ['alpha', 'beta', 'gamma'][camp] ?? 'alpha',
      { against: Math.ceil(size / 2), favor: Math.floor(size / 2) },
      (index) => ({
        ...(index % 5 === 4 ? {} : scored(((index * 37) % 200) / 100 - 1, index % 3 === 0)),
        saidOn: index % 4 === 3 ? null : `2025-08-${String((index % 28) + 1).padStart(2, '0')}`,
        excerpt: 'x'.repeat(200),
      }),
    ),
  );
}

/** Every chart, for camps of these sizes. */
function allModels(sizes: readonly number[], name = 'Alpha', language = 'en'): readonly ChartModel[] {
  const input = { statements: statementsOf(sizes), camps: camps(name, language), includeContext: false };
  const events = [
    {
      id: 'a',
      label: 'A meeting in the capital, with a long name that takes several lines',
      labelLanguage: 'en',
      date: '2025-08-01',
    },
    { id: 'b', label: 'A vote', labelLanguage: 'en', date: '2025-08-27' },
  ];
  const [first, second] = input.camps;
  if (first === undefined || second === undefined) throw new Error('two camps are needed');
  const terms = (own: number, other: number) =>
    new Map([
      [`${name} word`, own],
      ['trade', other],
      ['x', 100],
    ]);
  return [
    stanceBars(input),
    stanceBars({ ...input, layout: 'diverging' }),
    sentimentStrip(input),
    stanceBySentiment(input),
    shareIntervals(input),
    campDifferences(input),
    timeline({ ...input, events }),
    timeline({ ...input, events, measure: 'wording' }),
    termContrast({
      first: { camp: first, n: sizes[0] ?? 0, counts: terms(40, 1) },
      second: { camp: second, n: sizes[1] ?? 0, counts: terms(1, 40) },
      termLanguage: language,
    }),
    slogansByUse(
      (sizes[0] ?? 0) === 0
        ? []
        : [{ id: 's', label: name, labelLanguage: language, uses: { endorse: 3, mock: 1, report: 2, unclear: 1 } }],
    ),
  ];
}

const FACTS: FigureFacts = {
  title: 'Title',
  finding: 'Finding',
  n: 24,
  filter: 'language: Arabic',
  source: 'An outlet',
  dataOf: '1 August 2025',
  scorer: 'stanceboard-en 1',
  caveat: 'A caveat',
  address: null,
};

const CASES = [
  ['empty', [0, 0, 0]],
  ['too few', [3, 2, 1]],
  ['small', [9, 5, 3]],
  ['a plain event', [12, 9, 3]],
  ['thousands', [4000, 900, 100]],
] as const;

const draw = (model: ChartModel, width: number, theme: ChartTheme = PAGE_THEME, text = enCharts): Drawing =>
  drawChart(model, { text, theme, links: eventChartLinks('event'), width, idPrefix: 'test' });

/** Left and right edge of each line of text, with its baseline. */
function textBoxes(drawing: Drawing, theme: ChartTheme, timesAsWide = 1) {
  const boxes: { left: number; right: number; y: number; text: string; size: number }[] = [];
  const visit = (node: SvgNode, dx: number, dy: number) => {
    const shift = /translate\(([-\d.]+),([-\d.]+)\)/u.exec(String(node.attrs['transform'] ?? ''));
    const x = dx + Number(shift?.[1] ?? 0);
    const y = dy + Number(shift?.[2] ?? 0);
    if (node.tag === 'text') {
      const text = textOf({ ...node, children: node.children.filter((child) => typeof child === 'string') });
      const face = { size: Number(node.attrs['font-size']), semibold: node.attrs['font-weight'] === 600 };
      const width = textWidth(text, face) * timesAsWide;
      const anchor = node.attrs['text-anchor'];
      const at = x + Number(node.attrs['x']);
      const startsLeft = (anchor === 'start') === (node.attrs['direction'] !== 'rtl');
      const left = anchor === 'middle' ? at - width / 2 : startsLeft ? at : at - width;
      boxes.push({ left, right: left + width, y: y + Number(node.attrs['y']), text, size: Number(node.attrs['font-size']) });
    }
    for (const child of node.children) if (typeof child !== 'string') visit(child, x, y);
  };
  visit(drawingToSvg(drawing, ''), 0, 0);
  expect(theme.widen).toBeGreaterThan(1);
  return boxes;
}

describe.each(CASES)('%s', (_case, sizes) => {
  describe.each([
    ['English', enCharts, 'Alpha', 'en'],
    ['English, long name', enCharts, LONG_NAME, 'en'],
    ['Arabic', arCharts, 'عائلات الضحايا في جميع المحافظات', 'ar'],
    ['Arabic, long name', arCharts, 'ممثلو جمعيات أحياء الواجهة البحرية وسكان المناطق المجاورة لها', 'ar'],
  ] as const)('%s', (_language, text, name, language) => {
    const models = allModels(sizes, name, language);

    test('no text leaves its drawing, none is under 13 px, at either width', () => {
      for (const model of models) {
        for (const width of [320, 680]) {
          for (const box of textBoxes(draw(model, width, PAGE_THEME, text), PAGE_THEME)) {
            expect([model.name, box.text, box.left >= -1 && box.right <= width + 1]).toEqual([model.name, box.text, true]);
            expect(box.size).toBeGreaterThanOrEqual(13);
          }
        }
      }
    });

    test('in a frame, also a wider font leaves no name of a camp outside', () => {
      const theme = inReadersFont(STANDALONE_LIGHT, text.language);
      for (const model of models) {
        for (const width of [320, 680]) {
          const boxes = textBoxes(draw(model, width, theme, text), theme, text.language === 'ar' ? 1.29 : 1.13).filter((box) =>
            name.includes(box.text),
          );
          for (const box of boxes)
            expect([model.name, box.text, box.left >= -1 && box.right <= width + 1]).toEqual([model.name, box.text, true]);
        }
      }
    });

    test('no name of a camp or of an event is cut', () => {
      for (const model of models) {
        for (const [width, theme] of [
          [320, PAGE_THEME],
          [680, PAGE_THEME],
          [712, STANDALONE_LIGHT],
          [320, inReadersFont(STANDALONE_LIGHT, text.language)],
          [680, inReadersFont(STANDALONE_LIGHT, text.language)],
        ] as const) {
          const drawing = draw(model, width, theme, text);
          // What stands at a mark has its whole name there.
          const cut = textBoxes({ ...drawing, marks: [] }, theme).filter((box) => box.text.endsWith('…'));
          expect([model.name, width, cut.map((box) => box.text)]).toEqual([model.name, width, []]);
        }
      }
    });

    test('no two lines of text lie on each other', () => {
      for (const model of models) {
        for (const width of [320, 680]) {
          const boxes = textBoxes(draw(model, width, PAGE_THEME, text), PAGE_THEME);
          for (const [index, box] of boxes.entries()) {
            for (const other of boxes.slice(index + 1)) {
              const apart = Math.abs(box.y - other.y) > 11 || box.right <= other.left + 0.5 || other.right <= box.left + 0.5;
              expect([model.name, width, apart ? 'apart' : `${box.text} | ${other.text}`]).toEqual([model.name, width, 'apart']);
            }
          }
        }
      }
    });

    test('every number is finite', () => {
      for (const model of models) {
        for (const width of [320, 680]) {
          expect(svgToString(drawingToSvg(draw(model, width, PAGE_THEME, text), ''))).not.toMatch(/NaN|Infinity|undefined/u);
        }
      }
    });
  });

  test('marks lie within the drawing, have a name of their own and an id that is theirs alone', () => {
    for (const model of allModels(sizes)) {
      const drawing = draw(model, 680);
      for (const mark of drawing.marks) {
        const { x, y } = placeOfMark(drawing, mark);
        expect([model.name, mark.id, x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height]).toEqual([
          model.name,
          mark.id,
          true,
        ]);
        // Recharts would widen an axis for a mark outside its domain, and the two charts would part.
        const within = (value: number, [from, to]: readonly [number, number]) => value >= from && value <= to;
        expect([mark.id, within(mark.x, drawing.xDomain), within(mark.y, drawing.yDomain)]).toEqual([mark.id, true, true]);
        expect(nameOfMark(mark, drawing.quoteMarks).length).toBeGreaterThan(3);
      }
      const ids = drawing.marks.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('both widths draw the same marks', () => {
    for (const model of allModels(sizes)) {
      const keys = (width: number) =>
        draw(model, width).marks.map(({ id, x, href, facts }) => [
          id,
          model.name === 'stance-bars' || model.name === 'share-intervals' ? 0 : x,
          href,
          facts,
        ]);
      expect(keys(320)).toEqual(keys(680));
    }
  });

  test('a figure under 5 shows neither an interval nor a per cent sign in its names', () => {
    for (const model of allModels(sizes)) {
      if (Math.max(...sizes) >= 5) continue;
      expect(drawsInterval(model)).toBe(false);
      expect(
        draw(model, 680)
          .marks.map(({ facts }) => facts)
          .join(),
      ).not.toContain('%');
    }
  });

  test('what is written on a stretch of a bar or beside a share is part of its name, and not in brackets', () => {
    const bare = (text: string) =>
      text
        .replaceAll(/\([^)]*\)/g, '')
        .replaceAll(/[^\p{L}\p{N}%٪]+/gu, ' ')
        .trim();
    for (const model of allModels(sizes)) {
      if (model.name !== 'stance-bars' && model.name !== 'share-intervals') continue;
      for (const { node, facts } of draw(model, 680).marks) {
        for (const text of findNodes([node], ({ tag }) => tag === 'text')) expect(bare(facts)).toContain(bare(textOf(text)));
      }
    }
  });

  test('dots of camps under 5 lie on no axis of shares', () => {
    for (const model of allModels(sizes)) {
      if (Math.max(...sizes) >= 5 || (model.name !== 'stance-bars' && model.name !== 'share-intervals')) continue;
      expect(svgToString(drawingToSvg(draw(model, 680), 'name'))).not.toMatch(/>\d+%</u);
    }
  });

  test('the table has a row for each row of the chart and a cell under each heading', () => {
    for (const model of allModels(sizes)) {
      const table = tableOfChart(model, enCharts, NO_LINKS);
      for (const row of table.rows) expect([model.name, row.cells.length]).toEqual([model.name, table.columns.length - 1]);
    }
  });
});

describe('a picture that stands alone', () => {
  test.each([
    ['light', STANDALONE_LIGHT],
    ['dark', STANDALONE_DARK],
  ])('%s: needs no font, style, script or file from outside', (_name, theme) => {
    for (const model of allModels([12, 9, 3])) {
      const picture = svgToString(
        drawFigure(drawChart(model, { text: enCharts, theme, links: NO_LINKS, width: 760, idPrefix: 'p' }), FACTS, {
          text: enCharts,
          theme,
        }),
      );
      expect(picture).not.toMatch(/var\(|<style|<script|@import|<image|href=|currentColor/u);
      expect(picture.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\((?!#)/u);
      expect(picture).toContain('xmlns="http://www.w3.org/2000/svg"');
    }
  });

  test('carries title, n, finding, filter, source, date, scorer and caveat', () => {
    const [bars] = allModels([12, 9, 3]);
    if (bars === undefined) throw new Error('no chart');
    const picture = drawFigure(draw(bars, 760, STANDALONE_LIGHT), FACTS, { text: enCharts, theme: STANDALONE_LIGHT });
    const written = findNodes([picture], ({ tag }) => tag === 'text')
      .map(textOf)
      .join(' ')
      .replaceAll('\u00a0', ' ');
    for (const part of [
      'Title (n = 24)',
      'Finding',
      'Filter: language: Arabic',
      'Source: An outlet',
      'Data as of 1 August 2025',
      'Scorer: stanceboard-en 1',
      'A caveat',
      'Collected statements, not a poll.',
    ]) {
      expect(written).toContain(part);
    }
  });

  test('every pattern that is used is there', () => {
    for (const model of allModels([12, 9, 3])) {
      const picture = svgToString(
        drawFigure(draw(model, 760, STANDALONE_LIGHT), FACTS, { text: enCharts, theme: STANDALONE_LIGHT }),
      );
      const defined = new Set([...picture.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
      for (const [, id] of picture.matchAll(/url\(#([^)]+)\)/gu)) expect(defined.has(id)).toBe(true);
    }
  });

  test('Arabic is set from the right, in its own direction', () => {
    const [bars] = allModels([12, 9, 3], 'عائلات الضحايا', 'ar');
    if (bars === undefined) throw new Error('no chart');
    const theme = STANDALONE_LIGHT;
    const picture = drawFigure(draw(bars, 760, theme, arCharts), FACTS, { text: arCharts, theme });
    const name = findNodes([picture], (node) => node.tag === 'text' && textOf(node) === 'عائلات الضحايا')[0];
    expect(name?.attrs).toMatchObject({ direction: 'rtl', 'text-anchor': 'start', lang: 'ar' });
  });
});

describe('svgToString', () => {
  const text = (words: string) => svgToString({ tag: 'text', attrs: { 'aria-label': words }, children: [words] });

  test('escapes what XML reads as markup', () => {
    expect(text('<a href="x">&\'')).toBe(
      `<text aria-label="&lt;a href=&quot;x&quot;&gt;&amp;'">&lt;a href=&quot;x&quot;&gt;&amp;'</text>`,
    );
  });

  test('drops what XML cannot hold, so that one quote cannot spoil the picture', () => {
    expect(text('a\u0000b\u0008c\ud800d\uffffe')).toBe('<text aria-label="abcde">abcde</text>');
    expect(text('🕊')).toContain('🕊');
  });
});

describe('what stands beside a chart', () => {
  test('only charts that read scores name a scorer, only those with intervals say what they mean', () => {
    const models = allModels([12, 9, 3]);
    expect(models.filter(readsScores).map(titleSubject)).toEqual([
      { name: 'sentiment-strip' },
      { name: 'stance-by-sentiment' },
      { name: 'timeline', measure: 'wording' },
    ]);
    expect(models.filter(drawsInterval).map(({ name }) => name)).toEqual([
      'sentiment-strip',
      'share-intervals',
      'camp-differences',
    ]);
  });
});
