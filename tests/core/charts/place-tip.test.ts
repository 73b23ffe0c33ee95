import { describe, expect, test } from 'vitest';
import { placeTip } from '#lib/core/charts/place-tip';

const mark = (left: number, top = 100) => ({ left, right: left + 12, top, bottom: top + 12 });

describe('placeTip', () => {
  test('stands in the middle above its mark', () => {
    expect(placeTip(mark(294), 600, 200, 300, 150)).toEqual({ left: 300, top: 100, side: 'above' });
  });

  test('goes below where the window has no room above', () => {
    expect(placeTip(mark(294), 600, 200, 50, 150)).toEqual({ left: 300, top: 112, side: 'below' });
    expect(placeTip(mark(294), 600, 200, 51, 150).side).toBe('above');
  });

  test.each([
    [0, 100],
    [588, 500],
  ])('a mark at %i does not push it out of the box', (left, middle) => {
    expect(placeTip(mark(left), 600, 200, 300, 150).left).toBe(middle);
  });

  test('a box that is narrower than the tip gets it in its middle', () => {
    expect(placeTip(mark(0), 180, 288, 300, 150).left).toBe(90);
    expect(placeTip(mark(170), 180, 288, 300, 150).left).toBe(90);
  });
});
