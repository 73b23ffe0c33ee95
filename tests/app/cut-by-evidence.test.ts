import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenEvidence } from '#lib/core/score';
import { cutByEvidence } from '../../app/_components/cut-by-evidence';

function token(start: number, end: number, contribution: number, marks: TokenEvidence['marks'] = []): TokenEvidence {
  return { start, end, text: '', contribution, known: true, marks };
}

describe('cutByEvidence', () => {
  it('marks what moved the score, by side, and leaves the rest plain', () => {
    const text = 'not a great day';
    const pieces = cutByEvidence(text, [token(6, 11, 0.3), token(0, 3, 0, ['negator']), token(12, 15, 0), token(4, 5, -0.1)]);
    expect(pieces).toEqual([
      { start: 0, text: 'not', side: 'none' },
      { start: 3, text: ' ', side: null },
      { start: 4, text: 'a', side: 'negative' },
      { start: 5, text: ' ', side: null },
      { start: 6, text: 'great', side: 'positive' },
      { start: 11, text: ' day', side: null },
    ]);
  });

  it('takes the longer of two that begin together and skips what overlaps it', () => {
    expect(
      cutByEvidence('lack of justice', [token(0, 4, -1), token(0, 7, -2), token(5, 7, 1)]).map((piece) => piece.text),
    ).toEqual(['lack of', ' justice']);
  });

  it('gives the text back whole, whatever the offsets', () => {
    const tokens = fc.array(
      fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }), fc.double({ noNaN: true })),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), tokens, (text, cuts) => {
        const pieces = cutByEvidence(
          text,
          cuts.map(([start, end, contribution]) => token(start, end, contribution)),
        );
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});
