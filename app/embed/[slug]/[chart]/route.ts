import { drawChart, tableOfChart } from '#lib/core/charts/chart';
import { CHART_NAMES } from '#lib/core/charts/chart-model';
import { eventChartLinks } from '#lib/core/charts/chart-target';
import { inReadersFont, STANDALONE_DARK, STANDALONE_LIGHT } from '#lib/core/charts/chart-theme';
import { PAGE_WIDTHS } from '#lib/core/charts/draw-options';
import { embedPage, embedProblemPage } from '#lib/core/charts/embed-page';
import type { Problem } from '#lib/core/problem';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { isLocale, type Locale } from '#lib/i18n/locale';
import { problemSentence } from '#lib/i18n/problem-sentence';
import { getChart } from '#lib/usecases/get-chart';
import { chartAddresses, chartText, figureFacts } from '../../../chart-picture';
import { readCodingSession } from '../../../coding-session';
import { workspace } from '../../../db';
import { filterParameters } from '../../../events/[slug]/compare-query';
import { getLocale } from '../../../locale';
import { answering } from '../../../problem-response';
import { siteAddress } from '../../../site-address';

function page(html: string, status: number): Response {
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

function refused(problem: Problem, language: Locale): Response {
  const dictionary = dictionaryOf(language);
  const { common, compare } = dictionary;
  const text = chartText(language);
  if (problem.kind === 'invalid') {
    const sentences = problem.fields.map((field) => `${field.field}: ${problemSentence(dictionary, field)}`);
    return page(embedProblemPage(text, STANDALONE_LIGHT, [compare.problems, ...sentences]), 422);
  }
  const sentences = [common.errors.notFoundTitle, `${common.errors.notFoundBody} (${CHART_NAMES.join(', ')})`];
  return page(embedProblemPage(text, STANDALONE_LIGHT, sentences), 404);
}

/** A chart alone, as a page for a frame in an article: no JavaScript, own style, language by `lang`. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string; chart: string }> }): Promise<Response> {
  return answering(async () => {
    const { slug, chart: name } = await params;
    const query = new URL(request.url).searchParams;
    const lang = query.get('lang');
    const language = isLocale(lang) ? lang : await getLocale();
    const found = await getChart(workspace(), { eventSlug: slug, name, query, language, coding: await readCodingSession() });
    if (!found.ok) return refused(found.problem, language);
    const chart = found.value;
    const { scope } = chart.found;
    const site = await siteAddress();
    const text = chartText(language);
    const theme = inReadersFont(chart.picture.theme === 'dark' ? STANDALONE_DARK : STANDALONE_LIGHT, language);
    const target = scope.target === scope.event.targets[0]?.slug ? null : scope.target;
    const links = eventChartLinks(slug, filterParameters(scope.filter, target));
    const draw = (width: number, size: string) =>
      drawChart(chart.model, { text, theme, links, width, idPrefix: `${chart.model.name}-${size}` });
    const html = embedPage({
      facts: figureFacts(chart, site),
      table: tableOfChart(chart.model, text, links),
      narrow: draw(PAGE_WIDTHS.narrow, 'narrow'),
      wide: draw(PAGE_WIDTHS.wide, 'wide'),
      text,
      theme,
      page: {
        href: chartAddresses({ ...chart, name: chart.model.name }, site).page,
        label: dictionaryOf(language).report.embed.open,
      },
    });
    return page(html, 200);
  });
}
