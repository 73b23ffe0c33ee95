import type { Metadata } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import type { FieldProblem } from '#lib/core/problem';
import { isStatementField } from '#lib/core/statement/statement-input';
import type { Dictionary } from '#lib/i18n/dictionary';
import { problemSentence } from '#lib/i18n/problem-sentence';
import type { StatusChange } from '#lib/usecases/change-statement-status';
import { findDraft } from '#lib/usecases/find-draft';
import { type FoundEditable, getEditableStatement } from '#lib/usecases/get-editable-statement';
import { Button } from '../../../_components/button';
import { ErrorSummary } from '../../../_components/error-summary';
import { EventFrame } from '../../../_components/event-frame';
import { Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { Quote } from '../../../_components/quote';
import { RememberedName } from '../../../_components/remembered-name';
import { workspace } from '../../../db';
import { fieldLabels } from '../../../events/[slug]/add/statement-fields';
import { getDictionary, getLocale } from '../../../locale';
import { missingPage } from '../../../missing-page';
import { EditFields } from './edit-fields';
import { NoteFields } from './note-fields';

interface EditPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { edit } = await getDictionary();
  return { title: edit.title, robots: { index: false } };
}

function labelOf(field: string, dictionary: Dictionary): string {
  const { edit } = dictionary;
  if (field === 'by' || field === 'status_by') return edit.by;
  if (field === 'reason' || field === 'status_reason') return edit.reason;
  return isStatementField(field) ? fieldLabels(dictionary)[field] : field;
}

export default async function EditPage({ params, searchParams }: EditPageProps) {
  await connection();
  const { id } = await params;
  const query = await searchParams;
  const found = await getEditableStatement(workspace(), id);
  if (!found.ok) return missingPage();
  const { event, status, shown, base, linked } = found.value;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { common, edit, statement } = dictionary;
  const draft =
    typeof query['draft'] === 'string' ? await findDraft(workspace(), { form: `edit ${id}`, id: query['draft'] }) : null;
  const problems: readonly FieldProblem[] = draft?.problems ?? [];
  const sentenceOf = (problem: FieldProblem): string =>
    problem.code === 'exact_duplicate' ? edit.sameTextHere : problemSentence(dictionary, problem);
  const errors = new Map(problems.map((problem) => [problem.field, sentenceOf(problem)]));
  const values = { ...shown?.values, ...draft?.values };
  const address = `/statements/${encodeURIComponent(id)}`;
  const done = query['done'];

  return (
    <EventFrame slug={event.slug} dictionary={dictionary}>
      <Page
        title={edit.title}
        kicker={
          <>
            <Link href={address}>{statement.heading}</Link> · <bdi>{event.title[locale]}</bdi>
          </>
        }
        lead={shown === null ? undefined : edit.lead}
      >
        <div className="stack stack-l">
          {done === 'withhold' || done === 'delete' || done === 'restore' ? (
            <Notice kind="ok" isStatus title={edit.done[done]}>
              {linked.length === 0 || done === 'restore' ? null : <LinkedList linked={linked} words={edit} />}
            </Notice>
          ) : null}
          {problems.length === 0 ? null : (
            <ErrorSummary
              title={common.form.errorSummary(problems.length)}
              errors={problems.map((problem) => ({
                field: problem.field,
                label: labelOf(problem.field, dictionary),
                sentence: sentenceOf(problem),
              }))}
            />
          )}
          {shown === null ? (
            status === 'published' ? null : (
              <Notice title={statement.notShown[status]}>{null}</Notice>
            )
          ) : (
            <>
              <Quote text={shown.text} language={shown.language} attribution={shown.attribution} byline={edit.textFixed} />
              <form className="form" method="post" action={`${address}/edit/submit`} noValidate>
                <input type="hidden" name="base" value={base} />
                <EditFields
                  event={event}
                  dictionary={dictionary}
                  locale={locale}
                  values={values}
                  errors={errors}
                  hasHiddenName={shown.hasHiddenName}
                />
                <fieldset className="form-group">
                  <legend>{edit.groups.note}</legend>
                  <NoteFields words={edit} ids={{ by: 'by', reason: 'reason' }} values={values} errors={errors} />
                </fieldset>
                <div className="form-actions">
                  <Button look="primary">{edit.save}</Button>
                </div>
              </form>
            </>
          )}
          <StatusForm action={`${address}/status`} found={found.value} words={edit} values={values} errors={errors} />
        </div>
        <RememberedName fields={['by', 'status_by']} />
      </Page>
    </EventFrame>
  );
}

function LinkedList({ linked, words }: { readonly linked: readonly string[]; readonly words: Dictionary['edit'] }) {
  return (
    <>
      <p>{words.linked(linked.length)}</p>
      <ul>
        {linked.map((other) => (
          <li key={other}>
            <Link href={`/statements/${encodeURIComponent(other)}/edit`}>
              <bdi>{other}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

interface StatusFormProps {
  readonly action: string;
  readonly found: FoundEditable;
  readonly words: Dictionary['edit'];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: ReadonlyMap<string, string>;
}

/** What can be done with the whole statement, by its status. */
function StatusForm({ action, found, words, values, errors }: StatusFormProps) {
  const { status } = found;
  const changes: readonly { readonly change: StatusChange; readonly hint: string }[] = [
    ...(status === 'published' ? [{ change: 'withhold' as const, hint: words.withholdHint }] : []),
    ...(status === 'published' ? [] : [{ change: 'restore' as const, hint: words.restoreHint[status] }]),
    ...(status === 'deleted' ? [] : [{ change: 'delete' as const, hint: words.deleteHint }]),
  ];
  return (
    <section className="section" aria-labelledby="status">
      <h2 id="status">{words.hideHeading}</h2>
      <form className="form" method="post" action={action} noValidate>
        <NoteFields words={words} ids={{ by: 'status_by', reason: 'status_reason' }} values={values} errors={errors} />
        {changes.map(({ change, hint }) => (
          <div key={change} className="stack stack-s">
            <div>
              <Button name="do" value={change} look={change === 'delete' ? 'danger' : 'plain'}>
                {words[change]}
              </Button>
            </div>
            <p className="hint">{hint}</p>
          </div>
        ))}
      </form>
      <p className="hint">{words.purgeHint}</p>
      <p>
        <code dir="ltr">{`npm run -s cli -- purge ${found.id} --by … --reason … --dry-run`}</code>
      </p>
    </section>
  );
}
