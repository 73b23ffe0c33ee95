import 'server-only';

import { type ChartModel, codesOfChart, drawChart, notesOfChart, readsScores, titleSubject } from '#lib/core/charts/chart';
import type { ChartName } from '#lib/core/charts/chart-model';
import { NO_LINKS } from '#lib/core/charts/chart-target';
import type { ChartText } from '#lib/core/charts/chart-text';
import { inReadersFont, STANDALONE_DARK, STANDALONE_LIGHT } from '#lib/core/charts/chart-theme';
import { chartViewParameters } from '#lib/core/charts/chart-view';
import { drawFigure, type FigureFacts } from '#lib/core/charts/draw-figure';
import { svgToString } from '#lib/core/charts/svg-to-string';
import { fileName } from '#lib/core/csv/file-name';
import { describeFilter, formatFilter, withoutPaging } from '#lib/core/filter/statement-filter';
import { arCharts } from '#lib/i18n/ar-charts';
import { chartAgreement } from '#lib/i18n/chart-agreement';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { enCharts } from '#lib/i18n/en-charts';
import { formatDate, formatMoment, saysYear } from '#lib/i18n/format';
import { scorerNames } from '#lib/i18n/scorer-names';
import type { FoundChart } from '#lib/usecases/get-chart';
import { chartMarks, type FoundComparison } from '#lib/usecases/get-comparison';
import type { FigureAddresses } from './_components/charts/figure-toolbar';
import { filterChipLabel } from './events/[slug]/statements/filter-labels';

/** What charts say, in the language of a comparison. */
export function chartText(language: 'en' | 'ar'): ChartText {
  return language === 'ar' ? arCharts : enCharts;
}

/** Sources that a picture names; the rest is counted. */
const NAMED_SOURCES = 3;

const LOOPBACK = /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/;

/** Charts that say nothing of a stance. */
const WITHOUT_STANCE: ReadonlySet<ChartName> = new Set(['sentiment-strip', 'term-contrast', 'slogans-by-use']);

/** What travels with a chart whose coders agree little, or of whom there is one, or that shows scores; null where nothing needs saying. */
export function agreementNote(found: FoundComparison, model: ChartModel): string | null {
  const { language, scorers } = found;
  const marks = chartMarks(found, codesOfChart(model));
  return chartAgreement(dictionaryOf(language), language, marks, readsScores(model) ? scorers : []);
}

/** Filter, target and view of a chart as parameters of an address, in a fixed order and without defaults. */
export function chartQuery({ found, view }: Pick<FoundChart, 'found' | 'view'>, isPinned: boolean): URLSearchParams {
  const { scope, counters } = found;
  const filter = withoutPaging(scope.filter);
  const query = new URLSearchParams(formatFilter(isPinned ? { ...filter, asof: filter.asof ?? counters.lastSeq } : filter));
  if (scope.target !== scope.event.targets[0]?.slug) query.set('target', scope.target);
  for (const [name, value] of chartViewParameters(view)) query.set(name, value);
  return query;
}

/** Height in px of a frame that holds an embedded chart. */
export const EMBED_HEIGHT = 640;

/** Where a chart can be had outside its page, under its filter and in its language. Pictures are of today, the link of the data shown. */
export function chartAddresses(
  { found, view, name }: Pick<FoundChart, 'found' | 'view'> & { readonly name: ChartName },
  site: string,
): FigureAddresses {
  const slug = encodeURIComponent(found.scope.event.slug);
  const query = chartQuery({ found, view }, false);
  query.set('lang', found.language);
  const file = (extension: string) => `/events/${slug}/charts/${name}.${extension}?${query}`;
  return {
    png: file('png'),
    svg: file('svg'),
    csv: file('csv'),
    page: `${site}/events/${slug}?${chartQuery({ found, view }, true)}#${name}`,
    embed: `${site}/embed/${slug}/${name}?${query}`,
  };
}

/** Everything that must stand in a picture of a chart. */
export function figureFacts(chart: FoundChart, site: string): FigureFacts {
  const { found, model, origins, facets } = chart;
  const { scope, language } = found;
  const { event, filter } = scope;
  const dictionary = dictionaryOf(language);
  const { picture } = dictionary.report;
  const { partsSeparator } = dictionary.common;
  const text = chartText(language);
  const chips = describeFilter(filter)
    .filter(({ facet }) => facet !== 'asof')
    .map((chip) => filterChipLabel(chip, { event, facets, dictionary, locale: language }));
  const names = origins.sources.slice(0, NAMED_SOURCES).map(({ name }) => name);
  const title = event.title[language];
  // Most titles of events say when.
  const happened = saysYear(title, event.heldOn) ? title : picture.source(title, formatDate(language, event.heldOn));
  const collected = names.length === 0 ? [] : [picture.collectedFrom(names, origins.sources.length - names.length)];
  const proposition = event.targets.find(({ slug }) => slug === scope.target)?.proposition[language] ?? scope.target;
  const query = chartQuery(chart, true);
  const caveats = [...notesOfChart(model, text), agreementNote(found, model)].filter((each) => each !== null);
  return {
    title: text.title(titleSubject(model)),
    about: WITHOUT_STANCE.has(model.name) ? null : picture.about(proposition),
    finding: text.finding(model.finding),
    n: model.n,
    filter: chips.length === 0 ? null : chips.join(partsSeparator),
    source: [happened, ...collected].join(partsSeparator),
    dataOf: origins.dataAsOf === null ? '' : formatMoment(language, new Date(origins.dataAsOf)),
    scorer: readsScores(model) ? scorerNames(language, origins.scorers) : null,
    caveat: caveats.length === 0 ? null : caveats.join(' '),
    // An address of this machine alone would lead nobody anywhere.
    address: LOOPBACK.test(site) ? null : `${site}/events/${encodeURIComponent(event.slug)}?${query}#${model.name}`,
  };
}

/** Margin of a picture on both sides, in px. */
const MARGINS = 48;

/**
 * The picture of a chart as one SVG document that needs nothing from outside.
 * @param fonts whose fonts it is drawn in: ours, or those of a machine that we do not know.
 */
export function chartSvg(chart: FoundChart, site: string, fonts: 'ours' | 'readers'): string {
  const { model, found, picture } = chart;
  const text = chartText(found.language);
  const ours = picture.theme === 'dark' ? STANDALONE_DARK : STANDALONE_LIGHT;
  const theme = fonts === 'ours' ? ours : inReadersFont(ours, found.language);
  const drawing = drawChart(model, { text, theme, links: NO_LINKS, width: picture.width - MARGINS, idPrefix: model.name });
  return svgToString(drawFigure(drawing, figureFacts(chart, site), { text, theme }));
}

/** Name of a file of a chart: event, chart, filter, date. */
export function chartFileName({ found, model }: FoundChart, extension: string, date: string): string {
  return fileName({
    event: found.scope.event.slug,
    what: model.name,
    filter: describeFilter(found.scope.filter).map(({ facet, value }) => [facet, value] as const),
    date,
    extension,
  });
}
