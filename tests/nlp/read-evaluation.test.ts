import { describe, expect, it } from 'vitest';
import { readEvaluation } from '#lib/nlp/read-evaluation';

describe('readEvaluation', () => {
  it('reads the figures that ship, ours first on every set', () => {
    const { sets, kinds } = readEvaluation();
    expect(sets.length).toBeGreaterThan(0);
    for (const set of sets) expect(set.scorers[0]?.scorer).toMatch(/^stanceboard-/);
    for (const kind of kinds) expect(kind.ours).toBeLessThanOrEqual(kind.n);
  });

  it('is ahead of every other scorer on every English set, but for VADER on its own tweets', () => {
    for (const { title, scorers } of readEvaluation().sets) {
      const [ours, ...others] = scorers;
      for (const other of others) {
        if (title === 'VADER tweets' && other.scorer === 'vader-sentiment') continue;
        expect(ours?.macroRecall.value, `${title}: ${other.scorer}`).toBeGreaterThan(other.macroRecall.value);
      }
    }
  });

  it('throws on a folder without figures', () => {
    expect(() => readEvaluation('/nonexistent')).toThrow('ENOENT');
  });
});
