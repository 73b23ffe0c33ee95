import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEAD_ZONE, labelProbabilities, readProbabilities } from '#lib/core/read-probabilities';

describe('labelProbabilities', () => {
  test('is a softmax over (-raw / 2, neutral, raw / 2) at a temperature', () => {
    // exp(1), exp(0), exp(-1): 2.71828, 1, 0.36788; their sum is 4.08616.
    const { negative, neutral, positive } = labelProbabilities(2, 0, 1);
    expect(positive).toBeCloseTo(0.66524, 5);
    expect(neutral).toBeCloseTo(0.24473, 5);
    expect(negative).toBeCloseTo(0.09003, 5);
    // A temperature of 2 halves every value: exp(.5), exp(0), exp(-.5).
    expect(labelProbabilities(2, 0, 2).positive).toBeCloseTo(0.50648, 5);
  });

  test('stays finite for values that overflow an exponential', () => {
    expect(labelProbabilities(1e6, -1e6, 0.5)).toEqual({ negative: 0, neutral: 0, positive: 1 });
  });
});

describe('readProbabilities', () => {
  test.each([
    // negative, neutral, positive, score, label
    [0.7, 0.2, 0.1, -0.6, 'negative'],
    [0.1, 0.2, 0.7, 0.6, 'positive'],
    [0.4, 0.5, 0.1, -0.3, 'neutral'],
    // At the edge of the dead zone: 0.005, which prints as 0.01, is outside; what prints as 0.00 is inside.
    [0.4425, 0.11, 0.4475, 0.005, 'positive'],
    [0.443, 0.11, 0.447, 0.004, 'neutral'],
    [0.447, 0.11, 0.443, -0.004, 'neutral'],
    [0.4474, 0.11, 0.4426, -0.005, 'negative'],
    [0.45, 0.1, 0.45, 0, 'neutral'],
    // A tie with neutral is neutral.
    [0.1, 0.45, 0.45, 0.35, 'neutral'],
  ])('%d, %d, %d is %d %s', (negative, neutral, positive, score, label) => {
    const read = readProbabilities({ negative, neutral, positive });
    expect([read.score, read.label]).toEqual([score, label]);
    expect(read.confidence).toBe({ negative, neutral, positive }[read.label]);
  });

  test('a label never points the other way than its score, and 0 has no sign', () => {
    const values = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(values, values, fc.double({ min: 0.1, max: 3, noNaN: true }), (raw, neutral, temperature) => {
        const { score, label, confidence } = readProbabilities(labelProbabilities(raw, neutral, temperature));
        expect(Object.is(score, -0)).toBe(false);
        expect(confidence).toBeGreaterThanOrEqual(0);
        if (Math.abs(score) < DEAD_ZONE) expect(label).toBe('neutral');
        if (label !== 'neutral') expect(label).toBe(score > 0 ? 'positive' : 'negative');
      }),
    );
  });
});
