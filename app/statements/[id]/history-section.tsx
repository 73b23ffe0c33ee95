import type { HistoryRecord, StatementDetail } from '#lib/db/statement-detail';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatMoment } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { DataTable } from '../../_components/data-table';

interface HistorySectionProps {
  readonly statement: StatementDetail;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** The rows of the log about a statement, oldest first. */
export function HistorySection({ statement, dictionary, locale }: HistorySectionProps) {
  const { statement: words } = dictionary;
  const actionWord = (row: HistoryRecord): string =>
    Object.entries(words.actions).find(([action]) => action === row.action)?.[1] ?? row.action;
  return (
    <section className="section" aria-labelledby="history">
      <h2 id="history">{words.historyHeading}</h2>
      <DataTable
        caption={words.historyCaption}
        rows={statement.history}
        rowKey={(row) => String(row.seq)}
        columns={[
          {
            key: 'when',
            heading: words.when,
            cell: (row) => <time dateTime={row.at}>{formatMoment(locale, new Date(row.at))}</time>,
          },
          { key: 'what', heading: words.historyWhat, cell: actionWord },
          { key: 'who', heading: words.historyWho, cell: (row) => <bdi>{row.actor}</bdi> },
          { key: 'why', heading: words.historyWhy, cell: (row) => (row.reason === null ? null : <bdi>{row.reason}</bdi>) },
        ]}
      />
    </section>
  );
}
