import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import { formatMoment } from '#lib/i18n/format';
import { problemSentence } from '#lib/i18n/problem-sentence';
import { findDraft } from '#lib/usecases/find-draft';
import { type ListedView, listViews } from '#lib/usecases/list-views';
import { VIEW_LIMITS } from '#lib/usecases/save-view';
import { Button, LinkButton } from '../../../_components/button';
import { ErrorSummary } from '../../../_components/error-summary';
import { TextAreaField, TextField } from '../../../_components/field';
import { EmptyState, Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { RememberedName } from '../../../_components/remembered-name';
import { readCoderName } from '../../../coding-session';
import { workspace } from '../../../db';
import { getDictionary, getLocale } from '../../../locale';

interface ViewsPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { views } = await getDictionary();
  return { title: views.title };
}

/** The view's part of an address, with the log row that it is pinned to. */
function queryOf({ query, asof }: ListedView): string {
  const parameters = new URLSearchParams(query);
  if (asof !== null) parameters.set('asof', String(asof));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

export default async function ViewsPage({ params, searchParams }: ViewsPageProps) {
  await connection();
  const { slug } = await params;
  const query = await searchParams;
  const found = await listViews(workspace(), slug);
  if (!found.ok) notFound();
  const { event, views } = found.value;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { views: words, edit, common } = dictionary;
  const draft =
    typeof query['draft'] === 'string' ? await findDraft(workspace(), { form: `view ${slug}`, id: query['draft'] }) : null;
  const problems = draft?.problems ?? [];
  const errors = new Map(problems.map((problem) => [problem.field, problemSentence(dictionary, problem)]));
  const filter = draft?.values['query'] ?? (typeof query['view'] === 'string' ? query['view'] : null);
  const coder = (await readCoderName()) ?? '';
  const base = `/events/${encodeURIComponent(slug)}`;
  const labels: Readonly<Record<string, string>> = { name: words.name, note: words.note, by: edit.by };
  return (
    <Page title={words.title} kicker={<bdi>{event.title[locale]}</bdi>} lead={words.lead}>
      <div className="stack stack-l">
        {query['done'] === 'saved' || query['done'] === 'deleted' ? (
          <Notice kind="ok" isStatus title={words[query['done']]}>
            {null}
          </Notice>
        ) : null}
        {filter === null ? null : (
          <section className="section" aria-labelledby="save">
            <h2 id="save">{words.saveHeading}</h2>
            <form className="form" method="post" action={`${base}/views/submit`} noValidate>
              {problems.length === 0 ? null : (
                <ErrorSummary
                  title={common.form.errorSummary(problems.length)}
                  errors={problems.map((problem) => ({
                    field: problem.field,
                    label: labels[problem.field] ?? words.filter,
                    sentence: errors.get(problem.field) ?? '',
                  }))}
                />
              )}
              <p>
                {words.filter}: {filter === '' ? words.noFilter : <code dir="ltr">{filter}</code>}
              </p>
              <input type="hidden" name="query" value={filter} />
              <TextField
                name="name"
                label={words.name}
                error={errors.get('name')}
                defaultValue={draft?.values['name'] ?? ''}
                maxLength={VIEW_LIMITS.name}
                aria-required
              />
              <TextAreaField
                name="note"
                label={words.note}
                note={common.form.optional}
                error={errors.get('note')}
                defaultValue={draft?.values['note'] ?? ''}
                maxLength={VIEW_LIMITS.note}
              />
              <label className="choice">
                <input
                  type="checkbox"
                  name="pinned"
                  value="yes"
                  defaultChecked={draft === null || draft.values['pinned'] === 'yes'}
                />
                <span>{words.pin}</span>
                <span className="choice-hint">{words.pinHint}</span>
              </label>
              <TextField
                name="by"
                label={edit.by}
                hint={edit.byHint}
                error={errors.get('by')}
                defaultValue={draft?.values['by'] ?? coder}
                maxLength={STATEMENT_LIMITS.coder}
                autoComplete="nickname"
                aria-required
              />
              <div className="form-actions">
                <Button look="primary">{words.save}</Button>
              </div>
            </form>
          </section>
        )}
        {views.length === 0 && filter === null ? (
          <EmptyState
            title={words.none}
            body={words.noneBody}
            action={<LinkButton href={`${base}/statements`}>{words.statements}</LinkButton>}
          />
        ) : (
          views.map((view) => (
            <section key={view.id} className="section" aria-labelledby={`view-${view.id}`}>
              <h2 id={`view-${view.id}`}>
                <bdi>{view.name}</bdi>
              </h2>
              {view.note === null ? null : (
                <p>
                  <bdi>{view.note}</bdi>
                </p>
              )}
              <p className="byline">
                <span>{view.query === '' ? words.noFilter : <code dir="ltr">{view.query}</code>}</span>
                <span>{words.by(view.createdBy, formatMoment(locale, new Date(view.createdAt)))}</span>
                <span>{view.since === null ? words.follows : words.changed(view.since)}</span>
              </p>
              <div className="cluster">
                <LinkButton href={`${base}${queryOf(view)}`}>{words.compare}</LinkButton>
                <LinkButton href={`${base}/statements${queryOf(view)}`}>{words.statements}</LinkButton>
                <form method="post" action={`${base}/views/submit`}>
                  <input type="hidden" name="do" value="delete" />
                  <input type="hidden" name="id" value={view.id} />
                  <input type="hidden" name="by" value={coder === '' ? view.createdBy : coder} />
                  <Button look="quiet" aria-label={words.removeLabel(view.name)}>
                    {words.remove}
                  </Button>
                </form>
              </div>
            </section>
          ))
        )}
      </div>
      <RememberedName fields={['by']} />
    </Page>
  );
}
