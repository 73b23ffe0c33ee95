import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { findDraft } from '#lib/usecases/find-draft';
import { DISPUTE_SHOWS, type DisputeShow, getDisputes } from '#lib/usecases/get-disputes';
import { LinkButton } from '../../../_components/button';
import { EmptyState, Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { Tabs } from '../../../_components/tabs';
import { codeLabel } from '../../../code-words';
import { readCoderName, readCodingSession } from '../../../coding-session';
import { workspace } from '../../../db';
import { getDictionary, getLocale } from '../../../locale';
import { DecideForm } from './decide-form';
import { DisputeCard } from './dispute-card';

interface AdjudicatePageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { adjudicate } = await getDictionary();
  return { title: adjudicate.title, robots: { index: false } };
}

function one(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function showOf(value: string | null): DisputeShow {
  return DISPUTE_SHOWS.find((known) => known === value) ?? 'disputed';
}

/** Two codes as the address writes them: `favor~against`. */
function pairOf(value: string | null): readonly [string, string] | null {
  const [first, second] = value?.split('~') ?? [];
  return first === undefined || second === undefined ? null : [first, second];
}

/** A unit as the address writes it: variable, a slash, statement. */
function unitOf(value: string | null): { readonly statementId: string; readonly variableKey: string } | null {
  const parts = /^([^/]+)\/(.+)$/.exec(value ?? '');
  return parts === null ? null : { variableKey: parts[1] ?? '', statementId: parts[2] ?? '' };
}

export default async function AdjudicatePage({ params, searchParams }: AdjudicatePageProps) {
  await connection();
  const { slug } = await params;
  const query = await searchParams;
  const variable = one(query['variable']);
  const unit = unitOf(one(query['unit']));
  const between = pairOf(one(query['between']));
  const show = unit !== null || between !== null ? 'any' : showOf(one(query['show']));
  const found = await getDisputes(workspace(), {
    eventSlug: slug,
    variable,
    show,
    between,
    unit,
    coding: await readCodingSession(),
  });
  if (!found.ok) notFound();
  const { event, disputes, total, hidden } = found.value;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { adjudicate: words } = dictionary;
  const base = `/events/${encodeURIComponent(slug)}`;
  const hrefOf = (changes: Readonly<Record<string, string | null>>): string => {
    const next = new URLSearchParams();
    for (const [name, value] of Object.entries({ variable, show, ...changes })) {
      if (value !== null && value !== '' && !(name === 'show' && value === 'disputed')) next.set(name, value);
    }
    const text = next.toString();
    return `${base}/adjudicate${text === '' ? '' : `?${text}`}`;
  };
  const name = await readCoderName();
  const draftId = one(query['draft']);
  const draft = draftId === null ? null : await findDraft(workspace(), { form: 'adjudicate', id: draftId });
  const [only] = disputes;
  const done = one(query['done']);
  const shownVariable = event.codebook.variables.find(({ key }) => key === variable);
  const label = (code: string): string => codeLabel(shownVariable, code, locale);
  const isListing = unit === null;

  return (
    <Page kicker={<bdi>{event.title[locale]}</bdi>} title={words.title} lead={words.lead}>
      <div className="stack stack-l">
        {done === null ? null : (
          <Notice kind="ok" isStatus>
            <p>{done === 'reopened' ? words.reopenedNow : words.decided}</p>
          </Notice>
        )}
        {isListing ? (
          <div className="stack">
            <Tabs
              label={words.show.label}
              tabs={DISPUTE_SHOWS.map((each) => ({
                key: each,
                label: words.show[each],
                href: hrefOf({ show: each }),
                isCurrent: each === show,
              }))}
            />
            <Tabs
              label={words.variableTabs.label}
              tabs={[
                { key: '', label: words.variableTabs.all, href: hrefOf({ variable: null }), isCurrent: variable === null },
                ...event.codebook.variables.map(({ key, label: name }) => ({
                  key,
                  label: name[locale],
                  href: hrefOf({ variable: key }),
                  isCurrent: key === variable,
                })),
              ]}
            />
            {between === null ? null : (
              <p>
                {words.between(label(between[0]), label(between[1]))} · <a href={hrefOf({ show: null })}>{words.showAll}</a>
              </p>
            )}
            <p role="status">
              {words.total(total)}
              {total > disputes.length ? ` · ${words.more(disputes.length, total)}` : ''}
            </p>
            {hidden === 0 ? null : <p className="hint">{words.hidden(hidden)}</p>}
          </div>
        ) : null}
        {disputes.length === 0 ? (
          <EmptyState
            title={words.emptyTitle}
            body={words.emptyBody}
            action={<LinkButton href={`${base}/reliability`}>{words.emptyAction}</LinkButton>}
          />
        ) : null}
        {disputes.map((dispute) => (
          <DisputeCard
            key={`${dispute.statementId} ${dispute.variableKey}`}
            dispute={dispute}
            base={base}
            isOpen={!isListing}
            back={variable}
            name={name}
            dictionary={dictionary}
            locale={locale}
          />
        ))}
        {isListing || only === undefined || only.rulings.some(({ reopenedAt }) => reopenedAt === null) ? null : (
          <DecideForm
            dispute={only}
            codebookVersion={event.codebook.number}
            base={base}
            back={one(query['back'])}
            name={name}
            draft={draft}
            dictionary={dictionary}
            locale={locale}
          />
        )}
      </div>
    </Page>
  );
}
