import type { CampDifferencesModel } from '#lib/core/charts/camp-differences';
import type { ChartLinks, ChartTarget } from '#lib/core/charts/chart-target';
import type { ChartText } from '#lib/core/charts/chart-text';
import type { SentimentStripModel } from '#lib/core/charts/sentiment-strip';
import type { ShareIntervalsModel } from '#lib/core/charts/share-intervals';
import type { SlogansByUseModel } from '#lib/core/charts/slogans-by-use';
import { BAR_STANCES, type StanceBarsModel } from '#lib/core/charts/stance-bars';
import type { StanceBySentimentModel } from '#lib/core/charts/stance-by-sentiment';
import type { TermContrastModel } from '#lib/core/charts/term-contrast';
import type { TimelineModel } from '#lib/core/charts/timeline';
import { isolate } from '#lib/core/text/isolate';

interface TableCell {
  readonly text: string;
  readonly href: string | null;
  /** BCP 47 tag of what somebody said; null for what the chart says itself. */
  readonly language: string | null;
}

interface TableRow {
  readonly header: string;
  /** BCP 47 tag of `header`. */
  readonly headerLanguage: string;
  readonly cells: readonly TableCell[];
}

/** The numbers of a chart as a table, from the chart's own model: the same rows in the same order. */
export interface ChartTable {
  /** Heading of each column, the row headers' first. */
  readonly columns: readonly string[];
  /** Places in `columns` of those that hold words: they are set like words and may take several lines. */
  readonly ofWords?: readonly number[];
  readonly rows: readonly TableRow[];
}

/** A cell; a link only where there is something to open. */
function cell(text: string, href: string | null = null, language: string | null = null): TableCell {
  return { text, href, language };
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

/** Table of the shares of one stance; share and interval only where the sample bears them. */
export function tableOfShareIntervals(model: ShareIntervalsModel, text: ChartText, links: ChartLinks): ChartTable {
  return {
    columns: [text.table.camp, text.table.n, text.stance(model.stance), text.table.share, text.table.interval],
    rows: model.rows.map(({ camp, count, shareAs, interval, target }) => ({
      header: camp.label,
      headerLanguage: camp.labelLanguage,
      cells: [
        cell(text.count(camp.n)),
        cell(text.count(count), count === 0 ? null : links(target)),
        cell(
          interval === null ? text.table.nothing : shareAs === 'per_cent' ? text.share(interval.share) : text.ofN(count, camp.n),
        ),
        cell(interval === null ? text.table.nothing : text.range(text.share(interval.low), text.share(interval.high))),
      ],
    })),
  };
}

/** Table of the differences, in percentage points. */
export function tableOfCampDifferences(model: CampDifferencesModel, text: ChartText, links: ChartLinks): ChartTable {
  return {
    columns: [text.table.comparison, text.table.n, text.table.difference, text.table.interval],
    rows: model.rows.map(({ first, second, firstCount, secondCount, shareAs, difference, low, high, target }) => ({
      header: text.minus(isolate(first.label), isolate(second.label)),
      headerLanguage: text.language,
      cells: [
        cell(text.nPair(first.n, second.n)),
        cell(
          shareAs === 'per_cent'
            ? text.points(difference)
            : text.countPair(text.ofN(firstCount, first.n), text.ofN(secondCount, second.n)),
          firstCount + secondCount === 0 ? null : links(target),
        ),
        cell(text.range(text.points(low), text.points(high))),
      ],
    })),
  };
}

/** Table of the time line: a row a statement, in order of time within its camp; a row a span of days where there are too many. */
export function tableOfTimeline(model: TimelineModel, text: ChartText, links: ChartLinks): ChartTable {
  const measured = model.measure === 'stance' ? text.table.stance : text.table.score;
  const hasStatements = model.rows.some(({ dots }) => dots.length > 0);
  const ofWords = model.measure === 'stance' ? [1, 2] : [1];
  return {
    columns: [text.table.camp, text.table.date, measured, hasStatements ? text.table.statement : text.table.n],
    ofWords: hasStatements ? [...ofWords, 3] : ofWords,
    rows: model.rows.flatMap(({ camp, dots, bins, undated }) => [
      ...bins.map((bin) => ({
        header: camp.label,
        headerLanguage: camp.labelLanguage,
        cells: [
          cell(text.range(text.date(bin.fromDay), text.date(bin.toDay))),
          cell(
            model.measure === 'stance'
              ? bin.stances.map(({ stance, count }) => `${text.stance(stance)} ${text.count(count)}`).join(' · ')
              : bin.mean === null
                ? text.table.nothing
                : text.score(bin.mean),
          ),
          cell((hasStatements ? text.n : text.count)(model.measure === 'stance' ? bin.n : bin.scored), links(bin.target)),
        ],
      })),
      ...dots.map((dot) => ({
        header: camp.label,
        headerLanguage: camp.labelLanguage,
        cells: [
          cell(text.date(dot.date)),
          cell(
            model.measure === 'stance'
              ? text.stance(dot.stance)
              : dot.score === null
                ? text.table.notScored
                : text.score(dot.score),
          ),
          cell(dot.excerpt, links(dot.target), dot.excerptLanguage),
        ],
      })),
      ...(undated === 0
        ? []
        : [
            {
              header: camp.label,
              headerLanguage: camp.labelLanguage,
              cells: [cell(text.undated(undated)), cell(''), cell('')],
            },
          ]),
    ]),
  };
}

/** Table of the words with the counts behind their z. */
export function tableOfTermContrast(model: TermContrastModel, text: ChartText, links: ChartLinks): ChartTable {
  return {
    columns: [text.table.term, model.first.label, model.second.label, text.table.z],
    rows: model.rows.map(({ label, countFirst, countSecond, z, target }) => ({
      header: label,
      headerLanguage: model.termLanguage,
      cells: [cell(text.count(countFirst)), cell(text.count(countSecond)), cell(text.z(z), links(target))],
    })),
  };
}

/** Table of the slogans. */
export function tableOfSlogansByUse(model: SlogansByUseModel, text: ChartText, links: ChartLinks): ChartTable {
  return {
    columns: [text.table.slogan, ...model.uses.map(text.sloganUse), text.table.total],
    rows: model.rows.map(({ label, labelLanguage, segments, n }) => ({
      header: label,
      headerLanguage: labelLanguage,
      cells: [
        ...model.uses.map((use) => {
          const segment = segments.find((each) => each.use === use);
          return segment === undefined ? cell(text.count(0)) : cell(text.count(segment.count), links(segment.target));
        }),
        cell(text.count(n)),
      ],
    })),
  };
}
