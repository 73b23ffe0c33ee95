import type { CampDifferencesModel } from '#lib/core/charts/camp-differences';
import {
  type ChartTable,
  tableOfCampDifferences,
  tableOfSentimentStrip,
  tableOfShareIntervals,
  tableOfSlogansByUse,
  tableOfStanceBars,
  tableOfStanceBySentiment,
  tableOfTermContrast,
  tableOfTimeline,
} from '#lib/core/charts/chart-table';
import type { ChartLinks } from '#lib/core/charts/chart-target';
import type { ChartText, TitleSubject } from '#lib/core/charts/chart-text';
import { drawCampDifferences } from '#lib/core/charts/draw-camp-differences';
import type { DrawOptions } from '#lib/core/charts/draw-options';
import { drawSentimentStrip } from '#lib/core/charts/draw-sentiment-strip';
import { drawShareIntervals } from '#lib/core/charts/draw-share-intervals';
import { drawSlogansByUse } from '#lib/core/charts/draw-slogans-by-use';
import { drawStanceBars } from '#lib/core/charts/draw-stance-bars';
import { drawStanceBySentiment } from '#lib/core/charts/draw-stance-by-sentiment';
import { drawTermContrast } from '#lib/core/charts/draw-term-contrast';
import { drawTimeline } from '#lib/core/charts/draw-timeline';
import type { Drawing } from '#lib/core/charts/drawing';
import type { SentimentStripModel } from '#lib/core/charts/sentiment-strip';
import type { ShareIntervalsModel } from '#lib/core/charts/share-intervals';
import type { SlogansByUseModel } from '#lib/core/charts/slogans-by-use';
import type { StanceBarsModel } from '#lib/core/charts/stance-bars';
import type { StanceBySentimentModel } from '#lib/core/charts/stance-by-sentiment';
import type { TermContrastModel } from '#lib/core/charts/term-contrast';
import type { TimelineModel } from '#lib/core/charts/timeline';

/** Any chart, told apart by its name. */
export type ChartModel =
  | StanceBarsModel
  | SentimentStripModel
  | StanceBySentimentModel
  | ShareIntervalsModel
  | CampDifferencesModel
  | TimelineModel
  | TermContrastModel
  | SlogansByUseModel;

/** Draws any chart. */
export function drawChart(model: ChartModel, options: DrawOptions): Drawing {
  switch (model.name) {
    case 'stance-bars':
      return drawStanceBars(model, options);
    case 'sentiment-strip':
      return drawSentimentStrip(model, options);
    case 'stance-by-sentiment':
      return drawStanceBySentiment(model, options);
    case 'share-intervals':
      return drawShareIntervals(model, options);
    case 'camp-differences':
      return drawCampDifferences(model, options);
    case 'timeline':
      return drawTimeline(model, options);
    case 'term-contrast':
      return drawTermContrast(model, options);
    case 'slogans-by-use':
      return drawSlogansByUse(model, options);
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
    case 'share-intervals':
      return tableOfShareIntervals(model, text, links);
    case 'camp-differences':
      return tableOfCampDifferences(model, text, links);
    case 'timeline':
      return tableOfTimeline(model, text, links);
    case 'term-contrast':
      return tableOfTermContrast(model, text, links);
    case 'slogans-by-use':
      return tableOfSlogansByUse(model, text, links);
  }
}

/** What the title of a chart names. */
export function titleSubject(model: ChartModel): TitleSubject {
  switch (model.name) {
    case 'share-intervals':
    case 'camp-differences':
      return { name: model.name, stance: model.stance };
    case 'timeline':
      return { name: model.name, measure: model.measure };
    case 'term-contrast':
      return model.empty === 'one_camp'
        ? { name: model.name }
        : { name: model.name, pair: [model.first.label, model.second.label] };
    case 'stance-bars':
    case 'sentiment-strip':
    case 'stance-by-sentiment':
    case 'slogans-by-use':
      return { name: model.name };
  }
}

/** Whether an interval is drawn, so that its meaning must stand beside it. */
export function drawsInterval(model: ChartModel): boolean {
  switch (model.name) {
    case 'sentiment-strip':
    case 'share-intervals':
      return model.rows.some((row) => row.interval !== null);
    case 'camp-differences':
      return model.rows.length > 0;
    case 'stance-bars':
    case 'stance-by-sentiment':
    case 'term-contrast':
    case 'slogans-by-use':
      return false;
    case 'timeline':
      return model.measure === 'wording' && model.rows.some((row) => row.bins.some((bin) => bin.interval !== null));
  }
}

/** What has to be said beside a chart of what its numbers are. */
export function notesOfChart(model: ChartModel, text: Pick<ChartText, 'intervalNote' | 'termsNote'>): readonly string[] {
  return [
    ...(drawsInterval(model) ? [text.intervalNote] : []),
    // Elsewhere n counts statements; a statement has words in the languages that it can be read in.
    ...(model.name === 'term-contrast' ? [text.termsNote] : []),
  ];
}

/** Whether a chart reads machine scores, so that their scorer must be named beside it. */
export function readsScores(model: ChartModel): boolean {
  switch (model.name) {
    case 'sentiment-strip':
    case 'stance-by-sentiment':
      return true;
    case 'timeline':
      return model.measure === 'wording';
    case 'stance-bars':
    case 'share-intervals':
    case 'camp-differences':
    case 'term-contrast':
    case 'slogans-by-use':
      return false;
  }
}

/** The coded variables that a chart can rest on. */
export const CHARTED_CODES = ['stance', 'camp', 'use'] as const;
export type ChartedCode = (typeof CHARTED_CODES)[number];

/** The coded variables that a chart rests on, whose agreement must stand beside it. */
export function codesOfChart(model: ChartModel): readonly ChartedCode[] {
  switch (model.name) {
    case 'stance-bars':
    case 'share-intervals':
    case 'camp-differences':
      return ['stance', 'camp'];
    case 'stance-by-sentiment':
      return ['stance'];
    case 'timeline':
      return model.measure === 'stance' ? ['stance', 'camp'] : ['camp'];
    case 'sentiment-strip':
    case 'term-contrast':
      return ['camp'];
    case 'slogans-by-use':
      return ['use'];
  }
}
