import { describe, expect, test } from 'vitest';
import { compareCamps, groupByCamp, summariseSentiment } from '#lib/core/comparison/compare-camps';
import { comparisonSchema } from '#lib/core/comparison/comparison-schema';
import { countPartedWays } from '#lib/core/comparison/parts-ways';
import { CAMPS, makeCamp, makeStatement, scored, THREE_SIZES } from '../charts/chart-fixtures';

const compare = (statements = THREE_SIZES, includeContext = false) => compareCamps({ statements, camps: CAMPS, includeContext });

describe('compareCamps', () => {
  test('counts every resolved stance, zeros included, in one order', () => {
    const [alpha] = compare().camps;
    expect(alpha?.stances.map(({ stance, count }) => [stance, count])).toEqual([
      ['favor', 0],
      ['against', 9],
      ['ambivalent', 1],
      ['none', 2],
      ['cannot_code', 0],
      ['disputed', 0],
      ['uncoded', 0],
    ]);
  });

  test("gives Wilson's interval from 5 statements on (5 of 8: .306 to .863)", () => {
    const [alpha] = compare(makeCamp('alpha', { against: 5, favor: 3 })).camps;
    const against = alpha?.stances.find(({ stance }) => stance === 'against')?.share;
    expect(against?.share).toBe(0.625);
    expect(against?.low).toBeCloseTo(0.306, 3);
    expect(against?.high).toBeCloseTo(0.863, 3);
  });

  test.each([
    [0, 'empty', false],
    [1, 'too_few', false],
    [4, 'too_few', false],
    [5, 'small', true],
    [9, 'small', true],
    [10, 'enough', true],
  ])('n = %i is %s', (n, size, hasShare) => {
    const [alpha] = compare(makeCamp('alpha', { against: n })).camps;
    expect(alpha?.sampleSize).toBe(size);
    expect(alpha?.stances.every(({ share }) => (share !== null) === hasShare)).toBe(true);
  });

  test('keeps none, cannot_code, disputed and uncoded in the denominator', () => {
    const [alpha] = compare(makeCamp('alpha', { against: 2, none: 2, cannot_code: 2, disputed: 2, uncoded: 2 })).camps;
    expect(alpha?.n).toBe(10);
    expect(alpha?.stances.find(({ stance }) => stance === 'against')?.share?.share).toBe(0.2);
    expect(alpha?.disputed).toBe(2);
  });

  test('leaves duplicates out of n and counts them beside it', () => {
    const { camps, totals } = compare([
      ...makeCamp('alpha', { against: 3 }),
      ...makeCamp('alpha', { favor: 2 }, () => ({ isDuplicate: true })),
    ]);
    expect(camps[0]).toMatchObject({ n: 3, duplicatesLeftOut: 2 });
    expect(totals).toMatchObject({ statements: 5, compared: 3, duplicatesLeftOut: 2 });
  });

  test('leaves context camps out unless asked, and says how many statements that were', () => {
    const statements = [...makeCamp('alpha', { against: 3 }), ...makeCamp('officials', { favor: 4 })];
    expect(compare(statements).camps.map(({ camp }) => camp)).toEqual(['alpha', 'beta', 'gamma']);
    expect(compare(statements).totals).toMatchObject({ compared: 3, contextLeftOut: 4 });
    expect(compare(statements, true).camps.map(({ camp }) => camp)).toEqual(['alpha', 'beta', 'gamma', 'officials']);
    expect(compare(statements, true).totals).toMatchObject({ compared: 7, contextLeftOut: 0 });
  });

  test('every statement is in one camp or in one count', () => {
    const statements = [
      ...THREE_SIZES,
      makeStatement({ id: 'd', camp: 'disputed' }),
      makeStatement({ id: 'u', camp: 'uncoded' }),
      makeStatement({ id: 'x', camp: 'removed-camp' }),
      makeStatement({ id: 'o', camp: 'officials' }),
      makeStatement({ id: 'r', camp: 'beta', isDuplicate: true }),
    ];
    const { totals } = compare(statements);
    expect(totals).toMatchObject({ campDisputed: 1, campUncoded: 2, contextLeftOut: 1, duplicatesLeftOut: 1 });
    expect(totals.compared + totals.campDisputed + totals.campUncoded + totals.contextLeftOut + totals.duplicatesLeftOut).toBe(
      statements.length,
    );
  });

  test("camps come in the event's order, whatever the order of the rows", () => {
    const camps = [...CAMPS].reverse();
    const grouped = groupByCamp({ statements: THREE_SIZES, camps, includeContext: true });
    expect(grouped.camps.map(({ camp }) => camp.slug)).toEqual(['alpha', 'beta', 'gamma', 'officials']);
  });

  test('its answer is what the schema of the JSON door promises', () => {
    const statements = makeCamp('alpha', { against: 6 }, (index) => scored(-0.1 * index));
    const answer = compare(statements);
    expect(comparisonSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
  });

  test('no statements: every camp is there with n = 0', () => {
    expect(compare([]).camps.map(({ n, sampleSize }) => [n, sampleSize])).toEqual([
      [0, 'empty'],
      [0, 'empty'],
      [0, 'empty'],
    ]);
  });
});

describe('summariseSentiment', () => {
  const withScores = (scores: readonly (number | null)[]) =>
    scores.map((score, index) => makeStatement({ id: `s${index}`, ...(score === null ? {} : scored(score)) }));

  test('mean, median and t interval of five scores', () => {
    // Mean -0.3, s = 0.158114, t(.975, 4) = 2.776445: reach 0.196324.
    const summary = summariseSentiment(withScores([-0.5, -0.4, -0.3, -0.2, -0.1, null]));
    expect(summary).toMatchObject({ scored: 5, notScored: 1, mean: -0.3, median: -0.3, noIntervalReason: null });
    expect(summary.interval).toEqual({ low: -0.496, high: -0.104 });
  });

  test.each([
    ['nothing_scored', [null, null]],
    ['too_few', [-0.5, 0.2, 0.1, 0.4]],
  ])('%s: no mean, no interval, no median', (reason, scores) => {
    expect(summariseSentiment(withScores(scores))).toMatchObject({
      mean: null,
      interval: null,
      median: null,
      noIntervalReason: reason,
    });
  });

  test('scores that are all alike have a mean and no interval', () => {
    expect(summariseSentiment(withScores([0.2, 0.2, 0.2, 0.2, 0.2]))).toMatchObject({
      mean: 0.2,
      interval: null,
      noIntervalReason: 'no_spread',
    });
  });

  test('unsure scores stay in the mean and are counted', () => {
    const statements = withScores([-0.5, -0.4, -0.3, -0.2, -0.1]).map((each, index) => ({ ...each, unsure: index < 2 }));
    expect(summariseSentiment(statements)).toMatchObject({ mean: -0.3, unsure: 2 });
  });

  test('a mean that rounds to nothing is 0 and not −0', () => {
    const summary = summariseSentiment(withScores([-0.001, 0.001, -0.001, 0.001, -0.001]));
    expect(Object.is(summary.mean, 0)).toBe(true);
  });
});

describe('countPartedWays', () => {
  const make = (stance: 'against' | 'favor' | 'none', score: number | null) =>
    makeStatement({ stance, ...(score === null ? {} : scored(score)) });

  test('counts against in positive words and in favour in negative words', () => {
    const statements = [make('against', 0.4), make('against', -0.4), make('favor', -0.3), make('favor', 0), make('none', 0.9)];
    expect(countPartedWays([...statements, make('against', null)])).toEqual({
      n: 4,
      againstPositive: 1,
      favorNegative: 1,
      worthNote: true,
    });
  });

  test('exactly a quarter is not more than a quarter', () => {
    const one = [make('against', 0.4), make('against', -0.4), make('against', -0.4), make('against', -0.4)];
    expect(countPartedWays(one).worthNote).toBe(false);
  });
});
