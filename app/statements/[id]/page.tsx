import type { Metadata } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import { cache } from 'react';
import { formatDate, formatMoment } from '#lib/i18n/format';
import { getAgreementMarks } from '#lib/usecases/get-agreement-marks';
import { getEvaluation } from '#lib/usecases/get-evaluation';
import { getScorerAgreement } from '#lib/usecases/get-scorer-agreement';
import { getStatement } from '#lib/usecases/get-statement';
import { scoreOwnWords } from '#lib/usecases/score-own-words';
import { LinkButton } from '../../_components/button';
import { Citation } from '../../_components/citation';
import { EventFrame } from '../../_components/event-frame';
import { Notice } from '../../_components/notice';
import { Page } from '../../_components/page';
import { sourceName } from '../../_components/statement-byline';
import { readCodingSession } from '../../coding-session';
import { workspace } from '../../db';
import { campLabel } from '../../events/[slug]/statements/filter-labels';
import { getDictionary, getLocale } from '../../locale';
import { missingPage } from '../../missing-page';
import { siteAddress } from '../../site-address';
import { CodingsSection } from './codings-section';
import { FactsSection } from './facts-section';
import { HistorySection } from './history-section';
import { QuoteSection } from './quote-section';
import { SimilarSection } from './similar-section';
import { WordingSection } from './wording-section';

interface StatementPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const findStatement = cache(async (id: string) => getStatement(workspace(), id, await readCodingSession()));

export async function generateMetadata({ params }: StatementPageProps): Promise<Metadata> {
  await connection();
  const { id } = await params;
  const found = await findStatement(id);
  const locale = await getLocale();
  const dictionary = await getDictionary();
  if (!found.ok || !found.value.shown) return { title: dictionary.statement.heading, robots: { index: false } };
  const { statement, event } = found.value;
  const camp = campLabel(statement.resolved['camp']?.code ?? 'uncoded', event, dictionary, locale);
  const date = statement.saidOn === null ? dictionary.common.quote.undated : formatDate(locale, statement.saidOn);
  return { title: dictionary.statement.title(camp, date) };
}

export default async function StatementPage({ params, searchParams }: StatementPageProps) {
  await connection();
  const { id } = await params;
  const found = await findStatement(id);
  if (!found.ok) return missingPage();
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { common, statement: words } = dictionary;
  const { event } = found.value;
  const listHref = `/events/${encodeURIComponent(event.slug)}/statements`;
  const kicker = (
    <>
      <Link href={listHref}>{words.backToList}</Link> · <bdi>{event.title[locale]}</bdi>
    </>
  );

  const editHref = `/statements/${encodeURIComponent(id)}/edit`;
  if (!found.value.shown) {
    return (
      <EventFrame slug={event.slug} dictionary={dictionary}>
        <Page title={words.heading} kicker={kicker}>
          <Notice title={words.notShown[found.value.status]}>
            <p>{words.notShownSince(formatMoment(locale, new Date(found.value.since)))}</p>
            <LinkButton href={editHref}>{dictionary.edit.linkHidden}</LinkButton>
          </Notice>
        </Page>
      </EventFrame>
    );
  }

  const { statement, similar, hidden } = found.value;
  const session = await readCodingSession();
  const marks = await getAgreementMarks(workspace(), { eventSlug: event.slug, coding: session });
  const machine = await getScorerAgreement(workspace(), { eventSlug: event.slug, coding: session });
  const address = `${await siteAddress()}/statements/${encodeURIComponent(id)}`;
  const { edited } = await searchParams;
  const isJustAdded = (await searchParams)['added'] !== undefined;
  const speaker = statement.speaker?.name ?? common.quote.speakerUnnamed;
  const source = sourceName(statement.source) ?? common.quote.noSource;
  const lastChange = statement.history.at(-1)?.at ?? statement.createdAt;
  return (
    <EventFrame slug={event.slug} dictionary={dictionary}>
      <main className="main wrap" id="main" tabIndex={-1}>
        <div className="stack">
          <p className="kicker">{kicker}</p>
          {isJustAdded ? (
            <Notice kind="ok" isStatus title={words.added}>
              <div className="cluster">
                <LinkButton href={`/events/${encodeURIComponent(event.slug)}`}>{dictionary.add.savedCompare}</LinkButton>
                <LinkButton href={`/events/${encodeURIComponent(event.slug)}/add?from=${encodeURIComponent(id)}`}>
                  {words.addAnother}
                </LinkButton>
              </div>
            </Notice>
          ) : null}
          {edited === undefined ? null : (
            <Notice kind="ok" isStatus title={edited === 'unchanged' ? dictionary.edit.unchanged : dictionary.edit.saved}>
              {edited === 'disputed' ? <p>{dictionary.edit.disputed}</p> : null}
            </Notice>
          )}
          {hidden.score ? (
            <Notice>
              <p>{dictionary.coding.session.here}</p>
              <div>
                <LinkButton
                  href={`/events/${encodeURIComponent(event.slug)}/code?${new URLSearchParams({ statement: id, variable: hidden.variables[0] ?? '' })}`}
                >
                  {dictionary.coding.session.codeIt}
                </LinkButton>
              </div>
            </Notice>
          ) : null}
          <QuoteSection statement={statement} event={event} dictionary={dictionary} locale={locale} />
        </div>
        <div className="with-aside aside-end">
          <div>
            <CodingsSection
              statement={statement}
              hidden={hidden.variables}
              marks={marks.ok ? marks.value : {}}
              event={event}
              dictionary={dictionary}
              locale={locale}
            />
            <WordingSection
              statement={statement}
              agreements={machine.ok ? machine.value : []}
              measured={getEvaluation().readings[0]}
              ownWords={await scoreOwnWords(workspace(), statement)}
              isHidden={hidden.score}
              dictionary={dictionary}
              locale={locale}
            />
            <SimilarSection statement={statement} similar={similar} dictionary={dictionary} />
            <HistorySection statement={statement} event={event} dictionary={dictionary} locale={locale} />
          </div>
          <div className="stack">
            <FactsSection statement={statement} dictionary={dictionary} locale={locale} />
            <LinkButton href={editHref}>{dictionary.edit.link}</LinkButton>
          </div>
        </div>
        <Citation
          words={common}
          dataAsOf={formatMoment(locale, new Date(lastChange))}
          citation={words.cite(statement.text, speaker, source, address)}
          address={address}
        />
      </main>
    </EventFrame>
  );
}
