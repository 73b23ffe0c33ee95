import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { REASON_MAX } from '#lib/core/change-note';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import type { EventRecord } from '#lib/db/events';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatDate } from '#lib/i18n/format';
import { findDraft } from '#lib/usecases/find-draft';
import { getEvent } from '#lib/usecases/get-event';
import { Button, LinkButton } from '../../../_components/button';
import { ErrorSummary } from '../../../_components/error-summary';
import { TextField } from '../../../_components/field';
import { Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { RememberedName } from '../../../_components/remembered-name';
import { readCoderName } from '../../../coding-session';
import { workspace } from '../../../db';
import { getDictionary, getLocale } from '../../../locale';
import { sentencesOf, settingsLabel } from '../../form-problems';
import { CampFields } from '../../new/camp-fields';
import { EventFields, TargetFields } from '../../new/event-fields';

interface SettingsPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

type Values = Readonly<Record<string, string>>;

export async function generateMetadata(): Promise<Metadata> {
  const { settings } = await getDictionary();
  return { title: settings.title };
}

function eventValues(event: EventRecord): Values {
  return {
    title_en: event.title.en,
    title_ar: event.title.ar,
    held_on: event.heldOn,
    description_en: event.description.en,
    description_ar: event.description.ar,
  };
}

function campValues(camp: EventRecord['camps'][number]): Values {
  return {
    label_en: camp.label.en,
    label_ar: camp.label.ar,
    definition_en: camp.definition.en,
    definition_ar: camp.definition.ar,
    role: camp.role,
    self_named: camp.selfNamed ? 'yes' : 'no',
  };
}

export default async function SettingsPage({ params, searchParams }: SettingsPageProps) {
  await connection();
  const { slug } = await params;
  const query = await searchParams;
  const found = await getEvent(workspace(), slug);
  if (!found.ok) notFound();
  const { event } = found.value;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { settings: words, common } = dictionary;
  const draft =
    typeof query['draft'] === 'string' ? await findDraft(workspace(), { form: `settings ${slug}`, id: query['draft'] }) : null;
  const open = typeof query['edit'] === 'string' ? query['edit'] : '';
  const problems = draft?.problems ?? [];
  const errors = sentencesOf(dictionary, problems);
  const none: ReadonlyMap<string, string> = new Map();
  const action = `/events/${encodeURIComponent(slug)}/settings/submit`;
  const address = `/events/${encodeURIComponent(slug)}/settings`;
  const coder = (await readCoderName()) ?? '';
  const opened = event.camps.find((camp) => open === `camp:${camp.slug}`);
  const { saved } = query;
  const formOf = (name: string, values: Values) =>
    open === name && draft !== null ? { values: { ...values, ...draft.values }, errors } : { values, errors: none };

  return (
    <Page title={words.title} kicker={<bdi>{event.title[locale]}</bdi>} lead={words.lead}>
      <div className="stack stack-l">
        {typeof saved === 'string' ? (
          <Notice kind="ok" isStatus title={saved === 'unchanged' ? words.unchanged : savedSentence(saved, words)}>
            {null}
          </Notice>
        ) : null}
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
        <section className="section" aria-labelledby="event">
          <h2 id="event">{words.event.heading}</h2>
          <dl className="facts">
            <div>
              <dt>{words.event.name}</dt>
              <dd>
                <bdi>{event.title[locale]}</bdi>
              </dd>
            </div>
            <div>
              <dt>{words.event.heldOn}</dt>
              <dd>
                <time dateTime={event.heldOn}>{formatDate(locale, event.heldOn)}</time>
              </dd>
            </div>
            {event.description[locale] === '' ? null : (
              <div>
                <dt>{words.event.description}</dt>
                <dd>{event.description[locale]}</dd>
              </div>
            )}
          </dl>
          {open === 'event' ? (
            <SettingsForm
              action={action}
              what="event"
              {...formOf('event', eventValues(event))}
              coder={coder}
              dictionary={dictionary}
              save={words.event.save}
            >
              <EventFields words={words} {...formOf('event', eventValues(event))} hasSlug={false} />
            </SettingsForm>
          ) : (
            <LinkButton href={`${address}?edit=event#event`}>{common.actions.edit}</LinkButton>
          )}
        </section>

        <section className="section" aria-labelledby="targets">
          <h2 id="targets">{words.target.heading}</h2>
          <p className="hint">{words.target.lead}</p>
          <dl className="facts">
            {event.targets.map((target) => (
              <div key={target.slug}>
                <dt>
                  <code>{target.slug}</code>
                </dt>
                <dd>{target.proposition[locale]}</dd>
              </div>
            ))}
          </dl>
          {open === 'target' ? (
            <SettingsForm
              action={action}
              what="target"
              {...formOf('target', {})}
              coder={coder}
              dictionary={dictionary}
              save={words.target.save}
            >
              <TargetFields words={words} {...formOf('target', {})} />
            </SettingsForm>
          ) : (
            <LinkButton href={`${address}?edit=target#targets`}>{words.target.add}</LinkButton>
          )}
        </section>

        <section className="section" aria-labelledby="camps">
          <h2 id="camps">{words.camp.heading}</h2>
          <p className="hint">{words.camp.lead}</p>
          <dl className="facts of-prose">
            {event.camps.map((camp) => (
              <div key={camp.slug}>
                <dt>
                  <strong>{camp.label[locale]}</strong> <code>{camp.slug}</code>
                </dt>
                <dd>
                  <p>{camp.definition[locale]}</p>
                  <p className="byline">
                    <span>{words.camp.roles[camp.role]}</span>
                    {camp.selfNamed ? <span>{words.camp.selfNamed}</span> : null}
                    {camp.retired ? <span>{words.camp.retired}</span> : null}
                    <Link href={`${address}?${new URLSearchParams({ edit: `camp:${camp.slug}` }).toString()}#camp-form`}>
                      {common.actions.edit}
                      <span className="visually-hidden">: {camp.label[locale]}</span>
                    </Link>
                  </p>
                </dd>
              </div>
            ))}
          </dl>
          {open === 'camp:' || opened !== undefined ? (
            <div id="camp-form" className="stack">
              <h3>{opened === undefined ? words.camp.add : words.camp.edit(opened.label[locale])}</h3>
              <SettingsForm
                action={action}
                what="camp"
                {...formOf(open, opened === undefined ? {} : campValues(opened))}
                coder={coder}
                dictionary={dictionary}
                save={words.camp.save}
              >
                <input type="hidden" name="camp" value={opened?.slug ?? ''} />
                <CampFields
                  words={words}
                  prefix=""
                  {...formOf(open, opened === undefined ? {} : campValues(opened))}
                  hasSlug={opened === undefined}
                />
                {opened === undefined ? null : (
                  <label className="choice">
                    <input type="checkbox" name="wording_only" value="yes" />
                    <span>{words.camp.wordingOnly}</span>
                    <span className="choice-hint">{words.camp.wordingOnlyHint}</span>
                  </label>
                )}
              </SettingsForm>
            </div>
          ) : (
            <LinkButton href={`${address}?${new URLSearchParams({ edit: 'camp:' }).toString()}#camp-form`}>
              {words.camp.add}
            </LinkButton>
          )}
          <p className="hint">{words.camp.inCodebook}</p>
        </section>

        <section className="section" aria-labelledby="sources">
          <h2 id="sources">{words.source.heading}</h2>
          <p className="hint">{words.source.lead}</p>
          <p className="byline">
            <span>{common.counts.sources(found.value.counters.sources)}</span>
            <span>{common.counts.statements(found.value.counters.statements)}</span>
          </p>
          <LinkButton href={`/events/${encodeURIComponent(slug)}/sources`}>{words.source.all}</LinkButton>
        </section>
        <div className="cluster">
          <LinkButton href="/events/new" look="quiet">
            {words.newEvent.link}
          </LinkButton>
          <LinkButton href={`/compare?events=${encodeURIComponent(slug)}`} look="quiet">
            {dictionary.events.compareTwo}
          </LinkButton>
        </div>
      </div>
      <RememberedName fields={['by']} />
    </Page>
  );
}

function savedSentence(saved: string, words: Dictionary['settings']): string {
  return /^\d+$/.test(saved) ? words.savedVersion(saved) : words.saved;
}

interface SettingsFormProps {
  readonly action: string;
  readonly what: 'event' | 'target' | 'camp';
  readonly values: Values;
  readonly errors: ReadonlyMap<string, string>;
  readonly coder: string;
  readonly dictionary: Dictionary;
  readonly save: string;
  readonly children: ReactNode;
}

/** One form of the page, with who and why at its end. */
function SettingsForm({ action, what, values, errors, coder, dictionary, save, children }: SettingsFormProps) {
  const { edit, settings } = dictionary;
  return (
    <form className="form" method="post" action={action} noValidate>
      <input type="hidden" name="do" value={what} />
      {children}
      <fieldset className="form-group">
        <legend>{settings.note}</legend>
        <div className="form-row">
          <TextField
            name="by"
            label={edit.by}
            hint={edit.byHint}
            error={errors.get('by')}
            defaultValue={values['by'] ?? coder}
            maxLength={STATEMENT_LIMITS.coder}
            autoComplete="nickname"
            aria-required
          />
          <TextField
            name="reason"
            label={edit.reason}
            error={errors.get('reason')}
            defaultValue={values['reason'] ?? ''}
            maxLength={REASON_MAX}
            aria-required
          />
        </div>
      </fieldset>
      <div className="form-actions">
        <Button look="primary">{save}</Button>
      </div>
    </form>
  );
}
