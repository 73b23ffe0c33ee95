import { campDifferences } from '#lib/core/charts/camp-differences';
import type { ChartModel } from '#lib/core/charts/chart';
import type { ChartName } from '#lib/core/charts/chart-model';
import type { ChartView } from '#lib/core/charts/chart-view';
import { sentimentStrip } from '#lib/core/charts/sentiment-strip';
import { shareIntervals } from '#lib/core/charts/share-intervals';
import { type SloganCount, slogansByUse } from '#lib/core/charts/slogans-by-use';
import { stanceBars } from '#lib/core/charts/stance-bars';
import { stanceBySentiment } from '#lib/core/charts/stance-by-sentiment';
import { type TermContrastOptions, termContrast } from '#lib/core/charts/term-contrast';
import { type TimelineEvent, timeline } from '#lib/core/charts/timeline';
import type { CompareCampsInput } from '#lib/core/comparison/compare-camps';

/** All that any chart is made of; what costs a reading of its own is a function. */
export interface ChartSources extends CompareCampsInput {
  readonly events: readonly TimelineEvent[];
  readonly terms: () => TermContrastOptions | Promise<TermContrastOptions>;
  readonly slogans: () => readonly SloganCount[] | Promise<readonly SloganCount[]>;
}

/** The model of any chart: the one place from which pages, pictures, files, embeds and reports take theirs. */
export async function makeChart(name: ChartName, sources: ChartSources, view: ChartView): Promise<ChartModel> {
  const about = view.about === null ? {} : { stance: view.about };
  switch (name) {
    case 'stance-bars':
      return stanceBars({ ...sources, layout: view.bars });
    case 'sentiment-strip':
      return sentimentStrip(sources);
    case 'stance-by-sentiment':
      return stanceBySentiment(sources);
    case 'share-intervals':
      return shareIntervals({ ...sources, ...about });
    case 'camp-differences':
      return campDifferences({ ...sources, ...about });
    case 'timeline':
      return timeline({ ...sources, measure: view.measure });
    case 'term-contrast':
      return termContrast(await sources.terms());
    case 'slogans-by-use':
      return slogansByUse(await sources.slogans());
  }
}
