import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { ATTRIBUTIONS } from '#lib/core/stance';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import type { Dictionary } from '#lib/i18n/dictionary';
import { problemSentence } from '#lib/i18n/problem-sentence';
import { findDraft } from '#lib/usecases/find-draft';
import { findThread, type ThreadPart } from '#lib/usecases/find-thread';
import { getEvent } from '#lib/usecases/get-event';
import { Button, LinkButton } from '../../../../_components/button';
import { SelectField, TextAreaField, TextField } from '../../../../_components/field';
import { Notice } from '../../../../_components/notice';
import { Page } from '../../../../_components/page';
import { RememberedName } from '../../../../_components/remembered-name';
import { readCoderName } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { getDictionary, getLocale } from '../../../../locale';
import { fieldLabels } from '../statement-fields';

interface ThreadPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Enough of a part to know it by. */
const EXCERPT = 200;

export async function generateMetadata(): Promise<Metadata> {
  const { thread } = await getDictionary();
  return { title: thread.title };
}

export default async function ThreadPage({ params, searchParams }: ThreadPageProps) {
  await connection();
  const { slug } = await params;
  const query = await searchParams;
  const found = await getEvent(workspace(), slug);
  if (!found.ok) notFound();
  const { event } = found.value;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { thread: words, add, common } = dictionary;
  const address = `/events/${encodeURIComponent(slug)}/add/thread`;
  const list = typeof query['list'] === 'string' ? query['list'] : null;
  const opened = list === null ? null : await findThread(workspace(), { eventSlug: slug, list });
  const kicker = <bdi>{event.title[locale]}</bdi>;
  if (list !== null && opened?.ok === true) {
    const { parts } = opened.value;
    const done = parts.filter(({ statement }) => statement !== null).length;
    return (
      <Page title={words.draftsHeading} kicker={kicker} lead={words.draftsLead}>
        <div className="stack">
          {query['saved'] === undefined ? null : (
            <Notice kind="ok" isStatus title={done === parts.length ? words.allDone : add.saved}>
              <p>{words.progress(done, parts.length)}</p>
            </Notice>
          )}
          <Drafts parts={parts} list={list} address={address} words={words} />
        </div>
      </Page>
    );
  }

  const draft =
    typeof query['draft'] === 'string' ? await findDraft(workspace(), { form: `thread ${slug}`, id: query['draft'] }) : null;
  const problem = draft?.problems[0];
  const labels = fieldLabels(dictionary);
  const value = (name: string) => draft?.values[name] ?? '';
  return (
    <Page title={words.title} kicker={kicker} lead={words.lead}>
      <form className="form" method="post" action={`${address}/submit`} noValidate>
        <TextAreaField
          name="thread"
          label={words.text}
          hint={words.textHint}
          error={problem === undefined ? undefined : problemSentence(dictionary, problem)}
          defaultValue={value('thread')}
          isQuote
          aria-required
        />
        <fieldset className="form-group">
          <legend>{words.sharedHeading}</legend>
          <div className="form-row">
            <TextField
              name="source_outlet"
              label={labels.source_outlet}
              defaultValue={value('source_outlet')}
              maxLength={STATEMENT_LIMITS.outlet}
            />
            <TextField
              name="source_title"
              label={labels.source_title}
              defaultValue={value('source_title')}
              maxLength={STATEMENT_LIMITS.title}
            />
          </div>
          <TextField
            name="source_url"
            label={labels.source_url}
            hint={add.sourceUrlHint}
            defaultValue={value('source_url')}
            maxLength={STATEMENT_LIMITS.url}
            dir="ltr"
            inputMode="url"
          />
          <div className="form-row">
            <TextField
              name="said_on"
              label={labels.said_on}
              hint={add.dateHint}
              defaultValue={value('said_on')}
              dir="ltr"
              maxLength={40}
            />
            <SelectField
              name="attribution"
              label={labels.attribution}
              choices={ATTRIBUTIONS.map((code) => ({ value: code, label: common.attribution[code] }))}
              emptyChoice={common.form.choose}
              defaultValue={value('attribution')}
            />
          </div>
          <TextField
            name="coder"
            label={labels.coder}
            hint={add.coderHint}
            defaultValue={value('coder') === '' ? ((await readCoderName()) ?? '') : value('coder')}
            maxLength={STATEMENT_LIMITS.coder}
            autoComplete="nickname"
          />
        </fieldset>
        <div className="form-actions">
          <Button look="primary">{words.split}</Button>
        </div>
      </form>
      <RememberedName fields={['coder']} />
    </Page>
  );
}

interface DraftsProps {
  readonly parts: readonly ThreadPart[];
  readonly list: string;
  readonly address: string;
  readonly words: Dictionary['thread'];
}

function Drafts({ parts, list, address, words }: DraftsProps) {
  const openHref = (place: number) => `${address}/open?list=${list}&place=${place}`;
  const next = parts.find(({ statement }) => statement === null);
  return (
    <>
      {next === undefined ? null : (
        <div className="cluster">
          <LinkButton href={openHref(next.place)} look="primary">
            {words.codeNext}
          </LinkButton>
        </div>
      )}
      <ol className="statement-list">
        {parts.map(({ place, text, statement }) => (
          <li key={place} className="statement-row">
            <p dir="auto">{text.slice(0, EXCERPT)}</p>
            {statement === null ? (
              <Link href={openHref(place)} prefetch={false}>
                {words.code}
                <span className="visually-hidden">
                  {': '}
                  <bdi>{text.slice(0, EXCERPT)}</bdi>
                </span>
              </Link>
            ) : (
              <Link href={`/statements/${encodeURIComponent(statement)}`}>
                {words.saved}
                <span className="visually-hidden">
                  {': '}
                  <bdi>{text.slice(0, EXCERPT)}</bdi>
                </span>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
