import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { writeCodebookMarkdown } from '#lib/core/codebook/codebook-markdown';
import { formatPlainNumber } from '#lib/i18n/format';
import { problemSentence } from '#lib/i18n/problem-sentence';
import { findDraft } from '#lib/usecases/find-draft';
import { getCodebook } from '#lib/usecases/get-codebook';
import { CODEBOOK_FORMATS, importCodebook } from '#lib/usecases/import-codebook';
import { Button, LinkButton } from '../../../../_components/button';
import { ErrorSummary } from '../../../../_components/error-summary';
import { SelectField, TextAreaField, TextField } from '../../../../_components/field';
import { Page } from '../../../../_components/page';
import { readCoderName, readCodingSession } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { getDictionary, getLocale } from '../../../../locale';
import { ChangeList } from '../change-list';
import { CodeForm } from './code-form';
import { readCodeValues } from './code-values';

interface EditPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { codebook } = await getDictionary();
  return { title: codebook.edit.title, robots: { index: false } };
}

function one(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export default async function EditCodebookPage({ params, searchParams }: EditPageProps) {
  await connection();
  const { slug } = await params;
  const query = await searchParams;
  const coding = await readCodingSession();
  const found = await getCodebook(workspace(), { eventSlug: slug, coding });
  if (!found.ok) notFound();
  const { event, version, content, isBlind } = found.value;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { codebook: words, common } = dictionary;
  const base = `/events/${encodeURIComponent(slug)}/codebook`;
  const draftId = one(query['draft']);
  const draft = draftId === null ? null : await findDraft(workspace(), { form: 'codebook', id: draftId });
  const problems = draft?.problems ?? [];
  const name = draft?.values['by'] ?? (await readCoderName()) ?? '';
  const [variableKey = '', codeKey = ''] = (one(query['code']) ?? '').split('/');
  const variable = content.variables.find(({ key }) => key === variableKey);
  const codeDraft = draft?.values['code'];
  const trial =
    draft === null || problems.length > 0
      ? null
      : await importCodebook(workspace(), {
          eventSlug: slug,
          text: draft.values['text'] ?? '',
          format: CODEBOOK_FORMATS.find((known) => known === draft.values['format']) ?? 'md',
          basedOn: Number(draft.values['based_on']),
          by: draft.values['by'],
          coding,
          dryRun: true,
        });
  const preview = trial?.ok === true ? trial.value : null;
  const wholeText =
    draft !== null && codeDraft === undefined && draft.values['format'] === 'md'
      ? (draft.values['text'] ?? '')
      : writeCodebookMarkdown(content, `${event.slug}, version ${version.number}`);

  return (
    <Page
      kicker={<bdi>{event.title[locale]}</bdi>}
      title={words.edit.title}
      lead={words.edit.lead}
      meta={<p className="hint">{words.version(formatPlainNumber(locale, version.number))}</p>}
    >
      <div className="stack stack-l">
        {problems.length === 0 ? null : (
          <ErrorSummary
            title={words.refused}
            errors={problems.map((problem) => {
              const line = problem.params?.['line'] ?? problem.params?.['row'];
              return {
                field: problem.field,
                label: line === undefined ? problem.field : `${problem.field} (${line})`,
                sentence: problemSentence(dictionary, problem),
              };
            })}
          />
        )}
        {preview === null || draftId === null ? null : (
          <section aria-labelledby="preview" className="stack">
            <h2 id="preview">{words.preview.heading}</h2>
            {preview.changes.changed ? (
              <form className="form narrow" method="post" action={`${base}/publish`}>
                <input type="hidden" name="draft" value={draftId} />
                {preview.staleCodings > 0 ? <p>{words.preview.stale(preview.staleCodings)}</p> : null}
                {preview.staleCodings === 0 && !isBlind ? <p>{words.preview.noneStale}</p> : null}
                {isBlind ? <p className="hint">{words.blind}</p> : null}
                <p className="hint">{words.preview.sameMeaningHint}</p>
                <ChangeList changes={preview.changes} content={content} asksMeaning dictionary={dictionary} locale={locale} />
                <div className="form-actions">
                  <Button look="primary">{words.preview.publish(formatPlainNumber(locale, version.number + 1))}</Button>
                  <LinkButton href={`${base}/edit`} look="quiet">
                    {common.actions.cancel}
                  </LinkButton>
                </div>
              </form>
            ) : (
              <p>{words.preview.nothing}</p>
            )}
          </section>
        )}

        {variable === undefined ? (
          <section className="section" aria-labelledby="one">
            <h2 id="one">{words.edit.oneCode}</h2>
            <form className="form narrow" method="get" action={`${base}/edit`}>
              <SelectField
                name="code"
                label={words.edit.choose}
                hint={words.edit.oneCodeLead}
                choices={content.variables.flatMap((each) => [
                  ...each.codes.map((code) => ({
                    value: `${each.key}/${code.key}`,
                    label: `${each.label[locale]}: ${code.label[locale]}`,
                  })),
                  { value: `${each.key}/`, label: `${each.label[locale]}: ${words.edit.newCode}` },
                ])}
              />
              <div className="form-actions">
                <Button>{words.edit.open}</Button>
              </div>
            </form>
          </section>
        ) : (
          <CodeForm
            variable={variable}
            values={readCodeValues(codeDraft, variable, codeKey)}
            codeKey={codeKey}
            basedOn={version.number}
            base={base}
            name={name}
            dictionary={dictionary}
            locale={locale}
          />
        )}

        {variable === undefined ? (
          <section className="section" aria-labelledby="whole">
            <h2 id="whole">{words.edit.whole}</h2>
            <form className="form" method="post" action={`${base}/preview`} encType="multipart/form-data">
              <input type="hidden" name="based_on" value={version.number} />
              <div className="codebook-text">
                <TextAreaField
                  name="text"
                  label={words.edit.text}
                  hint={words.edit.wholeHint}
                  defaultValue={wholeText}
                  dir="ltr"
                  spellCheck={false}
                  rows={24}
                />
              </div>
              <div className="form-row">
                <TextField
                  name="file"
                  type="file"
                  label={words.edit.file}
                  note={common.form.optional}
                  accept=".md,.csv,.json,text/markdown,text/csv,application/json"
                />
                <TextField name="by" label={words.edit.by} defaultValue={name} autoComplete="nickname" maxLength={100} required />
              </div>
              <div className="form-actions">
                <Button look="primary">{words.edit.preview}</Button>
                <LinkButton href={base} look="quiet">
                  {common.actions.cancel}
                </LinkButton>
              </div>
            </form>
          </section>
        ) : null}
      </div>
    </Page>
  );
}
