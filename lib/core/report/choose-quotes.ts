import type { ChartStatement } from '#lib/core/chart-statement';
import { lastDay, parsePartialDate } from '#lib/core/statement/partial-date';
import { median } from '#lib/core/statistics/quantile';
import { compareText } from '#lib/core/text/text-order';

/**
 * Why a quote stands in a report:
 * - `nearest`: its score is nearest to the median score of its camp;
 * - `extreme`: its score is farthest from 0;
 * - `recent`: no other of its camp was said later, each date taken by its last possible day;
 * - `first`: no rule above found any, and it was collected first.
 */
export const QUOTE_RULES = ['nearest', 'extreme', 'recent', 'first'] as const;
export type QuoteRule = (typeof QUOTE_RULES)[number];

/** A quote and every rule that chose it. */
export interface ChosenQuote {
  readonly statement: ChartStatement;
  readonly rules: readonly QuoteRule[];
}

/** Equal on paper, whatever the last bit of a sum says. */
const SAME = 1e-9;

/** The statement with the least value; ties by id, so that two readers get the same report. */
function least(statements: readonly ChartStatement[], rank: (statement: ChartStatement) => number): ChartStatement | null {
  const ranked = [...statements].sort((a, b) => {
    const difference = rank(a) - rank(b);
    return Math.abs(difference) > SAME ? difference : compareText(a.id, b.id);
  });
  return ranked[0] ?? null;
}

function dayOf({ saidOn }: ChartStatement): string | null {
  const date = saidOn === null ? null : parsePartialDate(saidOn);
  return date === null ? null : lastDay(date.value);
}

/**
 * Chooses the quotes of a camp by rule and never by hand.
 * @param statements of one camp in the order of collection, duplicates already left out.
 * @returns each quote once, in the order of {@link QUOTE_RULES}; none only where there are no statements.
 */
export function chooseQuotes(statements: readonly ChartStatement[]): readonly ChosenQuote[] {
  const scored = statements.filter(({ score }) => score !== null);
  const middle = median(scored.flatMap(({ score }) => score ?? []));
  const dated = statements.filter((statement) => dayOf(statement) !== null);
  const latest = dated.map(dayOf).sort((a, b) => compareText(b ?? '', a ?? ''))[0] ?? null;
  const chosen: Readonly<Record<QuoteRule, ChartStatement | null>> = {
    nearest: middle === null ? null : least(scored, ({ score }) => Math.abs((score ?? 0) - middle)),
    extreme: least(scored, ({ score }) => -Math.abs(score ?? 0)),
    recent: least(
      dated.filter((statement) => dayOf(statement) === latest),
      () => 0,
    ),
    first: scored.length === 0 && dated.length === 0 ? (statements[0] ?? null) : null,
  };
  const quotes = new Map<string, { statement: ChartStatement; rules: QuoteRule[] }>();
  for (const rule of QUOTE_RULES) {
    const statement = chosen[rule];
    if (statement === null) continue;
    const known = quotes.get(statement.id);
    if (known === undefined) quotes.set(statement.id, { statement, rules: [rule] });
    else known.rules.push(rule);
  }
  return [...quotes.values()];
}
