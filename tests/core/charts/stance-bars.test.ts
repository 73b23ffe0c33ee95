import { describe, expect, test } from 'vitest';
import { eventChartLinks } from '#lib/core/charts/chart-target';
import { PAGE_THEME } from '#lib/core/charts/chart-theme';
import { drawStanceBars } from '#lib/core/charts/draw-stance-bars';
import { drawingToSvg } from '#lib/core/charts/drawing';
import { type StanceBarsModel, stanceBars } from '#lib/core/charts/stance-bars';
import { findNodes, textOf } from '#lib/core/charts/svg-node';
import { svgToString } from '#lib/core/charts/svg-to-string';
import { arCharts } from '#lib/i18n/ar-charts';
import { enCharts } from '#lib/i18n/en-charts';
import { CAMPS, makeCamp, scored, THREE_SIZES } from './chart-fixtures';

const input = (statements = THREE_SIZES) => ({ statements, camps: CAMPS, includeContext: false });
const draw = (model: StanceBarsModel, width = 680) =>
  drawStanceBars(model, { text: enCharts, theme: PAGE_THEME, links: eventChartLinks('event'), width, idPrefix: 'test' });
const words = (model: StanceBarsModel) => findNodes([drawingToSvg(draw(model), '')], ({ tag }) => tag === 'text').map(textOf);

describe('stanceBars', () => {
  test('stacks against, ambivalent, in favour, and then what stands apart, to 100 %', () => {
    const [, beta] = stanceBars(input()).rows;
    expect(beta?.segments.map(({ stance, apart }) => [stance, apart])).toEqual([
      ['against', false],
      ['ambivalent', false],
      ['favor', false],
      ['cannot_code', true],
      ['disputed', true],
    ]);
    const bounds = beta?.segments.map(({ from, to }) => [Math.round(from * 9), Math.round(to * 9)]);
    expect(bounds).toEqual([
      [0, 2],
      [2, 3],
      [3, 7],
      [7, 8],
      [8, 9],
    ]);
  });

  test.each([
    ['en', enCharts],
    ['ar', arCharts],
  ])('what stands on a stretch is in its name, as a count and in per cent (%s)', (_locale, text) => {
    const statements = [...makeCamp('alpha', { against: 6, favor: 1 }), ...makeCamp('beta', { against: 2, favor: 11 })];
    const options = { text, theme: PAGE_THEME, links: eventChartLinks('event'), width: 900, idPrefix: 'test' };
    const { marks } = drawStanceBars(stanceBars(input(statements)), options);
    const seen = marks.map(({ node, facts }) => [
      findNodes([node], ({ tag }) => tag === 'text')
        .map(textOf)
        .join(' '),
      facts,
    ]);
    expect(seen.filter(([label]) => label !== '')).toHaveLength(4);
    for (const [label, facts] of seen) expect(facts).toContain(label);
  });

  test('the diverging bar has its middle in the middle of ambivalent, and what stands apart beyond the axis', () => {
    const model = stanceBars({ ...input(), layout: 'diverging' });
    const [, beta] = model.rows;
    const at = (stance: string) => beta?.segments.find((segment) => segment.stance === stance);
    expect(at('against')?.from).toBeCloseTo(-2.5 / 9);
    expect(at('ambivalent')?.from).toBeCloseTo(-0.5 / 9);
    expect(at('ambivalent')?.to).toBeCloseTo(0.5 / 9);
    expect(at('favor')?.to).toBeCloseTo(4.5 / 9);
    expect(at('cannot_code')?.from).toBe(model.apartFrom);
    // Alpha reaches 9.5/12 to the left, beta 4.5/9 to the right: quarters up from there.
    expect([model.ticks[0], model.ticks.at(-1)]).toEqual([-1, 0.5]);
  });

  test('without codes that stand apart a diverging chart ends with its axis', () => {
    const model = stanceBars({ ...input(makeCamp('alpha', { against: 3, favor: 3 })), layout: 'diverging' });
    expect(model.apartFrom).toBeNull();
    expect(model.domain).toEqual([-0.5, 0.5]);
  });

  test('a camp under 5 has dots and no bar, one at 5 a bar and no dots', () => {
    const model = stanceBars(input([...makeCamp('alpha', { against: 4 }), ...makeCamp('beta', { against: 5 })]));
    expect(model.rows.map(({ segments, dots }) => [segments.length, dots.length])).toEqual([
      [0, 4],
      [1, 0],
      [0, 0],
    ]);
  });

  test('writes a share as nothing, as "k of n" or in per cent, by the size of the camp', () => {
    const written = words(stanceBars(input()));
    expect(written).toContain('n = 3, too few to summarise');
    expect(written.some((line) => line.includes('4 of 9'))).toBe(true);
    expect(written.some((line) => line.includes('75%') && line.includes('against'))).toBe(true);
    const small = stanceBars(input(makeCamp('alpha', { against: 5, favor: 4 })));
    const axis = new Set(['0%', '25%', '50%', '75%', '100%']);
    expect(words(small).filter((line) => line.includes('%') && !axis.has(line))).toEqual([]);
  });

  test('no per cent sign stands in a bar of a camp under 10, whatever its counts', () => {
    for (let n = 1; n < 10; n += 1) {
      const names = draw(stanceBars(input(makeCamp('alpha', { against: n })))).marks.map(({ facts }) => facts);
      expect(names.join()).not.toContain('%');
      expect(names.length).toBeGreaterThan(0);
    }
  });

  test('each stretch opens its statements; each dot opens its own', () => {
    const marks = draw(stanceBars(input())).marks;
    expect(marks.find(({ id }) => id === 'beta:favor')?.href).toBe('/events/event/statements?camp=beta&stance=favor');
    expect(marks.find(({ id }) => id === 'gamma:gamma-favor-1')?.href).toBe('/statements/gamma-favor-1');
  });

  test('says why it is empty', () => {
    expect(stanceBars({ statements: [], camps: [], includeContext: false }).empty).toBe('no_camps');
    expect(stanceBars(input([])).empty).toBe('no_statements');
    expect(words(stanceBars(input([])))).toEqual(['No statement is counted here.']);
  });

  test('turning the scorer off changes not a byte, in either layout and width', () => {
    const withScores = THREE_SIZES.map((statement, index) => ({ ...statement, ...scored(0.9 - 0.07 * index, index % 2 === 0) }));
    for (const layout of ['stacked', 'diverging'] as const) {
      for (const width of [320, 680]) {
        const bytes = (statements: typeof THREE_SIZES) => {
          const model = stanceBars({ ...input(statements), layout });
          return svgToString(drawingToSvg(draw(model, width), enCharts.finding(model.finding)));
        };
        expect(bytes(withScores)).toBe(bytes(THREE_SIZES));
        expect(JSON.stringify(stanceBars({ ...input(withScores), layout }))).toBe(
          JSON.stringify(stanceBars({ ...input(), layout })),
        );
      }
    }
  });

  test('against is hatched and disputed has a texture, so that neither needs its colour', () => {
    const drawing = draw(stanceBars(input()));
    const fill = (id: string) => drawing.marks.find((mark) => mark.id === id)?.node.children[0];
    expect(fill('alpha:against')).toMatchObject({ attrs: { fill: 'url(#test-against)' } });
    expect(fill('beta:disputed')).toMatchObject({ attrs: { fill: 'url(#test-disputed)' } });
    expect(drawing.defs.map(({ attrs }) => attrs['id'])).toContain('test-against');
  });
});
