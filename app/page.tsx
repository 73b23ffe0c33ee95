import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { formatDate } from '#lib/i18n/format';
import { isLocale } from '#lib/i18n/locale';
import { listEvents } from '#lib/usecases/list-events';
import { LinkButton } from './_components/button';
import { Page } from './_components/page';
import { workspace } from './db';
import { getDictionary, getLocale } from './locale';

export async function generateMetadata(): Promise<Metadata> {
  const { events } = await getDictionary();
  return { title: events.title };
}

interface HomePageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Leads to the only event, in the language that the address names; with several events, or none, lists them. */
export default async function HomePage({ searchParams }: HomePageProps) {
  await connection();
  const { lang } = await searchParams;
  const kept = isLocale(lang) ? `?lang=${lang}` : '';
  const events = await listEvents(workspace());
  const [only, ...others] = events;
  if (only !== undefined && others.length === 0) redirect(`/events/${encodeURIComponent(only.slug)}${kept}`);
  const locale = await getLocale();
  const { common, events: words, settings } = await getDictionary();
  if (only === undefined) {
    return (
      <Page title={words.emptyTitle}>
        <div className="stack">
          <p>{words.emptyBody}</p>
          <pre>
            <code>{words.emptyCommand}</code>
          </pre>
          <div className="cluster">
            <LinkButton href="/events/new">{settings.newEvent.link}</LinkButton>
          </div>
        </div>
      </Page>
    );
  }
  return (
    <Page
      title={words.title}
      lead={words.lead}
      meta={
        <div className="cluster">
          <LinkButton href="/compare">{words.compareTwo}</LinkButton>
          <LinkButton href="/events/new">{settings.newEvent.link}</LinkButton>
        </div>
      }
    >
      <ul className="event-list">
        {events.map((event) => (
          <li key={event.slug}>
            <h2>
              <Link href={`/events/${encodeURIComponent(event.slug)}`}>{event.title[locale]}</Link>
            </h2>
            <p className="byline">
              <time dateTime={event.heldOn}>{formatDate(locale, event.heldOn)}</time>
              <span>{common.counts.statements(event.statements)}</span>
            </p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
