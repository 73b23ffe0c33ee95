import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { agreementSentence, alphaPhrase } from '#lib/i18n/agreement-sentence';
import { formatNumber } from '#lib/i18n/format';
import { formatCoefficient, formatCoefficientInterval } from '#lib/i18n/format-coefficient';
import { getReliability } from '#lib/usecases/get-reliability';
import { getScorerAgreement, readDisagreementTexts } from '#lib/usecases/get-scorer-agreement';
import { listCoders } from '#lib/usecases/list-coders';
import { LinkButton } from '../../../_components/button';
import { CopyButton } from '../../../_components/copy-button';
import { DataTable } from '../../../_components/data-table';
import { Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { readCodingSession } from '../../../coding-session';
import { workspace } from '../../../db';
import { getDictionary, getLocale } from '../../../locale';
import { AlphaFigure } from './alpha-figure';
import { CodersTable } from './coders-table';
import { ConfusionMatrix } from './confusion-matrix';
import { GroupsTable } from './groups-table';
import { MachineSection } from './machine-section';
import { PairsTable } from './pairs-table';

interface ReliabilityPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { reliability } = await getDictionary();
  return { title: reliability.title, description: reliability.lead };
}

export default async function ReliabilityPage({ params, searchParams }: ReliabilityPageProps) {
  await connection();
  const { slug } = await params;
  const { variable: asked, coder: changed } = await searchParams;
  const session = await readCodingSession();
  const found = await getReliability(workspace(), {
    eventSlug: slug,
    variable: typeof asked === 'string' && asked !== '' ? asked : null,
    coding: session,
  });
  if (!found.ok) notFound();
  const { event, marks, detail, methods, isBlind } = found.value;
  const { report, variable, stale } = detail;
  const { alpha } = report;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { reliability: words, common } = dictionary;
  const base = `/events/${encodeURIComponent(slug)}`;
  const machine = await getScorerAgreement(workspace(), { eventSlug: slug, coding: session });
  const agreements = machine.ok ? machine.value : [];
  const labels = Object.fromEntries(event.codebook.variables.map(({ key, label }) => [key, label[locale]]));
  const paragraph = words.methods.paragraph(methods, labels);
  const variables = event.codebook.variables.flatMap((each) => {
    const mark = marks[each.key];
    return mark === undefined ? [] : [{ ...each, mark }];
  });
  const command = `npm run -s cli -- reliability --event ${slug} --variable ${variable.key} --json`;
  const codeLabel = (code: string): string =>
    variable.codes.find((known) => known.key === code || String(known.value) === code)?.label[locale] ?? code;

  return (
    <Page kicker={<bdi>{event.title[locale]}</bdi>} title={words.title} lead={words.lead}>
      {isBlind ? (
        <Notice>
          <p>{words.blindNote}</p>
        </Notice>
      ) : null}
      <section aria-labelledby="summary" className="stack">
        <h2 id="summary">{words.summary.heading}</h2>
        <DataTable
          caption={words.summary.caption}
          rows={variables}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'variable',
              heading: words.summary.variable,
              cell: ({ key, label }) => (
                <a
                  href={`${base}/reliability?variable=${encodeURIComponent(key)}#detail`}
                  {...(key === variable.key ? { 'aria-current': 'true' as const } : {})}
                >
                  {label[locale]}
                </a>
              ),
            },
            { key: 'level', heading: words.summary.level, cell: ({ level }) => words.levels[level] },
            {
              key: 'alpha',
              heading: words.summary.alpha,
              cell: ({ mark }) => (mark.alpha === null ? '–' : <span>{formatCoefficient(locale, mark.alpha, 3)}</span>),
              isNumeric: true,
            },
            {
              key: 'interval',
              heading: words.summary.interval,
              cell: ({ mark }) => (mark.ci === null ? '–' : <span>{formatCoefficientInterval(locale, mark.ci, 3)}</span>),
              isNumeric: true,
            },
            { key: 'units', heading: words.summary.units, cell: ({ mark }) => formatNumber(locale, mark.units), isNumeric: true },
            {
              key: 'coders',
              heading: words.summary.coders,
              cell: ({ mark }) => formatNumber(locale, mark.coders),
              isNumeric: true,
            },
            {
              key: 'reading',
              heading: words.summary.reading,
              cell: ({ mark }) =>
                mark.alpha === null && mark.reason !== null && mark.band === 'low' ? (
                  <span className="table-sentence">{words.notComputableBecause(words.reasons[mark.reason])}</span>
                ) : (
                  words.bands[mark.band]
                ),
            },
          ]}
        />
      </section>

      <section className="section" aria-labelledby="detail">
        <h2 id="detail">{words.detail.heading(variable.label[locale])}</h2>
        <p>
          <span className="alpha-value">{alphaPhrase(words, locale, report.mark)}</span>
        </p>
        {alpha.alpha === null ? null : (
          <AlphaFigure
            alpha={alpha.alpha}
            ci={alpha.ci}
            words={words.detail}
            label={alphaPhrase(words, locale, report.mark)}
            locale={locale}
          />
        )}
        <div className="stack stack-s">
          <p>
            {words.detail.rests(alpha.units, alpha.coders, alpha.pairs)}{' '}
            {alpha.units === 0 ? '' : words.detail.drawn(detail.sharedUnits)}
          </p>
          {alpha.alpha === null ? null : (
            <p className="hint">
              {alpha.intervalReason === null
                ? words.detail.bootstrap(alpha.draws, alpha.seed)
                : words.detail.noInterval[alpha.intervalReason]}
            </p>
          )}
          <p>
            {words.detail.resolved(
              detail.resolved.agreed,
              detail.resolved.single,
              detail.resolved.adjudicated,
              detail.resolved.disputed,
            )}
          </p>
          {stale === 0 ? null : <p>{words.staleNote(stale)}</p>}
          {agreementSentence(words, locale, report.mark) === null ? null : (
            <p className="hint">{agreementSentence(words, locale, report.mark)}</p>
          )}
        </div>
        <h3>{words.pairs.heading}</h3>
        <PairsTable pairs={report.pairs} dictionary={dictionary} locale={locale} />
        {report.confusion.n === 0 ? null : (
          <>
            <h3>{words.confusion.heading}</h3>
            <ConfusionMatrix
              table={report.confusion}
              caption={words.confusion.caption}
              corner={words.confusion.row}
              labelOf={codeLabel}
              hrefOf={(row, column) =>
                `${base}/adjudicate?${new URLSearchParams({ variable: variable.key, between: `${row}~${column}` })}`
              }
              titleOf={(count, row, column) => words.confusion.opens(count, codeLabel(row), codeLabel(column))}
              locale={locale}
            />
          </>
        )}
        <h3>{words.groups.heading}</h3>
        <GroupsTable groups={report.groups} event={event} dictionary={dictionary} locale={locale} />
      </section>

      <MachineSection
        agreements={agreements}
        texts={readDisagreementTexts(workspace(), agreements)}
        event={event}
        dictionary={dictionary}
        locale={locale}
      />

      <section className="section" aria-labelledby="methods">
        <h2 id="methods">{words.methods.heading}</h2>
        <p className="methods-text">{paragraph}</p>
        <div className="cluster">
          <CopyButton text={paragraph} label={common.actions.copy} copiedLabel={common.actions.copied} />
          <span className="hint">{words.methods.hint}</span>
        </div>
      </section>

      <section className="section" aria-labelledby="files">
        <h2 id="files">{words.files.heading}</h2>
        <p>{words.files.lead}</p>
        <div className="cluster">
          <LinkButton href={`${base}/reliability.csv?variable=${encodeURIComponent(variable.key)}`} isFile>
            {words.files.diagnosis(variable.label[locale])}
          </LinkButton>
          <LinkButton href={`${base}/codings.csv`} isFile>
            {words.files.codings}
          </LinkButton>
          <LinkButton href={`${base}/codings.csv?coders=pseudonyms`} isFile>
            {words.files.pseudonyms}
          </LinkButton>
        </div>
        <p className="hint">
          {words.files.command}: <code dir="ltr">{command}</code>
        </p>
      </section>

      <CodersTable
        coders={await listCoders(workspace(), event)}
        changed={typeof changed === 'string' ? changed : null}
        base={base}
        dictionary={dictionary}
        locale={locale}
      />
    </Page>
  );
}
