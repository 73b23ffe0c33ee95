import { describe, expect, it } from 'vitest';
import { composePhrases } from '#lib/nlp/train/arabic/composed-phrases';
import { keyOf } from '#lib/nlp/train/arabic/read-tweets';
import { FAILURE_CASES } from '../../arabic/failure-cases';

describe('composed phrases', () => {
  it('hold no case of the failure tables', () => {
    const cases = new Set(
      Object.values(FAILURE_CASES)
        .flat()
        .map(({ text }) => keyOf(text)),
    );
    expect(composePhrases().filter(({ text }) => cases.has(keyOf(text)))).toEqual([]);
  });

  it('say one thing of one phrase', () => {
    const labels = new Map<string, number>();
    for (const { text, label } of composePhrases()) {
      expect(labels.get(text) ?? label).toBe(label);
      labels.set(text, label);
    }
    expect(labels.size).toBeGreaterThan(400);
  });
});
