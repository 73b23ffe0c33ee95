import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import type { GroupMove } from '#lib/core/rescoring/summarise-moves';
import { SENTIMENT_LABELS } from '#lib/core/score';
import { isolate } from '#lib/core/text/isolate';
import type { ScorerVersion } from '#lib/db/scored-twice';
import { scorerAgreementSentence } from '#lib/i18n/agreement-sentence';
import { formatList, formatMoment, formatNumber, formatScore } from '#lib/i18n/format';
import { checkedVersions, compareScorerVersions, MOVE_ORDERS } from '#lib/usecases/compare-scorer-versions';
import { LinkButton } from '../../../_components/button';
import { DataTable } from '../../../_components/data-table';
import { EmptyState, Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { readCodingSession } from '../../../coding-session';
import { workspace } from '../../../db';
import { getDictionary, getLocale } from '../../../locale';
import { ConfusionMatrix } from '../reliability/confusion-matrix';
import { campLabel } from '../statements/filter-labels';
import { MovesTable } from './moves-table';
import { VersionForm } from './version-form';

interface ScoresPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Moved texts on the page; the JSON door names more. */
const LISTED = 50;

export async function generateMetadata(): Promise<Metadata> {
  const { rescoring } = await getDictionary();
  return { title: rescoring.title, description: rescoring.lead };
}

export default async function ScoresPage({ params, searchParams }: ScoresPageProps) {
  await connection();
  const { slug } = await params;
  const query = await searchParams;
  const written = (name: 'before' | 'after'): string => {
    const value = query[name];
    return typeof value === 'string' ? value : '';
  };
  const order = MOVE_ORDERS.find((each) => each === query['sort']) ?? 'change';
  const coding = await readCodingSession();
  const chosen = { before: written('before'), after: written('after') };
  const asked = await compareScorerVersions(workspace(), {
    eventSlug: slug,
    before: chosen.before === '' ? null : chosen.before,
    after: chosen.after === '' ? null : chosen.after,
    order,
    listed: LISTED,
    coding,
  });
  const isRefused = !asked.ok && asked.problem.kind === 'invalid';
  const found = isRefused ? await compareScorerVersions(workspace(), { eventSlug: slug, order, listed: LISTED, coding }) : asked;
  if (!found.ok) notFound();
  const { event, versions, scorers, agreements, summary, words: shifts, explained, moved, moves } = found.value;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { rescoring: words, common } = dictionary;
  const base = `/events/${encodeURIComponent(slug)}`;
  const kept = isRefused ? {} : Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ''));
  const hrefOf = (sort: string) => `${base}/scores?${new URLSearchParams({ ...kept, sort })}#moves`;
  const named = (side: readonly ScorerVersion[]): string =>
    formatList(
      locale,
      side.map(({ scorer, version }) => (scorer === 'none' ? words.none : isolate(`${scorer} ${version}`))),
    );
  const labelOf = (code: string): string => {
    const known = SENTIMENT_LABELS.find((label) => label === code);
    return known === undefined ? words.noLabel : common.score[known];
  };
  const trust = checkedVersions({ scorers, agreements }).flatMap(({ scorer, version, agreements: known }) =>
    (known.length === 0 ? [undefined] : known).map((agreement) =>
      dictionary.compare.scorers(
        isolate(`${scorer} ${version}`),
        scorerAgreementSentence(dictionary.reliability, locale, agreement),
      ),
    ),
  );
  const mean = (value: number | null) =>
    value === null ? <span className="hint">{words.tooFew}</span> : <bdi dir="ltr">{formatScore(locale, value)}</bdi>;
  const groups: readonly (GroupMove & { readonly key: string; readonly name: string })[] = [
    ...summary.camps.map((group) => ({
      ...group,
      key: group.camp ?? ' none',
      name: group.camp === null ? words.noCamp : campLabel(group.camp, event, dictionary, locale),
    })),
    { ...summary.all, key: ' all', name: words.all },
  ];
  return (
    <Page title={words.title} kicker={<bdi>{event.title[locale]}</bdi>} lead={words.lead}>
      <div className="stack stack-l">
        {isRefused ? (
          <Notice kind="error" title={words.notRead}>
            <p>
              <bdi>{Object.values(chosen).join(' ')}</bdi>
            </p>
          </Notice>
        ) : null}
        {versions.length < 2 ? null : (
          <VersionForm
            action={`${base}/scores`}
            versions={versions}
            chosen={isRefused ? { before: '', after: '' } : chosen}
            words={words}
          />
        )}
        {summary.all.n > 0 ? (
          <>
            <div className="stack stack-s">
              <p role="status">{words.summary(summary.all.n, moved, summary.all.flipped)}</p>
              <p className="hint">{words.by(named(scorers.before), named(scorers.after))}</p>
              <p className="hint">{trust.join(' ')}</p>
            </div>
            <section className="section" aria-labelledby="camps">
              <h2 id="camps">{words.campsHeading}</h2>
              <DataTable
                caption={words.campsCaption}
                rows={groups}
                rowKey={({ key }) => key}
                columns={[
                  { key: 'camp', heading: words.camp, cell: ({ name }) => <bdi>{name}</bdi> },
                  { key: 'n', heading: words.n, isNumeric: true, cell: ({ n }) => formatNumber(locale, n) },
                  { key: 'before', heading: words.meanBefore, isNumeric: true, cell: ({ meanBefore }) => mean(meanBefore) },
                  { key: 'after', heading: words.meanAfter, isNumeric: true, cell: ({ meanAfter }) => mean(meanAfter) },
                  { key: 'change', heading: words.meanChange, isNumeric: true, cell: ({ meanChange }) => mean(meanChange) },
                  {
                    key: 'flipped',
                    heading: words.flipped,
                    isNumeric: true,
                    cell: ({ flipped }) => formatNumber(locale, flipped),
                  },
                ]}
              />
            </section>
            <section className="section" aria-labelledby="labels">
              <h2 id="labels">{words.labelsHeading}</h2>
              <ConfusionMatrix
                table={summary.labels}
                caption={words.labelsCaption}
                corner={words.earlierLabel}
                labelOf={labelOf}
                locale={locale}
              />
            </section>
            {moves.length === 0 ? (
              <p>{words.nothingMoved}</p>
            ) : (
              <>
                <section className="section" aria-labelledby="words">
                  <h2 id="words">{words.wordsHeading}</h2>
                  <p>{words.wordsLead(explained)}</p>
                  <DataTable
                    caption={words.wordsCaption}
                    rows={shifts}
                    rowKey={({ text }) => text}
                    columns={[
                      { key: 'word', heading: words.word, cell: ({ text }) => <bdi>{text}</bdi> },
                      { key: 'texts', heading: words.inTexts, isNumeric: true, cell: ({ texts }) => formatNumber(locale, texts) },
                      {
                        key: 'change',
                        heading: words.change,
                        isNumeric: true,
                        cell: ({ change }) => <bdi dir="ltr">{formatScore(locale, change)}</bdi>,
                      },
                    ]}
                  />
                </section>
                <section className="section" aria-labelledby="moves">
                  <h2 id="moves">{words.movesHeading}</h2>
                  <p className="hint">{words.shownOf(moves.length, moved)}</p>
                  <MovesTable moves={moves} event={event} order={order} hrefOf={hrefOf} dictionary={dictionary} locale={locale} />
                </section>
              </>
            )}
          </>
        ) : (
          <EmptyState
            title={versions.length < 2 ? words.oneOnly : words.noPair}
            body={
              versions.length < 2 ? (
                <>
                  {words.oneOnlyBody} <code dir="ltr">{`${words.rescoreCommand} --event ${slug}`}</code>
                </>
              ) : (
                words.noPairBody
              )
            }
            action={<LinkButton href={`${base}/statements`}>{words.toStatements}</LinkButton>}
          />
        )}
        <section className="section" aria-labelledby="versions">
          <h2 id="versions">{words.versionsHeading}</h2>
          <DataTable
            caption={words.versionsCaption}
            rows={versions}
            rowKey={({ scorer, version }) => `${scorer} ${version}`}
            columns={[
              {
                key: 'scorer',
                heading: words.scorer,
                cell: ({ scorer, version }) => (scorer === 'none' ? words.none : <bdi dir="ltr">{`${scorer} ${version}`}</bdi>),
              },
              { key: 'texts', heading: words.textsScored, isNumeric: true, cell: ({ texts }) => formatNumber(locale, texts) },
              { key: 'current', heading: words.isCurrent, isNumeric: true, cell: ({ current }) => formatNumber(locale, current) },
              {
                key: 'since',
                heading: words.since,
                cell: ({ since }) => <time dateTime={since}>{formatMoment(locale, new Date(since))}</time>,
              },
            ]}
          />
          <p>
            <a href={`/api/events/${encodeURIComponent(slug)}/score-changes?${new URLSearchParams(kept)}`}>{words.asJson}</a>
          </p>
        </section>
      </div>
    </Page>
  );
}
