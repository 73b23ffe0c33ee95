import type { Metadata } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import { REASON_MAX } from '#lib/core/change-note';
import { SOURCE_NOTE_MAX } from '#lib/core/events/source-input';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import { findDraft } from '#lib/usecases/find-draft';
import { getSource } from '#lib/usecases/list-sources';
import { Button } from '../../../../_components/button';
import { ErrorSummary } from '../../../../_components/error-summary';
import { TextAreaField, TextField } from '../../../../_components/field';
import { Page } from '../../../../_components/page';
import { RememberedName } from '../../../../_components/remembered-name';
import { readCoderName } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { getDictionary } from '../../../../locale';
import { missingPage } from '../../../../missing-page';
import { sentencesOf, settingsLabel } from '../../../form-problems';

interface SourcePageProps {
  readonly params: Promise<{ readonly slug: string; readonly source: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { settings } = await getDictionary();
  return { title: settings.source.title };
}

/** The form of one source; `new` makes one. */
export default async function SourcePage({ params, searchParams }: SourcePageProps) {
  await connection();
  const { slug, source: id } = await params;
  const query = await searchParams;
  const dictionary = await getDictionary();
  const { settings, edit, common } = dictionary;
  const words = settings.source;
  const found = id === 'new' ? null : await getSource(workspace(), id);
  if (found !== null && !found.ok) return missingPage();
  const source = found?.value ?? null;
  const draft =
    typeof query['draft'] === 'string' ? await findDraft(workspace(), { form: `source ${id}`, id: query['draft'] }) : null;
  const problems = draft?.problems ?? [];
  const errors = sentencesOf(dictionary, problems);
  const stored: Readonly<Record<string, string | null | undefined>> = {
    outlet: source?.outlet,
    title: source?.title,
    url: source?.url,
    language: source?.language,
    published_on: source?.publishedOn,
    archive_url: source?.archiveUrl,
    note: source?.note,
    by: await readCoderName(),
  };
  const base = (name: string, label: string) => ({
    name,
    label,
    error: errors.get(name),
    defaultValue: draft?.values[name] ?? stored[name] ?? '',
  });
  const latin = { dir: 'ltr', autoCapitalize: 'none', spellCheck: false } as const;
  const list = `/events/${encodeURIComponent(slug)}/sources`;
  return (
    <Page
      title={source === null ? words.addTitle : words.editTitle}
      kicker={<Link href={list}>{words.all}</Link>}
      lead={words.lead}
    >
      <form className="form" method="post" action={`${list}/submit`} noValidate>
        {problems.length === 0 ? null : (
          <ErrorSummary
            title={common.form.errorSummary(problems.length)}
            errors={problems.map((problem) => ({
              field: problem.field,
              label: settingsLabel(problem.field, dictionary),
              sentence: errors.get(problem.field) ?? '',
            }))}
          />
        )}
        <input type="hidden" name="id" value={source?.id ?? ''} />
        <div className="form-row">
          <TextField {...base('outlet', words.outlet)} maxLength={STATEMENT_LIMITS.outlet} />
          <TextField {...base('title', words.titleField)} maxLength={STATEMENT_LIMITS.title} />
        </div>
        <TextField {...base('url', words.url)} {...latin} inputMode="url" maxLength={STATEMENT_LIMITS.url} />
        <div className="form-row">
          <TextField {...base('published_on', words.publishedOn)} hint={dictionary.add.dateHint} dir="ltr" maxLength={40} />
          <TextField {...base('language', words.language)} {...latin} maxLength={STATEMENT_LIMITS.languageTag} />
        </div>
        <TextField {...base('archive_url', words.archiveUrl)} {...latin} inputMode="url" maxLength={STATEMENT_LIMITS.url} />
        <TextAreaField {...base('note', words.note)} maxLength={SOURCE_NOTE_MAX} />
        <div className="form-row">
          <TextField
            {...base('by', edit.by)}
            hint={edit.byHint}
            maxLength={STATEMENT_LIMITS.coder}
            autoComplete="nickname"
            aria-required
          />
          <TextField {...base('reason', edit.reason)} maxLength={REASON_MAX} aria-required />
        </div>
        <div className="form-actions">
          <Button look="primary">{words.save}</Button>
        </div>
      </form>
      <RememberedName fields={['by']} />
    </Page>
  );
}
