import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { comparisonAnswerSchema } from '#lib/core/comparison/comparison-schema';
import { FACETS } from '#lib/core/filter/statement-filter';
import { parseStatement } from '#lib/core/statement/statement-input';
import { wilsonInterval } from '#lib/core/statistics/wilson-interval';

const page = readFileSync('docs/api.md', 'utf8');

/** The JSON examples of the page, in order. */
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => JSON.parse(match[1] ?? ''));

/** Addresses and methods of the doors: `[slug]` of the folder is `<slug>` of the page. */
function doors(): string[] {
  return readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('route.ts') && !path.includes('[...'))
    .flatMap((path) => {
      const address = `/api/${path.replaceAll('\\', '/').replace(/\/route\.ts$/, '')}`.replace(/\[(\w+)\]/g, '<$1>');
      const source = readFileSync(join('app', 'api', path), 'utf8');
      return [...source.matchAll(/^export async function ([A-Z]+)\(/gm)].map((match) => `${match[1]} ${address}`);
    });
}

test('the page lists every door with its methods, and no other', () => {
  const listed = [...page.matchAll(/^\| `([A-Z]+ \/api\/[^`]+)`/gm)].map((match) => match[1] ?? '');
  expect(listed.sort()).toEqual(doors().sort());
});

test('the comparison on the page has the shape that the door answers, and its bounds are those of its counts', () => {
  const { camps } = comparisonAnswerSchema.parse(examples[0]);
  for (const { n, stances } of camps) {
    for (const { count, share } of stances) {
      const interval = wilsonInterval(count, n);
      expect(share?.share).toBe(count / n);
      expect(share?.low).toBeCloseTo(interval?.low ?? Number.NaN, 4);
      expect(share?.high).toBeCloseTo(interval?.high ?? Number.NaN, 4);
    }
  }
});

test('the statement on the page is one that the door takes', () => {
  expect(parseStatement(examples[1], { today: '2026-01-15', camps: ['victims_families'] })).toMatchObject({ ok: true });
});

test('the page names every parameter of a filter', () => {
  const filter = page.slice(page.indexOf('**Filter.**'), page.indexOf('## Comparison'));
  for (const facet of FACETS.filter((name) => !['sort', 'after', 'limit'].includes(name)))
    expect(filter).toContain(`\`${facet}\``);
});
