import type { Metadata } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import { UPLOAD_LIMIT } from '#lib/files/staged-file';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatMoment, formatNumber } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { listEvents } from '#lib/usecases/list-events';
import { listImports } from '#lib/usecases/list-imports';
import { Button, LinkButton } from '../_components/button';
import { DataTable } from '../_components/data-table';
import { SelectField, TextAreaField, TextField } from '../_components/field';
import { EmptyState, Notice } from '../_components/notice';
import { Page } from '../_components/page';
import { RememberedName } from '../_components/remembered-name';
import { readCoderName } from '../coding-session';
import { workspace } from '../db';
import { getDictionary, getLocale } from '../locale';
import { ImportSteps } from './steps';

interface ImportPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { import: words } = await getDictionary();
  return { title: words.title };
}

/** The limit of an upload in words. */
function limitInWords(locale: Locale): string {
  return `${formatNumber(locale, UPLOAD_LIMIT / 1024 / 1024)} MB`;
}

/** What was wrong with an attempt, by the code that the upload route leaves in the address. */
function refusalSentence(code: string | string[] | undefined, words: Dictionary, locale: Locale): string | null {
  switch (code) {
    case 'too_large':
      return words.import.choose.tooLarge(limitInWords(locale));
    case 'cut_short':
      return words.import.choose.cutShort;
    case 'no_file':
      return words.import.choose.noFile;
    case 'by':
      return `${words.import.choose.by}: ${words.problems.required({ seen: undefined, params: {} })}`;
    default:
      return null;
  }
}

export default async function ImportPage({ searchParams }: ImportPageProps) {
  await connection();
  const query = await searchParams;
  const events = await listEvents(workspace());
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { import: words } = dictionary;
  const [newest] = events;
  if (newest === undefined) {
    return (
      <Page title={words.title}>
        <EmptyState
          title={dictionary.events.emptyTitle}
          action={<LinkButton href="/events/new">{dictionary.settings.newEvent.title}</LinkButton>}
        />
      </Page>
    );
  }
  const asked = typeof query['event'] === 'string' ? query['event'] : null;
  const slug = events.find((event) => event.slug === asked)?.slug ?? newest.slug;
  const earlier = await listImports(workspace(), slug);
  const refusal = refusalSentence(query['refused'], dictionary, locale);
  return (
    <Page title={words.title} lead={words.lead} meta={<ImportSteps step="choose" words={words} />}>
      <div className="stack stack-l">
        {query['gone'] === undefined ? null : (
          <Notice kind="error" isStatus title={words.choose.goneTitle}>
            <p>{words.choose.goneBody}</p>
          </Notice>
        )}
        {refusal === null ? null : (
          <Notice kind="error" isStatus>
            <p>{refusal}</p>
          </Notice>
        )}
        <form className="form" method="post" action="/import/upload" encType="multipart/form-data">
          <div className="form-row">
            <SelectField
              name="event"
              label={words.choose.event}
              choices={events.map((event) => ({ value: event.slug, label: event.title[locale] }))}
              defaultValue={slug}
            />
            <TextField
              name="by"
              label={words.choose.by}
              hint={words.choose.byHint}
              defaultValue={(await readCoderName()) ?? ''}
              maxLength={STATEMENT_LIMITS.coder}
              autoComplete="nickname"
              required
            />
          </div>
          <TextField
            name="file"
            type="file"
            label={words.choose.file}
            hint={words.choose.fileHint(limitInWords(locale))}
            accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson"
          />
          <TextAreaField name="rows" label={words.choose.paste} hint={words.choose.pasteHint} spellCheck={false} />
          <div className="form-actions">
            <Button look="primary">{words.choose.submit}</Button>
          </div>
        </form>
        <p className="hint">
          <a href="/import/example.csv" download="">
            {words.choose.example}
          </a>
          {'. '}
          {words.choose.exampleHint}
        </p>
        {earlier.ok && earlier.value.batches.length > 0 ? (
          <section className="section" aria-labelledby="earlier">
            <h2 id="earlier">{words.earlier.heading}</h2>
            <DataTable
              caption={words.earlier.caption}
              rows={earlier.value.batches}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'file',
                  heading: words.earlier.file,
                  cell: ({ id, fileName }) => (
                    <Link href={`/import/${id}`}>
                      <bdi>{fileName}</bdi>
                    </Link>
                  ),
                },
                { key: 'status', heading: words.earlier.status, cell: ({ status }) => words.run.status[status] },
                {
                  key: 'added',
                  heading: words.earlier.added,
                  isNumeric: true,
                  cell: ({ added }) => formatNumber(locale, added),
                },
                {
                  key: 'here',
                  heading: words.earlier.here,
                  isNumeric: true,
                  cell: ({ unchanged }) => formatNumber(locale, unchanged),
                },
                {
                  key: 'rejected',
                  heading: words.earlier.rejected,
                  isNumeric: true,
                  cell: ({ rejected }) => formatNumber(locale, rejected),
                },
                {
                  key: 'when',
                  heading: words.earlier.when,
                  cell: ({ createdAt }) => <time dateTime={createdAt}>{formatMoment(locale, new Date(createdAt))}</time>,
                },
                { key: 'who', heading: words.earlier.who, cell: ({ createdBy }) => <bdi>{createdBy}</bdi> },
              ]}
            />
          </section>
        ) : null}
      </div>
      <RememberedName fields={['by']} />
    </Page>
  );
}
