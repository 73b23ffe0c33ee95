import type { EmptyReason } from '#lib/core/charts/chart-model';
import type { ChartTarget } from '#lib/core/charts/chart-target';
import { BAR_STANCES, SIDED_STANCES } from '#lib/core/charts/stance-bars';
import { type CompareCampsInput, groupByCamp } from '#lib/core/comparison/compare-camps';
import { partsWays } from '#lib/core/comparison/parts-ways';
import { findPartedWays } from '#lib/core/findings/find-parted-ways';
import type { Finding } from '#lib/core/findings/finding';
import { SENTIMENT_LABELS, type SentimentLabel } from '#lib/core/score';
import type { ResolvedStance } from '#lib/core/stance';

/** Labels of the scorer, and a column of their own for texts without a score. */
const SENTIMENT_COLUMNS = [...SENTIMENT_LABELS, 'not_scored'] as const;
export type SentimentColumn = SentimentLabel | 'not_scored';

export interface HeatCell {
  readonly id: string;
  readonly stance: ResolvedStance;
  readonly column: SentimentColumn;
  readonly count: number;
  /** Share of the largest cell in [0, 1]: how dark the cell is. */
  readonly strength: number;
  /** Whether wording and stance point opposite ways: against in positive words, in favour in negative ones. */
  readonly parted: boolean;
  readonly target: ChartTarget;
}

interface HeatRow {
  readonly stance: ResolvedStance;
  readonly n: number;
  readonly cells: readonly HeatCell[];
}

/** How stance and wording meet, over all compared camps. */
export interface StanceBySentimentModel {
  readonly name: 'stance-by-sentiment';
  /** Columns by index: a cell's middle is its index and a half. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly columns: readonly SentimentColumn[];
  readonly columnTotals: readonly number[];
  readonly rows: readonly HeatRow[];
  /** n of each camp that the table pools. */
  readonly camps: readonly {
    readonly slug: string;
    readonly label: string;
    readonly labelLanguage: string;
    readonly n: number;
  }[];
  readonly n: number;
  readonly empty: EmptyReason | null;
  readonly finding: Finding;
}

/**
 * Model of the heat table.
 * @returns rows for the three stances that take part, and for each other one that occurs; counts, not shares.
 */
export function stanceBySentiment(input: CompareCampsInput): StanceBySentimentModel {
  const grouped = groupByCamp(input).camps;
  const statements = grouped.flatMap((camp) => camp.statements);
  const columnOf = ({ score, label }: { score: number | null; label: SentimentLabel | null }): SentimentColumn =>
    score === null || label === null ? 'not_scored' : label;
  const counted = BAR_STANCES.map((stance) => {
    const own = statements.filter((statement) => statement.stance === stance);
    return {
      stance,
      n: own.length,
      counts: SENTIMENT_COLUMNS.map((column) => ({ column, count: own.filter((each) => columnOf(each) === column).length })),
    };
  }).filter(({ stance, n }) => n > 0 || SIDED_STANCES.some((sided) => sided === stance));
  // Statements of no camp and of camps that are left out must not be in the list that a cell opens.
  const pool = { kind: 'statements', camps: grouped.map(({ camp }) => camp.slug) } as const;
  const largest = Math.max(1, ...counted.flatMap((row) => row.counts.map((cell) => cell.count)));
  return {
    name: 'stance-by-sentiment',
    domain: [0, SENTIMENT_COLUMNS.length],
    ticks: SENTIMENT_COLUMNS.map((_, index) => index + 0.5),
    columns: SENTIMENT_COLUMNS,
    columnTotals: SENTIMENT_COLUMNS.map((column) => statements.filter((each) => columnOf(each) === column).length),
    rows: counted.map(({ stance, n, counts }) => ({
      stance,
      n,
      cells: counts.map(({ column, count }) => ({
        id: `${stance}:${column}`,
        stance,
        column,
        count,
        strength: count / largest,
        parted: count > 0 && column !== 'not_scored' && partsWays(stance, column),
        target: { ...pool, stance, sentiment: column },
      })),
    })),
    camps: grouped.map(({ camp, statements: own }) => ({
      slug: camp.slug,
      label: camp.label,
      labelLanguage: camp.labelLanguage,
      n: own.length,
    })),
    n: statements.length,
    empty: grouped.length === 0 ? 'no_camps' : statements.length === 0 ? 'no_statements' : null,
    finding: findPartedWays(input),
  };
}
