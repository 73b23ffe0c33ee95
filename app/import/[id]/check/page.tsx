import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { DATE_ORDERS } from '#lib/core/import/import-date';
import type { ImportQuestion } from '#lib/core/import/plan-import';
import { isStatementField } from '#lib/core/statement/statement-input';
import type { EventRecord } from '#lib/db/events';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { rowProblemSentence } from '#lib/i18n/row-problem-sentence';
import { type FileToImport, planImport } from '#lib/usecases/plan-import';
import { Button, LinkButton } from '../../../_components/button';
import { DataTable } from '../../../_components/data-table';
import { SelectField, TextField } from '../../../_components/field';
import { Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { workspace } from '../../../db';
import { fieldLabels } from '../../../events/[slug]/add/statement-fields';
import { getDictionary, getLocale } from '../../../locale';
import { ImportSteps } from '../../steps';
import { codeChoices } from '../code-choices';
import { stagedRequest } from '../staged-request';

interface CheckPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

const OUTCOMES = ['new', 'unchanged', 'changed', 'duplicate', 'rejected'] as const;
/** Lines that are named of each problem. */
const LINES_NAMED = 5;

export async function generateMetadata(): Promise<Metadata> {
  const { import: words } = await getDictionary();
  return { title: words.check.heading };
}

export default async function CheckPage({ params }: CheckPageProps) {
  await connection();
  const { id } = await params;
  const found = await stagedRequest(id);
  if (found === null) redirect('/import?gone=1');
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { import: words } = dictionary;
  return (
    <Page
      title={words.check.heading}
      kicker={<bdi>{found.staged.meta.fileName}</bdi>}
      lead={words.check.nothingWritten}
      meta={<ImportSteps step="check" words={words} />}
    >
      <CheckResult id={id} request={found.request} dictionary={dictionary} locale={locale} />
    </Page>
  );
}

/** A column by its header; a field that has no column by its name in the interface. */
function columnName(column: string, dictionary: Dictionary): string {
  return isStatementField(column) ? fieldLabels(dictionary)[column] : column;
}

interface CheckResultProps {
  readonly id: string;
  readonly request: FileToImport;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

async function CheckResult({ id, request, dictionary, locale }: CheckResultProps) {
  const { import: words } = dictionary;
  const planned = await planImport(workspace(), request);
  if (!planned.ok) redirect(`/import/${id}/map`);
  const { report, event } = planned.value;
  const { outcomes } = report;
  return (
    <div className="stack stack-l">
      <DataTable
        caption={words.check.rows(report.rows)}
        rows={OUTCOMES.filter((outcome) => outcomes[outcome] > 0 || outcome === 'new')}
        rowKey={(outcome) => outcome}
        columns={[
          { key: 'outcome', heading: words.check.outcome, cell: (outcome) => words.check.outcomes[outcome] },
          {
            key: 'count',
            heading: words.check.count,
            isNumeric: true,
            cell: (outcome) => formatNumber(locale, outcomes[outcome]),
          },
        ]}
      />
      {report.questions.length === 0 ? null : (
        <Questions id={id} questions={report.questions} event={event} dictionary={dictionary} locale={locale} />
      )}
      {report.problems.length === 0 ? null : (
        <section className="section" aria-labelledby="problems">
          <h2 id="problems">{words.check.problems}</h2>
          <DataTable
            caption={words.check.problemsCaption}
            rows={report.problems}
            rowKey={({ code, column, remedy }) => `${code} ${column} ${remedy}`}
            columns={[
              {
                key: 'problem',
                heading: words.check.problem,
                cell: ({ code, examples }) => rowProblemSentence(dictionary, examples[0] ?? { code }),
              },
              {
                key: 'column',
                heading: words.check.column,
                cell: ({ column }) => (column === null ? words.check.wholeRow : <bdi>{columnName(column, dictionary)}</bdi>),
              },
              { key: 'count', heading: words.check.count, isNumeric: true, cell: ({ count }) => formatNumber(locale, count) },
              { key: 'remedy', heading: words.check.remedy, cell: ({ remedy }) => words.remedies[remedy] },
              {
                key: 'where',
                heading: words.check.where,
                cell: ({ examples }) => (
                  <ul className="plain-list">
                    {examples.slice(0, LINES_NAMED).map(({ row, seen }) => (
                      <li key={row}>
                        {words.check.rowNumber(row)}
                        {seen === undefined ? null : (
                          <>
                            {': '}
                            <bdi>{seen}</bdi>
                          </>
                        )}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
          <p>
            <a href={`/import/${id}/rejected.csv`} download="">
              {words.check.rejectedFile}
            </a>
            {'. '}
            {words.check.rejectedHint}
          </p>
        </section>
      )}
      {outcomes.new + outcomes.duplicate === 0 ? (
        <Notice isStatus title={outcomes.rejected > 0 ? words.check.nothingFits : words.check.nothingNew}>
          {outcomes.rejected > 0 ? null : (
            <div className="cluster">
              <LinkButton href={`/events/${encodeURIComponent(event.slug)}/statements`}>{words.check.see}</LinkButton>
            </div>
          )}
        </Notice>
      ) : (
        <form className="form" method="post" action={`/import/${id}/start`}>
          <fieldset className="form-group">
            <legend>{words.check.options}</legend>
            {outcomes.rejected === 0 ? null : (
              <label className="choice">
                <input type="checkbox" name="all_or_nothing" value="yes" />
                <span>{words.check.allOrNothing}</span>
              </label>
            )}
            {outcomes.duplicate === 0 ? null : (
              <label className="choice">
                <input type="checkbox" name="reposts" value="yes" />
                <span>{words.check.reposts}</span>
              </label>
            )}
          </fieldset>
          <div className="form-actions">
            <Button look="primary">{words.check.submit(outcomes.new)}</Button>
          </div>
        </form>
      )}
      <div className="cluster">
        <LinkButton href={`/import/${id}/map`}>{words.check.backToMap}</LinkButton>
      </div>
    </div>
  );
}

interface QuestionsProps {
  readonly id: string;
  readonly questions: readonly ImportQuestion[];
  readonly event: EventRecord;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** What only a person can say: the order of dates, and what unknown values mean. */
function Questions({ id, questions, event, dictionary, locale }: QuestionsProps) {
  const { import: words } = dictionary;
  const dates = questions.flatMap((question) => (question.kind === 'date_order' ? [question] : []));
  const values = questions.flatMap((question) => (question.kind === 'value' ? [question] : []));
  const suggested = dates.find((question) => question.suggested !== null)?.suggested ?? '';
  return (
    <form className="form" method="post" action={`/import/${id}/map/submit`}>
      {dates.length === 0 ? null : (
        <SelectField
          name="date_order"
          label={words.map.dates}
          hint={<bdi>{dates.flatMap(({ examples }) => examples).join(', ')}</bdi>}
          emptyChoice={words.map.askDates}
          choices={DATE_ORDERS.filter((order) => dates.some(({ orders }) => orders.includes(order))).map((order) => ({
            value: order,
            label: words.map.dateOrders[order],
          }))}
          defaultValue={suggested}
        />
      )}
      {values.length === 0 ? null : (
        <fieldset className="form-group">
          <legend>{words.map.values}</legend>
          <p className="hint">{words.map.valuesHint}</p>
          <div className="form-row">
            {values.map(({ field, column, found, count }, place) => {
              const choices = codeChoices(field, event, dictionary, locale);
              const common = {
                name: `code_${place}`,
                label: words.map.valueOf(found, column),
                note: words.map.valueCount(count),
              };
              return (
                <div key={`${field} ${found}`}>
                  <input type="hidden" name={`found_${place}`} value={found} />
                  <input type="hidden" name={`found_field_${place}`} value={field} />
                  {choices === null ? (
                    <TextField {...common} dir="ltr" maxLength={200} />
                  ) : (
                    <SelectField {...common} emptyChoice={words.map.keepUnknown} choices={choices} defaultValue="" />
                  )}
                </div>
              );
            })}
          </div>
        </fieldset>
      )}
      <div className="form-actions">
        <Button>{words.map.submit}</Button>
      </div>
    </form>
  );
}
