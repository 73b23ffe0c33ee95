import type { Metadata } from 'next';
import { connection } from 'next/server';
import { FORM_CAMPS } from '#lib/core/events/event-input';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import { formatNumber } from '#lib/i18n/format';
import { findDraft } from '#lib/usecases/find-draft';
import { Button } from '../../_components/button';
import { ErrorSummary } from '../../_components/error-summary';
import { TextField } from '../../_components/field';
import { Page } from '../../_components/page';
import { RememberedName } from '../../_components/remembered-name';
import { readCoderName } from '../../coding-session';
import { workspace } from '../../db';
import { getDictionary, getLocale } from '../../locale';
import { sentencesOf, settingsLabel } from '../form-problems';
import { CampFields } from './camp-fields';
import { EventFields, TargetFields } from './event-fields';

interface NewEventPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Rows of camps that are open from the start: as many as an event needs. */
const OPEN_CAMPS = 2;

export async function generateMetadata(): Promise<Metadata> {
  const { settings } = await getDictionary();
  return { title: settings.newEvent.title };
}

export default async function NewEventPage({ searchParams }: NewEventPageProps) {
  await connection();
  const query = await searchParams;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { settings: words, edit, common } = dictionary;
  const draft = typeof query['draft'] === 'string' ? await findDraft(workspace(), { form: 'event', id: query['draft'] }) : null;
  const values = draft?.values ?? {};
  const problems = draft?.problems ?? [];
  const errors = sentencesOf(dictionary, problems);
  const shared = { words, values, errors };
  return (
    <Page title={words.newEvent.title} lead={words.newEvent.lead}>
      <form className="form" method="post" action="/events/new/submit" noValidate>
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
        <fieldset className="form-group">
          <legend>{words.event.heading}</legend>
          <EventFields {...shared} hasSlug />
        </fieldset>
        <fieldset className="form-group">
          <legend>{words.target.proposition}</legend>
          <TargetFields {...shared} />
        </fieldset>
        <fieldset className="form-group">
          <legend>{words.camp.heading}</legend>
          <p className="hint">{words.camp.definitionHint}</p>
          {Array.from({ length: FORM_CAMPS }, (_, index) => {
            const prefix = `camp_${index + 1}_`;
            const isUsed = Object.entries(values).some(([name, value]) => name.startsWith(`${prefix}label`) && value !== '');
            return (
              <details key={prefix} className="more-fields" open={index < OPEN_CAMPS || isUsed}>
                <summary>{words.camp.row(formatNumber(locale, index + 1))}</summary>
                <div className="form-group">
                  <CampFields {...shared} prefix={prefix} hasSlug />
                </div>
              </details>
            );
          })}
        </fieldset>
        <TextField
          name="by"
          label={edit.by}
          hint={edit.byHint}
          error={errors.get('by')}
          defaultValue={values['by'] ?? (await readCoderName()) ?? ''}
          maxLength={STATEMENT_LIMITS.coder}
          autoComplete="nickname"
          aria-required
        />
        <div className="form-actions">
          <Button look="primary">{words.newEvent.save}</Button>
        </div>
      </form>
      <RememberedName fields={['by']} />
    </Page>
  );
}
