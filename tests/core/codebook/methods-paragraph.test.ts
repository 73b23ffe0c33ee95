import { expect, test } from 'vitest';
import { methodsFacts } from '#lib/core/codebook/methods-paragraph';

test('counts coders, units and how differences were resolved', () => {
  const mark = { band: 'low', alpha: 0.52, ci: [0.31, 0.7], units: 2, coders: 2, reason: null } as const;
  const facts = methodsFacts({
    codebookVersion: 3,
    asOf: '2025-09-01',
    statements: 5,
    bootstrap: { draws: 2000, seed: 1, confidence: 0.95 },
    variables: [
      {
        key: 'stance',
        level: 'nominal',
        mark,
        sharedUnits: { kind: 'random', share: 0.4, seed: 7 },
        codersByStatement: [['A', 'B'], ['A', 'B', 'A'], ['A'], [], ['A', 'A']],
        bases: ['agreed', 'adjudicated', 'single', 'uncoded', 'single'],
        adjudications: ['discussion'],
      },
      {
        key: 'camp',
        level: 'nominal',
        mark,
        sharedUnits: { kind: 'as_they_came' },
        codersByStatement: [['C']],
        bases: ['disputed'],
        adjudications: [],
      },
    ],
  });
  expect(facts).toEqual({
    codebookVersion: 3,
    asOf: '2025-09-01',
    statements: 5,
    coders: 3,
    bootstrap: { draws: 2000, seed: 1, confidence: 0.95 },
    variables: [
      {
        key: 'stance',
        level: 'nominal',
        mark,
        sharedUnits: { kind: 'random', share: 0.4, seed: 7 },
        coders: 2,
        coded: 4,
        codedByTwoOrMore: 2,
        resolved: { adjudicated: 1, agreed: 1, single: 2, disputed: 0, uncoded: 1 },
        adjudicated: { unanimous: 0, majority: 0, discussion: 1, expert: 0 },
      },
      {
        key: 'camp',
        level: 'nominal',
        mark,
        sharedUnits: { kind: 'as_they_came' },
        coders: 1,
        coded: 1,
        codedByTwoOrMore: 0,
        resolved: { adjudicated: 0, agreed: 0, single: 0, disputed: 1, uncoded: 0 },
        adjudicated: { unanimous: 0, majority: 0, discussion: 0, expert: 0 },
      },
    ],
  });
});
