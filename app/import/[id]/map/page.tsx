import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { ENCODINGS, SURE_ENCODING } from '#lib/core/import/detect-encoding';
import { DATE_ORDERS } from '#lib/core/import/import-date';
import type { SourceRow } from '#lib/core/import/plan-import';
import { DELIMITERS } from '#lib/core/import/sniff-dialect';
import { STATEMENT_FIELDS, type StatementField } from '#lib/core/statement/statement-input';
import type { EventRecord } from '#lib/db/events';
import type { Dictionary } from '#lib/i18n/dictionary';
import type { Locale } from '#lib/i18n/locale';
import { fileProblemSentence } from '#lib/i18n/row-problem-sentence';
import { inspectImport } from '#lib/usecases/plan-import';
import { Button, LinkButton } from '../../../_components/button';
import { ScrollBox } from '../../../_components/data-table';
import { type Choice, SelectField, TextField } from '../../../_components/field';
import { Notice } from '../../../_components/notice';
import { Page } from '../../../_components/page';
import { workspace } from '../../../db';
import { fieldLabels } from '../../../events/[slug]/add/statement-fields';
import { getDictionary, getLocale } from '../../../locale';
import { ImportSteps } from '../../steps';
import { codeChoices } from '../code-choices';
import { DEFAULTED_FIELDS } from '../mapping-form';
import { stagedRequest } from '../staged-request';

interface MapPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

/** Values of a column that are shown beside it, and how much of each. */
const EXAMPLES = 3;
const EXAMPLE_LENGTH = 80;

export async function generateMetadata(): Promise<Metadata> {
  const { import: words } = await getDictionary();
  return { title: words.map.heading };
}

function examplesOf(column: string, sample: readonly SourceRow[]): readonly string[] {
  const values = sample.flatMap((row) => (row.kind === 'row' ? [row.cells.get(column)?.trim() ?? ''] : []));
  return [...new Set(values.filter((value) => value !== ''))].slice(0, EXAMPLES).map((value) => value.slice(0, EXAMPLE_LENGTH));
}

export default async function MapPage({ params }: MapPageProps) {
  await connection();
  const { id } = await params;
  const found = await stagedRequest(id);
  if (found === null) redirect('/import?gone=1');
  const { meta } = found.staged;
  const locale = await getLocale();
  const dictionary = await getDictionary();
  const { import: words } = dictionary;
  const inspected = await inspectImport(workspace(), found.request);
  const steps = <ImportSteps step="map" words={words} />;
  const action = `/import/${id}/map/submit`;
  if (!inspected.ok) {
    const { problem } = inspected;
    const code = problem.kind === 'unreadable' ? problem.file.code : 'unknown_event';
    const headers = problem.kind === 'unreadable' ? problem.file.headers : undefined;
    return (
      <Page title={words.map.heading} meta={steps}>
        <div className="stack">
          <Notice kind="error" isStatus title={fileProblemSentence(dictionary, code)}>
            {headers === undefined ? null : (
              <p>
                <bdi>{headers.join(', ')}</bdi>
              </p>
            )}
          </Notice>
          <RereadForm action={action} encoding={meta.encoding ?? 'utf-8'} delimiter={meta.delimiter ?? ','} words={words} />
          <div className="cluster">
            <LinkButton href="/import">{words.choose.again}</LinkButton>
          </div>
        </div>
      </Page>
    );
  }
  const { event, file, mapping, isRemembered } = inspected.value;
  const labels = fieldLabels(dictionary);
  const fields: readonly Choice[] = [
    ...STATEMENT_FIELDS.map((field) => ({ value: field, label: labels[field] })),
    { value: 'id', label: 'Stanceboard ID' },
  ];
  const fieldOf = (column: string) => mapping.columns.find((each) => each.column === column)?.field ?? '';
  const isUnsure = meta.encoding === null && file.detected.confidence < SURE_ENCODING;
  return (
    <Page
      title={words.map.heading}
      kicker={<bdi>{event.title[locale]}</bdi>}
      lead={
        <>
          {words.map.lead(meta.fileName, file.headers.length)} {isRemembered ? words.map.remembered : words.map.guessed}
        </>
      }
      meta={steps}
    >
      <div className="stack stack-l">
        {isUnsure ? (
          <Notice isStatus>
            <p>{words.map.unsure}</p>
          </Notice>
        ) : null}
        {file.dialect.format === 'csv' ? (
          <RereadForm action={action} encoding={file.encoding} delimiter={file.dialect.delimiter} words={words} />
        ) : null}
        <form className="form wide-form" method="post" action={action}>
          <ScrollBox labelledBy="columns">
            <table className="data-table fitting-table">
              <caption id="columns">{words.map.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.map.column}</th>
                  <th scope="col">{words.map.field}</th>
                  <th scope="col">{words.map.examples}</th>
                </tr>
              </thead>
              <tbody>
                {file.headers.map((column, place) => (
                  <tr key={column}>
                    <th scope="row" id={`head-${place}`}>
                      <bdi>{column}</bdi>
                    </th>
                    <td>
                      <input type="hidden" name={`column_${place}`} value={column} />
                      <select
                        className="input"
                        name={`field_${place}`}
                        defaultValue={fieldOf(column)}
                        aria-label={`${words.map.field}: ${column}`}
                      >
                        <option value="">{words.map.leaveOut}</option>
                        {fields.map(({ value, label }) => (
                          <option key={value} value={value}>
                            {label}
                          </option>
                        ))}
                      </select>
                    </td>
                    <td>
                      {examplesOf(column, file.sample).map((example) => (
                        <div key={example} dir="auto" className="cell-example">
                          {example}
                        </div>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <fieldset className="form-group">
            <legend>{words.map.defaults}</legend>
            <p className="hint">{words.map.defaultsHint}</p>
            <div className="form-row">
              {DEFAULTED_FIELDS.map((field) => (
                <DefaultField
                  key={field}
                  field={field}
                  label={labels[field]}
                  value={mapping.constants.find((each) => each.field === field)?.value ?? ''}
                  event={event}
                  dictionary={dictionary}
                  locale={locale}
                />
              ))}
              <SelectField
                name="date_order"
                label={words.map.dates}
                emptyChoice={words.map.askDates}
                choices={DATE_ORDERS.map((order) => ({ value: order, label: words.map.dateOrders[order] }))}
                defaultValue={mapping.dateOrder ?? ''}
              />
            </div>
          </fieldset>
          <div className="form-actions">
            <Button look="primary">{words.map.submit}</Button>
          </div>
        </form>
      </div>
    </Page>
  );
}

interface DefaultFieldProps {
  readonly field: StatementField;
  readonly label: string;
  readonly value: string;
  readonly event: EventRecord;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

function DefaultField({ field, label, value, event, dictionary, locale }: DefaultFieldProps) {
  const choices = codeChoices(field, event, dictionary, locale);
  const name = `default_${field}`;
  if (choices === null) return <TextField name={name} label={label} defaultValue={value} dir="ltr" maxLength={100} />;
  return (
    <SelectField name={name} label={label} emptyChoice={dictionary.import.map.noDefault} choices={choices} defaultValue={value} />
  );
}

interface RereadFormProps {
  readonly action: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly words: Dictionary['import'];
}

/** How the file is read, for those whose letters look wrong. */
function RereadForm({ action, encoding, delimiter, words }: RereadFormProps) {
  return (
    <form className="form" method="post" action={action}>
      <div className="form-row">
        <SelectField
          name="encoding"
          label={words.map.encoding}
          hint={words.map.encodingHint}
          choices={ENCODINGS.map((value) => ({ value, label: value }))}
          defaultValue={encoding}
        />
        <SelectField
          name="delimiter"
          label={words.map.delimiter}
          choices={DELIMITERS.map((value) => ({ value, label: words.map.delimiters[value] }))}
          defaultValue={delimiter}
        />
        <Button name="do" value="reread">
          {words.map.reread}
        </Button>
      </div>
    </form>
  );
}
