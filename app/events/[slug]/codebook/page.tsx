import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { formatDate, formatPlainNumber } from '#lib/i18n/format';
import { getCodebook } from '#lib/usecases/get-codebook';
import { LinkButton } from '../../../_components/button';
import { Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { Tabs } from '../../../_components/tabs';
import { readCodingSession } from '../../../coding-session';
import { workspace } from '../../../db';
import { getDictionary, getLocale } from '../../../locale';
import { ChangeList } from './change-list';
import { VariableSection } from './variable-section';

interface CodebookPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Names of the formats; they are the same in every language. */
const FORMATS = { md: 'Markdown', csv: 'CSV', json: 'JSON' } as const;

export async function generateMetadata(): Promise<Metadata> {
  const { codebook } = await getDictionary();
  return { title: codebook.title, description: codebook.lead };
}

function numberOf(value: string | string[] | undefined): number | null {
  return typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;
}

export default async function CodebookPage({ params, searchParams }: CodebookPageProps) {
  await connection();
  const { slug } = await params;
  const query = await searchParams;
  const found = await getCodebook(workspace(), {
    eventSlug: slug,
    version: numberOf(query['version']),
    coding: await readCodingSession(),
  });
  if (!found.ok) notFound();
  const { event, version, versions, usage, isBlind, changes } = found.value;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { codebook: words } = dictionary;
  const base = `/events/${encodeURIComponent(slug)}/codebook`;
  const newest = event.codebook.number;
  const published = numberOf(query['published']);
  const number = (n: number): string => formatPlainNumber(locale, n);
  const dateOf = (at: string | null): string => (at === null ? '' : words.published(formatDate(locale, at.slice(0, 10))));
  const meta = (
    <div className="stack">
      <p className="hint">
        {words.version(number(version.number))} · {dateOf(version.publishedAt)}
        {version.note === null ? null : (
          <>
            {' '}
            · <bdi>{version.note}</bdi>
          </>
        )}
      </p>
      {versions.length < 2 ? null : (
        <Tabs
          label={words.versions}
          tabs={versions.map((each) => ({
            key: String(each.number),
            label:
              each.number === newest
                ? `${words.version(number(each.number))} (${words.current})`
                : words.version(number(each.number)),
            href: each.number === newest ? base : `${base}?version=${each.number}`,
            isCurrent: each.number === version.number,
          }))}
        />
      )}
      <div className="cluster">
        {Object.entries(FORMATS).map(([format, name]) => (
          <LinkButton key={format} href={`${base}/file?format=${format}&version=${version.number}`} look="quiet" isFile>
            {name}
          </LinkButton>
        ))}
        <LinkButton href={`${base}/edit`}>{words.edit.link}</LinkButton>
      </div>
    </div>
  );
  return (
    <Page kicker={<bdi>{event.title[locale]}</bdi>} title={words.title} lead={words.lead} meta={meta}>
      {published === null ? null : (
        <Notice kind="ok" isStatus>
          <p>{words.done(number(published))}</p>
        </Notice>
      )}
      {version.number === newest ? null : (
        <Notice>
          <p>{words.old(number(newest))}</p>
        </Notice>
      )}
      {isBlind ? <p className="hint">{words.blind}</p> : null}
      {version.variables.map((variable) => (
        <VariableSection
          key={variable.key}
          variable={variable}
          event={event}
          isBlind={isBlind}
          usage={usage.filter((use) => use.variable === variable.key)}
          editBase={version.number === newest ? `${base}/edit` : null}
          dictionary={dictionary}
          locale={locale}
        />
      ))}
      {changes === null ? null : (
        <section className="section" aria-labelledby="changes">
          <h2 id="changes">{words.changes.heading(number(version.number))}</h2>
          <ChangeList changes={changes} content={found.value.content} dictionary={dictionary} locale={locale} />
        </section>
      )}
    </Page>
  );
}
