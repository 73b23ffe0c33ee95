import { describe, expect, it } from 'vitest';
import {
  accuracyOf,
  bootstrapInterval,
  calibrationErrorOf,
  type Judged,
  macroF1Of,
  macroRecallOf,
  pearsonOf,
} from '#lib/nlp/train/measure';

/** Six texts: 3 negative (2 found), 2 neutral (1 found), 1 positive (found). */
const ROWS: readonly Judged[] = [
  { gold: 'negative', said: 'negative' },
  { gold: 'negative', said: 'negative' },
  { gold: 'negative', said: 'neutral' },
  { gold: 'neutral', said: 'neutral' },
  { gold: 'neutral', said: 'positive' },
  { gold: 'positive', said: 'positive' },
];

describe('measures', () => {
  it('counts by hand', () => {
    expect(accuracyOf(ROWS)).toBeCloseTo(4 / 6, 12);
    expect(macroRecallOf(ROWS)).toBeCloseTo((2 / 3 + 1 / 2 + 1) / 3, 12);
    // F1: negative 2*2/(3+2), neutral 2*1/(2+2), positive 2*1/(1+2).
    expect(macroF1Of(ROWS)).toBeCloseTo((4 / 5 + 1 / 2 + 2 / 3) / 3, 12);
    expect(pearsonOf([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
    expect(pearsonOf([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    expect(pearsonOf([1, 1, 1], [3, 2, 1])).toBe(0);
  });

  it('leaves labels out that the gold side lacks', () => {
    expect(macroRecallOf(ROWS.slice(0, 3))).toBeCloseTo(2 / 3, 12);
    expect(macroRecallOf([])).toBe(0);
  });

  it('weighs the distance of confidence and share right by bin', () => {
    // Two texts at .9, one right: |1.8 - 1| / 4; two at .5, both right: |1 - 2| / 4.
    const rows = [
      { confidence: 0.9, right: true },
      { confidence: 0.9, right: false },
      { confidence: 0.5, right: true },
      { confidence: 0.5, right: true },
    ];
    expect(calibrationErrorOf(rows)).toBeCloseTo((0.8 + 1) / 4, 12);
  });

  it('gives an interval around the figure, the same for the same seed', () => {
    const first = bootstrapInterval(ROWS, accuracyOf, 500, 3);
    expect(first.low).toBeLessThan(4 / 6);
    expect(first.high).toBeGreaterThan(4 / 6);
    expect(bootstrapInterval(ROWS, accuracyOf, 500, 3)).toEqual(first);
  });
});
