import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { REASON_MAX } from '#lib/core/change-note';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import { isAbandoned, readStaged } from '#lib/files/staged-file';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatMoment } from '#lib/i18n/format';
import { INTL_LOCALES } from '#lib/i18n/locale';
import { problemSentence } from '#lib/i18n/problem-sentence';
import { type FoundDraft, findDraft } from '#lib/usecases/find-draft';
import { getImport } from '#lib/usecases/get-import';
import { listStatements } from '#lib/usecases/list-statements';
import { Button, LinkButton } from '../../_components/button';
import { TextField } from '../../_components/field';
import { Notice } from '../../_components/notice';
import { Page } from '../../_components/page';
import { RememberedName } from '../../_components/remembered-name';
import { readCoderName } from '../../coding-session';
import { workspace } from '../../db';
import { getDictionary, getLocale } from '../../locale';
import { ImportSteps } from '../steps';
import { LiveProgress } from './live-progress';

interface RunPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Most statements that are named one by one after an undo. */
const KEPT_NAMED = 100;

export async function generateMetadata(): Promise<Metadata> {
  const { import: words } = await getDictionary();
  return { title: words.run.heading };
}

export default async function RunPage({ params, searchParams }: RunPageProps) {
  await connection();
  const { id } = await params;
  const query = await searchParams;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { import: words } = dictionary;
  const steps = <ImportSteps step="run" words={words} />;
  const progress = {
    address: `/import/${id}/progress`,
    label: words.run.heading,
    sentence: '{done} / {total}',
    locale: INTL_LOCALES[locale],
  };
  const found = getImport(workspace(), id);
  const staged = await readStaged(id);
  if (!found.ok) {
    if (staged === null) redirect('/import?gone=1');
    const { state } = staged.meta;
    if (state === 'staged') redirect(`/import/${id}/map`);
    const isBroken = state === 'failed' || isAbandoned(staged, new Date());
    return (
      <Page title={words.run.heading} kicker={<bdi>{staged.meta.fileName}</bdi>} meta={steps}>
        {isBroken ? (
          <Notice kind="error" isStatus title={words.run.notBegun}>
            <GoOn id={id} words={words} />
          </Notice>
        ) : state === 'started' ? (
          <div className="stack">
            <LiveProgress {...progress} start={{ done: 0, total: 0 }} />
            <Reload id={id} words={words} />
          </div>
        ) : (
          <Notice isStatus title={state === 'refused' ? words.check.refused : words.check.nothingNew}>
            <LinkButton href={`/import/${id}/check`}>{words.steps.check}</LinkButton>
          </Notice>
        )}
      </Page>
    );
  }
  const batch = found.value;
  const done = batch.added + batch.unchanged + batch.rejected;
  const listHref = `/events/${encodeURIComponent(batch.event)}/statements?batch=${encodeURIComponent(id)}&duplicates=in`;
  const draft =
    typeof query['draft'] === 'string' ? await findDraft(workspace(), { form: `undo ${id}`, id: query['draft'] }) : null;
  const isRunning = batch.status === 'running';
  return (
    <Page
      title={words.run.status[batch.status]}
      kicker={<bdi>{batch.fileName}</bdi>}
      lead={words.run.counts(batch.added, batch.unchanged, batch.rejected)}
      meta={steps}
    >
      <div className="stack stack-l">
        <p className="byline">
          <span>{words.run.by(batch.createdBy, formatMoment(locale, new Date(batch.createdAt)))}</span>
        </p>
        {isRunning ? (
          <>
            <LiveProgress {...progress} start={{ done, total: batch.total }} />
            <Reload id={id} words={words} />
            <form className="cluster" method="post" action={`/import/${id}/cancel`}>
              <Button>{words.run.cancel}</Button>
              <span className="hint">{words.run.cancelHint}</span>
            </form>
          </>
        ) : null}
        {batch.status === 'cancelled' || batch.status === 'interrupted' ? (
          <Notice isStatus kind={batch.status === 'interrupted' ? 'error' : 'plain'}>
            <p>{batch.status === 'interrupted' ? words.run.interrupted : words.run.cancelled}</p>
            {staged === null ? (
              <p>
                <Link href={`/import?event=${encodeURIComponent(batch.event)}`}>{words.run.sendAgain}</Link>
              </p>
            ) : (
              <GoOn id={id} words={words} />
            )}
          </Notice>
        ) : null}
        {batch.rejected > 0 && staged !== null ? (
          <p>
            <a href={`/import/${id}/rejected.csv`} download="">
              {words.check.rejectedFile}
            </a>
            {'. '}
            {words.check.rejectedHint}
          </p>
        ) : null}
        {batch.status === 'undone' ? (
          <>
            <Kept batchId={id} event={batch.event} deleted={Number(query['undone'] ?? Number.NaN)} words={words} />
            <div className="cluster">
              <LinkButton href={`/import?event=${encodeURIComponent(batch.event)}`}>{words.run.another}</LinkButton>
              <LinkButton href={`/events/${encodeURIComponent(batch.event)}`} look="quiet">
                {words.run.compare}
              </LinkButton>
            </div>
          </>
        ) : (
          <div className="cluster">
            <LinkButton href={listHref} look="primary">
              {words.run.see}
            </LinkButton>
            <LinkButton href={`/events/${encodeURIComponent(batch.event)}`}>{words.run.compare}</LinkButton>
          </div>
        )}
        {isRunning || batch.status === 'undone' ? null : (
          <UndoForm id={id} draft={draft} coder={(await readCoderName()) ?? ''} dictionary={dictionary} />
        )}
      </div>
      <RememberedName fields={['by']} />
    </Page>
  );
}

/** Takes the file up where the import stopped. */
function GoOn({ id, words }: { readonly id: string; readonly words: Dictionary['import'] }) {
  return (
    <form className="cluster" method="post" action={`/import/${id}/resume`}>
      <Button>{words.run.goOn}</Button>
      <span className="hint">{words.run.goOnHint}</span>
    </form>
  );
}

function Reload({ id, words }: { readonly id: string; readonly words: Dictionary['import'] }) {
  return (
    <noscript>
      <p>
        {words.run.noScript} <a href={`/import/${id}`}>{words.run.reload}</a>
      </p>
    </noscript>
  );
}

interface UndoFormProps {
  readonly id: string;
  readonly draft: FoundDraft | null;
  readonly coder: string;
  readonly dictionary: Dictionary;
}

function UndoForm({ id, draft, coder, dictionary }: UndoFormProps) {
  const { import: words, edit } = dictionary;
  const errors = new Map(draft?.problems.map((problem) => [problem.field, problemSentence(dictionary, problem)]));
  return (
    <section className="section" aria-labelledby="undo">
      <h2 id="undo">{words.run.undoHeading}</h2>
      <p className="hint">{words.run.undoHint}</p>
      <form className="form" method="post" action={`/import/${id}/undo`} noValidate>
        <div className="form-row">
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
          <TextField
            name="reason"
            label={edit.reason}
            error={errors.get('reason')}
            defaultValue={draft?.values['reason'] ?? ''}
            maxLength={REASON_MAX}
            aria-required
          />
        </div>
        <div className="form-actions">
          <Button look="danger">{words.run.undo}</Button>
        </div>
      </form>
    </section>
  );
}

interface KeptProps {
  readonly batchId: string;
  readonly event: string;
  readonly deleted: number;
  readonly words: Dictionary['import'];
}

/** What an undo left: the statements that somebody has worked on since. */
async function Kept({ batchId, event, deleted, words }: KeptProps) {
  const listed = await listStatements(workspace(), {
    eventSlug: event,
    query: { batch: batchId, duplicates: 'in', limit: String(KEPT_NAMED) },
  });
  const kept = listed.ok ? listed.value.page : null;
  if (Number.isNaN(deleted) && (kept?.total ?? 0) === 0) return null;
  return (
    <Notice isStatus {...(Number.isNaN(deleted) ? {} : { title: words.run.undone(deleted, kept?.total ?? 0) })}>
      {kept === null || kept.total === 0 ? null : (
        <>
          <p>{words.run.kept}</p>
          <ul>
            {kept.items.map(({ id, text, language }) => (
              <li key={id}>
                <Link href={`/statements/${encodeURIComponent(id)}`}>
                  <bdi lang={language}>{text.slice(0, 80)}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
