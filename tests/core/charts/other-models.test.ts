import { describe, expect, test } from 'vitest';
import type { ChartStatement } from '#lib/core/chart-statement';
import { campDifferences } from '#lib/core/charts/camp-differences';
import { titleSubject } from '#lib/core/charts/chart';
import { dateSpan } from '#lib/core/charts/date-span';
import { shareIntervals } from '#lib/core/charts/share-intervals';
import { slogansByUse } from '#lib/core/charts/slogans-by-use';
import { stanceBySentiment } from '#lib/core/charts/stance-by-sentiment';
import { NO_CAMP_TERMS, termContrast } from '#lib/core/charts/term-contrast';
import { MIN_POINTS_TO_SMOOTH, timeline } from '#lib/core/charts/timeline';
import { CAMPS, makeCamp, makeStatement, scored, THREE_SIZES } from './chart-fixtures';

const input = (statements = THREE_SIZES) => ({ statements, camps: CAMPS, includeContext: false });

describe('stanceBySentiment', () => {
  const statements = [
    ...makeCamp('alpha', { against: 3 }, (index) => scored([-0.5, 0.4, 0][index] ?? 0)),
    ...makeCamp('beta', { favor: 3 }, (index) => (index === 2 ? {} : scored(-0.3))),
    ...makeCamp('gamma', { none: 1 }),
  ];
  const model = stanceBySentiment(input(statements));

  test('counts each stance by label, texts without a score in a column of their own', () => {
    expect(model.rows.map(({ stance, cells }) => [stance, cells.map(({ count }) => count)])).toEqual([
      ['against', [1, 1, 1, 0]],
      ['ambivalent', [0, 0, 0, 0]],
      ['favor', [2, 0, 0, 1]],
      ['none', [0, 0, 0, 1]],
    ]);
    expect(model.columnTotals).toEqual([3, 1, 1, 2]);
  });

  test('marks against in positive words and in favour in negative words', () => {
    const parted = model.rows.flatMap(({ cells }) => cells).filter((cell) => cell.parted);
    expect(parted.map(({ id }) => id)).toEqual(['against:positive', 'favor:negative']);
  });

  test('a cell opens the camps that it pools, not those that are left out', () => {
    expect(model.rows[0]?.cells[0]?.target).toEqual({
      kind: 'statements',
      camps: ['alpha', 'beta', 'gamma'],
      stance: 'against',
      sentiment: 'negative',
    });
  });
});

describe('shareIntervals', () => {
  test('asks for the stance on which the camps are furthest apart', () => {
    // Against: 9/12 and 2/9, .53 apart; in favour: 0/12 and 4/9, .44 apart.
    expect(shareIntervals(input()).stance).toBe('against');
    expect(shareIntervals({ ...input(), stance: 'favor' }).rows.map(({ count }) => count)).toEqual([0, 4, 1]);
  });

  test("gives Wilson's interval (9 of 12: .468 to .911), and only dots under 5", () => {
    const [alpha, , gamma] = shareIntervals(input()).rows;
    expect(alpha?.interval?.low).toBeCloseTo(0.4677, 4);
    expect(alpha?.interval?.high).toBeCloseTo(0.9111, 4);
    expect(gamma?.interval).toBeNull();
    expect(gamma?.dots.map(({ takes }) => takes)).toEqual([true, true, false]);
  });
});

describe('campDifferences', () => {
  test("gives Newcombe's interval (9/12 - 3/10 = .45: .036 to .701)", () => {
    const statements = [...makeCamp('alpha', { against: 9, favor: 3 }), ...makeCamp('beta', { against: 3, favor: 7 })];
    const [row] = campDifferences({ ...input(statements), stance: 'against' }).rows;
    expect(row?.difference).toBeCloseTo(0.45);
    expect(row?.low).toBeCloseTo(0.036, 3);
    expect(row?.high).toBeCloseTo(0.701, 3);
    expect(row?.shareAs).toBe('per_cent');
  });

  test('subtracts the smaller share from the larger, as its finding does', () => {
    const statements = [...makeCamp('alpha', { against: 3, favor: 7 }), ...makeCamp('beta', { against: 9, favor: 3 })];
    const { rows, finding } = campDifferences({ ...input(statements), stance: 'against' });
    expect(rows.map(({ id }) => id)).toEqual(['beta:alpha']);
    expect(rows[0]?.difference).toBeCloseTo(0.45);
    expect(finding).toMatchObject({ more: { slug: 'beta' }, difference: rows[0]?.difference, low: rows[0]?.low });
  });

  test('has no points where a camp has under 10 statements', () => {
    const statements = [...makeCamp('alpha', { against: 8, favor: 1 }), ...makeCamp('beta', { against: 3, favor: 7 })];
    const [row] = campDifferences({ ...input(statements), stance: 'against' }).rows;
    expect(row?.shareAs).toBe('counts');
  });

  test('each pair once, the larger share first; a small camp takes no part and is named', () => {
    const model = campDifferences(input([...THREE_SIZES, ...makeCamp('officials', { favor: 5 })]));
    expect(model.rows.map(({ id }) => id)).toEqual(['alpha:beta']);
    expect(model.tooFew.map(({ slug }) => slug)).toEqual(['gamma']);
    const three = campDifferences(input([...THREE_SIZES, ...makeCamp('gamma', { none: 2 })]));
    expect(three.rows.map(({ id }) => id)).toEqual(['alpha:beta', 'alpha:gamma', 'gamma:beta']);
  });

  test('one camp alone has no difference', () => {
    expect(campDifferences(input(makeCamp('alpha', { against: 9 }))).empty).toBe('one_camp');
  });
});

describe('dateSpan', () => {
  test.each([
    ['2025-07-31', 'day', '2025-07-31', '2025-07-31'],
    ['2025-02', 'month', '2025-02-01', '2025-02-28'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2025-12', 'month', '2025-12-01', '2025-12-31'],
    ['2025', 'year', '2025-01-01', '2025-12-31'],
  ])('%s is a %s', (date, precision, from, to) => {
    const span = dateSpan(date);
    expect(span?.precision).toBe(precision);
    expect([span?.from, span?.to].map((time) => new Date(time ?? 0).toISOString().slice(0, 10))).toEqual([from, to]);
  });

  test.each(['2025-02-30', '2025-13', '2025-00', '31/07/2025', '', '2025-7-1'])('%j is no date', (date) => {
    expect(dateSpan(date)).toBeNull();
  });
});

describe('timeline', () => {
  const onDays = (camp: string, days: readonly (string | null)[]) =>
    days.map((saidOn, index) => makeStatement({ id: `${camp}-${index}`, camp, saidOn, ...scored(index / 10) }));

  test('counts what is undated beside the chart', () => {
    const model = timeline(input(onDays('alpha', ['2025-08-02', null, '2025-08', null])));
    expect(model.rows[0]?.dots.map(({ date }) => date)).toEqual(['2025-08-02', '2025-08']);
    expect(model.rows[0]?.undated).toBe(2);
    expect(model).toMatchObject({ dated: 2, undated: 2, anyPeriod: true, empty: null });
  });

  test.each([
    [1, undefined],
    [2, 'slope'],
    [3, 'slope'],
    [4, undefined],
    [7, undefined],
    [8, 'running_mean'],
  ])('%i points: line %s', (n, kind) => {
    const days = Array.from({ length: n }, (_, index) => `2025-08-${String(index + 1).padStart(2, '0')}`);
    expect(timeline({ ...input(onDays('alpha', days)), measure: 'wording' }).rows[0]?.line?.kind).toBe(kind);
  });

  test('three statements of one day make no slope', () => {
    const model = timeline({ ...input(onDays('alpha', ['2025-08-01', '2025-08-01', '2025-08-02'])), measure: 'wording' });
    expect(model.rows[0]?.line).toBeNull();
  });

  test('the running mean takes five points and stops where they do', () => {
    const days = Array.from({ length: MIN_POINTS_TO_SMOOTH }, (_, index) => `2025-08-0${index + 1}`);
    const line = timeline({ ...input(onDays('alpha', days)), measure: 'wording' }).rows[0]?.line;
    // Scores 0, .1, … .7: the mean of five in a row is the third of them.
    expect(line?.points.map(({ score }) => Math.round(score * 10))).toEqual([2, 3, 4, 5]);
  });

  test('never draws a line through stances', () => {
    expect(timeline(input(onDays('alpha', ['2025-08-01', '2025-08-02']))).rows[0]?.line).toBeNull();
  });

  test('the stance time line does not change with the scorer', () => {
    const days = ['2025-08-01', '2025-08-05', null];
    const off = onDays('alpha', days).map((statement) => ({ ...statement, score: null, label: null, unsure: false }));
    const places = (statements: readonly ChartStatement[]) =>
      timeline(input(statements)).rows[0]?.dots.map(({ id, span, stance }) => [id, span, stance]);
    expect(places(off)).toEqual(places(onDays('alpha', days)));
  });

  test('events widen the axis, and ticks are days at the finest', () => {
    const events = [{ id: 'e', label: 'Meeting', labelLanguage: 'en', date: '2025-07-31' }];
    const model = timeline({ ...input(onDays('alpha', ['2025-08-01', '2025-08-02'])), events });
    expect(model.domain[0]).toBeLessThanOrEqual(Date.UTC(2025, 6, 30));
    expect(model.ticks.every((tick) => tick % 86_400_000 === 0)).toBe(true);
    expect(new Set(model.ticks).size).toBe(model.ticks.length);
  });

  test('says why it is empty', () => {
    expect(timeline(input(onDays('alpha', [null]))).empty).toBe('nothing_dated');
    const unscored = [makeStatement({ saidOn: '2025-08-01' })];
    expect(timeline({ ...input(unscored), measure: 'wording' }).empty).toBe('nothing_scored');
  });
});

describe('termContrast', () => {
  const [alpha, beta] = CAMPS;
  const contrast = (first: [string, number][], second: [string, number][], n = 12) => {
    if (alpha === undefined || beta === undefined) throw new Error('two camps are needed');
    return termContrast({
      first: { camp: alpha, n, counts: new Map(first) },
      second: { camp: beta, n: 12, counts: new Map(second) },
      termLanguage: 'en',
    });
  };

  test('one camp alone has nothing to be told from, and no camp without a name is named', () => {
    if (alpha === undefined) throw new Error('a camp is needed');
    const model = termContrast({
      first: { camp: alpha, n: 12, counts: new Map([['blood', 40]]) },
      second: NO_CAMP_TERMS,
      termLanguage: 'en',
    });
    expect(model.empty).toBe('one_camp');
    expect(model.finding).toMatchObject({ kind: 'one_camp_only', camp: { slug: 'alpha', n: 12 } });
    expect(titleSubject(model)).toEqual({ name: 'term-contrast' });
    const none = termContrast({ first: NO_CAMP_TERMS, second: NO_CAMP_TERMS, termLanguage: 'en' });
    expect(none.finding).toEqual({ kind: 'one_camp_only', camp: null });
    const small = termContrast({ first: { camp: alpha, n: 4, counts: new Map() }, second: NO_CAMP_TERMS, termLanguage: 'en' });
    expect(small.finding).toEqual({ kind: 'one_camp_only', camp: null });
  });

  test('shows only what passes 1.96, the first camp on top, strongest outside', () => {
    const model = contrast(
      [
        ['blood', 40],
        ['veto', 20],
        ['moscow', 100],
      ],
      [
        ['trade', 40],
        ['sanctions', 20],
        ['moscow', 100],
      ],
    );
    expect(model.rows.map(({ term }) => term)).toEqual(['blood', 'veto', 'sanctions', 'trade']);
    expect(model.rows.every(({ z }) => Math.abs(z) >= 1.96)).toBe(true);
    expect(model.domain[0]).toBe(-model.domain[1]);
    expect(model.rows[0]?.target).toEqual({ kind: 'statements', camp: 'alpha', word: 'blood' });
    expect(model.rows[3]?.target).toEqual({ kind: 'statements', camp: 'beta', word: 'trade' });
  });

  test('not enough text where nothing passes, too few where a camp is under 5', () => {
    expect(
      contrast(
        [
          ['a', 1],
          ['b', 1],
        ],
        [
          ['a', 1],
          ['b', 1],
        ],
      ).empty,
    ).toBe('not_enough_text');
    expect(
      contrast(
        [
          ['a', 90],
          ['b', 1],
        ],
        [
          ['a', 1],
          ['b', 90],
        ],
        4,
      ),
    ).toMatchObject({ empty: 'too_few', rows: [], finding: { kind: 'all_too_few', tooFew: [{ n: 4 }] } });
  });
});

describe('slogansByUse', () => {
  const slogan = (id: string, endorse: number, mock = 0, report = 0) => ({
    id,
    label: id,
    labelLanguage: 'en',
    uses: { endorse, mock, report, unclear: 0 },
  });

  test('the most used on top, uses stacked in one order, ticks whole', () => {
    const model = slogansByUse([slogan('b', 1, 2), slogan('a', 3, 1, 2), slogan('none', 0)]);
    expect(model.rows.map(({ slug, n }) => [slug, n])).toEqual([
      ['a', 6],
      ['b', 3],
    ]);
    expect(model.rows[0]?.segments.map(({ use, from, to }) => [use, from, to])).toEqual([
      ['endorse', 0, 3],
      ['mock', 3, 4],
      ['report', 4, 6],
    ]);
    expect(model.ticks).toEqual([0, 2, 4, 6]);
  });

  test.each([
    [1, [0, 1, 2, 3, 4, 5]],
    [5, [0, 1, 2, 3, 4, 5]],
    [7, [0, 2, 4, 6, 8]],
    [23, [0, 5, 10, 15, 20, 25]],
    [480, [0, 100, 200, 300, 400, 500]],
  ])('%i statements: ticks %j', (n, ticks) => {
    expect(slogansByUse([slogan('a', n)]).ticks).toEqual(ticks);
  });

  test('tells of a tie instead of calling one of its slogans the most used', () => {
    expect(slogansByUse([slogan('b', 1), slogan('a', 0, 1)]).finding).toEqual({
      kind: 'slogans_tied',
      slogans: ['a', 'b'],
      tied: 2,
      n: 1,
    });
    expect(slogansByUse([slogan('b', 2), slogan('a', 1)]).finding).toMatchObject({ kind: 'slogan_uses', slogan: 'b', n: 2 });
  });

  test('counts what finds no room', () => {
    const many = Array.from({ length: 23 }, (_, index) => slogan(`s${index}`, 1));
    expect(slogansByUse(many)).toMatchObject({ leftOut: 3, n: 23 });
  });
});
