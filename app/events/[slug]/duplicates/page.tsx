import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { compareTexts } from '#lib/core/duplicates/compare-texts';
import { DUPLICATE_DECISIONS } from '#lib/core/duplicates/duplicate-decision';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatDate, formatMoment, formatPercent } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { problemSentence } from '#lib/i18n/problem-sentence';
import { type FoundDuplicates, findDuplicates, type ProposedPair } from '#lib/usecases/find-duplicates';
import { Button, LinkButton } from '../../../_components/button';
import { DataTable } from '../../../_components/data-table';
import { RadioField, TextField } from '../../../_components/field';
import { EmptyState, Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { RememberedName } from '../../../_components/remembered-name';
import { sourceName } from '../../../_components/statement-byline';
import { readCoderName } from '../../../coding-session';
import { workspace } from '../../../db';
import { getDictionary, getLocale } from '../../../locale';
import { DifferenceQuote } from './difference-quote';

interface DuplicatesPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** So many pairs stand on one page: each is a decision, and the list is made anew after each. */
const SHOWN = 20;
/** Milliseconds: of many texts the page shows what was found by then. */
const PATIENCE = 3000;
/** Enough of a text to tell it in a table. */
const EXCERPT = 80;

export async function generateMetadata(): Promise<Metadata> {
  const { duplicates } = await getDictionary();
  return { title: duplicates.title };
}

export default async function DuplicatesPage({ params, searchParams }: DuplicatesPageProps) {
  await connection();
  const { slug } = await params;
  const query = await searchParams;
  const found = await findDuplicates(workspace(), { eventSlug: slug, limit: SHOWN, patience: PATIENCE });
  if (!found.ok) notFound();
  const { event, proposed, decided, total, compared, toCompare } = found.value;
  const isGoingOn = compared < toCompare;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { common, duplicates: words } = dictionary;
  const coder = (await readCoderName()) ?? '';
  const base = `/events/${encodeURIComponent(slug)}`;
  const action = `${base}/duplicates/submit`;
  return (
    <Page
      title={words.title}
      kicker={<bdi>{event.title[locale]}</bdi>}
      lead={words.lead}
      meta={
        <p role="status">
          {words.compared(compared, total)} {total > proposed.length ? words.shownFirst(proposed.length) : null}
        </p>
      }
    >
      <div className="stack stack-l">
        {query['done'] === 'saved' || query['done'] === 'undone' ? (
          <Notice kind="ok" isStatus>
            <p>{words[query['done']]}</p>
          </Notice>
        ) : null}
        {query['refused'] === undefined ? null : (
          <Notice kind="error" isStatus>
            <p>
              {query['refused'] === 'required' ? common.form.chooseOne : problemSentence(dictionary, { code: 'not_allowed' })}
            </p>
          </Notice>
        )}
        {isGoingOn ? (
          <Notice isStatus>
            <p>{words.goingOn(compared, toCompare)}</p>
            <LinkButton href={`${base}/duplicates`}>{words.lookAgain}</LinkButton>
          </Notice>
        ) : null}
        {proposed.length === 0 && isGoingOn ? null : proposed.length === 0 ? (
          <EmptyState
            title={words.none}
            body={words.noneBody}
            action={<LinkButton href={`${base}/statements`}>{words.toStatements}</LinkButton>}
          />
        ) : (
          proposed.map((pair, place) => (
            <PairForm
              key={`${pair.earlier.id} ${pair.later.id}`}
              pair={pair}
              place={place + 1}
              action={action}
              coder={coder}
              dictionary={dictionary}
              locale={locale}
            />
          ))
        )}
        {decided.length === 0 ? null : <Decided decided={decided} action={action} coder={coder} words={words} locale={locale} />}
      </div>
      <RememberedName fields={proposed.map((_, place) => `by_${place + 1}`)} />
    </Page>
  );
}

interface PairFormProps {
  readonly pair: ProposedPair;
  readonly place: number;
  readonly action: string;
  readonly coder: string;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

function PairForm({ pair, place, action, coder, dictionary, locale }: PairFormProps) {
  const { common, duplicates: words } = dictionary;
  const { earlier, later, similarity, kind } = pair;
  const difference = compareTexts(earlier.text, later.text);
  const isSame = difference.left.length === 0 && difference.right.length === 0;
  const share = formatPercent(locale, similarity);
  const sides = [
    { member: earlier, own: difference.left, heading: words.earlier },
    { member: later, own: difference.right, heading: words.later },
  ];
  return (
    <section className="section" aria-labelledby={`pair-${place}`}>
      <h2 id={`pair-${place}`}>{words.pair(place)}</h2>
      <p className="hint">
        {kind === 'similar' ? words.alike(share) : words.contained(share)} {isSame ? words.sameWords : words.marked}
      </p>
      <div className="columns">
        {sides.map(({ member, own, heading }) => (
          <DifferenceQuote
            key={member.id}
            text={member.text}
            language={member.language}
            own={own}
            byline={
              <div className="byline">
                <span>{heading}</span>
                <bdi>{sourceName(member) ?? common.quote.noSource}</bdi>
                <span>{member.saidOn === null ? common.quote.undated : formatDate(locale, member.saidOn)}</span>
                <Link href={`/statements/${encodeURIComponent(member.id)}`}>{dictionary.statements.openStatement}</Link>
              </div>
            }
          />
        ))}
      </div>
      <form className="form" method="post" action={action}>
        <input type="hidden" name="first" value={earlier.id} />
        <input type="hidden" name="second" value={later.id} />
        <input type="hidden" name="place" value={place} />
        <RadioField
          name={`decision_${place}`}
          label={words.question}
          choices={DUPLICATE_DECISIONS.map((value) => ({
            value,
            label: words.decisions[value],
            hint: words.decisionHints[value],
          }))}
          required
          isInline
        />
        <div className="form-row">
          <RadioField
            name={`original_${place}`}
            label={words.keep}
            choices={[
              { value: earlier.id, label: words.keepEarlier },
              { value: later.id, label: words.keepLater },
            ]}
            defaultValue={earlier.id}
          />
          <TextField
            name={`by_${place}`}
            label={words.by}
            hint={dictionary.edit.byHint}
            defaultValue={coder}
            autoComplete="nickname"
            required
          />
        </div>
        <div className="form-actions">
          <Button look="primary">{words.decide}</Button>
        </div>
      </form>
    </section>
  );
}

interface DecidedProps {
  readonly decided: FoundDuplicates['decided'];
  readonly action: string;
  readonly coder: string;
  readonly words: Dictionary['duplicates'];
  readonly locale: Locale;
}

function Decided({ decided, action, coder, words, locale }: DecidedProps) {
  const link = (member: FoundDuplicates['decided'][number]['first']) => (
    <Link href={`/statements/${encodeURIComponent(member.id)}`}>
      <bdi lang={member.language}>{member.text.slice(0, EXCERPT)}</bdi>
    </Link>
  );
  return (
    <section className="section" aria-labelledby="decided">
      <h2 id="decided">{words.decidedHeading}</h2>
      <DataTable
        caption={words.decidedCaption}
        rows={decided}
        rowKey={({ firstId, secondId }) => `${firstId} ${secondId}`}
        columns={[
          { key: 'first', heading: words.columns.first, cell: ({ first }) => link(first) },
          { key: 'second', heading: words.columns.second, cell: ({ second }) => link(second) },
          { key: 'decision', heading: words.columns.decision, cell: ({ decision }) => words.decisions[decision] },
          { key: 'who', heading: words.columns.who, cell: ({ decidedBy }) => <bdi>{decidedBy}</bdi> },
          {
            key: 'when',
            heading: words.columns.when,
            cell: ({ decidedAt }) => <time dateTime={decidedAt}>{formatMoment(locale, new Date(decidedAt))}</time>,
          },
          {
            key: 'undo',
            heading: words.columns.undo,
            cell: ({ firstId, secondId, first, decidedBy }) => (
              <form method="post" action={action}>
                <input type="hidden" name="do" value="undo" />
                <input type="hidden" name="first" value={firstId} />
                <input type="hidden" name="second" value={secondId} />
                <input type="hidden" name="by" value={coder === '' ? decidedBy : coder} />
                <Button look="quiet" aria-label={words.undoLabel(first.text.slice(0, EXCERPT))}>
                  {words.undo}
                </Button>
              </form>
            ),
          },
        ]}
      />
    </section>
  );
}
