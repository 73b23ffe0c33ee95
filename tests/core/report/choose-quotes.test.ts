import { describe, expect, it } from 'vitest';
import type { ChartStatement } from '#lib/core/chart-statement';
import { chooseQuotes } from '#lib/core/report/choose-quotes';
import { makeStatement } from '../charts/chart-fixtures';

function statement(id: string, score: number | null, saidOn: string | null = null): ChartStatement {
  return makeStatement({ id, score, saidOn });
}

function chosen(...statements: readonly ChartStatement[]) {
  return chooseQuotes(statements).map((quote) => [quote.statement.id, [...quote.rules]]);
}

describe('quotes of a report', () => {
  it('are the one nearest to the median, the most extreme and the most recent', () => {
    // Scores −.9 −.5 −.3 .1 .2: median −.3.
    expect(
      chosen(
        statement('a', -0.5, '2025-08-01'),
        statement('b', -0.3),
        statement('c', -0.9),
        statement('d', 0.2, '2025-08-03'),
        statement('e', 0.1, '2025-08-02'),
      ),
    ).toEqual([
      ['b', ['nearest']],
      ['c', ['extreme']],
      ['d', ['recent']],
    ]);
  });

  it('stand once, with every rule that chose them', () => {
    expect(chosen(statement('a', -0.5, '2025-08-01'))).toEqual([['a', ['nearest', 'extreme', 'recent']]]);
  });

  it('takes the lower id where two are alike', () => {
    // Median of −.4 and .4 is 0: both are as near and as extreme.
    expect(chosen(statement('b', 0.4), statement('a', -0.4))).toEqual([['a', ['nearest', 'extreme']]]);
    // The middle of .1 and .2 is .15000000000000002 in floating point: .2 seems nearer by the last bit.
    expect(chosen(statement('b', 0.2), statement('a', 0.1))).toEqual([
      ['a', ['nearest']],
      ['b', ['extreme']],
    ]);
  });

  it('counts a date that is known to the month by its last day', () => {
    expect(
      chosen(statement('a', null, '2025-08-30'), statement('b', null, '2025-08'), statement('c', null, '2025-07-31')),
    ).toEqual([['b', ['recent']]]);
  });

  it('takes two of the same last day as equally recent', () => {
    expect(chosen(statement('z', null, '2025-08-31'), statement('y', null, '2025-08'))).toEqual([['y', ['recent']]]);
  });

  it('leaves unscored ones out of what scores decide', () => {
    expect(chosen(statement('a', null), statement('b', 0.6))).toEqual([['b', ['nearest', 'extreme']]]);
  });

  it('falls back on the first collected where nothing is scored or dated', () => {
    expect(chosen(statement('z', null), statement('a', null))).toEqual([['z', ['first']]]);
  });

  it('are none without statements', () => {
    expect(chosen()).toEqual([]);
  });
});
