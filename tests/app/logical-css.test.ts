import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../app/styles/', import.meta.url);
const PHYSICAL =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-(?:margin|padding))-(?:left|right|top|bottom)|(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height))\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)/m;

it('recognises a physical property', () => {
  expect(PHYSICAL.test('a {\n  margin-left: 1px;\n}')).toBe(true);
  expect(PHYSICAL.test('a { text-align: right; }')).toBe(true);
  expect(PHYSICAL.test('a {\n  margin-inline-start: 1px;\n}')).toBe(false);
  expect(PHYSICAL.test('@media (width < 60rem) {}')).toBe(false);
});

it.each(readdirSync(folder).filter((name) => name.endsWith('.css')))(
  '%s mirrors itself for Arabic: logical properties only',
  (name) => {
    const css = readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    expect(PHYSICAL.exec(css)?.[0] ?? null).toBeNull();
  },
);
