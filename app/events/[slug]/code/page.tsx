import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { formatNumber } from '#lib/i18n/format';
import { problemSentence } from '#lib/i18n/problem-sentence';
import type { CodingSession } from '#lib/usecases/find-blindness';
import { findDraft } from '#lib/usecases/find-draft';
import { type CodingQueue, getCodingQueue } from '#lib/usecases/get-coding-queue';
import { listCodingQueues } from '#lib/usecases/list-coding-queues';
import { Button, LinkButton } from '../../../_components/button';
import { ErrorSummary } from '../../../_components/error-summary';
import { IsolatedText } from '../../../_components/isolated-text';
import { EmptyState, Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { ProgressBar } from '../../../_components/progress-bar';
import { codeWords } from '../../../code-words';
import { readCoderName, readCodingSession } from '../../../coding-session';
import { workspace } from '../../../db';
import { getDictionary, getLocale } from '../../../locale';
import { CodingKeys } from './coding-keys';
import { DrawForm } from './draw-form';
import { StartForm } from './start-form';
import { UndoForm } from './undo-form';
import { NUMBER_KEYS, UnitForm, unitProblemSentence } from './unit-form';

interface CodePageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

function one(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export async function generateMetadata(): Promise<Metadata> {
  const { coding } = await getDictionary();
  return { title: coding.title, robots: { index: false } };
}

/** The queue of whoever codes; null where nobody does, or their queue is gone. */
async function findQueue(
  slug: string,
  query: Readonly<Record<string, string | string[] | undefined>>,
): Promise<(CodingQueue & { readonly session: CodingSession }) | null> {
  const session = await readCodingSession();
  if (session === null || session.event !== slug) return null;
  const [statementId, variableKey] = [one(query['statement']), one(query['variable'])];
  const queue = await getCodingQueue(workspace(), {
    eventSlug: slug,
    coder: session.coder,
    sample: session.sample,
    unit: statementId === null || variableKey === null ? null : { statementId, variableKey },
    after: one(query['after']),
  });
  return queue.ok ? { ...queue.value, session } : null;
}

export default async function CodePage({ params, searchParams }: CodePageProps) {
  await connection();
  const { slug } = await params;
  const query = await searchParams;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { coding: words } = dictionary;
  const base = `/events/${encodeURIComponent(slug)}`;
  const queue = await findQueue(slug, query);

  if (queue === null) {
    const found = await listCodingQueues(workspace(), { eventSlug: slug });
    if (!found.ok) notFound();
    const [startId, drawId] = [one(query['draft']), one(query['sample_draft'])];
    const start = startId === null ? null : await findDraft(workspace(), { form: 'code start', id: startId });
    const draw = drawId === null ? null : await findDraft(workspace(), { form: 'code sample', id: drawId });
    const drawn = found.value.samples.find(({ id }) => id === one(query['drawn']));
    const shared = { queues: found.value, base, dictionary, locale, name: await readCoderName() };
    return (
      <Page kicker={<bdi>{found.value.event.title[locale]}</bdi>} title={words.title} lead={words.lead}>
        <div className="stack stack-l">
          {drawn === undefined ? null : (
            <Notice kind="ok" isStatus>
              <p>{words.draw.done(drawn.statements)}</p>
            </Notice>
          )}
          <p>{words.blind}</p>
          <StartForm {...shared} draft={start} chosen={drawn?.id ?? null} />
          <DrawForm {...shared} draft={draw} />
        </div>
      </Page>
    );
  }

  const { session, coder, unit, progress, event, last } = queue;
  const draftId = one(query['draft']);
  const found = draftId === null ? null : await findDraft(workspace(), { form: 'code', id: draftId });
  // What one coder typed is not shown to the next one in this browser.
  const draft = found !== null && (found.values['coder'] ?? session.coder) === session.coder ? found : null;
  const problems = draft?.problems ?? [];
  const aboutCoder = problems.find(({ code }) => code === 'other_coder' || code === 'coder_inactive');
  const isInactive = coder !== null && !coder.active;
  const saved = query['saved'] === undefined || last === null ? null : words.saved(codeWords(event, last, locale).code);
  const hasMoved = saved !== null || query['undone'] !== undefined || query['after'] !== undefined;
  const codes = unit?.variable.codes.filter(({ supersededBy }) => supersededBy === null).length ?? 0;
  const below = (
    <>
      {last === null ? null : (
        <UndoForm last={last} coder={session.coder} event={event} base={base} words={words} locale={locale} />
      )}
      {unit === null && last === null ? null : (
        <CodingKeys
          words={words.keys}
          codes={unit === null ? null : `${formatNumber(locale, 1)} – ${formatNumber(locale, Math.min(NUMBER_KEYS, codes))}`}
          hasUndo={last !== null}
          arriveAt={problems.length > 0 && aboutCoder === undefined ? '.error-summary' : hasMoved ? '#arrival' : null}
        />
      )}
    </>
  );
  return (
    <main className="main wrap" id="main" tabIndex={-1}>
      <h1 className="visually-hidden" id="coding-title">
        {saved === null ? null : <IsolatedText text={`${saved} `} />}
        {words.progress.title(progress.done, progress.total)}
      </h1>
      <div className="stack">
        <section className="stack stack-s" id="arrival" tabIndex={-1} aria-labelledby="coding-title">
          <ProgressBar
            label={words.progress.label}
            done={progress.done}
            total={Math.max(1, progress.total)}
            sentence={words.progress.sentence(progress.done, progress.total)}
          />
          {saved === null ? null : (
            <p className="hint" role="status">
              <IsolatedText text={saved} />
            </p>
          )}
          {query['undone'] === undefined ? null : (
            <p className="hint" role="status">
              {words.undone}
            </p>
          )}
        </section>
        {aboutCoder === undefined ? null : (
          <Notice kind="error" title={words.problems.heading} isStatus>
            <p>{problemSentence(dictionary, aboutCoder)}</p>
          </Notice>
        )}
        {problems.length === 0 || aboutCoder !== undefined ? null : (
          <ErrorSummary
            title={words.problems.heading}
            errors={problems.map((problem) => ({
              field: problem.field,
              label: problem.field === 'rationale' ? words.unit.rationale : words.unit.question,
              sentence: unitProblemSentence(dictionary, problem),
            }))}
          />
        )}
        {isInactive ? (
          <EmptyState
            title={<IsolatedText text={words.inactive.title(session.coder)} />}
            body={words.inactive.body}
            action={
              <div className="cluster">
                <form method="post" action={`${base}/code/leave`}>
                  <Button look="primary">{words.session.leave}</Button>
                </form>
                <LinkButton href={`${base}/reliability#coders`}>{words.inactive.coders}</LinkButton>
              </div>
            }
          />
        ) : null}
        {isInactive && draft === null ? null : unit === null ? (
          <>
            <EmptyState
              title={progress.total === 0 ? words.done.empty : words.done.title}
              body={progress.total === 0 ? words.done.emptyBody : words.done.body(progress.statements)}
              action={
                <div className="cluster">
                  <form method="post" action={`${base}/code/leave`}>
                    <Button look="primary">{progress.total === 0 ? words.queue.another : words.session.leave}</Button>
                  </form>
                  {progress.total === 0 ? null : <LinkButton href={`${base}/reliability`}>{words.done.reliability}</LinkButton>}
                </div>
              }
            />
            {below}
          </>
        ) : (
          <UnitForm
            // Answering brings the next unit into new fields.
            key={`${unit.statement.id} ${unit.variable.key} ${unit.round}`}
            unit={unit}
            coder={session.coder}
            event={event}
            base={base}
            draft={draft}
            dictionary={dictionary}
            locale={locale}
          >
            {below}
          </UnitForm>
        )}
      </div>
    </main>
  );
}
