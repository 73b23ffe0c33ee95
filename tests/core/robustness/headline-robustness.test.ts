import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ResolvableCoding } from '#lib/core/resolve-code';
import {
  type Headline,
  headlineRobustness,
  type RobustnessStatement,
  type RobustnessWay,
} from '#lib/core/robustness/headline-robustness';

const DIRECTION = { kind: 'camp_direction', camp: 'families', codes: ['against', 'favor'] } as const satisfies Headline;

function coding(coderId: string, code: string, confidence: 1 | 2 | 3 | null = 3): ResolvableCoding {
  return { coderId, code, codebookVersion: 1, round: 1, confidence, createdSeq: 1, withdrawn: false };
}

function statement(id: string, codes: string | ResolvableCoding[], more: Partial<RobustnessStatement> = {}): RobustnessStatement {
  return {
    id,
    camp: 'families',
    speakerId: `speaker of ${id}`,
    sourceId: `source of ${id}`,
    duplicateOf: null,
    codings: typeof codes === 'string' ? [coding('A', codes)] : codes,
    adjudications: [],
    ...more,
  };
}

function wayOf(
  ways: readonly RobustnessWay[],
  wanted: Partial<Record<'unit' | 'duplicates' | 'lowConfidence', string>>,
  judgement = 'resolved',
) {
  return ways.find(
    (way) =>
      (way.judgement.kind === 'coder' ? way.judgement.coderId : way.judgement.kind) === judgement &&
      way.unit === (wanted.unit ?? 'statement') &&
      way.duplicates === (wanted.duplicates ?? 'in') &&
      way.lowConfidence === (wanted.lowConfidence ?? 'in'),
  );
}

describe('one reprinted quote supplies the majority', () => {
  // Three people in favour, one against, and the one quote against is reprinted four times elsewhere.
  const reprints = ['a1', 'a2', 'a3', 'a4', 'a5'].map((id) =>
    statement(id, 'against', { speakerId: 'the one against', duplicateOf: id === 'a1' ? null : 'a1' }),
  );
  const statements = [...reprints, statement('f1', 'favor'), statement('f2', 'favor'), statement('f3', 'favor')];
  const result = headlineRobustness({ statements, headline: DIRECTION, duplicates: 'in' });

  test('the headline says against, 5 to 3, and 1 to 3 without the reprints', () => {
    expect(result.direction).toBe('first');
    expect(wayOf(result.ways, {})).toMatchObject({ first: 5, second: 3, outcome: 'kept' });
    expect(wayOf(result.ways, { duplicates: 'out' })).toMatchObject({ first: 1, second: 3, outcome: 'turned' });
  });

  test('a headline that leaves copies out says the opposite, and counting them is what turns it', () => {
    const without = headlineRobustness({
      statements,
      headline: { ...DIRECTION, codes: ['favor', 'against'] },
      duplicates: 'out',
    });
    expect(without.direction).toBe('first');
    expect(wayOf(without.ways, { duplicates: 'out' })).toMatchObject({ first: 3, second: 1, outcome: 'kept' });
    expect(wayOf(without.ways, { duplicates: 'in' })).toMatchObject({ first: 3, second: 5, outcome: 'turned' });
    expect(without.drivers).toMatchObject([{ factor: 'duplicates', level: 'in', alone: 'turned' }]);
  });

  test('duplicates are named as the driver', () => {
    expect(result.drivers.map(({ factor, level }) => [factor, level])).toEqual([['duplicates', 'out']]);
    expect(result.drivers[0]).toMatchObject({ alone: 'turned', regained: 0 });
  });

  test('the sums: one coder, so agreed-only ways are empty; the speaker counts once too', () => {
    // 3 judgements x 3 units x 2 x 2; agreed only is empty: 12. Left 24: kept are statement and source with duplicates in.
    expect(result).toMatchObject({ comparable: 24, empty: 12, kept: 8, turned: 16, tied: 0 });
    expect(result.ways).toHaveLength(36);
  });

  test('so it is when nobody is named and every reprint stands for itself', () => {
    const nameless = statements.map((row) => ({ ...row, speakerId: null }));
    const again = headlineRobustness({ statements: nameless, headline: DIRECTION, duplicates: 'in' });
    expect(again.drivers.map(({ factor }) => factor)).toEqual(['duplicates']);
    expect(again.drivers[0]?.effect).toBe(1);
    expect(again).toMatchObject({ kept: 12, turned: 12 });
  });

  test('copies of copies lead to the same original, even where they bite their own tail', () => {
    const chained = statements.map((row) =>
      row.id.startsWith('a')
        ? { ...row, duplicateOf: { a1: 'a5', a2: 'a1', a3: 'a2', a4: 'a3', a5: 'a4' }[row.id] ?? null }
        : row,
    );
    const again = headlineRobustness({ statements: chained, headline: DIRECTION, duplicates: 'in' });
    expect(wayOf(again.ways, { duplicates: 'out' })).toMatchObject({ first: 1, second: 3 });
  });

  test('a copy stands in where its original is not coded', () => {
    const uncodedOriginal = statements.map((row) => (row.id === 'a1' ? { ...row, codings: [] } : row));
    const again = headlineRobustness({ statements: uncodedOriginal, headline: DIRECTION, duplicates: 'in' });
    expect(wayOf(again.ways, { duplicates: 'out' })).toMatchObject({ first: 1, second: 3 });
  });
});

test('the original speaks for its copies, even where their ids come first and their codes differ', () => {
  const statements = [statement('z', 'favor'), statement('a', 'against', { duplicateOf: 'z' }), statement('b', 'against')];
  const result = headlineRobustness({ statements, headline: DIRECTION, duplicates: 'in' });
  expect(wayOf(result.ways, {})).toMatchObject({ first: 2, second: 1 });
  expect(wayOf(result.ways, { duplicates: 'out' })).toMatchObject({ first: 1, second: 1, outcome: 'tied' });
});

describe('other drivers', () => {
  test('one coder against the other', () => {
    const statements = ['1', '2', '3'].map((id) => ({
      ...statement(id, [coding('A', 'against'), coding('B', 'favor')]),
      adjudications: [{ code: 'against', createdSeq: 5, reopened: false }],
    }));
    const result = headlineRobustness({ statements, headline: DIRECTION, duplicates: 'in' });
    expect(result.direction).toBe('first');
    expect(result.drivers).toMatchObject([{ factor: 'judgement', level: 'coder:B', effect: 1, alone: 'turned' }]);
    expect(wayOf(result.ways, {}, 'A')).toMatchObject({ outcome: 'kept' });
    expect(wayOf(result.ways, {}, 'agreed')).toMatchObject({ outcome: 'empty', direction: 'none', units: 0 });
  });

  test('a departure that brings the direction back where another lost it is no driver', () => {
    // B alone reads the reprinted quote as in favour: 3 to 2 with its copies, 1 to 2 without them.
    const quote = (id: string, duplicateOf: string | null) => ({
      ...statement(id, [coding('A', 'against'), coding('B', 'favor')], { duplicateOf }),
      adjudications: [{ code: 'against', createdSeq: 5, reopened: false }],
    });
    const both = (id: string) => statement(id, [coding('A', 'against'), coding('B', 'against')]);
    const statements = [quote('d1', null), quote('d2', 'd1'), quote('d3', 'd1'), both('s1'), both('s2')];
    const result = headlineRobustness({ statements, headline: DIRECTION, duplicates: 'in' });
    // 4 judgements x 3 units x 2 confidences: 24 pairs; those of B alone, 6, come back.
    expect(result.factors.find(({ factor }) => factor === 'duplicates')).toMatchObject({
      pairs: 24,
      lost: 0,
      regained: 6,
      effect: -0.25,
    });
    expect(result.drivers).toMatchObject([{ factor: 'judgement', level: 'coder:B', alone: 'turned' }]);
  });

  test('one talkative speaker', () => {
    const statements = [
      ...['1', '2', '3'].map((id) => statement(id, 'against', { speakerId: 'talkative' })),
      statement('4', 'favor'),
      statement('5', 'favor'),
    ];
    const result = headlineRobustness({ statements, headline: DIRECTION, duplicates: 'in' });
    expect(result.drivers.map(({ factor, level }) => [factor, level])).toEqual([['unit', 'speaker']]);
    expect(wayOf(result.ways, { unit: 'speaker' })).toMatchObject({ first: 1, second: 2, outcome: 'turned', units: 3 });
  });

  test('codes given with low confidence; a tie is no longer the headline', () => {
    const statements = [statement('1', [coding('A', 'against', 1)]), statement('2', 'against'), statement('3', 'favor')];
    const result = headlineRobustness({ statements, headline: DIRECTION, duplicates: 'in' });
    expect(result.drivers).toMatchObject([{ factor: 'low_confidence', level: 'out', alone: 'tied' }]);
    expect(result.turned).toBe(0);
    expect(result.tied).toBeGreaterThan(0);
  });

  test('an adjudicated code does not rest on the unsure coding', () => {
    const unsure = statement('1', [coding('A', 'against', 1)], {
      adjudications: [{ code: 'against', createdSeq: 9, reopened: false }],
    });
    const result = headlineRobustness({ statements: [unsure], headline: DIRECTION, duplicates: 'in' });
    expect(wayOf(result.ways, { lowConfidence: 'out' })).toMatchObject({ outcome: 'kept' });
    expect(wayOf(result.ways, { lowConfidence: 'out' }, 'A')).toMatchObject({ outcome: 'empty' });
  });
});

describe('what is counted', () => {
  test('agreed only means two coders who say the same', () => {
    const statements = [
      statement('1', [coding('A', 'against'), coding('B', 'against')]),
      statement('2', [coding('A', 'favor'), coding('B', 'against')]),
      statement('3', 'favor'),
      statement('4', 'favor'),
    ];
    const result = headlineRobustness({ statements, headline: DIRECTION, duplicates: 'in' });
    expect(wayOf(result.ways, {})).toMatchObject({ first: 1, second: 2 });
    expect(wayOf(result.ways, {}, 'agreed')).toMatchObject({ first: 1, second: 0, outcome: 'turned' });
  });

  test('a speaker who says both as often is mixed and counts for neither', () => {
    const statements = [
      statement('1', 'against', { speakerId: 's' }),
      statement('2', 'favor', { speakerId: 's' }),
      statement('3', 'against'),
    ];
    const result = headlineRobustness({ statements, headline: DIRECTION, duplicates: 'in' });
    expect(wayOf(result.ways, { unit: 'speaker' })).toMatchObject({ first: 1, second: 0, units: 2 });
  });

  test('nothing lost, no driver', () => {
    const result = headlineRobustness({ statements: [statement('1', 'against')], headline: DIRECTION, duplicates: 'in' });
    expect(result.drivers).toEqual([]);
    expect(result.kept).toBe(result.comparable);
  });

  test('no statements: nothing to compare in any way', () => {
    const result = headlineRobustness({ statements: [], headline: DIRECTION, duplicates: 'in' });
    expect(result).toMatchObject({ direction: 'none', comparable: 0, kept: 0, empty: 24, drivers: [] });
  });

  test('a difference of two camps compares shares of all coded units, disputed ones included', () => {
    const pragmatic = (id: string, code: string) => statement(id, code, { camp: 'pragmatic' });
    const statements = [
      statement('1', 'against'),
      statement('2', 'none'),
      statement('3', [coding('A', 'against'), coding('B', 'favor')]),
      pragmatic('4', 'against'),
      pragmatic('5', 'favor'),
      pragmatic('6', 'favor'),
      pragmatic('7', 'favor'),
      statement('8', 'against', { camp: 'officials' }),
    ];
    const headline: Headline = { kind: 'camp_difference', camps: ['families', 'pragmatic'], code: 'against' };
    const result = headlineRobustness({ statements, headline, duplicates: 'in' });
    const own = wayOf(result.ways, {});
    expect(own?.first).toBeCloseTo(1 / 3, 12);
    expect(own?.second).toBe(0.25);
    expect(own).toMatchObject({ direction: 'first', units: 7 });
    expect(wayOf(result.ways, {}, 'A')?.first).toBeCloseTo(2 / 3, 12);
    expect(wayOf(result.ways, {}, 'B')).toMatchObject({ outcome: 'empty', second: null });
  });
});

test('does not depend on the order of statements or codings, and its counts add up', () => {
  const row = fc.record({
    id: fc.integer({ min: 0, max: 30 }).map(String),
    speakerId: fc.constantFrom('s', 't', null),
    sourceId: fc.constantFrom('x', 'y', null),
    duplicateOf: fc.option(fc.integer({ min: 0, max: 30 }).map(String)),
    codings: fc.array(
      fc.tuple(fc.constantFrom('A', 'B'), fc.constantFrom('against', 'favor', 'none'), fc.constantFrom<(1 | 3)[]>(1, 3)),
      { maxLength: 3 },
    ),
  });
  const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 10 });
  fc.assert(
    fc.property(rows, (drawn) => {
      const statements = drawn.map(({ codings, ...more }) =>
        statement(
          more.id,
          codings.map(([coder, code, confidence]) => coding(coder, code, confidence)),
          more,
        ),
      );
      const result = headlineRobustness({ statements, headline: DIRECTION, duplicates: 'in' });
      const turned = statements.map((one) => ({ ...one, codings: one.codings.toReversed() })).reverse();
      expect(headlineRobustness({ statements: turned, headline: DIRECTION, duplicates: 'in' })).toEqual(result);
      expect(result.kept + result.turned + result.tied).toBe(result.comparable);
      expect(result.comparable + result.empty).toBe(result.ways.length);
      const lost = result.turned + result.tied;
      if (result.drivers.length > 0) expect(lost).toBeGreaterThan(0);
    }),
  );
});
