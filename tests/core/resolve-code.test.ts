import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  latestCodings,
  type ResolvableAdjudication,
  type ResolvableCoding,
  type ResolvedCode,
  resolveCode,
} from '#lib/core/resolve-code';

function coding(coderId: string, code: string, more: Partial<ResolvableCoding> = {}): ResolvableCoding {
  return { coderId, code, codebookVersion: 1, round: 1, confidence: null, createdSeq: 1, withdrawn: false, ...more };
}

function adjudication(code: string, more: Partial<ResolvableAdjudication> = {}): ResolvableAdjudication {
  return { code, createdSeq: 10, reopened: false, ...more };
}

const cases: {
  name: string;
  codings: ResolvableCoding[];
  adjudications?: ResolvableAdjudication[];
  expected: ResolvedCode;
}[] = [
  { name: 'no rows', codings: [], expected: { code: 'uncoded', basis: 'uncoded', coders: 0, minConfidence: null } },
  {
    name: 'only a withdrawn coding',
    codings: [coding('a', 'favor', { withdrawn: true })],
    expected: { code: 'uncoded', basis: 'uncoded', coders: 0, minConfidence: null },
  },
  {
    name: 'one coder',
    codings: [coding('a', 'favor', { confidence: 2 })],
    expected: { code: 'favor', basis: 'single', coders: 1, minConfidence: 2 },
  },
  {
    name: 'two coders agree, and the less sure one sets the confidence',
    codings: [coding('a', 'against', { confidence: 3 }), coding('b', 'against', { confidence: 1 })],
    expected: { code: 'against', basis: 'agreed', coders: 2, minConfidence: 1 },
  },
  {
    name: 'a coder who did not say how sure leaves the other one to set it',
    codings: [coding('a', 'against'), coding('b', 'against', { confidence: 3 })],
    expected: { code: 'against', basis: 'agreed', coders: 2, minConfidence: 3 },
  },
  {
    name: 'two against one is a dispute, not a majority',
    codings: [coding('a', 'against'), coding('b', 'against'), coding('c', 'favor')],
    expected: { code: 'disputed', basis: 'disputed', coders: 3, minConfidence: null },
  },
  {
    name: 'a coder who changed their mind counts once, with the later code',
    codings: [coding('a', 'favor', { createdSeq: 1 }), coding('a', 'against', { createdSeq: 2 }), coding('b', 'against')],
    expected: { code: 'against', basis: 'agreed', coders: 2, minConfidence: null },
  },
  {
    name: 'a later round beats a later row of an earlier round',
    codings: [coding('a', 'favor', { round: 2, createdSeq: 1 }), coding('a', 'against', { round: 1, createdSeq: 9 })],
    expected: { code: 'favor', basis: 'single', coders: 1, minConfidence: null },
  },
  {
    name: 'a later codebook version beats a later round',
    codings: [coding('a', 'favor', { codebookVersion: 2, round: 1 }), coding('a', 'against', { codebookVersion: 1, round: 5 })],
    expected: { code: 'favor', basis: 'single', coders: 1, minConfidence: null },
  },
  {
    name: 'withdrawing the latest coding brings the one before back',
    codings: [coding('a', 'favor', { createdSeq: 1 }), coding('a', 'against', { createdSeq: 2, withdrawn: true })],
    expected: { code: 'favor', basis: 'single', coders: 1, minConfidence: null },
  },
  {
    name: 'an adjudication ends a dispute and rests on no coding',
    codings: [coding('a', 'favor', { confidence: 1 }), coding('b', 'against')],
    adjudications: [adjudication('ambivalent')],
    expected: { code: 'ambivalent', basis: 'adjudicated', coders: 2, minConfidence: null },
  },
  {
    name: 'the latest adjudication counts',
    codings: [coding('a', 'favor'), coding('b', 'against')],
    adjudications: [adjudication('favor', { createdSeq: 12 }), adjudication('against', { createdSeq: 11 })],
    expected: { code: 'favor', basis: 'adjudicated', coders: 2, minConfidence: null },
  },
  {
    name: 'a reopened adjudication opens the dispute again',
    codings: [coding('a', 'favor'), coding('b', 'against')],
    adjudications: [adjudication('favor', { reopened: true })],
    expected: { code: 'disputed', basis: 'disputed', coders: 2, minConfidence: null },
  },
  {
    name: 'an adjudication stands even when every coding is withdrawn',
    codings: [coding('a', 'favor', { withdrawn: true })],
    adjudications: [adjudication('against')],
    expected: { code: 'against', basis: 'adjudicated', coders: 0, minConfidence: null },
  },
];

describe('resolveCode', () => {
  test.each(cases)('$name', ({ codings, adjudications = [], expected }) => {
    expect(resolveCode({ codings, adjudications })).toEqual(expected);
  });

  const codingRow = fc.record({
    coderId: fc.constantFrom('a', 'b', 'c'),
    code: fc.constantFrom('favor', 'against', 'none'),
    codebookVersion: fc.integer({ min: 1, max: 2 }),
    round: fc.integer({ min: 1, max: 2 }),
    confidence: fc.constantFrom<(1 | 2 | 3 | null)[]>(1, 2, 3, null),
    // Few values on purpose: ties in the sequence must not let the order of the rows through.
    createdSeq: fc.integer({ min: 1, max: 3 }),
    withdrawn: fc.boolean(),
  });
  const adjudicationRow = fc.record({
    code: fc.constantFrom('favor', 'against'),
    createdSeq: fc.integer({ min: 1, max: 3 }),
    reopened: fc.boolean(),
  });

  test('depends on the rows, never on their order', () => {
    const shuffledTwice = fc
      .tuple(fc.array(codingRow, { maxLength: 8 }), fc.array(adjudicationRow, { maxLength: 3 }))
      .chain(([codings, adjudications]) =>
        fc.record({
          codings: fc.constant(codings),
          adjudications: fc.constant(adjudications),
          otherCodings: fc.shuffledSubarray(codings, { minLength: codings.length, maxLength: codings.length }),
          otherAdjudications: fc.shuffledSubarray(adjudications, {
            minLength: adjudications.length,
            maxLength: adjudications.length,
          }),
        }),
      );
    fc.assert(
      fc.property(shuffledTwice, ({ codings, adjudications, otherCodings, otherAdjudications }) => {
        expect(resolveCode({ codings: otherCodings, adjudications: otherAdjudications })).toEqual(
          resolveCode({ codings, adjudications }),
        );
      }),
    );
  });

  test('rows that tie in everything else are told apart by what they say', () => {
    const codings = [coding('a', 'favor'), coding('a', 'against')];
    const adjudications = [adjudication('favor'), adjudication('none')];
    for (const rows of [codings, codings.toReversed()]) {
      expect(resolveCode({ codings: rows, adjudications: [] }).code).toBe('favor');
    }
    for (const rows of [adjudications, adjudications.toReversed()]) {
      expect(resolveCode({ codings, adjudications: rows }).code).toBe('none');
    }
    const confidences = [coding('a', 'favor', { confidence: 1 }), coding('a', 'favor', { confidence: 3 })];
    for (const rows of [confidences, confidences.toReversed()]) {
      expect(resolveCode({ codings: rows, adjudications: [] }).minConfidence).toBe(3);
    }
  });

  test('a withdrawn coding changes nothing', () => {
    fc.assert(
      fc.property(fc.array(codingRow, { maxLength: 6 }), codingRow, (codings, extra) => {
        expect(resolveCode({ codings: [...codings, { ...extra, withdrawn: true }], adjudications: [] })).toEqual(
          resolveCode({ codings, adjudications: [] }),
        );
      }),
    );
  });
});

describe('latestCodings', () => {
  test('keeps one row a coder, by coder id', () => {
    const rows = [coding('b', 'x', { createdSeq: 4 }), coding('a', 'x', { createdSeq: 2 }), coding('b', 'y', { createdSeq: 5 })];
    expect(latestCodings(rows).map((row) => [row.coderId, row.code])).toEqual([
      ['a', 'x'],
      ['b', 'y'],
    ]);
  });
});
