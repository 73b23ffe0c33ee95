import type { Metadata } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import type { CampComparison } from '#lib/core/comparison/comparison-schema';
import type { Stance } from '#lib/core/stance';
import { chartAgreement } from '#lib/i18n/chart-agreement';
import { formatDate, formatNumber, formatScore } from '#lib/i18n/format';
import { compareEvents } from '#lib/usecases/compare-events';
import { chartMarks } from '#lib/usecases/get-comparison';
import { listEvents } from '#lib/usecases/list-events';
import { Button, LinkButton } from '../_components/button';
import { DataTable } from '../_components/data-table';
import { SelectField } from '../_components/field';
import { EmptyState, Notice } from '../_components/notice';
import { Page } from '../_components/page';
import { ResetOnReturn } from '../_components/reset-on-return';
import { readCodingSession } from '../coding-session';
import { workspace } from '../db';
import { getDictionary, getLocale } from '../locale';
import { askedEvents, type EventsQuery } from './asked-events';

interface ComparePageProps {
  readonly searchParams: Promise<EventsQuery>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { events } = await getDictionary();
  return { title: events.compare.title };
}

function countOf({ stances }: CampComparison, stance: Stance): number {
  return stances.find((each) => each.stance === stance)?.count ?? 0;
}

export default async function CompareEventsPage({ searchParams }: ComparePageProps) {
  await connection();
  const query = await searchParams;
  const events = await listEvents(workspace());
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { events: eventWords, settings } = dictionary;
  const words = eventWords.compare;
  const [one, other] = askedEvents(query);
  const first = one ?? events[0]?.slug ?? null;
  const second = other ?? events.find(({ slug }) => slug !== first)?.slug ?? null;
  if (first === null || second === null) {
    return (
      <Page title={words.title} lead={words.lead}>
        <EmptyState title={words.same} action={<LinkButton href="/events/new">{settings.newEvent.link}</LinkButton>} />
      </Page>
    );
  }
  const compared = await compareEvents(workspace(), {
    events: [first, second],
    query: '',
    language: locale,
    coding: await readCodingSession(),
  });
  const choices = events.map(({ slug, title }) => ({ value: slug, label: title[locale] }));
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="stack stack-l">
        <form id="two-events" className="form wide-form" method="get" action="/compare" autoComplete="off">
          <ResetOnReturn form="two-events" />
          <div className="form-row">
            <SelectField name="first" label={words.first} choices={choices} defaultValue={first} />
            <SelectField name="second" label={words.second} choices={choices} defaultValue={second} />
            <Button look="primary">{words.show}</Button>
          </div>
        </form>
        {compared.ok ? (
          <>
            <div className="columns">
              {[compared.value.first, compared.value.second].map(({ scope, marks }) => (
                <section key={scope.event.slug} className="stack stack-s" aria-labelledby={`event-${scope.event.slug}`}>
                  <h2 id={`event-${scope.event.slug}`}>{scope.event.title[locale]}</h2>
                  <p className="byline">
                    <time dateTime={scope.event.heldOn}>{formatDate(locale, scope.event.heldOn)}</time>
                  </p>
                  <p>
                    {words.towards}:{' '}
                    <bdi>{scope.event.targets.find(({ slug }) => slug === scope.target)?.proposition[locale]}</bdi>
                  </p>
                  <p className="hint">
                    {chartAgreement(dictionary, locale, chartMarks({ scope, marks }, ['stance', 'camp']), [])}
                  </p>
                  <Link href={`/events/${encodeURIComponent(scope.event.slug)}`}>
                    {words.full}
                    <span className="visually-hidden">: {scope.event.title[locale]}</span>
                  </Link>
                </section>
              ))}
            </div>
            {compared.value.shared.length === 0 ? (
              <EmptyState
                title={words.noneShared}
                body={words.noneSharedBody}
                action={
                  <LinkButton href={`/events/${encodeURIComponent(second)}/settings?edit=camp%3A#camp-form`}>
                    {settings.camp.add}
                  </LinkButton>
                }
              />
            ) : (
              <section className="section" aria-labelledby="shared">
                <h2 id="shared">{words.shared}</h2>
                <DataTable
                  caption={<span className="visually-hidden">{words.shared}</span>}
                  rows={compared.value.shared}
                  rowKey={({ slug }) => slug}
                  columns={[
                    { key: 'camp', heading: words.camp, cell: ({ label }) => label },
                    ...(['first', 'second'] as const).flatMap((side) => {
                      const group = compared.value[side].scope.event.title[locale];
                      const share = (camp: CampComparison, stance: Stance) => words.of(countOf(camp, stance), camp.n);
                      return [
                        {
                          key: `n ${side}`,
                          group,
                          heading: words.n,
                          isNumeric: true,
                          cell: (row: (typeof compared.value.shared)[number]) => formatNumber(locale, row[side].n),
                        },
                        {
                          key: `against ${side}`,
                          group,
                          heading: words.against,
                          isNumeric: true,
                          cell: (row: (typeof compared.value.shared)[number]) => share(row[side], 'against'),
                        },
                        {
                          key: `favor ${side}`,
                          group,
                          heading: words.favor,
                          isNumeric: true,
                          cell: (row: (typeof compared.value.shared)[number]) => share(row[side], 'favor'),
                        },
                      ];
                    }),
                    {
                      key: 'difference',
                      heading: words.difference,
                      isNumeric: true,
                      cell: ({ againstDifference: interval }) =>
                        interval === null
                          ? words.tooFew
                          : words.differenceOf(
                              formatScore(locale, interval.difference),
                              formatScore(locale, interval.low),
                              formatScore(locale, interval.high),
                            ),
                    },
                  ]}
                />
                <p className="hint">{words.caveat}</p>
              </section>
            )}
          </>
        ) : (
          <Notice kind="error" isStatus>
            <p>{words.same}</p>
          </Notice>
        )}
      </div>
    </Page>
  );
}
