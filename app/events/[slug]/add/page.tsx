import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import type { FieldProblem } from '#lib/core/problem';
import { isStatementField, STATEMENT_FIELDS } from '#lib/core/statement/statement-input';
import { problemSentence } from '#lib/i18n/problem-sentence';
import { findDraft } from '#lib/usecases/find-draft';
import { getEvent } from '#lib/usecases/get-event';
import { getCheckedScorers } from '#lib/usecases/get-scorer-agreement';
import { LinkButton } from '../../../_components/button';
import { ErrorSummary } from '../../../_components/error-summary';
import { Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { readCodingSession } from '../../../coding-session';
import { workspace } from '../../../db';
import { getDictionary, getLocale } from '../../../locale';
import { AddForm } from './add-form';
import { fieldLabels, StatementFields } from './statement-fields';
import { TwinsNotice } from './twins-notice';
import { valuesAfter } from './values-after';

interface AddPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { add } = await getDictionary();
  return { title: add.title };
}

function one(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Problems that are not of a field but of the whole: the same or a like text is here already. */
function isTwin(problem: FieldProblem): boolean {
  return problem.code === 'exact_duplicate' || problem.code === 'near_duplicate';
}

/** Fields that are chosen and not typed: an empty one asks for a choice. */
const CHOSEN: ReadonlySet<string> = new Set(['camp', 'stance', 'confidence', 'attribution', 'speaker_risk', 'target']);

/** In the order of the form, so that the summary reads as the page does. */
function inFormOrder(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const order: readonly string[] = STATEMENT_FIELDS;
  return [...problems].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

export default async function AddPage({ params, searchParams }: AddPageProps) {
  await connection();
  const { slug } = await params;
  const query = await searchParams;
  const found = await getEvent(workspace(), slug);
  const checked = await getCheckedScorers(workspace(), { eventSlug: slug, coding: await readCodingSession() });
  if (!found.ok || !checked.ok) notFound();
  const { event } = found.value;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { add, common } = dictionary;

  const draftId = one(query['draft']);
  const afterId = one(query['after']) ?? one(query['from']);
  const draft = draftId === null ? null : await findDraft(workspace(), { form: 'add', id: draftId });
  const values = draft?.values ?? (afterId === null ? {} : await valuesAfter(workspace(), afterId));
  const problems = inFormOrder(draft?.problems.filter((problem) => !isTwin(problem)) ?? []);
  const sentenceOf = (problem: FieldProblem): string =>
    problem.code === 'required' && CHOSEN.has(problem.field) ? common.form.chooseOne : problemSentence(dictionary, problem);
  const twin = draft?.problems.find(isTwin);
  const sentences = new Map(problems.map((problem) => [problem.field, sentenceOf(problem)]));
  const labels = fieldLabels(dictionary);
  const address = `/events/${encodeURIComponent(slug)}/add`;
  const savedId = one(query['after']);

  return (
    <Page
      kicker={<bdi>{event.title[locale]}</bdi>}
      title={add.title}
      lead={add.lead}
      meta={<Link href={`${address}/thread`}>{dictionary.thread.link}</Link>}
    >
      <AddForm
        // A new statement starts in new fields; a draft comes back into the ones that were typed in.
        key={savedId ?? 'first'}
        action={`${address}/submit`}
        words={{
          save: add.save,
          saveAndNext: add.saveAndNext,
          saving: add.saving,
          shortcut: add.shortcut,
          offline: add.offline,
          restored: add.draftRestored,
          discard: add.draftDiscard,
        }}
        focusKey={draftId}
        startsAtText={savedId !== null}
      >
        {savedId === null ? null : (
          <Notice kind="ok" isStatus title={add.saved}>
            <div className="cluster">
              <LinkButton href={`/statements/${encodeURIComponent(savedId)}`}>{add.savedView}</LinkButton>
              <LinkButton href={`/events/${encodeURIComponent(slug)}`}>{add.savedCompare}</LinkButton>
            </div>
          </Notice>
        )}
        {problems.length === 0 ? null : (
          <ErrorSummary
            title={common.form.errorSummary(problems.length)}
            errors={problems.map((problem) => ({
              field: problem.field,
              label: isStatementField(problem.field) ? labels[problem.field] : problem.field,
              sentence: sentenceOf(problem),
            }))}
          />
        )}
        {twin === undefined ? null : <TwinsNotice problem={twin} words={add} />}
        {draft === null ? null : (
          <p className="hint">
            {add.draftRestored} <Link href={address}>{add.draftDiscard}</Link>
          </p>
        )}
        {draft?.values['thread'] === undefined ? null : <input type="hidden" name="thread" value={draft.values['thread']} />}
        <StatementFields
          event={event}
          scorers={checked.value}
          dictionary={dictionary}
          locale={locale}
          values={values}
          errors={sentences}
        />
        {twin?.code === 'near_duplicate' ? (
          <label className="choice">
            <input type="checkbox" name="save_similar" value="yes" />
            <span>{add.saveAnyway}</span>
            <span className="choice-hint">{add.nearBody}</span>
          </label>
        ) : null}
      </AddForm>
    </Page>
  );
}
