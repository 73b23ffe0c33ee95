import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scoreText } from '#lib/nlp/score-text';

interface LabelledCase {
  readonly text: string;
  readonly label: string;
}

function read(kind: string): readonly LabelledCase[] {
  return JSON.parse(readFileSync(join(process.cwd(), 'tests', 'nlp', 'failure-kinds', `${kind}.json`), 'utf8'));
}

/** Cases of a kind that the scorer must get right at least; what it got right with the weights that ship, less one. */
const FLOORS = [
  ['names', 37],
  ['negation', 42],
  ['double-negation', 36],
  ['shifters', 41],
  ['conditionals', 33],
  ['comparisons', 31],
  ['scare-quotes', 31],
  ['hashtags', 35],
  ['emoji', 35],
  ['plain-reporting', 42],
  ['sarcasm-and-implicit', 5],
  ['unseen', 66],
] as const;

describe('kinds of wording that word lists get wrong', () => {
  it.each(FLOORS)('%s: at least %i right', (kind, floor) => {
    const cases = read(kind);
    expect(cases.length).toBeGreaterThanOrEqual(20);
    const right = cases.filter((row) => (scoreText(row.text, 'en', { explain: false }).label ?? 'neutral') === row.label);
    expect(right.length).toBeGreaterThanOrEqual(floor);
  });
});
