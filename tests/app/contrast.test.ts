import { readFileSync } from 'node:fs';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app/styles/tokens.css', import.meta.url), 'utf8');

/** Value of a `--token: light-dark(#light, #dark)` in one theme. */
function token(name: string, theme: 'light' | 'dark'): string {
  const found = new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{3,6}),\\s*(#[0-9a-f]{3,6})\\)`, 'i').exec(css);
  const value = found?.[theme === 'light' ? 1 : 2];
  if (value === undefined) throw new Error(`tokens.css has no pair for --${name}`);
  return value;
}

function distance(a: string, b: string, seenBy: (colour: string) => unknown = (colour) => colour): number {
  const [first, second] = [seenBy(a), seenBy(b)].map((colour) => parse(String(colour)));
  if (first === undefined || second === undefined) throw new Error(`not a colour: ${a} or ${b}`);
  return differenceCiede2000()(first, second);
}

const asSeen = (filter: ReturnType<typeof filterDeficiencyDeuter>) => (colour: string) => {
  const parsed = parse(colour);
  if (parsed === undefined) throw new Error(`not a colour: ${colour}`);
  const seen = filter(parsed);
  if (seen === undefined || seen.mode !== 'rgb') throw new Error(`not an rgb colour: ${colour}`);
  const channel = (value: number) =>
    Math.round(Math.min(1, Math.max(0, value)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(seen.r)}${channel(seen.g)}${channel(seen.b)}`;
};

const BLINDNESS = {
  deuteranopia: asSeen(filterDeficiencyDeuter(1)),
  protanopia: asSeen(filterDeficiencyProt(1)),
  tritanopia: asSeen(filterDeficiencyTrit(1)),
};
const THEMES = ['light', 'dark'] as const;
const PAPERS = ['paper', 'paper-2'];
const TEXT = ['ink', 'ink-2', 'ink-3', 'accent', 'error', 'ok'];
const MARKS = [
  ...['against', 'favor', 'neutral', 'ambivalent', 'none', 'cannot-code', 'disputed', 'uncoded'].map((name) => `stance-${name}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `camp-${number}`),
  'rule-strong',
  'focus',
];

describe.each(THEMES)('%s colours', (theme) => {
  it.each(PAPERS.flatMap((paper) => TEXT.map((name) => [name, paper] as const)))(
    'text in --%s on --%s has 4.5:1',
    (name, paper) => {
      expect(wcagContrast(token(name, theme), token(paper, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['error', 'error-paper'],
    ['ok', 'ok-paper'],
    ['ink', 'error-paper'],
    ['ink', 'mark'],
    ['ink', 'paper-3'],
    ['paper', 'ink'],
    ['paper', 'ink-2'],
  ])('text in --%s on --%s has 4.5:1', (name, paper) => {
    expect(wcagContrast(token(name, theme), token(paper, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(PAPERS.flatMap((paper) => MARKS.map((name) => [name, paper] as const)))(
    'a mark in --%s on --%s has 3:1',
    (name, paper) => {
      expect(wcagContrast(token(name, theme), token(paper, theme))).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(Object.entries(BLINDNESS))('against and in favour stay apart in %s', (_, seenBy) => {
    expect(distance(token('stance-against', theme), token('stance-favor', theme), seenBy)).toBeGreaterThanOrEqual(20);
  });

  it('no camp looks like a stance', () => {
    for (const camp of [1, 2, 3, 4, 5, 6, 7, 8]) {
      for (const stance of ['against', 'favor']) {
        const apart = distance(token(`camp-${camp}`, theme), token(`stance-${stance}`, theme));
        expect(apart, `camp-${camp} and ${stance}`).toBeGreaterThanOrEqual(12);
      }
    }
  });
});

it('the light stance colours are the ones that the project has settled on', () => {
  expect(token('stance-against', 'light').toUpperCase()).toBe('#B35806');
  expect(token('stance-favor', 'light').toUpperCase()).toBe('#542788');
  expect(token('stance-neutral', 'light')).toBe('#767676');
});
