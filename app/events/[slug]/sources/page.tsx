import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { formatDate, formatNumber } from '#lib/i18n/format';
import { listSources } from '#lib/usecases/list-sources';
import { LinkButton } from '../../../_components/button';
import { DataTable } from '../../../_components/data-table';
import { EmptyState, Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { sourceName } from '../../../_components/statement-byline';
import { workspace } from '../../../db';
import { getDictionary, getLocale } from '../../../locale';

interface SourcesPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { settings } = await getDictionary();
  return { title: settings.source.title };
}

export default async function SourcesPage({ params, searchParams }: SourcesPageProps) {
  await connection();
  const { slug } = await params;
  const { saved } = await searchParams;
  const found = await listSources(workspace(), slug);
  if (!found.ok) notFound();
  const { event, sources } = found.value;
  const locale = await getLocale();
  const { settings } = await getDictionary();
  const words = settings.source;
  const base = `/events/${encodeURIComponent(slug)}`;
  const add = <LinkButton href={`${base}/sources/new`}>{words.addTitle}</LinkButton>;
  return (
    <Page
      title={words.title}
      kicker={<bdi>{event.title[locale]}</bdi>}
      lead={words.lead}
      meta={<div className="cluster">{add}</div>}
    >
      <div className="stack">
        {saved === undefined ? null : (
          <Notice kind="ok" isStatus title={saved === 'unchanged' ? settings.unchanged : settings.saved}>
            {null}
          </Notice>
        )}
        {sources.length === 0 ? (
          <EmptyState title={words.none} action={add} />
        ) : (
          <DataTable
            caption={words.caption}
            isFitting
            rows={sources}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', heading: words.name, cell: (source) => <bdi>{sourceName(source) ?? words.unnamed}</bdi> },
              {
                key: 'published',
                heading: words.publishedOn,
                cell: ({ publishedOn }) => (publishedOn === null ? null : formatDate(locale, publishedOn)),
              },
              {
                key: 'statements',
                heading: words.statements,
                isNumeric: true,
                cell: ({ id, statements }) => (
                  <Link href={`${base}/statements?source=${encodeURIComponent(id)}&duplicates=in`}>
                    {formatNumber(locale, statements)}
                  </Link>
                ),
              },
              {
                key: 'edit',
                heading: words.edit,
                cell: (source) => (
                  <Link href={`${base}/sources/${encodeURIComponent(source.id)}`}>
                    {words.edit}
                    <span className="visually-hidden">: {sourceName(source) ?? words.unnamed}</span>
                  </Link>
                ),
              },
            ]}
          />
        )}
      </div>
    </Page>
  );
}
