import { isolate } from '#lib/core/text/isolate';
import type { EventRecord } from '#lib/db/events';
import type { HistoryRecord, StatementDetail } from '#lib/db/statement-detail';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatMoment, formatNumber } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { DataTable } from '../../_components/data-table';
import { codeWords } from '../../code-words';

interface HistorySectionProps {
  readonly statement: StatementDetail;
  readonly event: EventRecord;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

interface Judgement {
  readonly id: string;
  readonly variableKey: string;
  readonly code: string;
  readonly codebookVersion: number;
  readonly person: string;
}

/** The codings and decisions that a row of the log tells of, given or taken back: whose they are, whoever wrote them down. */
function judgementsIn({ codings, adjudications }: StatementDetail, seq: number): readonly Judgement[] {
  return [
    ...codings
      .filter(({ createdSeq, withdrawnSeq }) => createdSeq === seq || withdrawnSeq === seq)
      .map((coding) => ({ ...coding, person: coding.coder.name })),
    ...adjudications
      .filter(({ createdSeq, reopenedSeq }) => createdSeq === seq || reopenedSeq === seq)
      .map((ruling) => ({ ...ruling, person: ruling.by })),
  ];
}

/** The rows of the log about a statement, oldest first. */
export function HistorySection({ statement, event, dictionary, locale }: HistorySectionProps) {
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
          {
            key: 'what',
            heading: words.historyWhat,
            cell: (row) => (
              <>
                {actionWord(row)}
                {judgementsIn(statement, row.seq).map((judgement) => {
                  const { variable, code } = codeWords(event, judgement, locale);
                  const version = formatNumber(locale, judgement.codebookVersion);
                  return (
                    <p key={judgement.id} className="hint">
                      {words.judged({ variable: isolate(variable), code, person: isolate(judgement.person), version })}
                    </p>
                  );
                })}
              </>
            ),
          },
          { key: 'who', heading: words.historyWho, cell: (row) => <bdi>{row.actor}</bdi> },
          { key: 'why', heading: words.historyWhy, cell: (row) => (row.reason === null ? null : <bdi>{row.reason}</bdi>) },
        ]}
      />
    </section>
  );
}
