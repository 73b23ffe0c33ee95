import { describe, expect, test } from 'vitest';
import { machineAgreement, type ScoredAndCoded } from '#lib/core/reliability/machine-agreement';
import type { SentimentLabel } from '#lib/core/score';

function row(
  statementId: string,
  score: number | null,
  label: SentimentLabel | null,
  human: number | null,
  more: Partial<ScoredAndCoded> = {},
) {
  return { statementId, scorer: 'stanceboard-en', version: '1', language: 'en', score, label, human, humanMax: 2, ...more };
}

const rows: ScoredAndCoded[] = [
  row('s1', -0.8, 'negative', -2),
  row('s2', -0.4, 'negative', -1),
  row('s3', 0.9, 'positive', -2),
  row('s4', 0, 'neutral', 0),
  row('s5', 0.5, 'positive', 1),
  row('s6', 0.2, 'positive', 0),
  row('s7', null, null, 1),
  row('s8', 0.3, 'positive', null),
  row('s9', 0.1, 'positive', 2, { language: 'ar', scorer: 'stanceboard-ar' }),
];

describe('machineAgreement', () => {
  const [arabic, english] = machineAgreement(rows);

  test('one answer a scorer, version and language', () => {
    expect(machineAgreement(rows).map(({ scorer, language }) => [scorer, language])).toEqual([
      ['stanceboard-ar', 'ar'],
      ['stanceboard-en', 'en'],
    ]);
    expect(machineAgreement([])).toEqual([]);
  });

  test('kappa of the three labels, over what both have', () => {
    // People 3 negative, 2 neutral, 1 positive; machine 2, 1, 3: chance (6 + 2 + 3) / 36; 4 of 6 agree.
    expect(english?.kappa.n).toBe(6);
    expect(english?.kappa.kappa).toBeCloseTo((4 / 6 - 11 / 36) / (1 - 11 / 36), 12);
    expect(english?.agreement).toMatchObject({ agreed: 4, n: 6 });
    expect(english?.codedWithoutScore).toBe(1);
    expect(english?.disputed).toBe(1);
  });

  test('rows of the table are people', () => {
    expect(english?.confusion.codes).toEqual(['negative', 'neutral', 'positive']);
    expect(english?.confusion.rows.map((cells) => cells.map(({ count }) => count))).toEqual([
      [2, 0, 1],
      [0, 1, 1],
      [0, 0, 1],
    ]);
    expect(english?.confusion.rows[0]?.[2]?.units).toEqual(['s3']);
  });

  test('the farthest apart come first, and agreement in label is no disagreement', () => {
    expect(english?.largestDisagreements).toEqual([
      { statementId: 's3', score: 0.9, label: 'positive', human: -2, distance: 1.9 },
      { statementId: 's6', score: 0.2, label: 'positive', human: 0, distance: 0.2 },
    ]);
    expect(machineAgreement(rows, { listed: 1 })[1]?.largestDisagreements).toHaveLength(1);
  });

  test('one text is too little for kappa, and it says so', () => {
    expect(arabic?.kappa).toMatchObject({ kappa: null, reason: 'one_category', n: 1 });
  });

  test('a scorer that nobody checked has n = 0', () => {
    expect(machineAgreement([row('s1', 0.4, 'positive', null)])[0]?.kappa).toMatchObject({ n: 0, reason: 'no_shared_unit' });
  });

  test('refuses a sentiment off its scale', () => {
    expect(() => machineAgreement([row('s1', 0.4, 'positive', 3)])).toThrow(RangeError);
  });
});
