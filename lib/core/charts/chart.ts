import {
  type ChartTable,
  tableOfSentimentStrip,
  tableOfStanceBars,
  tableOfStanceBySentiment,
} from '#lib/core/charts/chart-table';
import type { ChartLinks } from '#lib/core/charts/chart-target';
import type { ChartText, TitleSubject } from '#lib/core/charts/chart-text';
import type { DrawOptions } from '#lib/core/charts/draw-options';
import { drawSentimentStrip } from '#lib/core/charts/draw-sentiment-strip';
import { drawStanceBars } from '#lib/core/charts/draw-stance-bars';
import { drawStanceBySentiment } from '#lib/core/charts/draw-stance-by-sentiment';
import type { Drawing } from '#lib/core/charts/drawing';
import type { SentimentStripModel } from '#lib/core/charts/sentiment-strip';
import type { StanceBarsModel } from '#lib/core/charts/stance-bars';
import type { StanceBySentimentModel } from '#lib/core/charts/stance-by-sentiment';

/** Any chart, told apart by its name. */
export type ChartModel = StanceBarsModel | SentimentStripModel | StanceBySentimentModel;

/** Draws any chart. */
export function drawChart(model: ChartModel, options: DrawOptions): Drawing {
  switch (model.name) {
    case 'stance-bars':
      return drawStanceBars(model, options);
    case 'sentiment-strip':
      return drawSentimentStrip(model, options);
    case 'stance-by-sentiment':
      return drawStanceBySentiment(model, options);
  }
}

/** The numbers of any chart as a table. */
export function tableOfChart(model: ChartModel, text: ChartText, links: ChartLinks): ChartTable {
  switch (model.name) {
    case 'stance-bars':
      return tableOfStanceBars(model, text, links);
    case 'sentiment-strip':
      return tableOfSentimentStrip(model, text, links);
    case 'stance-by-sentiment':
      return tableOfStanceBySentiment(model, text, links);
  }
}

/** What the title of a chart names. */
export function titleSubject(model: ChartModel): TitleSubject {
  return { name: model.name };
}

/** Whether an interval is drawn, so that its meaning must stand beside it. */
export function drawsInterval(model: ChartModel): boolean {
  switch (model.name) {
    case 'sentiment-strip':
      return model.rows.some((row) => row.interval !== null);
    case 'stance-bars':
    case 'stance-by-sentiment':
      return false;
  }
}

/** Whether a chart reads machine scores, so that their scorer must be named beside it. */
export function readsScores(model: ChartModel): boolean {
  switch (model.name) {
    case 'sentiment-strip':
    case 'stance-by-sentiment':
      return true;
    case 'stance-bars':
      return false;
  }
}
