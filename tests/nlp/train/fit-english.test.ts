import { describe, expect, it } from 'vitest';
import { extractFeatures } from '#lib/nlp/english/extract-features';
import { hashText } from '#lib/nlp/english/hash-text';
import { type Prior, readPrior } from '#lib/nlp/train/english-prior';
import {
  balanceClasses,
  buildRows,
  chooseFeatures,
  keepWorthiest,
  PRIOR_AT,
  WORD_FACTOR,
  withPrior,
} from '#lib/nlp/train/fit-english';
import { readEnglish } from '#lib/nlp/wink-pipeline';

const none = (): number => 0;
const read = (text: string) => extractFeatures(readEnglish(text), none, none);
const GRAVE = hashText('grave', hashText('word:'));

/** A prior that knows the word "grave" alone. */
const prior: Prior = { hashes: Uint32Array.of(GRAVE), of: (hash) => (hash === GRAVE ? [-2, 0.5] : undefined) };

describe('what the fits share', () => {
  it('has every class of a group weigh the same, and groups by their weight', () => {
    const labels = ['negative', 'negative', 'negative', 'neutral', 'positive', 'positive'] as const;
    const texts = labels.map((label) => ({ text: '', label, group: 0 }));
    // Six texts in three classes: two texts' weight a class, halved by the weight of the group.
    expect([...balanceClasses(texts, [{ name: 'a', weight: 0.5 }])].map((weight) => Number(weight.toFixed(4)))).toEqual([
      0.3333, 0.3333, 0.3333, 1, 0.5, 0.5,
    ]);
  });

  it('keeps a feature that the prior knows, and others from three texts on', () => {
    const texts = ['calm', 'calm', 'calm', 'rare'].map(read);
    const ids = chooseFeatures(texts, prior);
    expect(ids.has(GRAVE)).toBe(true);
    expect(ids.has(hashText('calm', hashText('word:')))).toBe(true);
    expect(ids.has(hashText('rare', hashText('word:')))).toBe(false);
  });

  it('sums what the prior says of the features of a text, each once', () => {
    const features = read('grave grave');
    const ids = chooseFeatures([features], prior);
    const rows = buildRows([features], ids, prior);
    const value = (column: number): number => rows.values[[...rows.columns].indexOf(column)] ?? 0;
    const unit = WORD_FACTOR * features.wordScale;
    expect(value(ids.get(GRAVE) ?? -1)).toBeCloseTo(unit, 6);
    expect(value(PRIOR_AT)).toBeCloseTo(-2 * unit, 6);
    expect(value(PRIOR_AT + 1)).toBeCloseTo(0.5 * unit, 6);
  });

  it('puts the prior into the weight of the feature', () => {
    // 0.1 + (-2)(0.6) + 0.5 (0.2) = -1; -0.3 + (-2)(0) + 0.5 (0.4) = -0.1
    const [polar, neutral] = withPrior(
      [0.1, -0.3],
      [-2, 0.5],
      [
        [0.6, 0],
        [0.2, 0.4],
      ],
    );
    expect(polar).toBeCloseTo(-1, 12);
    expect(neutral).toBeCloseTo(-0.1, 12);
  });

  it('keeps the features of most worth, by ascending hash', () => {
    const weighed = [
      { hash: 9, pair: [2, -1] as const, worth: 3 },
      { hash: 4, pair: [5, 5] as const, worth: 1 },
      { hash: 2, pair: [-0.5, 4] as const, worth: 2 },
    ];
    expect(keepWorthiest(weighed, 2).map(({ hash }) => hash)).toEqual([2, 9]);
  });
});

describe('the prior that is in the repository', () => {
  it('knows ascending features with weights that are numbers', () => {
    const { hashes, of } = readPrior();
    expect(hashes.length).toBeGreaterThan(10_000);
    hashes.forEach((hash, index) => {
      if (index > 0 && hash <= (hashes[index - 1] ?? 0)) throw new Error(`feature ${index} is not above the one before`);
      if (!of(hash)?.every(Number.isFinite)) throw new Error(`feature ${index} has no weight`);
    });
    const [terrible = 0] = of(hashText('terrible', hashText('word:'))) ?? [];
    const [wonderful = 0] = of(hashText('wonderful', hashText('word:'))) ?? [];
    expect(terrible).toBeLessThan(0);
    expect(wonderful).toBeGreaterThan(0);
  });
});
