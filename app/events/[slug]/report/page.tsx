import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { type ChartModel, drawsInterval, readsScores } from '#lib/core/charts/chart';
import { NO_LINKS } from '#lib/core/charts/chart-target';
import { describeFilter } from '#lib/core/filter/statement-filter';
import { cssString } from '#lib/core/report/css-string';
import { formatDate, formatList, formatMoment, formatPlainNumber } from '#lib/i18n/format';
import { scorerNames } from '#lib/i18n/scorer-names';
import { getReport } from '#lib/usecases/get-report';
import { LinkButton } from '../../../_components/button';
import { Figure } from '../../../_components/charts/figure';
import { IsolatedText } from '../../../_components/isolated-text';
import { Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { agreementNote, chartQuery, chartText } from '../../../chart-picture';
import { readCodingSession } from '../../../coding-session';
import { workspace } from '../../../db';
import { getDictionary, getLocale } from '../../../locale';
import { siteAddress } from '../../../site-address';
import { filterChipLabel } from '../statements/filter-labels';
import { PrintButton } from './print-button';
import { ReportQuotes } from './report-quotes';

interface ReportPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { report } = await getDictionary();
  return { title: report.title };
}

function asQuery(searchParams: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(searchParams)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) query.append(name, each);
  }
  return query;
}

/** Margin boxes of every printed page: address and filter on one side, number of the page on the other. */
function pageMargins(foot: string, isLtr: boolean): string {
  const [start, end] = isLtr ? ['left', 'right'] : ['right', 'left'];
  const type = 'font: 7.5pt/1.3 Inter, "IBM Plex Sans Arabic", sans-serif; color: #4a4740;';
  return `@page { @bottom-${start} { content: ${cssString(foot)}; ${type} inline-size: 85%; text-align: ${start}; direction: ${isLtr ? 'ltr' : 'rtl'}; } @bottom-${end} { content: counter(page) " / " counter(pages); ${type} direction: ltr; } }`;
}

export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  await connection();
  const { slug } = await params;
  const locale = await getLocale();
  const found = await getReport(workspace(), {
    eventSlug: slug,
    query: asQuery(await searchParams),
    language: locale,
    coding: await readCodingSession(),
  });
  if (!found.ok) notFound();
  const { found: comparison, view, charts, camps, origins, methods } = found.value;
  const { scope, comparison: numbers } = comparison;
  const { event, filter } = scope;
  const dictionary = await getDictionary();
  const { common, compare, report } = dictionary;
  const text = chartText(locale);
  const chips = describeFilter(filter)
    .filter(({ facet }) => facet !== 'asof')
    .map((chip) => filterChipLabel(chip, { event, facets: null, dictionary, locale }));
  const filterLine = chips.length === 0 ? null : chips.join(common.partsSeparator);
  const dataAsOf = origins.dataAsOf === null ? '' : formatMoment(locale, new Date(origins.dataAsOf));
  const base = `/events/${encodeURIComponent(slug)}`;
  const pinned = chartQuery({ found: comparison, view }, true);
  const site = await siteAddress();
  const address = `${site}${base}/report?${pinned}`;
  const proposition = event.targets.find((each) => each.slug === scope.target)?.proposition[locale] ?? scope.target;
  const compared = common.counts.statements(numbers.totals.compared);
  const citation = compare.cite(event.title[locale], compared, dataAsOf, address);
  const foot = [address, filterLine === null ? null : text.figure.filter(filterLine), text.figure.dataOf(dataAsOf)]
    .filter((part) => part !== null)
    .join(' · ');
  const scorers = scorerNames(locale, origins.scorers);
  const facts = [
    { term: report.facts.target, value: proposition },
    { term: report.facts.happened, value: formatDate(locale, event.heldOn) },
    { term: report.facts.compared, value: `${compared} · ${common.counts.camps(camps.length)}` },
    { term: report.facts.filter, value: filterLine ?? report.facts.noFilter },
    { term: report.facts.dataAsOf, value: dataAsOf },
    {
      term: report.facts.sources,
      value:
        origins.sources.length === 0
          ? report.facts.sourcesUnnamed
          : formatList(
              locale,
              origins.sources.map(({ name }) => name),
            ),
    },
    { term: report.facts.scorer, value: scorers ?? report.facts.noScorer },
    { term: report.facts.codebook, value: report.facts.version(formatPlainNumber(locale, methods.codebookVersion)) },
  ];
  const noteOf = (model: ChartModel) => {
    const parts = [
      readsScores(model) && scorers !== null ? text.figure.scorer(scorers) : null,
      agreementNote(comparison, model),
    ].filter((each) => each !== null);
    return parts.length === 0 ? undefined : <IsolatedText text={parts.join(' · ')} />;
  };
  const labels = Object.fromEntries(event.codebook.variables.map((variable) => [variable.key, variable.label[locale]]));
  const { sections } = dictionary.methods;

  return (
    <Page
      kicker={report.title}
      title={event.title[locale]}
      lead={charts[0] === undefined ? undefined : <IsolatedText text={text.finding(charts[0].finding)} />}
      meta={
        <div className="cluster screen-only">
          <PrintButton label={report.print} />
          <LinkButton href={base}>{report.back}</LinkButton>
          <p className="hint">{report.printHint}</p>
        </div>
      }
    >
      <style>{pageMargins(foot, text.direction === 'ltr')}</style>
      <div className="report">
        {scope.problems.length === 0 ? null : (
          <Notice kind="error">
            <p>{compare.problems}</p>
          </Notice>
        )}
        <p>
          <strong>{common.notAPoll}</strong> {event.description[locale]}
        </p>
        <dl className="report-facts">
          {facts.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi>
                  <IsolatedText text={value} />
                </bdi>
              </dd>
            </div>
          ))}
        </dl>
        {charts.length === 0 ? (
          <p>{report.nothing}</p>
        ) : (
          <>
            <section aria-labelledby="found">
              <h2 id="found">{report.charts}</h2>
              {charts.map((model) => (
                <Figure
                  key={model.name}
                  id={model.name}
                  model={model}
                  text={text}
                  links={NO_LINKS}
                  filter={null}
                  table="open"
                  isStatic
                  note={noteOf(model)}
                />
              ))}
            </section>
            <section aria-labelledby="words">
              <div className="report-lead">
                <h2 id="words">{report.quotes}</h2>
                <p className="hint">{report.quotesLead}</p>
              </div>
              <ReportQuotes camps={camps} dictionary={dictionary} locale={locale} site={site} />
            </section>
          </>
        )}
        <section aria-labelledby="made" className="prose">
          <h2 id="made">{report.methods}</h2>
          <p>{dictionary.reliability.methods.paragraph(methods, labels)}</p>
          {[
            ...sections.axes.body.slice(0, 1),
            ...sections.score.body,
            ...sections.intervals.body,
            ...sections.duplicates.body,
          ].map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <h2>{report.limits}</h2>
          {[...sections.collected.body.slice(0, 2), ...sections.limits.body].map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {charts.some(drawsInterval) ? <p>{text.intervalNote}</p> : null}
          <h2>{report.cite}</h2>
          <p className="citation-line">{citation}</p>
          <p>{common.footer.licence}</p>
        </section>
      </div>
    </Page>
  );
}
