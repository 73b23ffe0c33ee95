import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dodge } from '#lib/core/charts/dodge';

describe('dodge', () => {
  test('dots that do not meet stay in the lowest lane', () => {
    expect(dodge([0, 10, 20], 10)).toEqual([0, 0, 0]);
  });

  test('dots that meet go up, and come down where there is room again', () => {
    expect(dodge([0, 4, 8, 12], 10)).toEqual([0, 1, 2, 0]);
  });

  test('no two dots of a lane are nearer than the spacing', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { maxLength: 80 }), (values) => {
        const positions = [...values].sort((a, b) => a - b);
        const lanes = dodge(positions, 13);
        for (const lane of new Set(lanes)) {
          const own = positions.filter((_, index) => lanes[index] === lane);
          for (const [index, position] of own.entries()) {
            const before = own[index - 1];
            if (before !== undefined) expect(position - before).toBeGreaterThanOrEqual(12.99);
          }
        }
      }),
    );
  });
});
