import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { cache } from 'react';
import type { ChartName } from '#lib/core/charts/chart-model';
import { eventChartLinks } from '#lib/core/charts/chart-target';
import { readChartView } from '#lib/core/charts/chart-view';
import { PREVIEW_SIZE } from '#lib/core/charts/draw-preview';
import { groupByCamp } from '#lib/core/comparison/compare-camps';
import { countPartedWays } from '#lib/core/comparison/parts-ways';
import { describeFilter, withoutChip } from '#lib/core/filter/statement-filter';
import { arCharts } from '#lib/i18n/ar-charts';
import { enCharts } from '#lib/i18n/en-charts';
import { formatDate, formatMoment } from '#lib/i18n/format';
import { getChangesSince } from '#lib/usecases/get-changes-since';
import { chartOf } from '#lib/usecases/get-chart';
import { comparedInput, getComparison } from '#lib/usecases/get-comparison';
import { headlineRobustnessOf } from '#lib/usecases/get-headline-robustness';
import { LinkButton } from '../../_components/button';
import { Citation } from '../../_components/citation';
import { Chips } from '../../_components/filters';
import { EmptyState, Notice } from '../../_components/notice';
import { PinnedNotice } from '../../_components/pinned-notice';
import { RobustnessPanel } from '../../_components/robustness-panel';
import { Tabs } from '../../_components/tabs';
import { readCodingSession } from '../../coding-session';
import { workspace } from '../../db';
import { getDictionary, getLocale } from '../../locale';
import { siteAddress } from '../../site-address';
import { CampQuotes } from './camp-quotes';
import { CompareFacts, CompareHead } from './compare-head';
import { compareQuery, filterParameters, readCompareView, withQuery } from './compare-query';
import { CompareSection } from './compare-section';
import { EventFigure } from './event-figure';
import { LeftOut } from './left-out';
import { filterChipLabel } from './statements/filter-labels';

interface ComparePageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

// Title and page ask for the same comparison; it is worked out once.
const findComparison = cache(async (slug: string, query: string) =>
  getComparison(workspace(), { eventSlug: slug, query, language: await getLocale(), coding: await readCodingSession() }),
);

function asQuery(searchParams: Readonly<Record<string, string | string[] | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(searchParams)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) query.append(name, each);
  }
  return query.toString();
}

export async function generateMetadata({ params, searchParams }: ComparePageProps): Promise<Metadata> {
  await connection();
  const { slug } = await params;
  const found = await findComparison(slug, asQuery(await searchParams));
  if (!found.ok) return {};
  const locale = await getLocale();
  const { event } = found.value.scope;
  const title = event.title[locale];
  const description = event.description[locale];
  const url = `${await siteAddress()}/events/${encodeURIComponent(event.slug)}/preview.png?lang=${locale}`;
  const preview = { url, ...PREVIEW_SIZE, alt: title };
  return {
    title,
    description,
    openGraph: { title, description, images: [preview] },
    twitter: { card: 'summary_large_image', title, description, images: [preview] },
  };
}

export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  await connection();
  const { slug } = await params;
  const query = await searchParams;
  const found = await findComparison(slug, asQuery(query));
  if (!found.ok) notFound();
  const { scope, comparison, counters } = found.value;
  const { event, filter } = scope;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { common, compare } = dictionary;
  const text = locale === 'ar' ? arCharts : enCharts;

  const view = readCompareView(query);
  const target = scope.target === event.targets[0]?.slug ? null : scope.target;
  const base = `/events/${encodeURIComponent(slug)}`;
  const links = eventChartLinks(slug, filterParameters(filter, target));
  const input = comparedInput(found.value);
  const grouped = groupByCamp(input);
  const parted = countPartedWays(grouped.camps.flatMap((camp) => camp.statements));
  const chartView = { ...readChartView(new URLSearchParams(asQuery(query))).view, ...view };
  const chart = (name: ChartName) => chartOf(workspace(), found.value, name, chartView);
  const bars = await chart('stance-bars');
  const strip = await chart('sentiment-strip');
  const cross = await chart('stance-by-sentiment');
  const moreCharts = {
    shares: await chart('share-intervals'),
    differences: await chart('camp-differences'),
    movement: await chart('timeline'),
    terms: await chart('term-contrast'),
    slogans: await chart('slogans-by-use'),
  };
  const isContextShown = filter.context === 'in';
  const lead = view.measure === 'stance' ? bars : strip;
  const second = view.measure === 'stance' ? strip : bars;

  const chips = describeFilter(filter)
    .filter((chip) => chip.facet !== 'context')
    .map((chip) => {
      const label = filterChipLabel(chip, { event, facets: null, dictionary, locale });
      return {
        key: `${chip.facet} ${chip.value}`,
        label,
        hrefWithout: withQuery(base, compareQuery(withoutChip(filter, chip), view, target)),
        removeLabel: common.filters.remove(label),
      };
    });
  const filterLine = chips.length === 0 ? null : chips.map((chip) => chip.label).join(common.partsSeparator);
  const hrefOf = (changed: Partial<typeof view>): string =>
    withQuery(base, compareQuery(filter, { ...view, ...changed }, target));
  const fileQuery = new URLSearchParams(filterParameters(filter, target)).toString();
  const fileHref = (flavour: string): string =>
    withQuery(`${base}/statements.csv`, [fileQuery, `flavour=${flavour}`].filter(Boolean).join('&'));

  const dataAsOf = counters.lastChange === null ? null : formatMoment(locale, new Date(counters.lastChange));
  const pinned = withQuery(base, compareQuery({ ...filter, asof: filter.asof ?? counters.lastSeq }, view, target));
  const site = await siteAddress();
  const address = `${site}${pinned}`;
  const figure = { found: found.value, view: chartView, links, filter: filterLine, site };
  const proposition = event.targets.find((each) => each.slug === scope.target)?.proposition[locale] ?? scope.target;

  const layoutTabs = (
    <Tabs
      label={compare.layout.label}
      tabs={(['stacked', 'diverging'] as const).map((layout) => ({
        key: layout,
        label: compare.layout[layout],
        href: hrefOf({ bars: layout }),
        isCurrent: view.bars === layout,
      }))}
    />
  );
  const facts = (
    <CompareFacts
      date={formatDate(locale, event.heldOn)}
      isoDate={event.heldOn}
      description={event.description[locale]}
      proposition={proposition}
      counters={counters}
      words={dictionary}
    />
  );
  const isStance = view.measure === 'stance';

  return (
    <main className="main wrap" id="main" tabIndex={-1}>
      <CompareHead
        title={event.title[locale]}
        finding={comparison.totals.statements === 0 ? null : text.finding(lead.finding)}
        label={compare.finding}
      />
      {scope.problems.length === 0 ? null : (
        <Notice kind="error">
          <p>{compare.problems}</p>
        </Notice>
      )}
      {filter.asof === null ? null : (
        <PinnedNotice
          since={getChangesSince(workspace(), event, filter.asof)}
          nowHref={withQuery(base, compareQuery({ ...filter, asof: null }, view, target))}
          words={dictionary.views}
          locale={locale}
        />
      )}
      <Chips label={compare.filtered} filters={chips} clearHref={base} clearLabel={common.actions.clearAll} />
      {comparison.totals.statements === 0 ? (
        <>
          <EmptyState
            title={chips.length === 0 ? compare.empty : dictionary.statements.emptyTitle}
            action={
              chips.length === 0 ? (
                <div className="cluster">
                  <LinkButton href={`${base}/add`} look="primary">
                    {compare.emptyAction}
                  </LinkButton>
                  <LinkButton href={`/import?event=${encodeURIComponent(slug)}`}>{compare.emptyImport}</LinkButton>
                </div>
              ) : (
                <LinkButton href={base} look="primary">
                  {common.actions.clearAll}
                </LinkButton>
              )
            }
          />
          {facts}
        </>
      ) : (
        <>
          <div className="compare-lead">
            <div className="compare-main">
              <div className="compare-bar screen-only">
                <Tabs
                  label={compare.measure.label}
                  tabs={(['stance', 'wording'] as const).map((measure) => ({
                    key: measure,
                    label: compare.measure[measure],
                    href: hrefOf({ measure }),
                    isCurrent: view.measure === measure,
                  }))}
                />
                {isStance ? layoutTabs : null}
              </div>
              <EventFigure {...figure} model={lead} headingLevel={2} isFindingShown={false} />
            </div>
            <div className="stack">
              {parted.worthNote ? (
                <Notice>
                  <p>
                    {compare.partWays(parted.againstPositive + parted.favorNegative, parted.n)}{' '}
                    <a href="#stance-by-sentiment">{compare.partWaysLink}</a>
                  </p>
                </Notice>
              ) : null}
              {facts}
              {isStance ? null : <p className="hint">{compare.wordingLead}</p>}
              <p className="screen-only">
                <LinkButton href={withQuery(`${base}/statements`, fileQuery)} look="quiet">
                  {compare.filterLink}
                </LinkButton>
              </p>
            </div>
          </div>
          <CampQuotes camps={grouped.camps} links={links} dictionary={dictionary} />
          {isStance ? (
            <CompareSection id="wording" title={compare.wordingSection} lead={compare.wordingLead}>
              <EventFigure {...figure} model={second} />
            </CompareSection>
          ) : (
            <CompareSection
              id="stance"
              title={compare.stanceSection}
              lead={`${compare.stanceLead} ${compare.coders(counters.coders)}`}
              aside={layoutTabs}
            >
              <EventFigure {...figure} model={second} />
            </CompareSection>
          )}
          <CompareSection id="cross" title={compare.crossSection} lead={compare.crossLead}>
            <EventFigure {...figure} model={cross} />
          </CompareSection>
          <CompareSection id="difference" title={compare.differenceSection} lead={compare.differenceLead}>
            <div className="stack stack-l">
              <EventFigure {...figure} model={moreCharts.shares} />
              <EventFigure {...figure} model={moreCharts.differences} />
            </div>
          </CompareSection>
          <CompareSection id="movement" title={compare.movementSection} lead={compare.movementLead}>
            <EventFigure {...figure} model={moreCharts.movement} />
          </CompareSection>
          <CompareSection id="terms" title={compare.termsSection} lead={compare.termsLead}>
            <EventFigure {...figure} model={moreCharts.terms} />
          </CompareSection>
          <CompareSection id="slogans" title={compare.slogansSection} lead={compare.slogansLead}>
            <EventFigure {...figure} model={moreCharts.slogans} />
          </CompareSection>
          <RobustnessPanel
            found={await headlineRobustnessOf(workspace(), scope)}
            event={event}
            dictionary={dictionary}
            locale={locale}
          />
          <LeftOut
            totals={comparison.totals}
            isContextShown={isContextShown}
            toggleHref={withQuery(base, compareQuery({ ...filter, context: isContextShown ? 'out' : 'in' }, view, target))}
            words={dictionary}
          />
          <section className="section screen-only" aria-labelledby="take">
            <h2 id="take">{compare.download}</h2>
            <div className="cluster">
              <LinkButton href={fileHref('excel')} isFile>
                {compare.downloadExcel}
              </LinkButton>
              <LinkButton href={fileHref('data')} isFile>
                {compare.downloadData}
              </LinkButton>
              <LinkButton href={withQuery(`/api${base}/comparison`, fileQuery)} isFile>
                {compare.downloadJson}
              </LinkButton>
              <LinkButton href={withQuery(`${base}/report`, compareQuery(filter, view, target))}>{compare.report}</LinkButton>
            </div>
          </section>
        </>
      )}
      <Citation
        words={common}
        dataAsOf={dataAsOf}
        citation={compare.cite(
          event.title[locale],
          common.counts.statements(comparison.totals.compared),
          dataAsOf ?? '',
          address,
        )}
        address={address}
      />
    </main>
  );
}
