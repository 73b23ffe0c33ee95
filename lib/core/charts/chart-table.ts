import type { ChartLinks, ChartTarget } from '#lib/core/charts/chart-target';
import type { ChartText } from '#lib/core/charts/chart-text';
import type { SentimentStripModel } from '#lib/core/charts/sentiment-strip';
import { BAR_STANCES, type StanceBarsModel } from '#lib/core/charts/stance-bars';
import type { StanceBySentimentModel } from '#lib/core/charts/stance-by-sentiment';

export interface TableCell {
  readonly text: string;
  readonly href: string | null;
}

export interface TableRow {
  readonly header: string;
  /** BCP 47 tag of `header`. */
  readonly headerLanguage: string;
  readonly cells: readonly TableCell[];
}

/** The numbers of a chart as a table, from the chart's own model: the same rows in the same order. */
export interface ChartTable {
  /** Heading of each column, the row headers' first. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A cell; a link only where there is something to open. */
export function cell(text: string, href: string | null = null): TableCell {
  return { text, href };
}

/** Table of the stance bars: counts, which open their statements; a share only where the sample bears one. */
export function tableOfStanceBars(model: StanceBarsModel, text: ChartText, links: ChartLinks): ChartTable {
  const shown = BAR_STANCES.filter((stance) => model.stances.includes(stance));
  return {
    columns: [text.table.camp, text.table.n, ...shown.map(text.stance)],
    rows: model.rows.map(({ camp, shareAs, segments, dots }) => ({
      header: camp.label,
      headerLanguage: camp.labelLanguage,
      cells: [
        cell(text.count(camp.n)),
        ...shown.map((stance) => {
          const segment = segments.find((each) => each.stance === stance);
          const count = segment?.count ?? dots.filter((dot) => dot.stance === stance).length;
          const target: ChartTarget = segment?.target ?? { kind: 'statements', camp: camp.slug, stance };
          const share = shareAs === 'per_cent' && count > 0 ? ` (${text.share(count / camp.n)})` : '';
          return cell(`${text.count(count)}${share}`, count === 0 ? null : links(target));
        }),
      ],
    })),
  };
}

/** Table of the strip: how much is scored, the mean and its interval. */
export function tableOfSentimentStrip(model: SentimentStripModel, text: ChartText, links: ChartLinks): ChartTable {
  return {
    columns: [text.table.camp, text.table.n, text.table.scored, text.table.notScored, text.table.mean, text.table.interval],
    rows: model.rows.map(({ camp, scored, notScored, mean, interval }) => ({
      header: camp.label,
      headerLanguage: camp.labelLanguage,
      cells: [
        cell(text.count(camp.n), camp.n === 0 ? null : links({ kind: 'statements', camp: camp.slug })),
        cell(text.count(scored)),
        cell(
          text.count(notScored),
          notScored === 0 ? null : links({ kind: 'statements', camp: camp.slug, sentiment: 'not_scored' }),
        ),
        cell(mean === null ? text.table.nothing : text.score(mean)),
        cell(interval === null ? text.table.nothing : text.range(text.score(interval.low), text.score(interval.high))),
      ],
    })),
  };
}

/** The heat table as a table. */
export function tableOfStanceBySentiment(model: StanceBySentimentModel, text: ChartText, links: ChartLinks): ChartTable {
  return {
    columns: [text.table.stance, ...model.columns.map(text.sentiment), text.table.total],
    rows: model.rows.map(({ stance, n, cells }) => ({
      header: text.stance(stance),
      headerLanguage: text.language,
      cells: [
        ...cells.map(({ count, target }) => cell(text.count(count), count === 0 ? null : links(target))),
        cell(text.count(n)),
      ],
    })),
  };
}
