import { readFileSync } from 'node:fs';
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, test } from 'vitest';
import { STANDALONE_DARK, STANDALONE_LIGHT } from '#lib/core/charts/chart-theme';

const distance = differenceCiede2000();
const read = (hex: string): Color => {
  const colour = parse(hex);
  if (colour === undefined) throw new Error(`${hex} is no colour`);
  return colour;
};
const SIGHTS: readonly (readonly [string, (colour: Color) => Color])[] = [
  ['full colour sight', (colour) => colour],
  ['protanopia', filterDeficiencyProt(1)],
  ['deuteranopia', filterDeficiencyDeuter(1)],
  ['tritanopia', filterDeficiencyTrit(1)],
];

/** A colour pair of the style sheets: `--name: light-dark(a, b)`. */
function tokens(file: string): ReadonlyMap<string, readonly [string, string]> {
  const css = readFileSync(`app/styles/${file}`, 'utf8');
  const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/gu)];
  return new Map(pairs.map(([, name = '', light = '', dark = '']) => [name, [light.toUpperCase(), dark.toUpperCase()]]));
}

describe.each([
  ['light', STANDALONE_LIGHT, 0],
  ['dark', STANDALONE_DARK, 1],
] as const)('%s', (_name, theme, side) => {
  test.each(SIGHTS)('against and in favour stay apart by dE2000 of 20 in %s', (_sight, seen) => {
    expect(distance(seen(read(theme.against)), seen(read(theme.favor)))).toBeGreaterThanOrEqual(20);
  });

  test.each(SIGHTS.slice(0, 3))('neither is taken for the middle in %s', (_sight, seen) => {
    expect(distance(seen(read(theme.against)), seen(read(theme.neutral)))).toBeGreaterThanOrEqual(20);
    expect(distance(seen(read(theme.favor)), seen(read(theme.neutral)))).toBeGreaterThanOrEqual(20);
  });

  test('marks stand out from the ground by 3 : 1', () => {
    for (const colour of [theme.against, theme.favor, theme.neutral, ...theme.camps]) {
      expect([colour, wcagContrast(colour, theme.paper) >= 3]).toEqual([colour, true]);
    }
  });

  test('text stands out by 4.5 : 1, on paper and on each stance', () => {
    expect(wcagContrast(theme.ink, theme.paper)).toBeGreaterThanOrEqual(4.5);
    expect(wcagContrast(theme.ink2, theme.paper)).toBeGreaterThanOrEqual(4.5);
    expect(wcagContrast(theme.onAgainst, theme.against)).toBeGreaterThanOrEqual(4.5);
    expect(wcagContrast(theme.onFavor, theme.favor)).toBeGreaterThanOrEqual(4.5);
    expect(wcagContrast(theme.onNeutral, theme.neutral)).toBeGreaterThanOrEqual(4.5);
  });

  test('a picture has the stance and camp colours of the page', () => {
    const page = tokens('tokens.css');
    expect(page.get('stance-against')?.[side]).toBe(theme.against);
    expect(page.get('stance-favor')?.[side]).toBe(theme.favor);
    expect(page.get('stance-neutral')?.[side]).toBe(theme.neutral);
    expect(theme.camps.map((_, index) => page.get(`camp-${index + 1}`)?.[side])).toEqual(theme.camps);
  });

  test('text on stances of the page stands out by 4.5 : 1', () => {
    const page = tokens('tokens.css');
    const charts = tokens('charts.css');
    for (const stance of ['against', 'favor', 'neutral']) {
      const on = charts.get(`chart-on-${stance}`)?.[side] ?? '';
      const ground = page.get(`stance-${stance}`)?.[side] ?? '';
      expect([stance, wcagContrast(on, ground) >= 4.5]).toEqual([stance, true]);
    }
  });
});
