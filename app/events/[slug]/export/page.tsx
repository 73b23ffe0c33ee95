import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { Fragment } from 'react';
import { formatListFilter, withoutPaging } from '#lib/core/filter/statement-filter';
import { columnLabels } from '#lib/i18n/column-labels';
import { formatDate, formatScore } from '#lib/i18n/format';
import { previewExport } from '#lib/usecases/preview-export';
import { LinkButton } from '../../../_components/button';
import { CopyButton } from '../../../_components/copy-button';
import { DataTable } from '../../../_components/data-table';
import { Page } from '../../../_components/page';
import { readCodingSession } from '../../../coding-session';
import { workspace } from '../../../db';
import { getDictionary, getLocale } from '../../../locale';
import { siteAddress } from '../../../site-address';
import { withQuery } from '../compare-query';

interface ExportPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Enough of a text for a preview. */
const EXCERPT = 100;

export async function generateMetadata(): Promise<Metadata> {
  const { export: words } = await getDictionary();
  return { title: words.title };
}

export default async function ExportPage({ params, searchParams }: ExportPageProps) {
  await connection();
  const { slug } = await params;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { export: words, common, statements: listWords } = dictionary;
  const found = await previewExport(workspace(), {
    eventSlug: slug,
    query: await searchParams,
    language: locale,
    labels: columnLabels(locale),
    coding: await readCodingSession(),
  });
  if (!found.ok) notFound();
  const { scope, filter, statements, codings, bytes, rows } = found.value;
  const { event } = scope;
  const base = `/events/${encodeURIComponent(slug)}`;
  const kept = scope.target === event.targets[0]?.slug ? '' : new URLSearchParams({ target: scope.target }).toString();
  const query = [formatListFilter(withoutPaging(scope.filter)), kept].filter((part) => part !== '').join('&');
  const href = (path: string, more = '') => withQuery(`${base}${path}`, [query, more].filter((part) => part !== '').join('&'));
  const site = await siteAddress();
  const files = [
    { key: 'excel', href: href('/statements.csv'), n: statements, bytes: bytes.csv },
    { key: 'data', href: href('/statements.csv', 'flavour=data'), n: statements, bytes: bytes.csv },
    { key: 'jsonl', href: href('/statements.jsonl'), n: statements, bytes: bytes.jsonl },
    { key: 'codings', href: `${base}/codings.csv?coders=pseudonyms`, n: codings, bytes: bytes.codings },
    { key: 'package', href: href('/data-package.zip'), n: statements, bytes: (bytes.csv + bytes.codings) / 4 },
  ] as const;
  const today = formatDate(locale, workspace().now().toISOString().slice(0, 10));
  const citation = words.cite(event.title[locale], today, statements, `${site}${href('')}`);
  return (
    <Page title={words.title} kicker={<bdi>{event.title[locale]}</bdi>} lead={words.lead}>
      <div className="stack stack-l">
        <div className="stack">
          {filter.length === 0 ? (
            <p>{words.whole}</p>
          ) : (
            <p>
              {words.filtered}{' '}
              {filter.map(({ facet, value }, place) => (
                <Fragment key={`${facet} ${value}`}>
                  {place === 0 ? null : common.partsSeparator}
                  {listWords.facets[facet]}: <bdi>{value}</bdi>
                </Fragment>
              ))}
            </p>
          )}
          <div className="cluster">
            <LinkButton href={href('/statements')}>{words.changeFilter}</LinkButton>
          </div>
        </div>
        <section className="section" aria-labelledby="files">
          <h2 id="files">{words.filesHeading}</h2>
          <DataTable
            caption={words.caption}
            rows={files}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'file',
                heading: words.columns.file,
                cell: (file) => (
                  <a href={file.href} download="">
                    {words.files[file.key].name}
                  </a>
                ),
              },
              { key: 'for', heading: words.columns.forWhom, isProse: true, cell: ({ key }) => words.files[key].for },
              { key: 'holds', heading: words.columns.holds, isNumeric: true, cell: ({ n }) => words.rows(n) },
              {
                key: 'size',
                heading: words.columns.size,
                isNumeric: true,
                cell: (file) => words.size(Math.max(1, Math.round(file.bytes / 1024))),
              },
            ]}
          />
        </section>
        <section className="section" aria-labelledby="preview">
          <h2 id="preview">{words.previewHeading}</h2>
          {rows.length === 0 ? (
            <p>{words.empty}</p>
          ) : (
            <DataTable
              caption={words.previewCaption}
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                { key: 'id', heading: <code>id</code>, cell: ({ id }) => <code>{id}</code> },
                { key: 'camp', heading: <code>camp</code>, cell: ({ camp }) => <code>{camp}</code> },
                {
                  key: 'stance',
                  heading: <code>stance</code>,
                  cell: ({ stance }) => <code>{stance}</code>,
                },
                {
                  key: 'text',
                  heading: <code>text</code>,
                  isProse: true,
                  cell: ({ text, language }) => (
                    <span lang={language} dir="auto">
                      {text.slice(0, EXCERPT)}
                    </span>
                  ),
                },
                {
                  key: 'score',
                  heading: <code>score</code>,
                  isNumeric: true,
                  cell: ({ score }) => (score === null ? words.notScored : formatScore(locale, score)),
                },
              ]}
            />
          )}
        </section>
        <section className="section" aria-labelledby="cite">
          <h2 id="cite">{words.citeHeading}</h2>
          <p className="citation-line">{citation}</p>
          <div className="cluster">
            <CopyButton text={citation} label={common.actions.copy} copiedLabel={common.actions.copied} />
          </div>
        </section>
        <section className="section" aria-labelledby="curl">
          <h2 id="curl">{words.curlHeading}</h2>
          <p className="hint">{words.curlHint}</p>
          <ul className="plain-list command-list" dir="ltr">
            {files.map((file) => (
              <li key={file.key}>
                <code>{`curl -fOJ '${site}${file.href}'`}</code>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}
