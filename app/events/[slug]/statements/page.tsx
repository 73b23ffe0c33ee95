import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { connection } from 'next/server';
import {
  describeListFilter,
  formatFilter,
  formatListFilter,
  type StatementFilter,
  withoutChip,
  withoutPaging,
} from '#lib/core/filter/statement-filter';
import { chartAgreement } from '#lib/i18n/chart-agreement';
import { problemSentence } from '#lib/i18n/problem-sentence';
import { getChangesSince } from '#lib/usecases/get-changes-since';
import { chartMarks } from '#lib/usecases/get-comparison';
import { listStatements } from '#lib/usecases/list-statements';
import { LinkButton } from '../../../_components/button';
import { Chips } from '../../../_components/filters';
import { EmptyState, Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { Pager } from '../../../_components/pager';
import { PinnedNotice } from '../../../_components/pinned-notice';
import { readCodingSession } from '../../../coding-session';
import { workspace } from '../../../db';
import { getDictionary, getLocale } from '../../../locale';
import { withQuery } from '../compare-query';
import { FilterForm } from './filter-form';
import { filterChipLabel } from './filter-labels';
import { StatementRow } from './statement-row';

interface StatementsPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { statements } = await getDictionary();
  return { title: statements.title };
}

export default async function StatementsPage({ params, searchParams }: StatementsPageProps) {
  await connection();
  const { slug } = await params;
  const asked = await searchParams;
  const found = await listStatements(workspace(), {
    eventSlug: slug,
    query: asked,
    coding: await readCodingSession(),
  });
  if (!found.ok) notFound();
  const { scope, page, facets, marks, scorers } = found.value;
  const { event, filter } = scope;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { common, statements } = dictionary;
  const words = { event, facets, dictionary, locale };

  const kept = scope.target === event.targets[0]?.slug ? {} : { target: scope.target };
  const base = `/events/${encodeURIComponent(slug)}/statements`;
  const withTarget = (query: string) => [query, new URLSearchParams(kept).toString()].filter((part) => part !== '').join('&');
  const hrefOf = (of: StatementFilter, path = base): string => withQuery(path, withTarget(formatListFilter(of)));
  // The comparison leaves context camps out where its address does not say.
  const compared = withTarget(formatFilter(withoutPaging(filter)));
  // A form also sends its empty fields: who copies the address should not have to carry them.
  if (scope.problems.length === 0 && Object.values(asked).flat().includes('')) redirect(hrefOf(filter));
  const chips = describeListFilter(filter).map((chip) => {
    const label = filterChipLabel(chip, words);
    return {
      key: `${chip.facet} ${chip.value}`,
      label,
      hrefWithout: hrefOf(withoutChip(filter, chip)),
      removeLabel: common.filters.remove(label),
    };
  });
  const agreement = chartAgreement(dictionary, locale, chartMarks({ scope, marks }, ['stance', 'camp']), scorers);
  const eventHref = `/events/${encodeURIComponent(slug)}`;
  const addHref = `${eventHref}/add`;

  return (
    <Page kicker={<bdi>{event.title[locale]}</bdi>} title={statements.title}>
      <div className="with-aside">
        <FilterForm action={base} filter={filter} words={words} total={page.total} kept={kept} />
        <div className="stack">
          {scope.problems.length === 0 ? null : (
            <Notice kind="error" title={statements.filtersNotRead}>
              <ul>
                {scope.problems.map((problem) => (
                  <li key={problem.field}>
                    <code>{problem.field}</code>: {problemSentence(dictionary, problem)}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          {filter.asof === null ? null : (
            <PinnedNotice
              since={getChangesSince(workspace(), event, filter.asof)}
              nowHref={hrefOf({ ...filter, asof: null, after: null })}
              words={dictionary.views}
              locale={locale}
            />
          )}
          <div className="list-head">
            <p className="list-count" role="status">
              {common.counts.statements(page.total)}
            </p>
            {page.total === 0 ? null : (
              <div className="cluster">
                <LinkButton href={withQuery(eventHref, compared)} look="quiet">
                  {dictionary.views.compare}
                </LinkButton>
                <LinkButton href={hrefOf(withoutPaging(filter), `${eventHref}/export`)} look="quiet">
                  {common.nav.export}
                </LinkButton>
                <LinkButton href={`${eventHref}/views?view=${encodeURIComponent(compared)}`} look="quiet">
                  {dictionary.views.saveThis}
                </LinkButton>
              </div>
            )}
          </div>
          <Chips label={common.filters.active} filters={chips} clearHref={base} clearLabel={common.actions.clearAll} />
          {page.items.length === 0 || agreement === null ? null : <p className="hint">{agreement}</p>}
          {page.items.length === 0 ? (
            <EmptyState
              title={chips.length === 0 ? statements.emptyEventTitle : statements.emptyTitle}
              body={chips.length === 0 ? statements.emptyEventBody : statements.emptyBody}
              action={
                chips.length === 0 ? (
                  <LinkButton href={addHref} look="primary">
                    {common.nav.add}
                  </LinkButton>
                ) : (
                  <LinkButton href={base} look="primary">
                    {common.actions.clearAll}
                  </LinkButton>
                )
              }
            />
          ) : (
            <ol className="statement-list">
              {page.items.map((statement) => (
                <li key={statement.id}>
                  <StatementRow statement={statement} event={event} query={filter.q} dictionary={dictionary} locale={locale} />
                </li>
              ))}
            </ol>
          )}
          <Pager
            words={common.pager}
            range={statements.showing(page.items.length, page.total)}
            firstHref={filter.after === null ? null : hrefOf({ ...filter, after: null })}
            nextHref={page.next === null ? null : hrefOf({ ...filter, after: page.next })}
          />
          <div className="cluster screen-only">
            <LinkButton href={`${eventHref}/views`} look="quiet">
              {dictionary.views.link}
            </LinkButton>
            <LinkButton href={`${eventHref}/duplicates`} look="quiet">
              {dictionary.duplicates.title}
            </LinkButton>
            <LinkButton href={`${eventHref}/sources`} look="quiet">
              {dictionary.settings.source.title}
            </LinkButton>
          </div>
        </div>
      </div>
    </Page>
  );
}
