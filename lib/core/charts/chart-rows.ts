import type { ChartModel } from '#lib/core/charts/chart';
import type { CampRow } from '#lib/core/charts/chart-model';
import { BAR_STANCES } from '#lib/core/charts/stance-bars';
import type { Cell } from '#lib/core/csv/csv-line';

/** The numbers of a chart as numbers: tidy, snake_case, the same in every language but for labels. */
export interface ChartRows {
  readonly columns: readonly string[];
  /** As many cells as columns; null is missing, such as a share of fewer than 5. */
  readonly rows: readonly (readonly Cell[])[];
}

const CAMP = ['camp', 'camp_label', 'n'] as const;

function camp({ slug, label, n }: CampRow): readonly Cell[] {
  return [slug, label, n];
}

/**
 * The rows of a chart for a file: one row for each mark that holds a number.
 * @returns shares, bounds and differences in shares of 1, scores in [-1, 1], unrounded.
 */
export function rowsOfChart(model: ChartModel): ChartRows {
  switch (model.name) {
    case 'stance-bars':
      return {
        columns: [...CAMP, 'stance', 'count', 'share'],
        rows: model.rows.flatMap((row) =>
          BAR_STANCES.filter((stance) => model.stances.includes(stance)).map((stance) => {
            const inBar = row.segments.find((segment) => segment.stance === stance)?.count ?? 0;
            const count = inBar + row.dots.filter((dot) => dot.stance === stance).length;
            return [...camp(row.camp), stance, count, row.dots.length > 0 || row.camp.n === 0 ? null : count / row.camp.n];
          }),
        ),
      };
    case 'sentiment-strip':
      return {
        columns: [...CAMP, 'scored', 'not_scored', 'mean', 'low', 'high'],
        rows: model.rows.map((row) => [
          ...camp(row.camp),
          row.scored,
          row.notScored,
          row.mean,
          row.interval?.low ?? null,
          row.interval?.high ?? null,
        ]),
      };
    case 'stance-by-sentiment':
      return {
        columns: ['stance', 'sentiment', 'count', 'parted'],
        rows: model.rows.flatMap(({ cells }) =>
          cells.map(({ stance, column, count, parted }) => [stance, column, count, parted]),
        ),
      };
    case 'share-intervals':
      return {
        columns: [...CAMP, 'stance', 'count', 'share', 'low', 'high'],
        rows: model.rows.map((row) => [
          ...camp(row.camp),
          model.stance,
          row.count,
          row.interval?.share ?? null,
          row.interval?.low ?? null,
          row.interval?.high ?? null,
        ]),
      };
    case 'camp-differences':
      return {
        columns: [
          'camp_1',
          'camp_1_label',
          'n_1',
          'count_1',
          'camp_2',
          'camp_2_label',
          'n_2',
          'count_2',
          'stance',
          'difference',
          'low',
          'high',
        ],
        rows: model.rows.map(({ first, second, firstCount, secondCount, difference, low, high }) => [
          ...camp(first),
          firstCount,
          ...camp(second),
          secondCount,
          model.stance,
          difference,
          low,
          high,
        ]),
      };
    case 'timeline':
      return {
        columns: [...CAMP, 'said_from', 'said_to', 'statement', 'stance', 'count', 'score'],
        rows: model.rows.flatMap((row) => [
          ...row.dots.map((dot) => [...camp(row.camp), dot.date, dot.date, dot.statementId, dot.stance, 1, dot.score]),
          ...row.bins.flatMap((bin) =>
            bin.stances.map(({ stance, count }) => [...camp(row.camp), bin.fromDay, bin.toDay, null, stance, count, null]),
          ),
        ]),
      };
    case 'term-contrast':
      return {
        columns: [
          'term',
          'language',
          'z',
          'camp_1',
          'camp_1_label',
          'n_1',
          'count_1',
          'camp_2',
          'camp_2_label',
          'n_2',
          'count_2',
        ],
        rows: model.rows.map(({ label, z, countFirst, countSecond }) => [
          label,
          model.termLanguage,
          z,
          ...camp(model.first),
          countFirst,
          ...camp(model.second),
          countSecond,
        ]),
      };
    case 'slogans-by-use':
      return {
        columns: ['slogan', 'slogan_label', 'n', 'use', 'count'],
        rows: model.rows.flatMap(({ slug, label, n, segments }) =>
          segments.map(({ use, count }) => [slug, label, n, use, count]),
        ),
      };
  }
}
